"""`pan-tp check`: what the plan says twice and differently."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import check_texts as texts
from pan_tp_cli.cli.clock import today
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import (
    FILE,
    INDICATORS,
    LANGUAGE,
    LANGUAGES,
    WAIVERS,
    Options,
    refusal,
    tell,
)
from pan_tp_cli.cli.output import FORMAT_NAME, put, read_targets, refuse_overwriting
from pan_tp_cli.cli.patch import put_repairs
from pan_tp_cli.cli.settings import FAIL_ON as DEFAULT_THRESHOLD
from pan_tp_cli.cli.settings import Asked, held, put_settings, spoken
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked, Conventions

FORMATS: Final = ("text", "concise", "json")
SEPARATOR: Final = ","
THRESHOLDS: Final = {
    "erreur": Severity.ERROR,
    "avertissement": Severity.WARNING,
    "info": Severity.INFO,
    "jamais": None,
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "never": None,
}
"""The least grave severity that makes a check fail, by its names; None where none does."""

BY_SEVERITY: Final = "gravite"
ORDERS: Final = {BY_SEVERITY: False, "position": True, "severity": False}
"""Whether findings are put in the order of the files, by the names of the orders."""


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("check", cls=command, help=texts.ABOUT.get(lang))
    def check(
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        format: Annotated[list[str] | None, option("--format", texts.FORMAT, FORMAT_NAME)] = None,
        fail_on: Annotated[str | None, option("--fail-on", texts.FAIL_ON, texts.SEVERITY)] = None,
        select: Annotated[list[str] | None, option("--select", texts.SELECT, texts.RULES)] = None,
        ignore: Annotated[list[str] | None, option("--ignore", texts.IGNORE, texts.RULES)] = None,
        patch: Annotated[bool, options.flag("--patch", texts.PATCH)] = False,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        no_waivers: Annotated[bool, options.flag("--no-waivers", texts.NO_WAIVERS)] = False,
        show_waived: Annotated[bool, options.flag("--show-waived", texts.SHOW_WAIVED)] = False,
        show_fingerprints: Annotated[
            bool, options.flag("--show-fingerprints", texts.SHOW_FINGERPRINTS)
        ] = False,
        since: Annotated[str | None, option("--since", texts.SINCE, texts.REVISION)] = None,
        sort: Annotated[str, option("--sort", texts.SORT, texts.ORDER)] = BY_SEVERITY,
        stats: Annotated[bool, options.flag("--stats", texts.STATS)] = False,
        show_settings: Annotated[
            bool, options.flag("--show-settings", texts.SHOW_SETTINGS)
        ] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        asked = Asked(select, ignore, fail_on, lang, spoken(context))
        targets = [] if patch and not format else read_targets(format, FORMATS, lang)
        if patch and any(target.file is None for target in targets):
            raise refusal(Message(texts.PATCH_AND_REPORT), lang)
        refuse_blank(since, lang)
        by_position = read_order(sort, lang)
        read_threshold(fail_on or DEFAULT_THRESHOLD, lang)
        read_rules(select or [], ignore or [], lang)
        from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser
        from pan_tp_cli.checked import Conventions

        file = use_cases.settings(plan)
        holding = held(asked, file)
        lang, threshold = holding.lang, read_threshold(holding.fail_on, holding.lang)
        if show_settings:
            put_settings(holding, file)
            return ExitCode.CLEAN
        identifiers = read_rules(holding.select, holding.ignore, lang)
        conventions = Conventions(
            None if no_waivers else today(), waivers, file, not (select or ignore)
        )
        checked = use_cases.check(plan, indicators, identifiers, conventions)
        checked = checked._replace(
            show_waived=show_waived, show_fingerprints=show_fingerprints, show_counts=stats
        )
        if since is not None:
            checked = only_new(checked, since, (identifiers, conventions), lang)
        if by_position and checked.report is not None:
            checked = checked._replace(report=checked.report.in_file_order())
        refuse_overwriting(targets, checked.paths.values(), lang)
        for target in targets:
            put(f"check_{target.format}", checked, target, lang)
        if patch:
            put_repairs(checked, lang)
        tell(checked.faults, lang)
        return exit_code(checked, threshold)


def only_new(
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


def refuse_blank(since: str | None, lang: Lang) -> None:
    """Raise BadParameter, a wrong usage, for a blank revision: git takes the index then."""
    if since is not None and not since.strip():
        raise refusal(Message(texts.NO_REVISION), lang)


def read_order(name: str, lang: Lang) -> bool:
    """Tell whether findings are asked for by position. Raises BadParameter, a wrong usage."""
    if name not in ORDERS:
        names = ", ".join(ORDERS)
        raise refusal(Message(texts.UNKNOWN_ORDER, {"name": name, "names": names}), lang)
    return ORDERS[name]


def read_threshold(name: str, lang: Lang) -> Severity | None:
    """Read the name of a severity in either language. Raises BadParameter, a wrong usage."""
    if name not in THRESHOLDS:
        names = ", ".join(THRESHOLDS)
        raise refusal(Message(texts.UNKNOWN_THRESHOLD, {"name": name, "names": names}), lang)
    return THRESHOLDS[name]


def read_rules(select: Sequence[str], ignore: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Return the identifiers of the rules to apply. Raises BadParameter, a wrong usage."""
    from pan_tp_cli.rules import UnknownRuleError, choose

    try:
        chosen = choose(_split(select), _split(ignore))
    except UnknownRuleError as error:
        text = texts.UNKNOWN_RULE_NEAR if error.near else texts.UNKNOWN_RULE
        families = ", ".join(error.families)
        values: dict[str, Shown] = {"name": error.name, "near": error.near, "families": families}
        raise refusal(Message(text, values), lang) from None
    if not chosen or (select and not _split(select)):
        raise refusal(Message(texts.NO_RULE), lang)
    return chosen


def _split(names: Sequence[str]) -> list[str]:
    return [name.strip() for text in names for name in text.split(SEPARATOR) if name.strip()]


def exit_code(checked: "Checked", threshold: Severity | None) -> ExitCode:
    """Return what a check exits with: faults of an input outweigh findings."""
    if checked.faults:
        return ExitCode.INPUT
    if threshold is None or checked.report is None:
        return ExitCode.CLEAN
    found = checked.report.findings
    grave = any(located.finding.severity.rank <= threshold.rank for located in found)
    return ExitCode.FINDINGS if grave else ExitCode.CLEAN
