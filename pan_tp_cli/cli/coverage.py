"""`pan-tp coverage`: which printed figures the equations protect, and what would protect more."""

from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli.completers import choices
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import FILE, INDICATORS, LANGUAGE, LANGUAGES, Options, tell
from pan_tp_cli.cli.output import FORMAT_NAME, put, read_targets, refuse_overwriting
from pan_tp_cli.text import Lang, Text

FORMATS: Final = ("text", "json")

ABOUT: Final = Text(
    "Compte les cellules que le contrôle protège.\n\nDit aussi quoi imprimer pour en protéger "
    "plus. Une cellule est localisable si une erreur y est vue et montrée à sa place, détectable "
    "si l'erreur est vue mais peut venir d'une autre cellule, sans protection si rien ne la "
    "verrait.\n\nSans PLAN, prend ./data, sinon le PAN-TP 2023-2027 livré avec l'outil.\n\nCode "
    "de sortie : 0 le tableau est écrit, 2 mauvais usage, 3 fichier illisible ou invalide, 70 "
    "défaut de l'outil.",
    "Count the cells that the check protects.\n\nSays also what to print to protect more. A cell "
    "is locatable if an error in it is seen and shown in its place, detectable if the error is "
    "seen but may come from another cell, unprotected if nothing would see it.\n\nWithout PLAN, "
    "takes ./data, else the PAN-TP 2023-2027 that comes with the tool.\n\nExit code: 0 the table "
    "is written, 2 wrong usage, 3 a file that cannot be read or is not valid, 70 a fault of the "
    "tool.",
)
FORMAT: Final = Text(
    "text (par défaut) ou json ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default) or json; FORMAT=FILE writes to a file. Repeatable.",
)


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("coverage", cls=command, help=ABOUT.get(lang))
    def coverage(
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        format: Annotated[
            list[str] | None, option("--format", FORMAT, FORMAT_NAME, choices(FORMATS))
        ] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        targets = read_targets(format, FORMATS, lang)
        from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser

        covered = use_cases.coverage(plan, indicators)
        refuse_overwriting(targets, covered.checked.paths.values(), lang)
        for target in targets:
            put(f"coverage_{target.format}", covered, target, lang)
        tell(covered.checked.faults, lang)
        return ExitCode.INPUT if covered.checked.faults else ExitCode.CLEAN
