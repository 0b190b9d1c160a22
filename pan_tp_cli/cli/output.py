"""Where reports go: formats and files as they are asked for, refused and written."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.options import refusal
from pan_tp_cli.message import Message
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath

COMMANDS: Final = "github"
"""The format that is made of commands to the runner of a pipeline."""
FORMAT_NAME: Final = Text("FORMAT[=FICHIER]", "FORMAT[=FILE]")
UNKNOWN_FORMAT: Final = Text(
    "format inconnu « {name} » : {formats}", "unknown format '{name}': {formats}"
)
TWO_ON_OUTPUT: Final = Text(
    "un seul format peut aller à la sortie standard : donnez un fichier aux autres "
    "(FORMAT=FICHIER)",
    "only one format can go to standard output: give the others a file (FORMAT=FILE)",
)
TWO_IN_A_FILE: Final = Text(
    "deux formats iraient dans le même fichier « {name} »",
    "two formats would go to the same file '{name}'",
)
NO_FILE: Final = Text(
    "il manque le nom du fichier après « {name}= »", "the file name is missing after '{name}='"
)
WOULD_REPLACE_INPUT: Final = Text(
    "« {name} » est le fichier contrôlé : un rapport ne le remplace pas",
    "'{name}' is the file that is checked: a report does not replace it",
)


class Target(NamedTuple):
    """A format, and the file that it goes to; None for standard output."""

    format: str
    file: Path | None


def read_targets(asked: Sequence[str] | None, formats: Sequence[str], lang: Lang) -> list[Target]:
    """Read each ``FORMAT`` or ``FORMAT=FILE``; the first of all formats where none is asked for.

    Raises BadParameter, a wrong usage.
    """
    targets = []
    for text in asked or formats[:1]:
        name, equals, file = text.partition("=")
        if name not in formats:
            known = ", ".join(formats)
            raise refusal(Message(UNKNOWN_FORMAT, {"name": name, "formats": known}), lang)
        if equals and not file:
            raise refusal(Message(NO_FILE, {"name": name}), lang)
        targets.append(Target(name, Path(file) if file else None))
    if sum(target.file is None for target in targets) > 1:
        raise refusal(Message(TWO_ON_OUTPUT), lang)
    return targets


def refuse_overwriting(
    targets: Sequence[Target], inputs: "Collection[AnyPath]", lang: Lang
) -> None:
    """Raise BadParameter where a report would replace a file that was read, or another one."""
    files = [target.file for target in targets if target.file is not None]
    if not files:
        return
    from pan_tp_cli.replacing import same  # only where a file is written

    for rank, file in enumerate(files):
        if same(file, inputs):
            raise refusal(Message(WOULD_REPLACE_INPUT, {"name": str(file)}), lang)
        if same(file, files[:rank]):
            raise refusal(Message(TWO_IN_A_FILE, {"name": str(file)}), lang)


def put_all(report: str, contents: Sequence[object], target: Target, lang: Lang) -> None:
    """Write several contents as one report, as the module `report` renders them together."""
    renderer = import_module(f"pan_tp_cli.report.{report}")
    _put(partial(renderer.render_all, contents), target, lang)


def put(report: str, content: object, target: Target, lang: Lang) -> None:
    """Write content, as the module `report` renders it, to standard output or to a file."""
    renderer = import_module(f"pan_tp_cli.report.{report}")
    _put(partial(renderer.render, content), target, lang)


def _put(render: Callable[[Style], str], target: Target, lang: Lang) -> None:
    if target.file is None:
        commands = target.format == COMMANDS
        terminal.write(render(terminal.style(lang)), commands=commands)
    else:
        from pan_tp_cli.replacing import write_whole  # only where a file is written

        write_whole(target.file, render(terminal.plain_style(lang)))
