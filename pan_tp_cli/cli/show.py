"""`pan-tp show`: the plan as a tree in the terminal, or what stands at one of its codes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import show_texts as texts
from pan_tp_cli.cli.checking import NOTHING_BESIDES, Request, check_one
from pan_tp_cli.cli.clock import today
from pan_tp_cli.cli.completers import choices, nodes
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
from pan_tp_cli.cli.output import FORMAT_NAME, Target, put, read_targets, refuse_overwriting
from pan_tp_cli.cli.settings import Asked, spoken
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked
    from pan_tp_cli.viewed import Choice, Viewed
    from pan_tp_cli.viewing import UnknownCodeError

FORMATS: Final = ("text", "json")
VIEWS: Final = ("structure", "year", "axe")
ALIASES: Final = {"annee": "year", "axis": "axe"}


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("show", cls=command, help=texts.ABOUT.get(lang))
    def show(
        context: typer.Context,
        code: Annotated[str | None, options.named(texts.CODE, texts.CODE_NAME, nodes)] = None,
        depth: Annotated[int | None, option("--depth", texts.DEPTH, texts.NUMBER)] = None,
        year: Annotated[list[str] | None, option("--year", texts.YEAR, texts.YEAR_NAME)] = None,
        by: Annotated[str | None, option("--by", texts.BY, texts.ORDER, choices(VIEWS))] = None,
        targets: Annotated[bool, options.flag("--targets", texts.TARGETS)] = False,
        plan: Annotated[Path | None, option("--plan", texts.PLAN, texts.PLAN_NAME)] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        format: Annotated[
            list[str] | None, option("--format", texts.FORMAT, FORMAT_NAME, choices(FORMATS))
        ] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        reports = read_targets(format, FORMATS, lang)
        refuse_values(depth, by, lang)
        if by is not None:
            refuse_with_breakdown(depth is not None or targets, reports, lang)
        asked = Asked(None, None, None, lang, spoken(context))
        outcome = check_one(plan, Request(asked, today(), NOTHING_BESIDES, indicators, waivers))
        checked, lang = outcome.checked, outcome.lang
        refuse_overwriting(reports, checked.paths.values(), lang)
        choice = chosen(checked, (depth, by), year or [], lang)._replace(targets=targets)
        viewed = looked_at(checked, code, choice, lang)
        if viewed is not None:
            for target in reports:
                put(f"show_{target.format}", viewed, target, lang)
        tell(checked.faults, lang)
        return ExitCode.INPUT if checked.faults else ExitCode.CLEAN


def refuse_values(depth: int | None, by: str | None, lang: Lang) -> None:
    """Raise BadParameter, a wrong usage, for a depth below 0, or a view that is not known."""
    if depth is not None and depth < 0:
        raise refusal(Message(texts.BAD_DEPTH, {"depth": str(depth)}), lang)
    if by is not None and by not in (*VIEWS, *ALIASES):
        names = ", ".join(VIEWS)
        raise refusal(Message(texts.UNKNOWN_VIEW, {"name": by, "names": names}), lang)


def refuse_with_breakdown(of_tree: bool, reports: Sequence[Target], lang: Lang) -> None:
    """Raise BadParameter, a wrong usage, for what a breakdown has no place for."""
    if of_tree:
        raise refusal(Message(texts.ONLY_TREE), lang)
    if any(report.format != FORMATS[0] for report in reports):
        raise refusal(Message(texts.ONLY_TEXT), lang)


def chosen(
    checked: "Checked", levels: tuple[int | None, str | None], years: Sequence[str], lang: Lang
) -> "Choice":
    """Return how the plan is looked at: how deep or by what, and in which of its years.

    Raises BadParameter, a wrong usage, for a year that the plan does not have.
    """
    from pan_tp_cli.viewed import Breakdown, Choice  # loaded with the check

    depth, by = levels
    known = checked.project.years
    for year in years if checked.project.plan else ():
        if year not in known:
            shown: dict[str, Shown] = {"year": year, "years": known}
            raise refusal(Message(texts.UNKNOWN_YEAR, shown), lang)
    view = Breakdown(ALIASES.get(by, by)) if by is not None else None
    return Choice(depth, tuple(years), view)


def looked_at(
    checked: "Checked", code: str | None, choice: "Choice", lang: Lang
) -> "Viewed | None":
    """Return what is shown; None where a file that could not be used may hold the code.

    Raises BadParameter, a wrong usage, for a code that nothing has, or that `--by` is not for.
    """
    from pan_tp_cli.viewed import Breakdown  # loaded with the check
    from pan_tp_cli.viewing import UnknownCodeError, view

    try:
        viewed = view(checked, code, choice)
    except UnknownCodeError as error:
        if checked.faults:
            return None
        raise refusal(_unknown(error), lang) from None
    if choice.by is Breakdown.AXIS and code is not None:
        raise refusal(Message(texts.ONLY_WHOLE), lang)
    if choice.by and code is not None and viewed.subjects[0].branch is None:
        raise refusal(Message(texts.NO_BREAKDOWN, {"code": code}), lang)
    return viewed


def _unknown(error: "UnknownCodeError") -> Message:
    """Return that a code is unknown, with the nearest ones, or that a plan is given by --plan."""
    shown: dict[str, Shown] = {"code": error.code, "near": error.near}
    if Path(error.code).exists():
        return Message(texts.IS_FILE, shown)
    return Message(texts.UNKNOWN_CODE_NEAR if error.near else texts.UNKNOWN_CODE, shown)
