"""`pan-tp check`: what the plan says twice and differently."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import (
    FILE,
    INDICATORS,
    LANGUAGE,
    LANGUAGES,
    Options,
    refusal,
    tell,
)
from pan_tp_cli.cli.output import FORMAT_NAME, put, read_targets, refuse_overwriting
from pan_tp_cli.cli.patch import put_repairs
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked

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

ABOUT: Final = Text(
    "Contrôle un plan et son cadre d'indicateurs.\n\nSans PLAN, contrôle ./data, sinon le PAN-TP "
    "2023-2027 livré avec l'outil.\n\nCode de sortie : 0 rien à signaler au niveau de --fail-on, "
    "1 des constats, 2 mauvais usage, 3 fichier illisible ou invalide, 70 défaut de l'outil.",
    "Check a plan and its indicator framework.\n\nWithout PLAN, checks ./data, else the PAN-TP "
    "2023-2027 that comes with the tool.\n\nExit code: 0 nothing at the level of --fail-on, 1 "
    "findings, 2 wrong usage, 3 a file that cannot be read or is not valid, 70 a fault of the "
    "tool.",
)
FORMAT: Final = Text(
    "text (par défaut), concise ou json ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default), concise or json; FORMAT=FILE writes to a file. Repeatable.",
)
FAIL_ON: Final = Text(
    "Gravité à partir de laquelle le code de sortie est 1 : erreur (par défaut), avertissement, "
    "info ou jamais.",
    "Severity from which the exit code is 1: error (default), warning, info or never.",
)
SELECT: Final = Text(
    "N'applique que ces règles ou familles, séparées par des virgules. Répétable.",
    "Apply only these rules or families, separated by commas. Repeatable.",
)
IGNORE: Final = Text(
    "N'applique pas ces règles ou familles, séparées par des virgules. Répétable.",
    "Do not apply these rules or families, separated by commas. Repeatable.",
)
PATCH: Final = Text(
    "Écrit les corrections les plus sûres comme un diff pour « git apply », au lieu du rapport.",
    "Write the surest repairs as a diff for 'git apply', in the place of the report.",
)
SEVERITY: Final = Text("GRAVITÉ", "SEVERITY")
RULES: Final = Text("RÈGLES", "RULES")
PATCH_AND_REPORT: Final = Text(
    "--patch va à la sortie standard : donnez un fichier au rapport (--format FORMAT=FICHIER)",
    "--patch goes to standard output: give the report a file (--format FORMAT=FILE)",
)
NO_RULE: Final = Text("il ne reste aucune règle à appliquer", "no rule is left to apply")
UNKNOWN_THRESHOLD: Final = Text(
    "« {name} » n'est pas une gravité : {names}", "'{name}' is not a severity: {names}"
)
UNKNOWN_RULE: Final = Text(
    "règle ou famille inconnue « {name} » ; familles : {families}",
    "unknown rule or family '{name}'; families: {families}",
)
UNKNOWN_RULE_NEAR: Final = Text(
    "règle ou famille inconnue « {name} » : vouliez-vous écrire « {near} » ?",
    "unknown rule or family '{name}': did you mean '{near}'?",
)


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("check", cls=command, help=ABOUT.get(lang))
    def check(
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        format: Annotated[list[str] | None, option("--format", FORMAT, FORMAT_NAME)] = None,
        fail_on: Annotated[str, option("--fail-on", FAIL_ON, SEVERITY)] = "erreur",
        select: Annotated[list[str] | None, option("--select", SELECT, RULES)] = None,
        ignore: Annotated[list[str] | None, option("--ignore", IGNORE, RULES)] = None,
        patch: Annotated[bool, options.flag("--patch", PATCH)] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        targets = [] if patch and not format else read_targets(format, FORMATS, lang)
        if patch and any(target.file is None for target in targets):
            raise refusal(Message(PATCH_AND_REPORT), lang)
        threshold = read_threshold(fail_on, lang)
        identifiers = read_rules(select or [], ignore or [], lang)
        from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser

        checked = use_cases.check(plan, indicators, identifiers)
        refuse_overwriting(targets, checked.paths.values(), lang)
        for target in targets:
            put(f"check_{target.format}", checked, target, lang)
        if patch:
            put_repairs(checked, lang)
        tell(checked.faults, lang)
        return exit_code(checked, threshold)


def read_threshold(name: str, lang: Lang) -> Severity | None:
    """Read the name of a severity in either language. Raises BadParameter, a wrong usage."""
    if name not in THRESHOLDS:
        names = ", ".join(THRESHOLDS)
        raise refusal(Message(UNKNOWN_THRESHOLD, {"name": name, "names": names}), lang)
    return THRESHOLDS[name]


def read_rules(select: Sequence[str], ignore: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Return the identifiers of the rules to apply. Raises BadParameter, a wrong usage."""
    from pan_tp_cli.rules import UnknownRuleError, choose

    try:
        chosen = choose(_split(select), _split(ignore))
    except UnknownRuleError as error:
        text = UNKNOWN_RULE_NEAR if error.near else UNKNOWN_RULE
        families = ", ".join(error.families)
        values: dict[str, Shown] = {"name": error.name, "near": error.near, "families": families}
        raise refusal(Message(text, values), lang) from None
    if not chosen or (select and not _split(select)):
        raise refusal(Message(NO_RULE), lang)
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
