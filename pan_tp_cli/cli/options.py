"""What the commands that read a plan have in common: arguments, options and refusals."""

from collections.abc import Iterable
from typing import Final

import typer

from pan_tp_cli.cli import terminal
from pan_tp_cli.fault import Fault
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

PLAN: Final = Text(
    "Un plan.yaml, ou un dossier qui contient plan.yaml et indicators.yaml.",
    "A plan.yaml, or a folder that holds plan.yaml and indicators.yaml.",
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

    def versions(self, text: Text) -> typer.models.ArgumentInfo:
        """Return the argument that says which versions are compared."""
        shown: typer.models.ArgumentInfo = typer.Argument(
            metavar="BASE [REVISION]", help=text.get(self.lang), show_default=False
        )
        return shown

    def value(self, name: str, text: Text, metavar: Text) -> typer.models.OptionInfo:
        """Return an option that takes a value."""
        shown: typer.models.OptionInfo = typer.Option(
            name, help=text.get(self.lang), metavar=metavar.get(self.lang), show_default=False
        )
        return shown

    def flag(self, name: str, text: Text) -> typer.models.OptionInfo:
        """Return an option that is there or is not."""
        shown: typer.models.OptionInfo = typer.Option(name, help=text.get(self.lang))
        return shown


def refusal(message: Message, lang: Lang) -> typer.BadParameter:
    """Return the error of a wrong usage."""
    return typer.BadParameter(message.render(lang))


def tell(faults: Iterable[Fault], lang: Lang) -> None:
    """Write why inputs are unusable to standard error, a line each."""
    for fault in faults:
        terminal.complain(f"{fault.where}: {fault.message.render(lang)}")
