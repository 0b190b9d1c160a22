"""What git holds under a name such as ``main:data/plan.yaml``: one process for several names."""

import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from pan_tp_cli.encoding import MAX_BYTES
from pan_tp_cli.git.command import Streams, conversation, refusal

BATCH: Final = ("cat-file", "--batch", "--follow-symlinks")
"""Contents as they are stored: no conversion, filter or program of the repository is run.

Names are read from standard input, where none can be taken for an option.
"""


class Kind(StrEnum):
    """What a name leads to, as git calls it; only the first four are objects."""

    BLOB = "blob"
    TREE = "tree"
    COMMIT = "commit"
    TAG = "tag"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    SUBMODULE = "submodule"
    SYMLINK = "symlink"  # one that leads out of the revision: all others are followed
    DANGLING = "dangling"
    LOOP = "loop"
    NOTDIR = "notdir"


class Entry(NamedTuple):
    """What a name leads to, and its bytes; None where they are more than may be read."""

    kind: Kind
    data: bytes | None = b""


@cache
def look(names: tuple[str, ...], folder: Path) -> Mapping[str, Entry]:
    """Ask git for several names, in a folder, once: what was found is what is read.

    Raises GitError where git cannot be run, or ends before it has answered.
    """
    found: dict[str, Entry] = {}
    asked = list(dict.fromkeys(names))
    while len(found) < len(asked):
        found |= _asked(asked[len(found) :], folder)
    return found


def _asked(names: Sequence[str], folder: Path) -> dict[str, Entry]:
    """Return what git answers for names up to one that it holds too much for, which is not read."""
    found: dict[str, Entry] = {}
    with conversation(BATCH, folder) as git:
        for name in names:
            answer = _ask(git, name)
            if answer is not None:
                found[name] = answer
            if answer is None or answer.data is None:
                git.questions.close()  # both, lest git and this process wait for each other
                git.answers.close()
                break
        if answer is None:
            raise refusal(git.complaints.read(), folder)
    return found


def _ask(git: Streams, name: str) -> Entry | None:
    """Return what git answers for a name; None where it has ended."""
    try:
        # past the buffer: what is left in it would fail again when the stream is closed
        os.write(git.questions.fileno(), os.fsencode(name) + b"\n")
    except OSError:
        return None
    *_, kind, size = b"", *git.answers.readline().rstrip(b"\n").split(b" ")
    if size.isdigit():
        data = git.answers.read(int(size) + 1)[:-1] if int(size) <= MAX_BYTES else None
        return Entry(Kind(kind.decode()), data)
    return Entry(Kind(size.decode())) if size else None
