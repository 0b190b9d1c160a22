"""One plan checked as the command line and its own settings ask."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pan_tp_cli.cli import check_texts as texts
from pan_tp_cli.cli.check_values import read_rules, read_threshold
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.options import refusal
from pan_tp_cli.cli.settings import Asked, Held, held
from pan_tp_cli.fault import InputError
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked, Conventions, SettingsFile


class Tells(NamedTuple):
    """What reports for people tell besides: waived findings, fingerprints, counts per rule."""

    waived: bool
    fingerprints: bool
    counts: bool


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
    """A check, in which language it is told, and the least grave severity that makes it fail."""

    checked: "Checked"
    lang: Lang
    threshold: Severity | None

    @property
    def code(self) -> ExitCode:
        """Return what the check exits with: faults of an input outweigh findings."""
        if self.checked.faults:
            return ExitCode.INPUT
        if self.threshold is None or self.checked.report is None:
            return ExitCode.CLEAN
        found = self.checked.report.findings
        grave = any(located.finding.severity.rank <= self.threshold.rank for located in found)
        return ExitCode.FINDINGS if grave else ExitCode.CLEAN


def check_one(plan: Path | None, request: Request) -> Outcome:
    """Check one plan; what makes its files unusable is part of the outcome.

    Raises BadParameter, a wrong usage.
    """
    from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser

    try:
        file = use_cases.settings(plan)
    except InputError as error:
        return Outcome(use_cases.unusable(error), request.asked.lang, None)
    holding = held(request.asked, file)
    checked = _checked(plan, request, holding, file)
    if request.by_position and checked.report is not None:
        checked = checked._replace(report=checked.report.in_file_order())
    checked = checked._replace(
        show_waived=request.tells.waived,
        show_fingerprints=request.tells.fingerprints,
        show_counts=request.tells.counts,
    )
    return Outcome(checked, holding.lang, read_threshold(holding.fail_on, holding.lang))


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
