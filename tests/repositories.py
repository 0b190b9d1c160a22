"""Repositories made by the real git, apart from the configuration of whoever runs the tests."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

AUTHOR = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Awa",
    "GIT_AUTHOR_EMAIL": "awa@example.org",
    "GIT_COMMITTER_NAME": "Awa",
    "GIT_COMMITTER_EMAIL": "awa@example.org",
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it writes."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, folders and all, in UTF-8."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def commit(folder: Path, files: Mapping[str, str], *tags: str) -> None:
    """Write files, commit them with all else that changed, and name the revision by tags."""
    put(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Relu")
    for tag in tags:
        git(folder, "tag", tag)


def repository(folder: Path, files: Mapping[str, str], *tags: str) -> Path:
    """Make a repository with one commit on its branch main."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, files, *tags)
    return folder


def clone(source: Path, folder: Path, *options: str) -> Path:
    """Clone a repository as from a server, so that the clone may be shallow."""
    git(source, "clone", "--quiet", *options, source.as_uri(), str(folder))
    return folder


def alone() -> Iterator[pytest.MonkeyPatch]:
    """Leave out of the environment what leads git elsewhere: tests may run in one of its hooks."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [each for each in os.environ if each.startswith("GIT_")]:
            patch.delenv(name)
        for name, value in AUTHOR.items():
            patch.setenv(name, value)
        yield patch
