"""What the commands that read a plan have in common: arguments, options and refusals."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.completers import Completer, asked
from pan_tp_cli.fault import Fault
from pan_tp_cli.message import Message
from pan_tp_cli.report.style import MOST_SHOWN
from pan_tp_cli.text import Lang, Text, printable

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath

PLAN: Final = Text(
    "Un plan.yaml, ou un dossier qui contient plan.yaml et indicators.yaml ; l'un ou l'autre aussi "
    "dans une révision git : v1:data, main:data/plan.yaml, :data (l'index).",
    "A plan.yaml, or a folder that holds plan.yaml and indicators.yaml; either of them in a git "
    "revision too: v1:data, main:data/plan.yaml, :data (the index).",
)
PLANS: Final = Text(
    f"{PLAN.fr} Plusieurs à la fois, ou un dossier de tels dossiers, donnent un seul rapport. Un "
    "indicators.yaml, un derogations.yaml ou un pan-tp.yaml vaut pour le plan d'à côté.",
    f"{PLAN.en} Several at once, or a folder of such folders, give one report. An "
    "indicators.yaml, a derogations.yaml or a pan-tp.yaml stands for the plan beside it.",
)
INDICATORS: Final = Text(
    "Le cadre d'indicateurs ; par défaut, l'indicators.yaml à côté du plan.",
    "The indicator framework; by default the indicators.yaml beside the plan.",
)
WAIVERS: Final = Text(
    "Les dérogations ; par défaut, le derogations.yaml à côté du plan.",
    "The waivers; by default the derogations.yaml beside the plan.",
)
LANGUAGE: Final = Text("Langue des textes : fr ou en.", "Language of the texts: fr or en.")
FILE: Final = Text("FICHIER", "FILE")
LANGUAGES: Final = Text("fr|en", "fr|en")
MORE: Final = Text("… et d'autres encore : {count}", "… and others besides: {count}")
QUOTED: Final = Text("« {name} »", "'{name}'")
IN_REVISION: Final = Text(
    "« {name} » est dans une révision git, où rien ne s'écrit : donnez le fichier du dossier de "
    "travail",
    "'{name}' is in a git revision, where nothing is written: give the file of the working tree",
)


class Options:
    """Makes the arguments and options of a command, with their help in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def plan(self) -> typer.models.ArgumentInfo:
        """Return the argument that says which plan is meant."""
        shown: typer.models.ArgumentInfo = typer.Argument(
            metavar="[PLAN]", help=PLAN.get(self.lang), show_default=False
        )
        return shown

    def plans(self) -> typer.models.ArgumentInfo:
        """Return the argument that says which plans are meant."""
        shown: typer.models.ArgumentInfo = typer.Argument(
            metavar="[PLAN]...", help=PLANS.get(self.lang), show_default=False
        )
        return shown

    def versions(self, text: Text) -> typer.models.ArgumentInfo:
        """Return the argument that says which versions are compared."""
        shown: typer.models.ArgumentInfo = typer.Argument(
            metavar="BASE [REVISION]", help=text.get(self.lang), show_default=False
        )
        return shown

    def value(
        self, name: str, text: Text, metavar: Text, complete: Completer | None = None
    ) -> typer.models.OptionInfo:
        """Return an option that takes a value, which a shell may `complete`."""
        shown: typer.models.OptionInfo = typer.Option(
            name,
            help=text.get(self.lang),
            metavar=metavar.get(self.lang),
            show_default=False,
            autocompletion=complete if asked() else None,
        )
        return shown

    def named(self, text: Text, metavar: Text, complete: Completer) -> typer.models.ArgumentInfo:
        """Return an argument that a shell may `complete`."""
        shown: typer.models.ArgumentInfo = typer.Argument(
            help=text.get(self.lang),
            show_default=False,
            metavar=metavar.get(self.lang),
            autocompletion=complete if asked() else None,
        )
        return shown

    def flag(self, name: str, text: Text) -> typer.models.OptionInfo:
        """Return an option that is there or is not."""
        shown: typer.models.OptionInfo = typer.Option(name, help=text.get(self.lang))
        return shown


def refusal(message: Message, lang: Lang) -> typer.BadParameter:
    """Return the error of a wrong usage."""
    return typer.BadParameter(message.render(lang))


def working_file(path: "AnyPath", lang: Lang) -> Path:
    """Return a path that is to be written. Raises BadParameter for one in a git revision."""
    if isinstance(path, Path):
        return path
    raise refusal(Message(IN_REVISION, {"name": printable(str(path))}), lang)


def tell(faults: Iterable[Fault], lang: Lang) -> None:
    """Write why inputs are unusable to standard error, a line each; of very many the first ones."""
    complain_each((_told(fault, lang) for fault in faults), lang)


def _told(fault: Fault, lang: Lang) -> str:
    where = QUOTED.get(lang).format(name=fault.where)
    where = where if fault.where.endswith(":") else fault.where  # not ``HEAD::``
    return f"{where}: {fault.message.render(lang)}"


def complain_each(lines: Iterable[str], lang: Lang) -> None:
    """Write lines to standard error as they come; of very many the first ones, and how many more.

    All are taken, for what yields them may have work to do.
    """
    count = 0
    for count, line in enumerate(lines, start=1):
        if count <= MOST_SHOWN:
            terminal.complain(line)
    if count > MOST_SHOWN:
        terminal.complain(Message(MORE, {"count": count - MOST_SHOWN}).render(lang))
