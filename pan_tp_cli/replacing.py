"""Replacing a file whole or not at all, and what a patch calls it."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.message import Message
from pan_tp_cli.swapping import fill, is_temporary, swap
from pan_tp_cli.system_errors import reason
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
APPEARED: Final = Text(
    "ce fichier n'existait pas et vient d'être créé : rien n'y est écrit, relancez la commande",
    "this file was not there and has just been made: nothing is written to it, run the command "
    "again",
)
PROTECTED: Final = Text("il est protégé contre l'écriture", "it is write-protected")
SEVERAL_NAMES: Final = Text(
    "ce fichier a {count} noms (liens physiques) : l'écrire sous celui-ci laisserait l'ancien "
    "texte sous les autres ; faites-en d'abord une copie à part",
    "this file has {count} names (hard links): to write it by this one would leave the old text "
    "by the others; first make it a copy of its own",
)
IN_USE: Final = Text(
    "il est peut-être ouvert dans un autre programme, tel qu'Excel ou Word : fermez-le d'abord",
    "it may be open in another program, such as Excel or Word: close it first",
)
WINDOWS: Final = os.name == "nt"
ANY_WRITE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""Without any of these a file is protected on purpose, from root too."""


class Before(Enum):
    """What a file held before it is replaced, where that is not known to the byte."""

    ANYTHING = auto()
    """Whatever it was, or nothing: a report replaces an older one."""
    NO_FILE = auto()


def write_whole(
    path: "AnyPath", content: str | bytes, was: bytes | Before = Before.ANYTHING
) -> None:
    """Replace a file whole, or make it (see `swapping`); text in UTF-8.

    A symbolic link stays, and what it leads to is replaced; a device or pipe is written to, and
    a report that goes where a standard stream goes follows what is there. Raises InputError where
    that cannot be done, or where the file no longer holds what it `was` when it was read; the old
    file then stays as it was. A file that is write-protected is left alone, and one of several
    names (hard links) is not edited: the other names would silently keep the old one. Nothing is
    written into a git revision.
    """
    if not isinstance(path, Path):
        raise InputError(Fault(printable(str(path)), Message(IN_REVISION)))
    data = content.encode() if isinstance(content, str) else content
    try:
        _write(path, data, was)
    except OSError as error:
        raise _refusal(path, Message(NOT_WRITABLE, {"reason": _why(error)})) from None


def _write(path: Path, data: bytes, was: bytes | Before) -> None:
    status = _status(path)
    report = was is Before.ANYTHING
    stream = _standard_stream(status) if status is not None and report else None
    if stream is not None:
        fill(stream, data)
    elif status is not None and not stat.S_ISREG(status.st_mode):
        path.write_bytes(data)
    else:
        target = Path(os.path.realpath(path))
        if status is not None:
            _refuse_protected(path, target, status, edited=isinstance(was, bytes))
        swap(target, data, lambda: _refuse_changed(path, target, was))


def _status(path: Path) -> os.stat_result | None:
    """Return what the system knows of a file, None where there is none yet."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _standard_stream(status: os.stat_result) -> int | None:
    """Return the standard stream that goes to a file, as in ``json=/dev/stdout >all.txt``.

    To replace that file would lose all that is written to the stream from then on.
    """
    for stream in (1, 2):
        with suppress(OSError):  # closed
            if os.path.samestat(status, os.fstat(stream)):
                return stream
    return None


def _refuse_protected(path: Path, target: Path, status: os.stat_result, *, edited: bool) -> None:
    """Raise InputError for a file that is not meant to be replaced, though its folder allows it."""
    if not status.st_mode & ANY_WRITE or not os.access(target, os.W_OK):
        raise _refusal(path, Message(NOT_WRITABLE, {"reason": PROTECTED}))
    if edited and status.st_nlink > 1:
        raise _refusal(path, Message(SEVERAL_NAMES, {"count": status.st_nlink}))


def _refuse_changed(path: Path, target: Path, was: bytes | Before) -> None:
    """Raise InputError where a file is not what it was when it was read."""
    if was is Before.NO_FILE and os.path.lexists(target):
        raise _refusal(path, Message(APPEARED))
    if isinstance(was, bytes) and not (target.is_file() and target.read_bytes() == was):
        raise _refusal(path, Message(CHANGED))


def _why(error: OSError) -> Text | str:
    """Return why a file cannot be written: the file may be fine, and its folder closed."""
    name = os.path.basename(os.fsdecode(error.filename or ""))  # noqa: PTH119 - may be bytes
    if not (isinstance(error, PermissionError) and is_temporary(name)):
        return reason(error)
    # Windows lets no file be replaced that a program holds open
    return IN_USE if WINDOWS and error.filename2 is not None else LOCKED_FOLDER


def _refusal(path: Path, message: Message) -> InputError:
    return InputError(Fault(printable(str(path)), message))


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where it is not there. Raises InputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = Message(NO_FOLDER, {"reason": reason(error)})
        raise InputError(Fault(printable(str(path)), message)) from None


def same(path: Path, others: "Iterable[AnyPath]") -> bool:
    """Tell whether a path leads to one of some files, be it by another spelling or hard link."""
    return any(isinstance(other, Path) and _same(path, other) for other in others)


def _same(path: Path, other: Path) -> bool:
    with suppress(OSError):  # one of them is not there
        return path.samefile(other)
    return os.path.realpath(path) == os.path.realpath(other)


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
