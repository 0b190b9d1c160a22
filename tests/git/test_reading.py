"""What is read, and what is said where nothing is: texts by name, and the commands that help."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pan_tp_cli.fault import InputError
from pan_tp_cli.git import objects, texts
from pan_tp_cli.git.path import GitPath, in_revision, parse
from pan_tp_cli.git.reading import read
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text
from tests.repositories import clone, commit, git, put, repository


@pytest.fixture
def here(history: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(history)
    return history


def given(text: str) -> GitPath:
    path = parse(text)
    assert path is not None
    return path


def refused(path: GitPath) -> Message:
    """Return why a path is not read."""
    with pytest.raises(InputError) as caught:
        read(path)
    (fault,) = caught.value.faults
    return fault.message


def said(path: GitPath) -> tuple[Text, str]:
    """Return the text of a refusal, and the same in English with its values."""
    message = refused(path)
    return message.text, message.render(Lang.EN)


def test_in_a_shallow_clone_its_cut_comes_before_a_slip(history: Path, tmp_path: Path) -> None:
    cut = clone(history, tmp_path / "cut", "--depth=1")
    text, words = said(GitPath("mian", "data/plan.yaml", cut))
    assert text is texts.UNKNOWN
    assert "this clone is shallow, run" in words
    assert words.endswith("; if it is not that, did you mean 'main'?")
    _, words = said(GitPath("mian", "data/plan.yaml", history))
    assert "did you mean 'main'? if not, " in words


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("v1:data/plan.yaml", b"un\n"),
        ("main:data/plan.yaml", b"deux\n"),
        ("HEAD~2:data/plan.yaml", b"un\n"),
        ("HEAD^{tree}:data/plan.yaml", b"deux\n"),
        (":data/plan.yaml", b"trois\n"),
        (":0:data/plan.yaml", b"trois\n"),
        ("main:mes données/plan.yaml", "été\r\n".encode()),
        ("main:links/in/plan.yaml", b"deux\n"),
        ("main:./data/../data/plan.yaml", b"deux\n"),
    ],
)
def test_bytes_are_those_of_the_revision(here: Path, text: str, data: bytes) -> None:
    assert read(given(text)) == data


def test_the_same_plan_is_read_where_it_is(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("sub")
    assert read(in_revision(Path("../data/plan.yaml"), "v1")) == b"un\n"
    assert read(in_revision(Path("../data"), "v1") / "plan.yaml") == b"un\n"


def test_no_program_of_the_repository_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same programs do run where git is asked to show the file to a person."""
    folder = repository(tmp_path, {"plan.yaml": "a\n"})
    program = f"touch '{tmp_path}/run'; cat"
    for key in ("diff.d.textconv", "diff.d.command", "diff.external", "core.fsmonitor"):
        git(folder, "config", key, program)
    git(folder, "config", "filter.f.smudge", program)
    git(folder, "config", "core.autocrlf", "true")
    put(folder, {".gitattributes": "*.yaml diff=d filter=f\n"})
    monkeypatch.chdir(folder)
    assert read(given("main:plan.yaml")) == b"a\n"
    assert read(given(":plan.yaml")) == b"a\n"
    assert not given(":none.yaml").is_dir()
    assert not (tmp_path / "run").exists()
    git(folder, "show", "--textconv", "main:plan.yaml")
    assert (tmp_path / "run").exists()


def test_what_is_large_is_refused_and_what_is_beside_it_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objects, "MAX_BYTES", 4)
    plan = given("main:data/plan.yaml")
    plan = plan._replace(together=("main:data/plan.yaml", "v1:data/plan.yaml"))
    assert refused(plan).text == texts.TOO_LARGE
    assert read(plan._replace(ref="v1")) == b"un\n"


@pytest.mark.parametrize(
    ("text", "why", "helps"),
    [
        ("main:data", texts.FOLDER, ""),
        ("main:links/out", texts.LINK_OUTSIDE, ""),
        ("main:links/nowhere", texts.LINK_NOWHERE, "git ls-tree -r --name-only --full-tree main"),
        ("main:links/me", texts.LINK_NOWHERE, "git ls-tree"),
        (":links/out", texts.LINK_IN_INDEX, ""),
        ("main:other", texts.SUBMODULE, "'cd other'"),
        ("main:other/plan.yaml", texts.SUBMODULE, "'cd other'"),
        ("main:./other/plan.yaml", texts.SUBMODULE, "'cd other'"),
        (":other", texts.SUBMODULE, "'cd other'"),
        (":/Relu", texts.NOT_A_FILE, "REVISION:path"),
        (":nope", texts.NOT_IN_INDEX, "'git add nope'"),
        (":./nope et non", texts.NOT_IN_INDEX, "git add 'nope et non'"),
        (":2:data/plan.yaml", texts.OTHER_PATH, "':data/plan.yaml'"),
        ("main:nope", texts.NOT_IN_REVISION, "git ls-tree -r --name-only --full-tree main"),
        ("HEAD~1:nope", texts.NOT_IN_REVISION, "--full-tree 'HEAD~1'"),
        ("main:zzz/yyy", texts.NOT_IN_REVISION, ""),
        ("main:data/plna.yaml", texts.OTHER_PATH, "'main:data/plan.yaml'"),
        ("main:indicators.yaml", texts.OTHER_PATH, "'main:data/indicators.yaml'"),
        ("main:data\\plan.yaml", texts.OTHER_PATH, "'main:data/plan.yaml'"),
        ("v1:links/in/plan.yaml", texts.OTHER_PATH, "v1:"),
        ("mian:data", texts.NO_FILE_AND_UNKNOWN, "did you mean 'main'? if not, 'git branch --all'"),
        ("mian~2:data", texts.NO_FILE_AND_UNKNOWN, "did you mean 'main~2'?"),
        ("zzz:data", texts.NO_FILE_AND_UNKNOWN, "'zzz': 'git branch --all' and 'git tag' list"),
        ("v1~9:data", texts.NO_FILE_AND_UNKNOWN, "'git log --oneline v1'"),
        ("https://example.org/plan.yaml", texts.NO_FILE_AND_UNKNOWN, "no file of this name"),
        ("main:../data", texts.REFUSED, "is outside repository"),
        ("-c:data", texts.UNSAFE, ""),
        ("--upload-pack=touch x:data", texts.UNSAFE, ""),
        ("main\nv1:data", texts.UNSAFE, ""),
        ("main:da\nta", texts.UNSAFE, ""),
    ],
)
def test_why_nothing_is_read(here: Path, text: str, why: Text, helps: str) -> None:
    found, words = said(given(text))
    assert found == why
    assert helps in words


def test_a_path_from_a_subfolder_is_proposed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("data")
    assert "'main:./plan.yaml'" in said(given("main:plan.yaml"))[1]
    assert "':./plan.yaml'" in said(given(":plan.yaml"))[1]
    assert "'main:data'" in said(given("main:./data"))[1]
    assert "'cd ../other'" in said(given("main:other"))[1]


def test_a_plan_that_was_elsewhere_is_named_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(tmp_path, {"archives/atelier 2019/plan.yaml": "a\n"}, "v1")
    (tmp_path / "archives" / "atelier 2019").rename(tmp_path / "new")
    commit(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    text, words = said(in_revision(Path("new/plan.yaml"), "v1"))
    assert (text, "'v1:archives/atelier 2019/plan.yaml'" in words) == (texts.OTHER_PATH, True)
    assert read(in_revision(Path("new/plan.yaml"), "v1:archives/atelier 2019/plan.yaml")) == b"a\n"


def test_a_conflict_has_two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path, {"plan.yaml": "a\n"})
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    commit(tmp_path, {"plan.yaml": "b\n"})
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"plan.yaml": "c\n"})
    subprocess.run(["git", "merge", "other"], cwd=tmp_path, capture_output=True, check=False)
    monkeypatch.chdir(tmp_path)
    text, words = said(given(":plan.yaml"))
    assert (text, "':2:plan.yaml'" in words) == (texts.CONFLICT, True)
    assert said(given(":0:plan.yaml"))[0] == texts.CONFLICT
    assert [read(given(f":{stage}:plan.yaml")) for stage in (1, 2, 3)] == [b"a\n", b"c\n", b"b\n"]


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """Return a repository with three revisions on main, and a branch and a tag beside it."""
    folder = repository(tmp_path / "server", {"plan.yaml": "un\n"}, "v1")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(folder, "checkout", "--quiet", "-b", "dev")
    commit(folder, {"plan.yaml": "dev\n"}, "v1-dev")
    git(folder, "checkout", "--quiet", "main")
    commit(folder, {"plan.yaml": "deux\n"})
    commit(folder, {"plan.yaml": "trois\n"})
    return folder


@pytest.mark.parametrize(
    ("ref", "command", "then", "data"),
    [
        ("v1", "git fetch --depth=1 origin v1", "FETCH_HEAD", b"un\n"),
        ("dev", "git fetch --depth=1 origin dev", "FETCH_HEAD", b"dev\n"),
        ("origin/dev", "git fetch --depth=1 origin dev", "FETCH_HEAD", b"dev\n"),
        ("v1-dev~1", "git fetch --unshallow origin v1-dev", "FETCH_HEAD~1", b"un\n"),
        ("HEAD~2", "git fetch --unshallow", "HEAD~2", b"un\n"),
        ("SHORT", "git fetch --unshallow origin", "SHORT", b"un\n"),
        ("LONG", "git fetch --depth=1 origin LONG", "FETCH_HEAD", b"un\n"),
    ],
)
def test_the_command_for_a_shallow_clone_brings_the_revision(
    server: Path, monkeypatch: pytest.MonkeyPatch, *, ref: str, command: str, then: str, data: bytes
) -> None:
    identifier = git(server, "rev-parse", "v1").strip()
    for word, value in (("SHORT", identifier[:8]), ("LONG", identifier)):
        ref, command, then = (each.replace(word, value) for each in (ref, command, then))
    folder = clone(server, server.parent / "clone", "--depth=1")
    monkeypatch.chdir(folder)
    words = said(GitPath(ref, "plan.yaml"))[1]
    assert f"this clone is shallow, run '{command}', then write '{then}'" in words
    git(folder, *command.split()[1:])
    objects.look.cache_clear()
    assert read(GitPath(then, "plan.yaml")) == data


def test_a_branch_that_is_known_by_its_remote_is_named(
    server: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone(server, server.parent / "clone"))
    assert said(GitPath("dev", "plan.yaml"))[1].endswith(": write 'origin/dev'")
    assert read(GitPath("origin/dev", "plan.yaml")) == b"dev\n"


def test_what_was_not_fetched_can_be(server: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = clone(server, server.parent / "clone")
    git(server, "tag", "atelier-2")
    monkeypatch.chdir(folder)
    words = said(GitPath("atelier-2", "plan.yaml"))[1]
    assert "'git fetch origin atelier-2' asks 'origin' for it (then write 'FETCH_HEAD')" in words
    git(folder, "fetch", "origin", "atelier-2")
    objects.look.cache_clear()
    assert read(GitPath("FETCH_HEAD", "plan.yaml")) == b"trois\n"


def alike() -> tuple[str, str, str]:
    """Return two texts whose identifiers begin with the same four digits, and these."""
    seen: dict[str, str] = {}
    for text in map(str, range(10000)):
        start = hashlib.sha1(f"blob {len(text)}\0{text}".encode()).hexdigest()[:4]
        if start in seen:
            return start, seen[start], text
        seen[start] = text
    raise AssertionError


def test_the_first_digits_of_several_identifiers_are_not_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, one, other = alike()
    repository(tmp_path, {"one": one, "other": other})
    monkeypatch.chdir(tmp_path)
    text, words = said(GitPath(start, "plan.yaml"))
    assert text == texts.AMBIGUOUS
    assert f"git rev-parse --disambiguate={start}" in words


def test_a_repository_without_commits_still_has_an_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "--quiet")
    put(tmp_path, {"plan.yaml": "a\n"})
    git(tmp_path, "add", "plan.yaml")
    monkeypatch.chdir(tmp_path)
    assert "has no commit yet" in said(given("HEAD:plan.yaml"))[1]
    assert read(given(":plan.yaml")) == b"a\n"


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert refused(given("main:data")).text == texts.NO_REPOSITORY


def test_a_bare_repository_has_revisions_but_no_folder_here(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone(here, tmp_path / "bare", "--bare"))
    assert read(given("main:data/plan.yaml")) == b"deux\n"
    assert said(given("main:./data"))[0] == texts.REFUSED


def test_what_git_says_of_a_foreign_repository_is_passed_on(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_TRACE", "1")
    text, words = said(given("main:data"))
    assert (text, len(words.splitlines())) == (texts.REFUSED, 1)
    assert words.startswith("git cannot answer: detected dubious ownership")
    assert f"git config --global --add safe.directory {here}" in words


def test_without_git(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{here}/none{os.pathsep}.")
    assert refused(given("main:data/plan.yaml")).text == texts.NO_GIT


def test_a_program_in_the_current_folder_is_not_taken_for_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(tmp_path, {"plan.yaml": "a\n"})
    put(tmp_path, {"git": f"#!/bin/sh\ntouch '{tmp_path}/run'\n"})
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    real = Path(shutil.which("git") or "").parent
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{real}")
    assert read(given("main:plan.yaml")) == b"a\n"
    assert not (tmp_path / "run").exists()


def test_a_program_that_is_not_git_is_told(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"git": "neither a script nor a program"})
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(given("main:data/plan.yaml")).text == texts.NOT_STARTED


def test_a_program_that_does_not_answer_is_not_waited_for(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"git": "#!/bin/sh\necho\nwhile read -r line; do :; done\n"})
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert said(given("main:data/plan.yaml")) == (texts.REFUSED, "git cannot answer: …")


def test_the_hook_of_one_repository_may_check_a_plan_of_another(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git tells its hooks by variables which repository and which index they are about."""
    other = repository(tmp_path, {"data/plan.yaml": "autre\n"}, "v1")
    monkeypatch.chdir(other)
    git(other, "read-tree", "--index-output=.git/next", "--empty")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next")
    assert read(given("v1:data/plan.yaml")) == b"autre\n"
    assert not given(":data/plan.yaml").exists()
    assert read(in_revision(here / "data" / "plan.yaml", "v1")) == b"un\n"
