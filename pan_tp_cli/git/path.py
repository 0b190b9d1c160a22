"""A path in a git revision, ``REF:path``, which stands where a file is meant."""

import posixpath
import re
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.git import command, objects, texts
from pan_tp_cli.git.index import staged
from pan_tp_cli.git.objects import Entry, Kind
from pan_tp_cli.message import Message
from pan_tp_cli.text import printable

_REF_AND_PATH: Final = re.compile(r"(:[0-3]|(?>(?:\{[^}]*\}|[^:])*)):(.*)", re.DOTALL)
"""As git reads it: a stage of the index, or all before the first colon outside of braces."""
_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")
_RELATIVE: Final = ("./", "../")
_FOLDERS: Final = {".": "./", "..": "../"}
"""Folders that git takes for relative ones only if they end with a slash."""
_UNSAFE: Final = re.compile(r"-|.*[\x00-\x1f\x7f]", re.DOTALL)
THERE: Final = frozenset({Kind.BLOB, Kind.TREE, Kind.SYMLINK})


class GitPath(NamedTuple):
    """A path in a revision, or in the index where `ref` is empty or one of its stages.

    `path` is read as git does, from the top of the repository unless it begins with ``./`` or
    ``../``; `folder` is where git is run, None for the current one. `together` are the names that
    git is asked for in one go. The methods are those of Path, as far as a plan needs them; they
    raise InputError where git cannot be asked.
    """

    ref: str
    path: str
    folder: Path | None = None
    together: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.ref}:{self.shown}"

    def __truediv__(self, name: str) -> "GitPath":
        return self._replace(path=posixpath.join(self.path, name))

    @property
    def name(self) -> str:
        """Return the last part of the path."""
        return posixpath.basename(self.path)

    @property
    def shown(self) -> str:
        """Return the path as the user knows it."""
        return self.path if self.folder is None else (self.folder / self.path).as_posix()

    @property
    def in_index(self) -> bool:
        """Tell whether the index is meant, and not a revision."""
        return not self.ref or self.ref.startswith(":")

    @property
    def relative(self) -> bool:
        """Tell whether the path starts at the folder, and not at the top of the repository."""
        return self.path.startswith(_RELATIVE)

    @property
    def cwd(self) -> Path:
        """Return where git is run, from the root."""
        return Path.cwd() / (self.folder or "")

    def with_name(self, name: str) -> "GitPath":
        """Return the path beside this one."""
        return self._replace(path=posixpath.join(posixpath.dirname(self.path), name))

    def with_companions(self, *names: str) -> "GitPath":
        """Return the same path, asked for together with files in it and beside it."""
        near = [self, *(self / name for name in names), *map(self.with_name, names)]
        return self._replace(together=tuple(dict.fromkeys(each.in_git() for each in near)))

    def in_git(self) -> str:
        """Return what git calls the path, in its folder."""
        return f"{self.ref}:{self.path}"

    def entry(self) -> Entry:
        """Return what git holds there. Raises InputError where git cannot be asked."""
        shown, name = printable(str(self)), self.in_git()
        if _UNSAFE.match(name):
            raise InputError(Fault(shown, Message(texts.UNSAFE)))
        names = self.together if name in self.together else (name,)
        try:
            return objects.look(names, self.cwd)[name]
        except command.GitError as error:
            raise InputError(Fault(shown, error.message)) from None

    def exists(self) -> bool:
        """Tell whether there is a file or a folder."""
        return self.entry().kind in THERE

    def is_dir(self) -> bool:
        """Tell whether there is a folder; the index has none but those that its files are in."""
        kind = self.entry().kind
        if kind is Kind.MISSING and self.in_index:
            return any(each.below for each in staged(self.path, self.cwd, top=not self.relative))
        return kind is Kind.TREE

    def here(self) -> Path | None:
        """Return the same path in the working tree; None where there is none."""
        start = self.cwd if self.relative else command.top(self.cwd)
        return start and start / self.path


AnyPath: TypeAlias = Path | GitPath
"""Where a file is: in a folder, or in a git revision."""


def parse(text: str) -> GitPath | None:
    """Read ``REF:path`` from the current folder; None where a text is nothing like it."""
    found = _REF_AND_PATH.fullmatch(text)
    if found is None or _DRIVE.match(text):
        return None
    ref, path = found.groups()
    return GitPath(ref, _FOLDERS.get(path, path))


def in_revision(plan: AnyPath, ref: str) -> GitPath:
    """Return the same plan in another revision of its repository.

    A `ref` that is ``REF:path`` itself is taken as it is: the plan may have been elsewhere.
    """
    given = parse(ref)
    if given is not None:
        return given
    if isinstance(plan, GitPath):
        return plan._replace(ref=ref, together=())
    if plan.is_dir():
        return GitPath(ref, "./", plan)
    return GitPath(ref, f"./{plan.name}", plan.parent)
