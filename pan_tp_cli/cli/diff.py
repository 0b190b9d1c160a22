"""`pan-tp diff`: what changed between two versions of a plan, and whether the totals followed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli.clock import today
from pan_tp_cli.cli.completers import choices
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.git_driver import drive
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import LANGUAGE, LANGUAGES, Options, refusal, tell
from pan_tp_cli.cli.output import FORMAT_NAME, put, read_targets, refuse_overwriting
from pan_tp_cli.cli.settings import Asked, held, spoken
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.compared import Compared

FORMATS: Final = ("text", "json", "markdown", "html")
THRESHOLDS: Final = {
    "rupture": "breaking",
    "attention": "attention",
    "info": "info",
    "jamais": None,
    "breaking": "breaking",
    "never": None,
}
"""The lightest weight that makes a comparison fail, by its names; None where none does."""
DEFAULT_THRESHOLD: Final = "rupture"

ABOUT: Final = Text(
    "Compare deux versions d'un plan.\n\nDit ce qui a changé, quel argent a bougé et où, si les "
    "totaux ont suivi, et ce que deviennent les constats. BASE et REVISION sont chacun un fichier, "
    "un dossier, ou REF:chemin dans git (main:data, v1:data/plan.yaml). Sans REVISION, compare "
    "avec les fichiers de travail : ceux du même chemin que BASE, sinon ./data.\n\nCode de sortie "
    ": 0 rien au niveau de --fail-on, 1 des changements, 2 mauvais usage, 3 fichier ou révision "
    "illisible ou invalide, 70 défaut de l'outil.",
    "Compare two versions of a plan.\n\nSays what changed, which money moved and where, whether "
    "the totals followed, and what became of the findings. BASE and REVISION are each a file, a "
    "folder, or REF:path in git (main:data, v1:data/plan.yaml). Without REVISION, compares with "
    "the working files: those of the same path as BASE, else ./data.\n\nExit code: 0 nothing at "
    "the level of --fail-on, 1 changes, 2 wrong usage, 3 a file or revision that cannot be read "
    "or is not valid, 70 a fault of the tool.",
)
VERSIONS: Final = Text(
    "La version de départ, puis celle à comparer : fichier, dossier ou REF:chemin.",
    "The version to start from, then the one to compare: file, folder or REF:path.",
)
FORMAT: Final = Text(
    "text (par défaut), json, markdown ou html ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default), json, markdown or html; FORMAT=FILE writes to a file. Repeatable.",
)
FAIL_ON: Final = Text(
    "Poids à partir duquel le code de sortie est 1 : rupture (par défaut), attention, info ou "
    "jamais.",
    "Weight from which the exit code is 1: breaking (default), attention, info or never.",
)
GIT_DRIVER: Final = Text(
    "Pour git : sert de diff.pan-tp.command (voir le guide).",
    "For git: serves as diff.pan-tp.command (see the guide).",
)
WEIGHT: Final = Text("POIDS", "WEIGHT")
UNKNOWN_THRESHOLD: Final = Text(
    "« {name} » n'est pas un poids : {names}", "'{name}' is not a weight: {names}"
)
NO_BASE: Final = Text(
    "il manque la version de départ (BASE), par exemple main:data",
    "the version to start from (BASE) is missing, for example main:data",
)
TOO_MANY: Final = Text(
    "deux versions au plus : « {name} » est de trop", "two versions at most: '{name}' is too many"
)


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("diff", cls=command, help=ABOUT.get(lang))
    def diff(
        context: typer.Context,
        versions: Annotated[list[Path] | None, options.versions(VERSIONS)] = None,
        format: Annotated[
            list[str] | None, option("--format", FORMAT, FORMAT_NAME, choices(FORMATS))
        ] = None,
        fail_on: Annotated[
            str, option("--fail-on", FAIL_ON, WEIGHT, choices([*THRESHOLDS]))
        ] = DEFAULT_THRESHOLD,
        git_driver: Annotated[bool, options.flag("--git-driver", GIT_DRIVER)] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        if git_driver:
            return drive([str(version) for version in versions or []], lang)
        base, revision = read_versions(versions or [], lang)
        targets = read_targets(format, FORMATS, lang)
        threshold = read_threshold(fail_on, lang)
        from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser
        from pan_tp_cli import comparing
        from pan_tp_cli.checked import Conventions
        from pan_tp_cli.rules import choose

        comparing.refuse_bare((base, revision))
        later = comparing.working_version(base, revision)
        file = use_cases.settings(later)
        holding = held(Asked(None, None, None, lang, spoken(context)), file)
        identifiers = choose(holding.select, holding.ignore)
        conventions = Conventions(today(), None, file, full=True)
        compared = comparing.diff(base, later, identifiers, conventions)
        paths = (*compared.before.paths.values(), *compared.after.paths.values())
        refuse_overwriting(targets, paths, holding.lang)
        for target in targets:
            put(f"diff_{target.format}", compared, target, holding.lang)
        tell(compared.faults, holding.lang)
        return exit_code(compared, threshold)


def read_versions(versions: list[Path], lang: Lang) -> tuple[Path, Path | None]:
    """Return the version to start from, and the one to compare if it is given.

    Raises BadParameter, a wrong usage.
    """
    if not versions:
        raise refusal(Message(NO_BASE), lang)
    if len(versions) > 2:
        raise refusal(Message(TOO_MANY, {"name": str(versions[2])}), lang)
    return versions[0], versions[1] if len(versions) == 2 else None


def read_threshold(name: str, lang: Lang) -> str | None:
    """Read the name of a weight in either language. Raises BadParameter, a wrong usage."""
    if name not in THRESHOLDS:
        names = ", ".join(THRESHOLDS)
        raise refusal(Message(UNKNOWN_THRESHOLD, {"name": name, "names": names}), lang)
    return THRESHOLDS[name]


def exit_code(compared: "Compared", threshold: str | None) -> ExitCode:
    """Return what a comparison exits with: faults of a version outweigh changes."""
    if compared.faults:
        return ExitCode.INPUT
    if threshold is None or compared.diff is None:
        return ExitCode.CLEAN
    from pan_tp_cli.diff.aspect import Weight  # loaded with the comparison

    least = Weight(threshold).rank
    heavy = any(change.weight.rank <= least for change in compared.diff.changes)
    return ExitCode.FINDINGS if heavy else ExitCode.CLEAN
