"""The summary of a step of GitHub Actions, where the whole table of a check has room."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pan_tp_cli.cli import terminal
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked

VARIABLE: Final = "GITHUB_STEP_SUMMARY"
MOST_BYTES: Final = 1024**2
"""Room in the summary of a step; of a larger one GitHub shows nothing."""
NOT_WRITTEN: Final = Text(
    "le résumé de l'étape ({variable}) n'a pas pu être écrit : {reason}",
    "the summary of the step ({variable}) could not be written: {reason}",
)
FULL: Final = Text(
    "il n'y reste pas de place (1 Mio par étape)", "there is no room left (1 MiB a step)"
)


def put_summary(checks: "Sequence[Checked]", lang: Lang) -> None:
    """Append the tables of checks to the file that the environment names, if it names one.

    That it cannot be is told, and changes nothing else.
    """
    name = os.environ.get(VARIABLE)
    if not name:
        return
    from pan_tp_cli.system_errors import reason  # loaded with the check

    try:
        if not _appended(checks, Path(name), lang):
            _complain(FULL, lang)
    except (OSError, ValueError) as error:  # ValueError: no file can have this name
        _complain(reason(error), lang)


def _appended(checks: "Sequence[Checked]", path: Path, lang: Lang) -> bool:
    """Append a section behind what other commands of the step wrote; False where it has no room."""
    from pan_tp_cli.report.check_markdown import render_within  # only in a workflow

    with path.open("ab") as stream:
        written = os.fstat(stream.fileno()).st_size
        gap = "\n" if written else ""
        room = MOST_BYTES - written
        text = gap + render_within(checks, terminal.plain_style(lang), room - len(gap))
        section = text.encode()
        if len(section) > room:
            return False
        stream.write(section)
    return True


def _complain(why: Text | str, lang: Lang) -> None:
    shown = Message(NOT_WRITTEN, {"variable": VARIABLE, "reason": why})
    terminal.complain(shown.render(lang))
