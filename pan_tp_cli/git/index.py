"""What the index of a repository holds, with what its objects do not say of themselves."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from pan_tp_cli.git.command import output

LISTING: Final = ("ls-files", "--stage", "-z")
LINK: Final = "120000"
SUBMODULE: Final = "160000"
MERGED: Final = "0"


class Staged(NamedTuple):
    """A file of the index: its mode, its stage (0 but in a conflict), and whether it is below."""

    mode: str
    stage: str
    below: bool


def staged(path: str, folder: Path, *, top: bool) -> Iterator[Staged]:
    """Yield what the index holds at a path or below it, from the top of the repository or not."""
    magic = (":(top,literal)", "--full-name") if top else (":(literal)", "--")
    listed = output((*LISTING, magic[1], "--", magic[0] + path), folder)
    own = posixpath.normpath(path)
    for line in listed.split("\0")[:-1]:
        about, _, name = line.partition("\t")
        mode, _, stage = about.split(" ")
        yield Staged(mode, stage, name != own)
