"""One plan checked as the command line and its own settings ask."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pan_tp_cli.cli import check_texts as texts
from pan_tp_cli.cli.check_values import read_rules, read_threshold
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.options import refusal
from pan_tp_cli.cli.settings import Asked, Held, held
from pan_tp_cli.fault import InputError
from pan_tp_cli.message import Message
from pan_tp_cli.report.style import MOST_SHOWN
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked, Conventions, SettingsFile


class Tells(NamedTuple):
    """What reports tell besides: waived findings, fingerprints, counts per rule, and all places.

    `most` is how many findings are shown in a terminal, None for all.
    """

    waived: bool
    fingerprints: bool
    counts: bool
    places: bool
    most: int | None = MOST_SHOWN


NOTHING_BESIDES: Final = Tells(waived=False, fingerprints=False, counts=False, places=False)


class Request(NamedTuple):
    """What the command line asks of every plan; `today` is None where no waivers are to hold."""

    asked: Asked
    today: datetime.date | None
    tells: Tells
    indicators: Path | None = None
    waivers: Path | None = None
    since: str | None = None
    by_position: bool = False


class Outcome(NamedTuple):
    """A check, and in which language it is told."""

    checked: "Checked"
    lang: Lang

    @property
    def code(self) -> ExitCode:
        """Return what the check exits with: faults of an input outweigh findings."""
        if self.checked.faults:
            return ExitCode.INPUT
        threshold, report = self.checked.fail_on, self.checked.report
        if threshold is None or report is None:
            return ExitCode.CLEAN
        grave = any(each.finding.severity.rank <= threshold.rank for each in report.findings)
        return ExitCode.FINDINGS if grave else ExitCode.CLEAN


def check_one(plan: Path | None, request: Request) -> Outcome:
    """Check one plan; what makes its files unusable is part of the outcome.

    Raises BadParameter, a wrong usage.
    """
    from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser

    try:
        file = use_cases.settings(plan)
    except InputError as error:
        return Outcome(_placed(use_cases.unusable(error), request), request.asked.lang)
    holding = held(request.asked, file)
    checked = _checked(plan, request, holding, file)
    if request.by_position and checked.report is not None:
        checked = checked._replace(report=checked.report.in_file_order())
    checked = checked._replace(
        show_waived=request.tells.waived,
        show_fingerprints=request.tells.fingerprints,
        show_counts=request.tells.counts,
        most_shown=request.tells.most,
        fail_on=read_threshold(holding.fail_on, holding.lang),
    )
    return Outcome(_placed(checked, request), holding.lang)


def _placed(checked: "Checked", request: Request) -> "Checked":
    if not request.tells.places:
        return checked
    from pan_tp_cli.placing import placed  # no part of a check that people read

    return placed(checked)


def _checked(
    plan: Path | None, request: Request, holding: Held, file: "SettingsFile | None"
) -> "Checked":
    from pan_tp_cli import app as use_cases  # loaded with the settings
    from pan_tp_cli.checked import Conventions

    identifiers = read_rules(holding.select, holding.ignore, holding.lang)
    full = not (request.asked.select or request.asked.ignore)
    conventions = Conventions(request.today, request.waivers, file, full)
    checked = use_cases.check(plan, request.indicators, identifiers, conventions)
    if request.since is None:
        return checked
    return _only_new(checked, request.since, (identifiers, conventions), holding.lang)


def _only_new(
    checked: "Checked",
    revision: str,
    by: "tuple[tuple[str, ...], Conventions]",
    lang: Lang,
) -> "Checked":
    """Return a check with what is new against a revision alone, checked by the same rules.

    Raises BadParameter, a wrong usage, for the embedded plan.
    """
    from pan_tp_cli import comparing  # only where it is asked for
    from pan_tp_cli.checked import Origin  # loaded with the check

    if checked.origin is Origin.EMBEDDED:
        raise refusal(Message(texts.NOT_SINCE), lang)
    return comparing.since(checked, revision, *by) if checked.report else checked
