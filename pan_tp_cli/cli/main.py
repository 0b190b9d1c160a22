"""The entry point: builds the commands in one language, runs one, and answers for the exit code."""

import shutil
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Final

import typer

from pan_tp_cli import __version__
from pan_tp_cli.cli import commands, completers, terminal
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION, language
from pan_tp_cli.cli.options import tell
from pan_tp_cli.cli.words import in_french, localised
from pan_tp_cli.fault import InputError
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

NAME: Final = "pan-tp"
NARROWEST_OF_TYPER: Final = 52

ABOUT: Final = Text(
    "Contrôle la cohérence d'un plan d'action budgétisé : recalcule tous les totaux et dit "
    "quelle cellule est fausse.",
    "Checks the consistency of a budgeted action plan: recomputes every total and says which "
    "cell is wrong.",
)
LANGUAGE: Final = Text(
    "Langue des textes : fr (par défaut) ou en. Aussi par la variable PAN_TP_LANG.",
    "Language of the texts: fr (default) or en. Also by the variable PAN_TP_LANG.",
)
VERSION: Final = Text("Affiche la version et quitte.", "Show the version and exit.")
USAGE_ERROR: Final = Text("erreur : {message}", "error: {message}")
SEE_HELP: Final = Text("« {command} --help » montre l'usage", "'{command} --help' shows the usage")
NOT_WRITTEN: Final = Text(
    "erreur : le résultat n'a pas pu être écrit : {reason}",
    "error: the result could not be written: {reason}",
)


def build(lang: Lang, arguments: Sequence[str]) -> typer.Typer:
    """Return the application with the commands that `arguments` need, speaking `lang`."""
    command, group = localised(lang)
    app = typer.Typer(
        name=NAME,
        cls=group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings=context_settings(),
    )

    @app.callback(help=ABOUT.get(lang))
    def root(
        lang: Annotated[
            Lang, typer.Option(OPTION, help=LANGUAGE.get(lang), show_default=False)
        ] = lang,
        version: Annotated[
            bool,
            typer.Option(
                commands.VERSION, help=VERSION.get(lang), callback=_version, is_eager=True
            ),
        ] = False,
    ) -> None:
        pass

    for module in commands.needed(arguments):
        import_module(f"{__package__}.{module}").register(app, command, lang)
    return app


def context_settings() -> dict[str, object]:
    """Return how wide help may be where typer's narrowest, 50 columns, would not fit."""
    columns = shutil.get_terminal_size().columns
    return {"terminal_width": columns} if columns < NARROWEST_OF_TYPER else {}


def _version(asked: bool) -> None:
    if asked:
        terminal.write(f"{NAME} {__version__}\n")
        raise typer.Exit


def main() -> int:
    """Run the command that the arguments of the process ask for; return its exit code."""
    arguments = sys.argv[1:]
    return run(arguments, language(arguments))


def run(arguments: list[str], lang: Lang) -> int:
    """Run one command and return its exit code; no error leaves this function."""
    try:
        return _told(arguments, lang)
    except SystemExit:  # how the answer to a shell ends
        raise
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BaseException as error:  # a panic of a library in Rust is no Exception
        from pan_tp_cli.cli import own_fault  # no run has one, if all is well

        return own_fault.told(error, lang)


def _told(arguments: list[str], lang: Lang) -> int:
    """Run one command and say what is wrong with its usage, its input or its output."""
    try:
        return _run(build(lang, arguments), arguments)
    except InputError as error:
        tell(error.faults, lang)
        return ExitCode.INPUT
    except typer.TyperException as error:
        return _usage_error(error, lang)
    except typer.Abort:
        return ExitCode.USAGE
    except OSError as error:
        from pan_tp_cli.system_errors import reason  # with what it needs, no part of `--help`

        message = Message(NOT_WRITTEN, {"reason": reason(error)})
        terminal.complain(message.render(lang))
        return ExitCode.INPUT


def _run(app: typer.Typer, arguments: list[str]) -> int:
    if completers.asked():
        from pan_tp_cli.cli import completion  # a shell asks, no reader

        completion.prepare()
    code = app(arguments, prog_name=NAME, standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.CLEAN


def _usage_error(error: typer.TyperException, lang: Lang) -> int:
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        for line in message.splitlines():
            terminal.complain(line)
        return ExitCode.USAGE
    if lang is Lang.FR:
        message = in_french(message)
    terminal.complain(USAGE_ERROR.get(lang).format(message=message))
    command = getattr(context, "command_path", NAME)
    terminal.complain(SEE_HELP.get(lang).format(command=command))
    return ExitCode.USAGE
