"""`pan-tp diff --git-driver`: one changed file, compared where git asks for it.

git runs the command of ``diff.<driver>.command`` with ``path old-file old-hex old-mode new-file
new-hex new-mode``, and for a renamed file ``new-path`` and a text besides (gitattributes(5), git(1)
on ``GIT_EXTERNAL_DIFF``). It takes any exit code but 0 for a reason to stop.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.options import refusal, tell
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

OF_A_CHANGE: Final = 7
OF_A_RENAME: Final = 9
HEX_SHOWN: Final = 7
"""Digits that git shows of the name of an object."""

NOT_FROM_GIT: Final = Text(
    "--git-driver est appelé par git, avec sept ou neuf arguments (git help gitattributes)",
    "--git-driver is called by git, with seven or nine arguments (git help gitattributes)",
)
OTHER_LINES: Final = Text(
    "Des lignes diffèrent, mais pas le plan : « git diff --no-ext-diff » les montre.",
    "Lines differ, but not the plan: 'git diff --no-ext-diff' shows them.",
)
UNMERGED: Final = Text("{path} : conflit non résolu", "{path}: unmerged")


class Side(NamedTuple):
    """A version of a file as git hands it over: where it is for now, its path, and its object.

    `digits` are the first ones of the name of its object, "" for a file of the working tree.
    """

    file: Path
    path: str
    digits: str


def drive(arguments: Sequence[str], lang: Lang) -> ExitCode:
    """Write what changed in one file to standard output. Raises BadParameter, a wrong usage."""
    if len(arguments) == 1:
        terminal.write(UNMERGED.get(lang).format(path=arguments[0]) + "\n")
        return ExitCode.CLEAN
    if len(arguments) not in (OF_A_CHANGE, OF_A_RENAME):
        raise refusal(Message(NOT_FROM_GIT), lang)
    old, new = _sides(arguments)
    from pan_tp_cli import comparing  # heavy: pydantic and the YAML parser
    from pan_tp_cli.report import diff_text
    from pan_tp_cli.report.style import STRONG

    compared = comparing.files_alone(old, new)
    style = terminal.style(lang)
    terminal.write(style.paint(f"diff --pan-tp a/{old.path} b/{new.path}", STRONG) + "\n")
    if compared.faults:
        tell(compared.faults, lang)
        terminal.write_exactly(comparing.lines(compared))
        return ExitCode.CLEAN
    terminal.write(diff_text.render(compared, style))
    if compared.diff and not compared.diff.changes:
        terminal.write(OTHER_LINES.get(lang) + "\n")
    terminal.write("\n")
    return ExitCode.CLEAN


def _sides(arguments: Sequence[str]) -> tuple[Side, Side]:
    path, old, old_hex, _, new, new_hex, _, *renamed = arguments
    return _side(path, old, old_hex), _side(renamed[0] if renamed else path, new, new_hex)


def _side(path: str, file: str, digits: str) -> Side:
    """Return a version; a file of the working tree has no object yet, and zeros for its name."""
    stored = digits.strip("0.") and digits != "."
    return Side(Path(file), path, digits[:HEX_SHOWN] if stored else "")
