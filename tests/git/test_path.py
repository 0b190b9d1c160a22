from pathlib import Path

import pytest

from pan_tp_cli.git.path import GitPath, in_revision, parse
from tests.repositories import git

NAMES = ("plan.yaml", "indicators.yaml", "derogations.yaml")


@pytest.mark.parametrize(
    ("text", "ref", "path"),
    [
        ("main:data", "main", "data"),
        ("main:", "main", ""),
        ("main:.", "main", "./"),
        ("main:..", "main", "../"),
        ("main:./data", "main", "./data"),
        ("v1:a:b", "v1", "a:b"),
        (":data", "", "data"),
        (":", "", ""),
        (":2:data", ":2", "data"),
        (":2", "", "2"),
        (":4:data", "", "4:data"),
        ("HEAD@{12:30}:data", "HEAD@{12:30}", "data"),
        ("HEAD^{/a: b}:data", "HEAD^{/a: b}", "data"),
        ("a{b:data", "a{b", "data"),
        ("C:data", "C", "data"),
    ],
)
def test_what_stands_before_and_behind_the_colon(text: str, ref: str, path: str) -> None:
    assert parse(text) == GitPath(ref, path)


@pytest.mark.parametrize("text", ["data", "", "HEAD@{12:30}", "C:\\data", "c:/data"])
def test_what_is_no_path_in_a_revision(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("path", "inside", "beside"),
    [
        ("data", "data/x", "x"),
        ("", "x", "x"),
        ("./", "./x", "./x"),
        ("./data", "./data/x", "./x"),
        ("../", "../x", "../x"),
        ("a/plan.yaml", "a/plan.yaml/x", "a/x"),
    ],
)
def test_files_in_a_path_and_beside_it(path: str, inside: str, beside: str) -> None:
    given = GitPath("main", path)
    assert (given / "x", given.with_name("x")) == (GitPath("main", inside), GitPath("main", beside))


def test_it_is_shown_as_the_user_knows_it() -> None:
    assert str(GitPath("v1", "data/plan.yaml")) == "v1:data/plan.yaml"
    assert str(GitPath("v1", "./plan.yaml", Path("mon plan"))) == "v1:mon plan/plan.yaml"
    assert str(GitPath(":2", "data")) == ":2:data"


@pytest.mark.parametrize(
    ("ref", "path", "exists", "is_dir"),
    [
        ("main", "", True, True),
        ("main", "data", True, True),
        ("main", "./data", True, True),
        ("main", "data/plan.yaml", True, False),
        ("main", "links/in", True, True),
        ("main", "links/in/plan.yaml", True, False),
        ("main", "links/out", True, False),
        ("main", "links/nowhere", False, False),
        ("main", "other", False, False),
        ("v1", "links/in", False, False),
        ("main", "data/derogations.yaml", False, False),
        ("main", "mes données", True, True),
        ("none", "data", False, False),
        ("", "data/plan.yaml", True, False),
        ("", "data", False, True),
        ("", "./data", False, True),
        ("", "", False, True),
        ("", "dat", False, False),
        ("", "data/derogations.yaml", False, False),
    ],
)
def test_what_is_there(  # noqa: PLR0917
    history: Path, monkeypatch: pytest.MonkeyPatch, ref: str, path: str, exists: bool, is_dir: bool
) -> None:
    monkeypatch.chdir(history)
    given = GitPath(ref, path)
    assert (given.exists(), given.is_dir()) == (exists, is_dir)


@pytest.mark.parametrize(
    ("text", "exists"),
    [
        ("main:data", True),
        ("main:./plan.yaml", True),
        ("main:plan.yaml", False),
        ("main:../data", True),
        ("main:.", True),
        ("main:..", True),
        (":./plan.yaml", True),
        (":../data/plan.yaml", True),
    ],
)
def test_paths_are_from_the_top_unless_they_say_otherwise(
    history: Path, monkeypatch: pytest.MonkeyPatch, text: str, exists: bool
) -> None:
    monkeypatch.chdir(history / "data")
    given = parse(text)
    assert given is not None
    assert given.exists() is exists


def test_files_are_asked_for_together(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(history)
    names = GitPath("main", "data").with_companions(*NAMES).together
    assert names[0] == "main:data"
    assert set(names[1:]) == {f"main:{folder}{name}" for name in NAMES for folder in ("", "data/")}


@pytest.mark.parametrize(
    ("given", "ref", "shown", "held"),
    [
        ("data/plan.yaml", "v1", "v1:data/plan.yaml", "v1:./plan.yaml"),
        ("data", "v1", "v1:data", "v1:./"),
        (".", "v1", "v1:.", "v1:./"),
        ("data", "HEAD@{12:30}", "HEAD@{12:30}:data", "HEAD@{12:30}:./"),
        ("data/plan.yaml", "v1:plan.yaml", "v1:plan.yaml", "v1:plan.yaml"),
    ],
)
def test_the_same_plan_in_another_revision(
    history: Path, monkeypatch: pytest.MonkeyPatch, *, given: str, ref: str, shown: str, held: str
) -> None:
    monkeypatch.chdir(history)
    found = in_revision(Path(given), ref)
    assert (str(found), found.in_git()) == (shown, held)


@pytest.mark.parametrize("name", ["data", "data/plan.yaml"])
def test_the_plan_is_found_from_wherever_it_is_checked(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for folder in (history, history / "sub", tmp_path):
        monkeypatch.chdir(folder)
        assert in_revision(history / name, "v1").exists()
        assert not in_revision(history / name, "v2").exists()


def test_a_plan_in_a_revision_has_the_same_path_in_another() -> None:
    plan = GitPath("main", "data", None, ("main:data",))
    assert in_revision(plan, "v1") == GitPath("v1", "data")


def test_the_same_path_in_the_working_tree(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(history / "sub")
    assert GitPath("main", "data/plan.yaml").here() == history / "data" / "plan.yaml"
    assert GitPath("main", "./plan.yaml").here() == history / "sub" / "plan.yaml"
    assert GitPath(":2", "data").here() == history / "data"
    git(tmp_path, "init", "--quiet", "--bare")
    monkeypatch.chdir(tmp_path)
    assert GitPath("main", "data/plan.yaml").here() is None
