"""git as a process: which program, in which environment, with arguments that no shell reads."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

from pan_tp_cli.git import texts
from pan_tp_cli.message import Message
from pan_tp_cli.text import one_line, printable

NAME: Final = "git.exe" if os.name == "nt" else "git"
ALWAYS: Final = (
    "--no-pager",
    "--no-replace-objects",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.bigFileThreshold=64m",
)  # fmt: skip
"""No program of the repository is run, a revision is what its name says, and large files stream."""
QUIET: Final = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
"""Messages are quoted in English, nobody is asked for a password, nothing is locked or fetched.

git before 2.39.4 does not know GIT_NO_LAZY_FETCH; the list of protocols, in which there is none,
keeps it from any server all the same, and a repository cannot override it as `protocol.allow`.
"""
FATAL: Final = "fatal: "
SILENT: Final = "…"
"""The reason of a git that ended without giving one, as when the system stops it."""
REPOSITORY: Final = ".git"
"""What the folder at the top of a working tree holds."""
PROMISED: Final = ("config", "--get-regexp", r"^remote\..*\.promisor$", "true")
"""Asks for the servers that promised what a partial clone lacks, and without which git ends."""
IN_REPOSITORY: Final = ("rev-parse", "--git-dir")
GIT_DIR: Final = "GIT_DIR"
OF_ONE_REPOSITORY: Final = frozenset(
    {
        GIT_DIR,
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_COMMON_DIR",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    }
)
"""Variables that lead git to one repository, as in its hooks; that of the plan may be another."""


class GitError(Exception):
    """git could not be run, or ended before it had answered; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Streams(NamedTuple):
    """A process of git: what it is asked, what it answers and what it complains of."""

    questions: IO[bytes]
    answers: IO[bytes]
    complaints: IO[bytes]


@contextmanager
def conversation(arguments: Sequence[str], folder: Path) -> Iterator[Streams]:
    """Run git in a folder as long as it is talked to. Raises GitError where it cannot be run."""
    with _started(arguments, folder, subprocess.PIPE) as process:
        if process.stdin and process.stdout and process.stderr:
            yield Streams(process.stdin, process.stdout, process.stderr)


def output(arguments: Sequence[str], folder: Path) -> str:
    """Return what git writes, in part or not at all where it fails: what only helps a message."""
    with _started(arguments, folder, subprocess.DEVNULL) as process:
        return os.fsdecode(process.communicate()[0])


def _started(arguments: Sequence[str], folder: Path, stdin: int) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    environment = _environment(elsewhere=folder != Path.cwd())
    try:
        return subprocess.Popen(
            [_program(), *ALWAYS, *arguments],
            cwd=folder,
            env=environment,
            stdin=stdin,
            stdout=pipe,
            stderr=pipe,
        )
    except OSError as error:
        shown = {"reason": error.strerror or str(error)}
        raise GitError(Message(texts.NOT_STARTED, shown)) from None


def _program() -> str:
    """Return where git is, by PATH alone: Windows would look into the current folder first."""
    folders = [Path(each) for each in os.get_exec_path()]
    for found in (each / NAME for each in folders if each.is_absolute()):
        if found.is_file() and os.access(found, os.X_OK):
            return str(found)
    raise GitError(Message(texts.NO_GIT))


def _environment(*, elsewhere: bool) -> dict[str, str]:
    """Return the environment of git, which elsewhere finds the repository by the folder alone."""
    dropped = OF_ONE_REPOSITORY if elsewhere else frozenset[str]()
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | QUIET


def refusal(complaint: bytes, folder: Path) -> GitError:
    """Return why git ended before it had answered, by what it wrote to standard error.

    Its exit code does not tell a folder outside of any repository from a repository that git
    refuses to read, for which it says itself what to do.
    """
    if GIT_DIR not in os.environ and not output(IN_REPOSITORY, folder) and top(folder) is None:
        return GitError(Message(texts.NO_REPOSITORY))
    if output(PROMISED, folder).strip():
        return GitError(Message(texts.PARTIAL))
    said = complaint.decode("utf-8", "replace")
    reason = printable(one_line(said.rpartition(FATAL)[2])) or SILENT
    return GitError(Message(texts.REFUSED, {"reason": reason}))


def top(folder: Path) -> Path | None:
    """Return the top of the working tree that a folder is in; None where it is in none."""
    folders = [folder, *folder.parents]
    return next((each for each in folders if (each / REPOSITORY).exists()), None)
