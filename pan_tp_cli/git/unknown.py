"""Why git does not know a revision: its name, a clone that was cut, or what was not fetched."""

import re
import shlex
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from pan_tp_cli.git import texts
from pan_tp_cli.git.command import output
from pan_tp_cli.git.objects import Kind, look
from pan_tp_cli.git.path import GitPath
from pan_tp_cli.message import Message
from pan_tp_cli.text import printable

REFS: Final = ("for-each-ref", "--count=1000", "--format=%(refname:lstrip=2)")
KINDS_OF_REFS: Final = ("refs/heads", "refs/tags", "refs/remotes")
USUAL_REMOTE: Final = "origin"
_NAME_AND_WAY: Final = re.compile(r"(.+?)([~^].*|@\{.*)?", re.DOTALL)
"""A branch, tag or identifier, and the way from there: ``~5``, ``^2``, ``@{yesterday}``."""
_ABBREVIATED: Final = re.compile(r"[0-9a-f]{7,39}")
"""The beginning of an identifier, which no server knows what to make of."""


class Clone(NamedTuple):
    """What a repository knows of itself: its remotes, its names, and whether it was cut."""

    folder: Path
    remotes: Sequence[str]
    names: Sequence[str]
    shallow: bool


def unknown(path: GitPath) -> Message:
    """Return that the revision of a path is not known, and what helps. Raises GitError."""
    folder = path.cwd
    shallow = output(("rev-parse", "--is-shallow-repository"), folder).strip() == "true"
    names = output((*REFS, *KINDS_OF_REFS), folder).splitlines()
    clone = Clone(folder, output(("remote",), folder).splitlines(), names, shallow)
    text = texts.NO_FILE_AND_UNKNOWN if path.folder is None else texts.UNKNOWN
    return Message(text, {"ref": printable(path.ref), "advice": _advice(path.ref, clone)})


def _advice(ref: str, clone: Clone) -> Message:
    name, way = _split(ref)
    if look((f"{name}^{{tree}}",), clone.folder)[f"{name}^{{tree}}"].kind is Kind.TREE:
        return _too_far(ref, name, clone)
    for near in (f"{remote}/{name}" for remote in clone.remotes):
        if near in clone.names:
            return Message(texts.REMOTE_NAME, {"near": near + way})
    if not clone.names and not clone.remotes:
        return Message(texts.NO_COMMIT)
    advice = _fetch(ref, clone) if clone.remotes else Message(texts.LIST)
    near = next(iter(get_close_matches(name, clone.names, 1)), "")
    if not near:
        return advice
    cut = clone.shallow and bool(clone.remotes)  # likelier than a slip: most names are not there
    return Message(texts.OR_NEAR if cut else texts.NEAR, {"near": near + way, "advice": advice})


def _split(ref: str) -> tuple[str, str]:
    found = _NAME_AND_WAY.fullmatch(ref)
    return (found[1], found[2] or "") if found else (ref, "")


def _too_far(ref: str, name: str, clone: Clone) -> Message:
    """Return what helps where a name is known, but not the way that leads on from it."""
    if clone.shallow and clone.remotes:
        return Message(texts.SHALLOW, {"command": "git fetch --unshallow", "then": ref})
    return Message(texts.TOO_FAR, {"base": name, "quoted": shlex.quote(name)})


def _fetch(ref: str, clone: Clone) -> Message:
    """Return how to fetch a revision: what is fetched by its name is called FETCH_HEAD after."""
    remote = USUAL_REMOTE if USUAL_REMOTE in clone.remotes else clone.remotes[0]
    name, way = _split(ref)
    words = ["git", "fetch", *_depth(ref, clone), remote]
    then = ref
    if not _ABBREVIATED.fullmatch(name):
        words.append(shlex.quote(name.removeprefix(f"{remote}/")))
        then = f"FETCH_HEAD{way}"
    text = texts.SHALLOW if clone.shallow else texts.FETCH
    return Message(text, {"command": " ".join(words), "remote": remote, "then": then})


def _depth(ref: str, clone: Clone) -> Iterator[str]:
    """Yield the option by which a clone that was cut fetches no more than it needs."""
    name, way = _split(ref)
    if clone.shallow:
        yield "--unshallow" if way or _ABBREVIATED.fullmatch(name) else "--depth=1"
