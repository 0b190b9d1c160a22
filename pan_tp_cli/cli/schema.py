"""`pan-tp schema`: JSON Schemas of the files that people write, and of the reports."""

from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.completers import schemas
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import LANGUAGE, LANGUAGES, Options, refusal
from pan_tp_cli.cli.output import Target, put
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

ABOUT: Final = Text(
    "Écrit le schéma JSON d'un fichier.\n\nUn éditeur s'en sert pour compléter et expliquer les "
    "clés de plan.yaml, indicators.yaml, derogations.yaml et pan-tp.yaml, et pour souligner les "
    "fautes. Sans nom, liste les schémas.",
    "Write the JSON Schema of a file.\n\nAn editor uses it to complete and explain the keys of "
    "plan.yaml, indicators.yaml, derogations.yaml and pan-tp.yaml, and to underline mistakes. "
    "Without a name, list the schemas.",
)
NAME: Final = Text("[NOM]", "[NAME]")
NAMED: Final = Text(
    "Un schéma, comme plan ou plan-1, ou le nom du fichier.",
    "A schema, such as plan or plan-1, or the name of the file.",
)
UNKNOWN: Final = Text(
    "schéma inconnu « {name} » ; « pan-tp schema » les liste",
    "unknown schema '{name}'; 'pan-tp schema' lists them",
)
UNKNOWN_NEAR: Final = Text(
    "schéma inconnu « {name} » : vouliez-vous écrire « {near} » ?",
    "unknown schema '{name}': did you mean '{near}'?",
)


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("schema", cls=command, help=ABOUT.get(lang))
    def schema(
        name: Annotated[str | None, options.named(NAMED, NAME, schemas)] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        from pan_tp_cli.schema import catalogue  # no part of `--help`

        if name is None:
            put("schemas_text", catalogue.SCHEMAS, Target("text", None), lang)
            return ExitCode.CLEAN
        found = catalogue.find(name)
        if found is None:
            raise _unknown(name, catalogue.nearest(name), lang)
        from pan_tp_cli import describing

        terminal.write(describing.described(found, lang))
        return ExitCode.CLEAN


def _unknown(name: str, near: str | None, lang: Lang) -> typer.BadParameter:
    """Return the error of a schema that does not exist, with the nearest that does."""
    if near is None:
        return refusal(Message(UNKNOWN, {"name": name}), lang)
    return refusal(Message(UNKNOWN_NEAR, {"name": name, "near": near}), lang)
