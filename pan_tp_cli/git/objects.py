"""What git holds under a name such as ``main:data/plan.yaml``: one process for several names."""

import os
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import IO, Final, NamedTuple

from pan_tp_cli.encoding import MAX_BYTES
from pan_tp_cli.git.command import Streams, conversation, refusal

BATCH: Final = ("cat-file", "--batch", "--follow-symlinks")
"""Contents as they are stored: no conversion, filter or program of the repository is run.

Names are read from standard input, where none can be taken for an option.
"""
CHUNK: Final = 1024 * 1024


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
    with conversation(BATCH, folder) as git:
        found = {name: answer for name in names if (answer := _ask(git, name))}
        if len(found) < len(set(names)):
            git.questions.close()  # both, lest git and this process wait for each other
            git.answers.close()
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
        return Entry(Kind(kind.decode()), _content(git.answers, int(size)))
    return Entry(Kind(size.decode())) if size else None


def _content(stream: IO[bytes], size: int) -> bytes | None:
    """Read the bytes of an object and the line end behind them; pass over those of a large one."""
    if size <= MAX_BYTES:
        return stream.read(size + 1)[:-1]
    for start in range(0, size + 1, CHUNK):
        stream.read(min(CHUNK, size + 1 - start))
    return None
