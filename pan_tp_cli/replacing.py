"""Replacing a file whole or not at all, and what a patch calls it."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.files import reason
from pan_tp_cli.message import Message
from pan_tp_cli.text import Text, printable

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath

NOT_WRITABLE: Final = Text(
    "le fichier ne peut pas être écrit : {reason}", "the file cannot be written: {reason}"
)

LOCKED_FOLDER: Final = Text(
    "son dossier ne permet pas de l'y remplacer (permission refusée)",
    "its folder does not let it be replaced (permission denied)",
)
IN_REVISION: Final = Text(
    "ce fichier est dans une révision git, où rien ne s'écrit : donnez celui du dossier de travail",
    "this file is in a git revision, where nothing is written: give that of the working tree",
)
NO_FOLDER: Final = Text(
    "le dossier ne peut pas être créé : {reason}", "the folder cannot be made: {reason}"
)
CHANGED: Final = Text(
    "le fichier a changé depuis qu'il a été lu : rien n'y est écrit, relancez la commande",
    "the file has changed since it was read: nothing is written to it, run the command again",
)


def write_whole(path: "AnyPath", content: str | bytes, was: bytes | None = None) -> None:
    """Replace a file whole: written beside it, synced, then renamed over it; text in UTF-8.

    A symbolic link stays, and what it leads to is replaced; a device or pipe is written to. Raises
    InputError where that cannot be done, or where the file no longer holds what it `was` when it
    was read; the old file then stays as it was. Nothing is written into a git revision.
    """
    if not isinstance(path, Path):
        raise InputError(Fault(printable(str(path)), Message(IN_REVISION)))
    data = content.encode() if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        if was is not None and target.read_bytes() != was:
            raise InputError(Fault(printable(str(path)), Message(CHANGED)))
        beside.replace(target)
    except OSError as error:
        locked = isinstance(error, PermissionError) and error.filename == str(beside)
        why = LOCKED_FOLDER if locked else reason(error)
        message = Message(NOT_WRITABLE, {"reason": why})
        raise InputError(Fault(printable(str(path)), message)) from None
    finally:
        with suppress(OSError):
            beside.unlink()


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where it is not there. Raises InputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = Message(NO_FOLDER, {"reason": reason(error)})
        raise InputError(Fault(printable(str(path)), message)) from None


def same(path: Path, others: "Iterable[AnyPath]") -> bool:
    """Tell whether a path leads to one of some files."""
    real = os.path.realpath(path)
    return any(isinstance(other, Path) and os.path.realpath(other) == real for other in others)


def in_patch(path: "AnyPath") -> str:
    """Return what a patch calls a file: from the current folder, with forward slashes.

    A file outside of it keeps the path that it was given by. One in a git revision is called as
    in the working tree, to which patches apply.
    """
    path = _in_working_tree(path)
    from_here = Path(os.path.relpath(path)) if _on_this_drive(path) else path
    shown = path if from_here.parts[:1] == ("..",) else from_here
    return shown.as_posix().lstrip("/")


def from_here(path: "AnyPath") -> str:
    """Return where programs find a file: from the current folder, or in full outside of it.

    With forward slashes; one in a git revision is where it is in the working tree.
    """
    full = Path(os.path.normpath(_in_working_tree(path).absolute()))
    with suppress(ValueError):
        full = full.relative_to(Path.cwd())
    return full.as_posix()


def _in_working_tree(path: "AnyPath") -> Path:
    return path if isinstance(path, Path) else path.here() or Path(path.path)


def _on_this_drive(path: Path) -> bool:
    return path.absolute().drive == Path.cwd().drive
