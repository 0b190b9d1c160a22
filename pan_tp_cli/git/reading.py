"""Reading a file of a git revision whole."""

from pan_tp_cli.encoding import MAX_BYTES
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.git import absence, texts
from pan_tp_cli.git.command import GitError
from pan_tp_cli.git.index import LINK, staged
from pan_tp_cli.git.objects import Kind
from pan_tp_cli.git.path import GitPath
from pan_tp_cli.message import Message
from pan_tp_cli.text import printable


def read(path: GitPath) -> bytes:
    """Return the bytes of a file. Raises InputError, with what helps, where there is none."""
    kind, data = path.entry()
    if kind is Kind.BLOB and data is not None and not _is_link(path, data):
        return data
    raise InputError(Fault(printable(str(path)), _why(path, kind)))


def _is_link(path: GitPath, data: bytes) -> bool:
    """Tell whether a file of the index is a link: git follows those of revisions alone.

    A link holds the one line that leads on, without an end; git is asked about such a file only.
    """
    if not path.in_index or b"\n" in data:
        return False
    return any(each.mode == LINK for each in staged(path.path, path.cwd, top=not path.relative))


def _why(path: GitPath, kind: Kind) -> Message:
    if kind is Kind.BLOB and path.entry().data is None:
        return Message(texts.TOO_LARGE, {"limit": str(MAX_BYTES // 1024**2)})
    try:
        return absence.reason(path, kind)
    except GitError as error:
        return error.message
