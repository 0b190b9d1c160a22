"""`pan-tp report`: what a reviewer takes into a meeting, as files for browsers, Excel and Word."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.checking import NOTHING_BESIDES, Request, check_one
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
from pan_tp_cli.cli.output import Target, refuse_overwriting
from pan_tp_cli.cli.page import put_page
from pan_tp_cli.cli.settings import Asked, spoken
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text, printable

if TYPE_CHECKING:
    from pan_tp_cli.briefing import Briefing
    from pan_tp_cli.checked import Checked

PAGE: Final = "html"
FORMATS: Final = {".html": PAGE, ".xlsx": "xlsx", ".docx": "docx", ".md": "markdown"}
"""The formats, by the ending of the file."""

ABOUT: Final = Text(
    "Écrit un rapport à emporter en réunion.\n\nLe format suit la fin du nom : {endings}. Sans "
    "PLAN, ./data, sinon le PAN-TP 2023-2027 livré avec l'outil.\n\nCode de sortie : 0 le rapport "
    "est écrit, 2 mauvais usage, 3 fichier illisible ou invalide (le rapport dit lequel), 70 "
    "défaut de l'outil.",
    "Write a report to take into a meeting.\n\nThe format follows from the ending of the name: "
    "{endings}. Without PLAN, ./data, else the PAN-TP 2023-2027 that comes with the tool.\n\nExit "
    "code: 0 the report is written, 2 wrong usage, 3 a file that cannot be read or is not valid "
    "(the report says which), 70 a fault of the tool.",
)
OUTPUT: Final = Text("Le fichier à écrire. Répétable.", "The file to write. Repeatable.")
FIGURES: Final = Text(
    "Le dossier où écrire les images du plan, en SVG.",
    "The folder to write the pictures of the plan to, as SVG.",
)
FOLDER: Final = Text("DOSSIER", "FOLDER")
NO_OUTPUT: Final = Text(
    "donnez le fichier à écrire : -o FICHIER, avec l'une des fins {endings}, ou --figures DOSSIER",
    "give the file to write: -o FILE, with one of the endings {endings}, or --figures FOLDER",
)
UNKNOWN_ENDING: Final = Text(
    "« {name} » ne dit pas quel format écrire ; fins admises : {endings}",
    "'{name}' does not say which format to write; endings accepted: {endings}",
)
WRITTEN: Final = Text("fichier écrit : {name}", "file written: {name}")


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value
    about = ABOUT.get(lang).format(endings=_endings())

    @app.command("report", cls=command, help=about)
    def report(
        context: typer.Context,
        plan: Annotated[Path | None, options.plan()] = None,
        output: Annotated[list[Path] | None, option("-o", OUTPUT, FILE)] = None,
        figures: Annotated[Path | None, option("--figures", FIGURES, FOLDER)] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        targets = read_files(output or [], figures, lang)
        asked = Asked(None, None, None, lang, spoken(context))
        request = Request(asked, today(), NOTHING_BESIDES, indicators, waivers)
        outcome = check_one(plan, request)
        checked, lang = outcome.checked, outcome.lang
        refuse_overwriting(targets, checked.paths.values(), lang)
        from pan_tp_cli.assembling import assemble  # with the check

        briefing = assemble(checked, today())
        if briefing is None:
            put_refused(checked, targets, lang)
        else:
            write(briefing, targets, lang)
            draw(briefing, figures, lang)
        tell(checked.faults, lang)
        return ExitCode.INPUT if checked.faults else ExitCode.CLEAN


def read_files(given: Sequence[Path], figures: Path | None, lang: Lang) -> list[Target]:
    """Return the files to write with their formats. Raises BadParameter, a wrong usage."""
    if not given and figures is None:
        raise refusal(Message(NO_OUTPUT, {"endings": _endings()}), lang)
    targets = []
    for file in given:
        form = FORMATS.get(file.suffix.lower())
        if form is None:
            shown = {"name": printable(str(file)), "endings": _endings()}
            raise refusal(Message(UNKNOWN_ENDING, shown), lang)
        targets.append(Target(form, file))
    return targets


def _endings() -> str:
    return ", ".join(FORMATS)


def write(briefing: "Briefing", targets: Sequence[Target], lang: Lang) -> None:
    """Write each file whole."""
    from pan_tp_cli.replacing import write_whole  # with the check

    for target in targets:
        if target.file is None:
            continue
        renderer = import_module(f"pan_tp_cli.report.briefing_{target.format}")
        write_whole(target.file, renderer.render(briefing, lang))
        tell_written(target.file, lang)


def put_refused(checked: "Checked", targets: Sequence[Target], lang: Lang) -> None:
    """Write pages that say that no file could be used, lest an older one be taken for it."""
    for target in targets:
        if target.format == PAGE:
            put_page(checked, target, today(), lang)


def draw(briefing: "Briefing", folder: Path | None, lang: Lang) -> None:
    """Write each picture of the plan to a file of the folder, where one is given."""
    if folder is None:
        return
    from pan_tp_cli.replacing import make_folder, write_whole  # with the check
    from pan_tp_cli.report.briefing_figures import figures

    make_folder(folder)
    for name, drawn in figures(briefing, lang).items():
        write_whole(folder / name, drawn)
        tell_written(folder / name, lang)


def tell_written(file: Path, lang: Lang) -> None:
    """Say on standard error that a file is there."""
    terminal.complain(Message(WRITTEN, {"name": printable(str(file))}).render(lang))
