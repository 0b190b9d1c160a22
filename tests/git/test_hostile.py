"""Repositories, names and variables that would run a program, write a file or ask a server."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from pan_tp_cli.fault import InputError
from pan_tp_cli.files import find, in_revision, meant, read, spelled
from pan_tp_cli.git import command, objects, texts
from pan_tp_cli.git.path import GitPath
from tests.repositories import commit, git, repository

REFUSED: Final = (
    "--upload-pack=touch run;x:plan.yaml",
    "--output=run:plan.yaml",
    "-cfoo:x",
    "-c:x",
    "--:plan.yaml",
    "main\nv1:plan.yaml",
    "main\x00:plan.yaml",
    "main:plan\x07.yaml",
    "main:plan.yaml\n",
)
"""What is never handed to git at all."""
NOT_THERE: Final = (
    "main..v1:plan.yaml",
    "main...:plan.yaml",
    "..:plan.yaml",
    "@{-9}:plan.yaml",
    "main@{999}:plan.yaml",
    "main@{:plan.yaml",
    "^main:plan.yaml",
    "main^{/:plan.yaml",
    "main:--output=run",
    "main:-c",
    "main::(top)plan.yaml",
    "main::(glob)**/plan.yaml",
    "main::!plan.yaml",
    "main:../plan.yaml",
    "main:../../etc/passwd",
    "main:/etc/passwd",
    "main:*.yaml",
    ":--output=run",
    "::(attr:x)plan.yaml",
    ":../plan.yaml",
    "ext::touch run:plan.yaml",
    "$(touch run):plan.yaml",
    "`touch run`:plan.yaml",
    "main;touch run:plan.yaml",
)
"""What git is asked for, and has not."""
OF_PROGRAMS: Final = (
    "alias.cat-file",
    "alias.ls-tree",
    "core.alternateRefsCommand",
    "core.askPass",
    "core.editor",
    "core.fsmonitor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "diff.external",
    "diff.d.command",
    "diff.d.textconv",
    "filter.f.clean",
    "filter.f.process",
    "filter.f.smudge",
    "gpg.program",
    "merge.m.driver",
    "pager.cat-file",
    "pager.for-each-ref",
    "pager.ls-files",
    "pager.ls-tree",
    "pager.remote",
    "remote.origin.uploadpack",
    "uploadpack.packObjectsHook",
)
"""Settings by which a repository names a program, as git-config(1) lists them."""
HOOKS: Final = (
    "fsmonitor-watchman",
    "post-checkout",
    "post-index-change",
    "pre-auto-gc",
    "query-watchman",
    "reference-transaction",
)
VARIABLES: Final = (
    "GIT_ASKPASS",
    "GIT_EDITOR",
    "GIT_EXTERNAL_DIFF",
    "GIT_PAGER",
    "GIT_PROXY_COMMAND",
    "GIT_SSH_COMMAND",
    "PAGER",
    "SSH_ASKPASS",
)


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """Return a file that is there once a program has been run."""
    return tmp_path / "trace"


@pytest.fixture
def program(tmp_path: Path, trace: Path) -> str:
    """Return a program that leaves a trace."""
    path = tmp_path / "program"
    path.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{trace}'\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def hostile(
    tmp_path: Path, program: str, trace: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Return a repository all of whose settings, hooks and attributes name the program."""
    folder = repository(tmp_path / "hostile", {"data/plan.yaml": "un\n"}, "v1")
    attributes = "* diff=d filter=f merge=m working-tree-encoding=UTF-16 ident\n"
    for name in HOOKS:
        (folder / ".git" / "hooks" / name).write_text(Path(program).read_text("utf-8"), "utf-8")
        (folder / ".git" / "hooks" / name).chmod(0o755)
    (folder / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
    for key in OF_PROGRAMS:
        git(folder, "config", key, program)
    for name in VARIABLES:
        monkeypatch.setenv(name, program)
    trace.unlink(missing_ok=True)
    monkeypatch.chdir(folder)
    yield folder
    assert [each.name for each in folder.iterdir()] == [".git", "data"]


def given(text: str) -> GitPath:
    path = meant(Path(text))
    assert isinstance(path, GitPath)
    return path


def why(text: str) -> str:
    """Return why a path is refused, in English."""
    path = meant(Path(text))
    if not isinstance(path, GitPath):  # not even read as a path in a revision
        return "no revision"
    with pytest.raises(InputError) as refusal:
        read(path)
    return refusal.value.faults[0].message.text.en


@pytest.mark.parametrize("text", REFUSED)
def test_names_that_are_never_handed_to_git(
    hostile: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_program", lambda: pytest.fail("git is run"))
    assert why(text) == texts.UNSAFE.en


@pytest.mark.parametrize("text", NOT_THERE)
def test_names_that_git_does_not_know(hostile: Path, trace: Path, text: str) -> None:
    assert why(text)
    assert not trace.exists()


def test_the_programs_of_a_repository_are_not_run(hostile: Path, trace: Path) -> None:
    """All that git is ever asked: contents, the index, lists of names, and what a clone knows."""
    assert read(given("v1:data/plan.yaml")) == b"un\n"
    assert read(given(":data/plan.yaml")) == b"un\n"
    assert given(":data").is_dir()
    assert find(Path("v1:data"), None).indicators is None
    assert read(in_revision(Path("data"), "v1") / "plan.yaml") == b"un\n"
    assert spelled(Path("v1")) == ("v1:data",)
    for text in ("v1:nope", "nope:data", ":nope", "v1:dta/plan.yaml", "v1~9:data", "v1:./x"):
        assert why(text)
    assert not trace.exists()


def test_the_same_programs_leave_a_trace_where_git_runs_them(hostile: Path, trace: Path) -> None:
    """A trap that cannot be sprung would prove nothing."""
    (hostile / "data" / "plan.yaml").write_text("deux\n", encoding="utf-8")
    for arguments in (("status",), ("diff",), ("show", "--textconv", "v1:data/plan.yaml")):
        trace.unlink(missing_ok=True)
        subprocess.run(["git", *arguments], cwd=hostile, capture_output=True, check=False)
        assert trace.exists(), arguments


def promised(folder: Path, source: Path, **settings: str) -> Path:
    """Return a clone without the contents of files, which git fetches when they are asked for."""
    git(source, "config", "uploadpack.allowFilter", "true")
    options = ("--quiet", "--no-checkout", "--filter=blob:none")
    git(source, "clone", *options, source.as_uri(), str(folder))
    for key, value in settings.items():
        git(folder, "config", key.replace("__", "."), value)
    return folder


@pytest.mark.parametrize("old", [False, True], ids=["git of today", "git before 2.39.4"])
def test_nothing_is_fetched_that_a_clone_was_only_promised(
    tmp_path: Path, trace: Path, program: str, old: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if old:
        monkeypatch.delitem(command.QUIET, "GIT_NO_LAZY_FETCH")
    source = repository(tmp_path / "source", {"data/plan.yaml": "un\n"})
    plain = promised(tmp_path / "plain", source)
    armed = promised(
        tmp_path / "armed", source, protocol__ext__allow="always", protocol__allow="always",
        remote__origin__url=f"ext::{program} %S",
    )  # fmt: skip
    for folder in (plain, armed):
        monkeypatch.chdir(folder)
        assert why("main:data/plan.yaml") == texts.PARTIAL.en
        assert not trace.exists()
        missing = git(folder, "rev-list", "--objects", "--missing=print", "main").split("\n")
        assert [line for line in missing if line.startswith("?")]
    subprocess.run(["git", "show", "main:data/plan.yaml"], capture_output=True, check=False)
    assert trace.exists()
    monkeypatch.chdir(plain)
    git(plain, "show", "main:data/plan.yaml")  # as the message says
    objects.look.cache_clear()
    assert read(given("main:data/plan.yaml")) == b"un\n"


def test_a_revision_is_what_its_name_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository may hold another object in the place of one, which git shows."""
    folder = repository(tmp_path, {"plan.yaml": "un\n"}, "v1")
    commit(folder, {"plan.yaml": "deux\n"})
    git(folder, "replace", "v1", "main")
    monkeypatch.chdir(folder)
    assert git(folder, "show", "v1:plan.yaml") == "deux\n"
    assert read(given("v1:plan.yaml")) == b"un\n"


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository(tmp_path, {"data/plan.yaml": "un\n", "data/indicators.yaml": "x" * 2**20})
    monkeypatch.chdir(folder)
    monkeypatch.setattr(objects, "MAX_BYTES", 9)
    names = ("main:data/indicators.yaml", "main:data/plan.yaml", "main:data")
    entries = objects.look(names, Path.cwd())
    assert [entries[name].data for name in names[:2]] == [None, b"un\n"]
    assert entries["main:data"].kind is objects.Kind.TREE


def test_the_environment_does_not_loosen_it() -> None:
    """git is run with what it needs to stay quiet, whatever the environment says."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (
            ("GIT_ALLOW_PROTOCOL", "ext:file"),
            ("GIT_NO_LAZY_FETCH", "0"),
            ("GIT_OPTIONAL_LOCKS", "1"),
            ("GIT_TERMINAL_PROMPT", "1"),
            ("LC_ALL", "fr_FR.UTF-8"),
        ):
            patch.setenv(name, value)
        environment = command._environment(elsewhere=False)
    assert {name: environment[name] for name in command.QUIET} == command.QUIET
