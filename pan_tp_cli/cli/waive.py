"""`pan-tp waive`: findings that the reviewers accept, added, listed and pruned."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import terminal
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
from pan_tp_cli.cli.settings import Asked, held, spoken
from pan_tp_cli.cli.words import localised
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked
    from pan_tp_cli.finding import Located

FORMATS: Final = ("text", "json")
NEVER: Final = "jamais"

ABOUT: Final = Text(
    "Accepte des constats, avec motif et date.",
    "Accept findings, with a reason and a date.",
)
ABOUT_ADD: Final = Text(
    "Accepte un constat : écrit une dérogation dans derogations.yaml.\n\nCONSTAT est son empreinte "
    "(six chiffres suffisent ; « pan-tp check --show-fingerprints » la montre) ou "
    "RÈGLE@NŒUD[,COLONNE], tels que le rapport les écrit. La dérogation vaut pour les chiffres "
    "d'aujourd'hui : s'ils bougent, le constat revient.",
    "Accept a finding: write a waiver to derogations.yaml.\n\nFINDING is its fingerprint (six "
    "digits will do; 'pan-tp check --show-fingerprints' shows it) or RULE@NODE[,COLUMN], as the "
    "report writes them. The waiver holds for the figures of today: where they move, the finding "
    "comes back.",
)
ABOUT_LIST: Final = Text(
    "Liste les dérogations et dit ce que vaut chacune.",
    "List the waivers and say what each is worth.",
)
ABOUT_PRUNE: Final = Text(
    "Retire les dérogations qui ne servent plus.\n\nCe sont celles qui sont expirées, inutiles, "
    "périmées ou en double. Montre un diff ; n'écrit qu'avec --write.",
    "Remove the waivers that no longer serve.\n\nThese are the expired, unused, void and doubled "
    "ones. Shows a diff; writes only with --write.",
)
FINDING: Final = Text(
    "L'empreinte du constat, ou RÈGLE@NŒUD[,COLONNE].",
    "The fingerprint of the finding, or RULE@NODE[,COLUMN].",
)
FINDING_NAME: Final = Text("CONSTAT", "FINDING")
PLAN: Final = Text("Le plan, comme pour check.", "The plan, as for check.")
REASON: Final = Text(
    "Pourquoi le constat est accepté. Obligatoire.", "Why the finding is accepted. Required."
)
BY: Final = Text("Qui l'accepte.", "Who accepts it.")
EXPIRE: Final = Text(
    "Dernier jour où la dérogation vaut : AAAA-MM-JJ, ou jamais. Obligatoire.",
    "Last day that the waiver holds: YYYY-MM-DD, or jamais (never). Required.",
)
PRINTED: Final = Text(
    "La valeur imprimée, quand deux constats portent le même nom.",
    "The printed value, where two findings have the same name.",
)
WRITE: Final = Text("Écrit le fichier des dérogations.", "Write the file of waivers.")
FORMAT: Final = Text(
    "text (par défaut) ou json ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default) or json; FORMAT=FILE writes to a file. Repeatable.",
)
TEXT: Final = Text("TEXTE", "TEXT")
DATE: Final = Text("DATE", "DATE")
VALUE: Final = Text("VALEUR", "VALUE")
PLAN_NAME: Final = Text("PLAN", "PLAN")

NO_REASON: Final = Text(
    "dites pourquoi le constat est accepté : --motif « … », en dix lettres au moins",
    "say why the finding is accepted: --motif '…', in ten letters at least",
)
NO_EXPIRY: Final = Text(
    "dites jusqu'à quand : --expire AAAA-MM-JJ, ou --expire jamais",
    "say until when: --expire YYYY-MM-DD, or --expire jamais (never)",
)
PAST: Final = Text(
    "le {date} est passé : la dérogation ne vaudrait pas un jour",
    "{date} is past: the waiver would not hold for a day",
)
EMBEDDED: Final = Text(
    "le plan livré avec pan-tp n'a pas de dérogations : donnez votre plan (--plan), ou un fichier "
    "(--waivers)",
    "the plan that comes with pan-tp has no waivers: give your own plan (--plan), or a file "
    "(--waivers)",
)
NOT_FOUND: Final = Text(
    "le plan n'a pas de constat « {name} » : donnez une empreinte (six chiffres au moins) ou "
    "RÈGLE@NŒUD,COLONNE",
    "the plan has no finding '{name}': give a fingerprint (six digits at least) or "
    "RULE@NODE,COLUMN",
)
ALREADY: Final = Text(
    "le constat « {name} » est déjà couvert par une dérogation",
    "the finding '{name}' is already covered by a waiver",
)
RESERVED: Final = Text(
    "« {name} » juge une dérogation, et ne se déroge pas",
    "'{name}' judges a waiver, and cannot be waived",
)
SEVERAL: Final = Text(
    "« {name} » désigne plusieurs constats : {found}", "'{name}' names several findings: {found}"
)
SAME_CELL: Final = Text(
    "« {name} » désigne plusieurs constats à la même cellule : choisissez par --printed ({found})",
    "'{name}' names several findings at one cell: choose by --printed ({found})",
)
ADDED: Final = Text(
    "{file} : dérogation ajoutée pour {name}, {until}", "{file}: waiver added for {name}, {until}"
)
UNTIL: Final = Text("jusqu'au {date}", "until {date}")
FOR_GOOD: Final = Text(
    "sans terme : rien ne demandera de la revoir", "for good: nothing will ask to look at it again"
)
NOTHING: Final = Text("aucune dérogation à retirer", "no waiver to remove")
REMOVED: Final = Text("{file} : dérogations retirées : {count}", "{file}: waivers removed: {count}")
WAITING: Final = Text(
    "dérogations à retirer : {count} ; rien n'est écrit sans --write",
    "waivers to remove: {count}; nothing is written without --write",
)


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the group of commands to the application, with its help in `lang`."""
    _, group = localised(lang)
    waive = typer.Typer(
        name="waive", cls=group, no_args_is_help=True, help=ABOUT.get(lang), rich_markup_mode=None
    )
    for add in (_add, _list, _prune):
        add(waive, command, lang)
    app.add_typer(waive)


def _add(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    options = Options(lang)
    option = options.value

    @app.command("add", cls=command, help=ABOUT_ADD.get(lang))
    def add(
        context: typer.Context,
        finding: Annotated[
            str, typer.Argument(metavar=FINDING_NAME.get(lang), help=FINDING.get(lang))
        ],
        reason: Annotated[str, option("--motif", REASON, TEXT)] = "",
        expires: Annotated[str, option("--expire", EXPIRE, DATE)] = "",
        by: Annotated[str, option("--par", BY, TEXT)] = "",
        printed: Annotated[str | None, option("--printed", PRINTED, VALUE)] = None,
        plan: Annotated[Path | None, option("--plan", PLAN, PLAN_NAME)] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        refuse_silence(reason, lang)
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
        until = Message(FOR_GOOD) if expires == NEVER else Message(UNTIL, {"date": expires})
        shown: dict[str, Shown] = {"file": str(path), "name": reviewing.called(found)}
        say(Message(ADDED, {**shown, "until": until}), lang)
        return ExitCode.CLEAN


def _list(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    options = Options(lang)
    option = options.value

    @app.command("list", cls=command, help=ABOUT_LIST.get(lang))
    def listed(
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        format: Annotated[list[str] | None, option("--format", FORMAT, FORMAT_NAME)] = None,
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

    @app.command("prune", cls=command, help=ABOUT_PRUNE.get(lang))
    def prune(
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        write: Annotated[bool, options.flag("--write", WRITE)] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        checked, lang = check((plan, indicators), waivers, context, lang)
        if checked.faults:
            tell(checked.faults, lang)
            return ExitCode.INPUT
        from pan_tp_cli import reviewing
        from pan_tp_cli.place import Role

        terminal.write_exactly(reviewing.prune(checked, write=write))
        shown: dict[str, Shown] = {
            "file": checked.names.get(Role.WAIVERS, ""),
            "count": len(reviewing.pruned(checked)),
        }
        told = Message(REMOVED if write else WAITING, shown)
        terminal.complain((told if shown["count"] else Message(NOTHING)).render(lang))
        return ExitCode.CLEAN


def refuse_silence(reason: str, lang: Lang) -> None:
    """Raise BadParameter where a reason is blank, or says as good as nothing."""
    from pan_tp_cli.standing import says_nothing  # heavy: it knows the models

    if says_nothing(reason):
        raise refusal(Message(NO_REASON), lang)


def read_expiry(text: str, lang: Lang) -> None:
    """Raise BadParameter where a text is neither « jamais » nor a day to come."""
    if text == NEVER:
        return
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        raise refusal(Message(NO_EXPIRY), lang) from None
    if date.isoformat() != text:
        raise refusal(Message(NO_EXPIRY), lang)
    if date < today():
        raise refusal(Message(PAST, {"date": text}), lang)


def waivers_file(plan: Path | None, given: Path | None, lang: Lang) -> Path:
    """Return the file that waivers go to. Raises BadParameter for the embedded plan."""
    from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser

    path = given or use_cases.waivers_file(plan)
    if path is None:
        raise refusal(Message(EMBEDDED), lang)
    return path


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
    from pan_tp_cli.rules import choose

    plan, indicators = files
    file = use_cases.settings(plan)
    holding = held(Asked(None, None, None, lang, spoken(context)), file)
    day = None if waivers and not waivers.exists() else today()
    conventions = Conventions(day, waivers, file)
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
        raise refusal(Message(ALREADY if waived else NOT_FOUND, {"name": name}), lang)
    if found[0].finding.rule.startswith(f"{FAMILY}."):
        raise refusal(Message(RESERVED, {"name": found[0].finding.rule}), lang)
    if len({pin_of(each.finding) for each in found}) > 1:
        raise refusal(several(name, found, [called(each) for each in found]), lang)
    return found[0]


def several(name: str, found: "Sequence[Located]", names: Sequence[str]) -> Message:
    """Return what is said where a name means several findings: how to tell them apart."""
    if len(set(names)) > 1:
        return Message(SEVERAL, {"name": name, "found": tuple(dict.fromkeys(names))})
    values = tuple(each.finding.printed for each in found)
    return Message(SAME_CELL, {"name": name, "found": values})


def say(message: Message, lang: Lang) -> None:
    """Write a message to standard output."""
    terminal.write(message.render(lang) + "\n")
