"""`pan-tp waive`: findings that the reviewers accept, added, listed and pruned."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli import waive_texts as texts
from pan_tp_cli.cli.clock import today
from pan_tp_cli.cli.completers import choices, findings
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
    working_file,
)
from pan_tp_cli.cli.output import FORMAT_NAME, put, read_targets, refuse_overwriting
from pan_tp_cli.cli.settings import Asked, held, spoken
from pan_tp_cli.cli.words import localised
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Lang, one_line

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked
    from pan_tp_cli.finding import Located

FORMATS: Final = ("text", "json")
NEVER: Final = "jamais"


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the group of commands to the application, with its help in `lang`."""
    _, group = localised(lang)
    waive = typer.Typer(
        name="waive",
        cls=group,
        no_args_is_help=True,
        help=texts.ABOUT.get(lang),
        rich_markup_mode=None,
    )
    for add in (_add, _list, _prune):
        add(waive, command, lang)
    app.add_typer(waive)


def _add(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    options = Options(lang)
    option = options.value

    @app.command("add", cls=command, help=texts.ABOUT_ADD.get(lang))
    def add(
        context: typer.Context,
        finding: Annotated[str, options.named(texts.FINDING, texts.FINDING_NAME, findings)],
        reason: Annotated[str, option("--motif", texts.REASON, texts.TEXT)] = "",
        expires: Annotated[str, option("--expire", texts.EXPIRE, texts.DATE)] = "",
        by: Annotated[str, option("--par", texts.BY, texts.TEXT)] = "",
        printed: Annotated[str | None, option("--printed", texts.PRINTED, texts.VALUE)] = None,
        plan: Annotated[Path | None, option("--plan", texts.PLAN, texts.PLAN_NAME)] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        refuse_silence(reason, lang)
        refuse_invisible({"--motif": reason, "--par": by}, lang)
        read_expiry(expires, lang)
        path = waivers_file(plan, waivers, lang)
        checked, lang = check((plan, indicators), path, context, lang)
        if checked.faults:
            tell(checked.faults, lang)
            return ExitCode.INPUT
        from pan_tp_cli import reviewing, waiver_file

        found = the_one(checked, finding, printed, lang)
        entry = waiver_file.entry(found.finding, reason, by, expires)
        reviewing.accept(checked, path, entry)
        until = (
            Message(texts.FOR_GOOD) if expires == NEVER else Message(texts.UNTIL, {"date": expires})
        )
        shown: dict[str, Shown] = {"file": str(path), "name": reviewing.called(found)}
        say(Message(texts.ADDED, {**shown, "until": until}), lang)
        return ExitCode.CLEAN


def _list(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    options = Options(lang)
    option = options.value

    @app.command("list", cls=command, help=texts.ABOUT_LIST.get(lang))
    def listed(
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        format: Annotated[
            list[str] | None, option("--format", texts.FORMAT, FORMAT_NAME, choices(FORMATS))
        ] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        targets = read_targets(format, FORMATS, lang)
        checked, lang = check((plan, indicators), waivers, context, lang)
        refuse_overwriting(targets, checked.paths.values(), lang)
        for target in targets:
            put(f"waivers_{target.format}", checked, target, lang)
        tell(checked.faults, lang)
        return ExitCode.INPUT if checked.faults else ExitCode.CLEAN


def _prune(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    options = Options(lang)
    option = options.value

    @app.command("prune", cls=command, help=texts.ABOUT_PRUNE.get(lang))
    def prune(
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        write: Annotated[bool, options.flag("--write", texts.WRITE)] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        checked, lang = check((plan, indicators), waivers, context, lang)
        if checked.faults:
            tell(checked.faults, lang)
            return ExitCode.INPUT
        from pan_tp_cli import reviewing
        from pan_tp_cli.place import Role

        if write:
            working_file(checked.paths.get(Role.WAIVERS, checked.paths[Role.PLAN]), lang)
        terminal.write_exactly(reviewing.prune(checked, write=write))
        shown: dict[str, Shown] = {
            "file": checked.names.get(Role.WAIVERS, ""),
            "count": len(reviewing.pruned(checked)),
        }
        told = Message(texts.REMOVED if write else texts.WAITING, shown)
        terminal.complain((told if shown["count"] else Message(texts.NOTHING)).render(lang))
        return ExitCode.CLEAN


def refuse_silence(reason: str, lang: Lang) -> None:
    """Raise BadParameter where a reason is blank, or says as good as nothing."""
    from pan_tp_cli.standing import says_nothing  # heavy: it knows the models

    if says_nothing(reason):
        raise refusal(Message(texts.NO_REASON), lang)


def refuse_invisible(given: Mapping[str, str], lang: Lang) -> None:
    """Raise BadParameter where a text holds a character for which its file would be refused."""
    from pan_tp_cli.encoding import forbidden  # loaded with the check

    for option, text in given.items():
        found = forbidden(one_line(text))
        if found:
            shown: dict[str, Shown] = {"option": option, "code": f"U+{ord(found[0]):04X}"}
            raise refusal(Message(texts.INVISIBLE, shown), lang)


def read_expiry(text: str, lang: Lang) -> None:
    """Raise BadParameter where a text is neither « jamais » nor a day to come."""
    if text == NEVER:
        return
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        raise refusal(Message(texts.NO_EXPIRY), lang) from None
    if date.isoformat() != text:
        raise refusal(Message(texts.NO_EXPIRY), lang)
    if date < today():
        raise refusal(Message(texts.PAST, {"date": text}), lang)


def waivers_file(plan: Path | None, given: Path | None, lang: Lang) -> Path:
    """Return the file that waivers go to.

    Raises BadParameter for the embedded plan, and for one in a git revision.
    """
    from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser
    from pan_tp_cli.files import meant

    path = meant(given) or use_cases.waivers_file(plan)
    if path is None:
        raise refusal(Message(texts.EMBEDDED), lang)
    return working_file(path, lang)


def check(
    files: tuple[Path | None, Path | None],
    waivers: Path | None,
    context: typer.Context,
    lang: Lang,
) -> "tuple[Checked, Lang]":
    """Check a plan and its framework by the rules that its settings choose, and its waivers.

    Return the language that holds too. A file of waivers that is not there yet holds none.
    """
    from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser
    from pan_tp_cli.checked import Conventions
    from pan_tp_cli.files import meant
    from pan_tp_cli.rules import choose

    plan, indicators = files
    file = use_cases.settings(plan)
    holding = held(Asked(None, None, None, lang, spoken(context)), file)
    path = meant(waivers)
    day = None if isinstance(path, Path) and not path.exists() else today()
    conventions = Conventions(day, path, file)
    identifiers = choose(holding.select, holding.ignore)
    return use_cases.check(plan, indicators, identifiers, conventions), holding.lang


def the_one(checked: "Checked", name: str, printed: str | None, lang: Lang) -> "Located":
    """Return the finding that is meant. Raises BadParameter where there is not just one."""
    from pan_tp_cli.reviewing import called, matching
    from pan_tp_cli.standing import FAMILY, pin_of

    report = checked.report
    found = matching(report.findings if report else (), name, printed)
    if not found:
        waived = matching(report.waived if report else (), name, printed)
        raise refusal(Message(texts.ALREADY if waived else texts.NOT_FOUND, {"name": name}), lang)
    if found[0].finding.rule.startswith(f"{FAMILY}."):
        raise refusal(Message(texts.RESERVED, {"name": found[0].finding.rule}), lang)
    if len({pin_of(each.finding) for each in found}) > 1:
        raise refusal(several(name, found, [called(each) for each in found]), lang)
    return found[0]


def several(name: str, found: "Sequence[Located]", names: Sequence[str]) -> Message:
    """Return what is said where a name means several findings: how to tell them apart."""
    if len(set(names)) > 1:
        return Message(texts.SEVERAL, {"name": name, "found": tuple(dict.fromkeys(names))})
    values = tuple(each.finding.printed for each in found)
    return Message(texts.SAME_CELL, {"name": name, "found": values})


def say(message: Message, lang: Lang) -> None:
    """Write a message to standard output."""
    terminal.write(message.render(lang) + "\n")
