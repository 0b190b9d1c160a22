"""Why there is no file at a path in a git revision, and which command or path helps."""

import os
import posixpath
import shlex
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from pan_tp_cli.fault import InputError
from pan_tp_cli.git import texts
from pan_tp_cli.git.command import output
from pan_tp_cli.git.index import MERGED, SUBMODULE, staged
from pan_tp_cli.git.objects import Kind, look
from pan_tp_cli.git.path import GitPath
from pan_tp_cli.git.unknown import unknown
from pan_tp_cli.message import Message
from pan_tp_cli.text import Text, printable

LISTING: Final = ("ls-tree", "-r", "-t", "-z", "--name-only", "--full-tree")
MOST_NAMES: Final = 5000
"""How many names of a revision a path is compared with: nobody waits long for an advice."""
WHAT_IT_IS: Final[Mapping[Kind, Text]] = {
    Kind.BLOB: texts.LINK_IN_INDEX,
    Kind.TREE: texts.FOLDER,
    Kind.SYMLINK: texts.LINK_OUTSIDE,
    Kind.DANGLING: texts.LINK_NOWHERE,
    Kind.LOOP: texts.LINK_NOWHERE,
    Kind.TAG: texts.NOT_A_FILE,
    Kind.AMBIGUOUS: texts.NOT_A_FILE,
}


def reason(path: GitPath, kind: Kind) -> Message:
    """Return why a path is no file, given what git holds there. Raises GitError."""
    if kind in WHAT_IT_IS:
        return Message(WHAT_IT_IS[kind], {"quoted": shlex.quote(path.ref)})
    if path.in_index:
        return _not_in_index(path, kind)
    if kind in {Kind.COMMIT, Kind.SUBMODULE}:
        return _submodule(path)
    tree = f"{path.ref}^{{tree}}"
    found = look((path.ref, tree), path.cwd)
    if found[path.ref].kind is Kind.AMBIGUOUS:
        return _about(texts.AMBIGUOUS, path)
    return _not_there(path) if found[tree].kind is Kind.TREE else unknown(path)


def _about(text: Text, path: GitPath) -> Message:
    return Message(text, {"ref": printable(path.ref), "quoted": shlex.quote(path.ref)})


def _not_in_index(path: GitPath, kind: Kind) -> Message:
    found = staged(path.path, path.cwd, top=not path.relative)
    exact = [each for each in found if not each.below]
    if any(each.mode == SUBMODULE for each in exact):
        return _submodule(path)
    if any(each.stage != MERGED for each in exact):
        return Message(texts.CONFLICT, {"path": path.path})
    if kind is Kind.COMMIT:  # ``:/words`` is a search for a commit, as git reads it
        return Message(texts.NOT_A_FILE)
    near = next(_spellings(path), None)
    if near:
        return Message(texts.OTHER_PATH, {"near": near})
    return Message(texts.NOT_IN_INDEX, {"quoted": shlex.quote(_seen_from_here(path))})


def _not_there(path: GitPath) -> Message:
    """Return why a revision that is known does not hold a path."""
    for above in _on_the_way(path):
        if _is_submodule(above):
            return _submodule(above)
    near = next(_spellings(path), None) or _nearest(path)
    if near:
        return Message(texts.OTHER_PATH, {"near": near})
    return _about(texts.NOT_IN_REVISION, path)


def _spellings(path: GitPath) -> Iterator[str]:
    """Yield what the user may have meant, and is there: from the top, or from the folder here."""
    plain = posixpath.normpath(path.path.replace("\\", "/")).lstrip("/")
    refs = dict.fromkeys((path.ref, "")) if path.in_index else (path.ref,)
    for meant in (GitPath(ref, spelled) for ref in refs for spelled in (plain, f"./{plain}")):
        with suppress(InputError):
            if meant.in_git() != path.in_git() and meant.exists():
                yield str(meant)


def _nearest(path: GitPath) -> str | None:
    """Return the path of the same name elsewhere in a revision, else the one most alike."""
    names = output((*LISTING, path.ref), path.cwd).split("\0")[:MOST_NAMES]
    moved = [name for name in names if name and posixpath.basename(name) == path.name]
    near = moved if len(moved) == 1 else get_close_matches(path.path, names, 1)
    return f"{path.ref}:{near[0]}" if near else None


def _on_the_way(path: GitPath) -> Iterator[GitPath]:
    """Yield the folders that lead to a path, and itself."""
    above = path._replace(path="./" if path.relative else "", together=())
    for part in path.path.split("/"):
        above /= part
        yield above


def _is_submodule(path: GitPath) -> bool:
    """Tell whether the folder that holds a path says that it is a submodule.

    A tree is stored as mode, name and identifier of each entry (gitformat-pack, git-hash-object).
    """
    folder = path._replace(path=posixpath.dirname(path.path))
    data = folder.entry().data or b""
    return f"{SUBMODULE} ".encode() + os.fsencode(path.name) + b"\0" in data


def _submodule(path: GitPath) -> Message:
    folder = shlex.quote(_seen_from_here(path))
    return Message(texts.SUBMODULE, {"name": printable(path.name), "folder": folder})


def _seen_from_here(path: GitPath) -> str:
    """Return a path of the working tree from the current folder."""
    return Path(os.path.relpath(path.here() or path.path)).as_posix()
