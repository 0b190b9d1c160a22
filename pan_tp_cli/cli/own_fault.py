"""What is said of a fault of the tool itself: one sentence, which nothing may keep from being said.

It imports next to nothing, for what is broken may be any other module, or a library.
"""

import os
import sys
from contextlib import suppress
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.text import Lang, Text, printable

DEBUG: Final = "PAN_TP_DEBUG"
FAULT: Final = Text(
    "pan-tp {version} a rencontré une erreur interne ({kind}) ; c'est un défaut de l'outil, pas du "
    "plan. Relancez avec {debug}=1 et signalez le texte affiché.",
    "pan-tp {version} met an internal error ({kind}); it is a fault of the tool, not of the plan. "
    "Run again with {debug}=1 and report the text shown.",
)


def told(error: BaseException, lang: Lang) -> ExitCode:
    """Say on standard error that the tool failed, with the way there where that is asked for.

    Nothing is raised: where it cannot be said, the exit code must do.
    """
    with suppress(Exception):
        if os.environ.get(DEBUG):
            _complain(_way_there(error))
    with suppress(Exception):
        kind = type(error).__name__
        said = FAULT.get(lang).format(version=__version__, kind=kind, debug=DEBUG)
        _complain([said])
    return ExitCode.FAULT_OF_THE_TOOL


def _way_there(error: BaseException) -> list[str]:
    import traceback  # for whoever mends the tool

    return "".join(traceback.format_exception(error)).splitlines()


def _complain(lines: list[str]) -> None:
    try:
        from pan_tp_cli.cli import terminal  # it may be what is broken

        for line in lines:
            terminal.complain(line)
    except Exception:
        for line in lines:
            plain = printable(line).encode("ascii", "backslashreplace").decode()
            sys.stderr.write(f"{plain}\n")
