"""`pan-tp check`: what the plan says twice and differently."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

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
from pan_tp_cli.text import Lang, Text

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
NO_WAIVERS: Final = Text(
    "N'applique pas les dérogations : tous les constats reviennent.",
    "Do not apply the waivers: all findings come back.",
)
SHOW_WAIVED: Final = Text(
    "Montre aussi les constats couverts par une dérogation, avec son motif.",
    "Show the findings that a waiver covers too, with its reason.",
)
SHOW_FINGERPRINTS: Final = Text(
    "Écrit sous chaque constat son empreinte, que « pan-tp waive add » comprend.",
    "Write below each finding its fingerprint, which 'pan-tp waive add' takes.",
)
SHOW_SETTINGS: Final = Text(
    "Montre les réglages qui valent et d'où vient chacun, sans rien contrôler.",
    "Show the settings that hold and where each comes from, without any check.",
)
SINCE: Final = Text(
    "Ne rapporte que les constats nouveaux par rapport à cette révision git (REF ou REF:chemin).",
    "Report only findings that are new against this git revision (REF or REF:path).",
)
REVISION: Final = Text("REF", "REF")
NOT_SINCE: Final = Text(
    "le plan livré avec pan-tp n'a pas de révisions : donnez votre plan (PLAN)",
    "the plan that comes with pan-tp has no revisions: give your own plan (PLAN)",
)
SEVERITY: Final = Text("GRAVITÉ", "SEVERITY")
RULES: Final = Text("RÈGLES", "RULES")
PATCH_AND_REPORT: Final = Text(
    "--patch va à la sortie standard : donnez un fichier au rapport (--format FORMAT=FICHIER)",
    "--patch goes to standard output: give the report a file (--format FORMAT=FILE)",
)
SORT: Final = Text(
    "Ordre des constats : gravite (par défaut : la gravité, puis les francs en jeu) ou position "
    "(l'ordre des fichiers).",
    "Order of the findings: severity (default: severity, then the money at stake) or position "
    "(the order of the files).",
)
STATS: Final = Text("Compte les constats par règle.", "Count the findings per rule.")
ORDER: Final = Text("ORDRE", "ORDER")
BY_SEVERITY: Final = "gravite"
ORDERS: Final = {BY_SEVERITY: False, "position": True, "severity": False}
"""Whether findings are put in the order of the files, by the names of the orders."""
UNKNOWN_ORDER: Final = Text("ordre inconnu « {name} » : {names}", "unknown order '{name}': {names}")
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
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        format: Annotated[list[str] | None, option("--format", FORMAT, FORMAT_NAME)] = None,
        fail_on: Annotated[str | None, option("--fail-on", FAIL_ON, SEVERITY)] = None,
        select: Annotated[list[str] | None, option("--select", SELECT, RULES)] = None,
        ignore: Annotated[list[str] | None, option("--ignore", IGNORE, RULES)] = None,
        patch: Annotated[bool, options.flag("--patch", PATCH)] = False,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        no_waivers: Annotated[bool, options.flag("--no-waivers", NO_WAIVERS)] = False,
        show_waived: Annotated[bool, options.flag("--show-waived", SHOW_WAIVED)] = False,
        show_fingerprints: Annotated[
            bool, options.flag("--show-fingerprints", SHOW_FINGERPRINTS)
        ] = False,
        since: Annotated[str | None, option("--since", SINCE, REVISION)] = None,
        sort: Annotated[str, option("--sort", SORT, ORDER)] = BY_SEVERITY,
        stats: Annotated[bool, options.flag("--stats", STATS)] = False,
        show_settings: Annotated[bool, options.flag("--show-settings", SHOW_SETTINGS)] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        asked = Asked(select, ignore, fail_on, lang, spoken(context))
        targets = [] if patch and not format else read_targets(format, FORMATS, lang)
        if patch and any(target.file is None for target in targets):
            raise refusal(Message(PATCH_AND_REPORT), lang)
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
        raise refusal(Message(NOT_SINCE), lang)
    return comparing.since(checked, revision, *by) if checked.report else checked


def read_order(name: str, lang: Lang) -> bool:
    """Tell whether findings are asked for by position. Raises BadParameter, a wrong usage."""
    if name not in ORDERS:
        raise refusal(Message(UNKNOWN_ORDER, {"name": name, "names": ", ".join(ORDERS)}), lang)
    return ORDERS[name]


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
