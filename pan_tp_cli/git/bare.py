"""Revisions written where a file is meant, ``v1`` or ``v1..v2``: how to write what was meant."""

import posixpath
import re
from contextlib import suppress
from typing import Final

from pan_tp_cli.fault import InputError
from pan_tp_cli.git.command import output
from pan_tp_cli.git.path import GitPath

_RANGE: Final = re.compile(r"(.+?)\.\.\.?(.+)", re.DOTALL)
"""Two revisions as git log takes them, ``v1..v2`` or ``v1...v2``."""
LISTING: Final = ("ls-tree", "-r", "-z", "--name-only", "--full-tree")


def spelled(text: str, folder: str, plan: str) -> tuple[str, ...]:
    """Return how to write the plan of a revision, or of each of two with dots in between.

    Nothing where a text is neither. `folder` is where a plan usually is, and `plan` its file.
    """
    ends = _RANGE.fullmatch(text)
    for refs in ((text,), ends.groups() if ends else ()):
        if refs and all(map(_is_known, refs)):
            return tuple(near(ref, folder, plan) or f"{ref}:{folder}" for ref in refs)
    return ()


def near(ref: str, folder: str, plan: str) -> str | None:
    """Return where a revision holds a plan, as ``REF:folder``; None where it holds none.

    That is the usual folder, from the top or from here, or else the only one that holds a plan.
    """
    for path in (GitPath(ref, each) for each in (folder, f"./{folder}", "./")):
        with suppress(InputError):
            if (path / plan).exists():
                return str(path)
    names = output((*LISTING, ref), GitPath(ref, "").cwd).split("\0")
    folders = [posixpath.dirname(name) for name in names if posixpath.basename(name) == plan]
    return f"{ref}:{folders[0] or plan}" if len(folders) == 1 else None


def _is_known(ref: str) -> bool:
    """Tell whether git knows a revision; not where there is no git, or no repository."""
    with suppress(InputError):
        return GitPath(ref, "").is_dir()
    return False
