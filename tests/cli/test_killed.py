"""Each command that writes is killed at each of its steps: every file is the old or the new one."""

import ast
import os
import signal
from itertools import count
from pathlib import Path

import pytest

from tests import killing
from tests.projects import ROOT
from tests.writings import WRITINGS, Writing

PACKAGE = ROOT / "pan_tp_cli"
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes by fork")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@needs_fork
@pytest.mark.parametrize("writing", WRITINGS.values(), ids=WRITINGS)
def test_a_process_that_is_killed_leaves_whole_files(folder: Path, writing: Writing) -> None:
    outcome = killing.undisturbed(folder, writing)
    steps, leaving = 0, 0
    for step in count(1):
        killing.lay(folder, writing)
        code = killing.killed_at(step, writing)
        if code != -signal.SIGKILL:
            break
        assert killing.torn(folder, outcome) == [], step
        left = len(killing.leftovers(folder))
        assert left <= 1, step
        leaving += left
        assert killing.unsettled(folder, writing, outcome) == [], step
        steps += 1
    assert (code, killing.held(folder)) == (writing.code, outcome.new)
    # folder opened, file made, written, synced, closed, renamed, folder synced and closed
    assert steps >= 8 * len(writing.writes)
    # each file but the first is cleared of what the one before left, and has four such steps
    assert leaving >= 4 * len(writing.writes)


@needs_fork
def test_killing_at_random_tells_what_came_of_it() -> None:
    told = killing.kill_at_random(len(WRITINGS), seed=1)
    assert told.total() == len(WRITINGS)


@needs_fork
def test_a_torn_file_would_be_seen(folder: Path) -> None:
    writing = WRITINGS["recompute"]
    outcome = killing.undisturbed(folder, writing)
    for torn in (b"", outcome.new["plan.yaml"][:-1], outcome.old["plan.yaml"] + b"\n"):
        (folder / "plan.yaml").write_bytes(torn)
        assert killing.torn(folder, outcome) == ["plan.yaml"]
    (folder / "plan.yaml").unlink()
    assert killing.torn(folder, outcome) == ["plan.yaml"]


WRITERS = {
    "swapping.py": {"open", "unlink"},
    "replacing.py": {"write_bytes", "mkdir"},
    "cli/step_summary.py": {"open"},
    "cli/terminal.py": {"open"},
}
"""The modules that change files, and by which calls; a terminal opens the null device."""
CHANGES = {
    "open", "fdopen", "write_text", "write_bytes", "mkdir", "makedirs", "unlink", "rename",
    "renames", "rmtree", "rmdir", "touch", "truncate", "copyfile", "copy2", "symlink_to",
    "hardlink_to", "NamedTemporaryFile", "mkstemp",
}  # fmt: skip
"""Calls by which files change, but for those whose names texts and lists have too."""


def calls(source: Path) -> set[str]:
    """Return the calls in a module by which it may change files."""
    found = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            found |= {name} & CHANGES
    return found


def test_files_are_written_in_one_place_alone() -> None:
    found = {path.relative_to(PACKAGE).as_posix(): calls(path) for path in PACKAGE.rglob("*.py")}
    assert {name: names for name, names in found.items() if names} == WRITERS
