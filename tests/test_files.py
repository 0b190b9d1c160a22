import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pan_tp_cli import files, system_errors
from pan_tp_cli.checked import Origin
from pan_tp_cli.encoding import MAX_BYTES
from pan_tp_cli.fault import InputError
from pan_tp_cli.git import command, objects, texts
from pan_tp_cli.git.path import GitPath
from pan_tp_cli.text import Lang, Text, printable
from tests.repositories import alone, clone, commit, repository


def refusal(error: pytest.ExceptionInfo[InputError]) -> tuple[str, Text]:
    (fault,) = error.value.faults
    return fault.file, fault.message.text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_stands_for_the_files_in_it(folder: Path) -> None:
    (folder / "p").mkdir()
    (folder / "p" / "plan.yaml").touch()
    (folder / "p" / "indicators.yaml").touch()
    assert files.find(Path("p"), None) == files.Paths(
        Path("p/plan.yaml"), Path("p/indicators.yaml"), Origin.GIVEN
    )


def test_the_framework_given_wins_over_the_one_beside_the_plan(folder: Path) -> None:
    (folder / "plan.yaml").touch()
    (folder / "indicators.yaml").touch()
    paths = files.find(Path("plan.yaml"), Path("other.yaml"))
    assert paths.indicators == Path("other.yaml")


def test_no_framework_beside_the_plan_is_none(folder: Path) -> None:
    (folder / "plan.yaml").touch()
    assert files.find(Path("plan.yaml"), None).indicators is None


def test_nothing_given_is_the_local_plan_then_the_embedded_one(folder: Path) -> None:
    assert files.find(None, None).origin is Origin.EMBEDDED
    assert files.find(None, None).plan.exists()
    (folder / "data").mkdir()
    (folder / "data" / "plan.yaml").touch()
    assert files.find(None, None) == files.Paths(Path("data/plan.yaml"), None, Origin.LOCAL)


def test_a_folder_without_a_plan_is_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        files.find(Path("empty"), None)
    assert refusal(caught) == ("empty", files.NO_PLAN)


def test_what_is_no_regular_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("pipe")
    (folder / "large").touch()
    monkeypatch.setattr(files, "MAX_BYTES", -1)
    for name, text in (
        ("missing", files.NOT_FOUND),
        ("large/below-a-file", files.NOT_FOUND),
        (".", files.IS_FOLDER),
        ("pipe", files.NOT_REGULAR),
        ("/dev/null", files.NOT_REGULAR),
        ("large", files.TOO_LARGE),
        ("a\0b", files.NOT_READABLE),
        ("x" * 5000, files.NOT_READABLE),
    ):
        with pytest.raises(InputError) as caught:
            files.read(Path(name))
        assert refusal(caught) == (printable(name), text)


def test_a_file_larger_than_the_bound_is_refused_before_it_is_read(folder: Path) -> None:
    with (folder / "sparse.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError) as caught:
        files.read(Path("sparse.yaml"))
    assert refusal(caught) == ("sparse.yaml", files.TOO_LARGE)


def test_the_system_is_quoted_in_both_languages() -> None:
    assert system_errors.reason(OSError(28, "No space left on device")) == system_errors.REASONS[28]
    assert system_errors.reason(OSError(9999, "Strange")) == "Strange"


@pytest.mark.parametrize("name", ["main:data", ":data", "main:", "é:b", "x" * 5000 + ":b"])
def test_a_name_with_a_colon_is_a_path_in_git(folder: Path, name: str) -> None:
    meant = files.meant(Path(name))
    assert isinstance(meant, GitPath)
    assert str(meant) == name


@pytest.mark.parametrize("name", ["main:data", "main:data/plan.yaml", "main:link"])
def test_a_file_of_that_name_comes_first(folder: Path, name: str) -> None:
    (folder / "main:data").mkdir()
    (folder / "main:data" / "plan.yaml").touch()
    (folder / "main:link").symlink_to("gone")
    assert files.meant(Path(name)) == Path(name)


@pytest.mark.parametrize("name", ["data", "C:\\plans", "C:/plans", "HEAD@{12:30}"])
def test_what_is_not_like_a_path_in_git_is_a_file(folder: Path, name: str) -> None:
    assert files.meant(Path(name)) == Path(name)


@pytest.fixture
def history(folder: Path) -> Iterator[Path]:
    """Return a repository with a plan, and in v1 alone with what stands beside it."""
    for _ in alone():
        names = ("plan.yaml", "indicators.yaml", "derogations.yaml")
        repository(folder, {f"data/{name}": f"# {name}\n" for name in names}, "v1")
        (folder / "data" / "indicators.yaml").unlink()
        (folder / "data" / "derogations.yaml").unlink()
        commit(folder, {"pan-tp.yaml": "", "sub/a": ""})
        yield folder


def shown(paths: files.Paths) -> list[str]:
    waivers = files.waivers_of(paths)
    given = (paths.plan, paths.indicators, waivers if waivers and waivers.exists() else None)
    return [str(each) for each in given if each]


def test_the_files_beside_a_plan_are_those_of_its_revision(history: Path) -> None:
    names = ["data/plan.yaml", "data/indicators.yaml", "data/derogations.yaml"]
    assert shown(files.find(Path("v1:data"), None)) == [f"v1:{name}" for name in names]
    assert shown(files.find(Path("v1:data/plan.yaml"), None)) == [f"v1:{name}" for name in names]
    beside = files.find(Path("v1:data/derogations.yaml"), None)
    assert shown(beside) == [f"v1:{name}" for name in names]
    assert shown(files.find(Path("main:data"), None)) == ["main:data/plan.yaml"]
    both = files.find(Path("data"), Path("v1:data/indicators.yaml"))
    assert shown(both) == ["data/plan.yaml", "v1:data/indicators.yaml"]
    since = files.find(files.in_revision(Path("data"), "v1"), None)
    assert shown(since) == [f"v1:{name}" for name in names]
    assert files.read(since.plan) == b"# plan.yaml\n"


def test_a_plan_and_what_is_beside_it_cost_one_process(
    history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, real = [], command._started

    def counted(arguments: Sequence[str], *rest: Any) -> Any:
        started.append(arguments)
        return real(arguments, *rest)

    monkeypatch.setattr(command, "_started", counted)
    for _ in range(2):
        paths = files.find(Path("v1:data"), None)
        waivers = files.waivers_of(paths)
        assert paths.indicators
        assert waivers
        for path in (paths.plan, paths.indicators, waivers):
            assert path.exists()
            assert files.read(path)
    assert started == [objects.BATCH]


def test_settings_of_a_revision_are_those_of_the_working_tree(
    history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("v1:data", "v1:./data", "v1:data/plan.yaml", ":data"):
        assert files.settings_of(files.find(Path(name), None)) == Path("pan-tp.yaml")
    monkeypatch.chdir("sub")
    assert files.settings_of(files.find(Path("v1:data"), None)) == history / "pan-tp.yaml"
    (history / "data" / "pan-tp.yaml").touch()
    beside = files.settings_of(files.find(Path("v1:data/plan.yaml"), None))
    assert beside == history / "data" / "pan-tp.yaml"
    bare = clone(history, history.parent / "bare", "--bare")
    monkeypatch.chdir(bare)
    assert files.settings_of(files.find(Path("v1:data"), None)) is None


def test_a_folder_without_a_plan_in_a_revision_is_refused(history: Path) -> None:
    with pytest.raises(InputError) as caught:
        files.find(Path("main:sub"), None)
    assert refusal(caught) == ("main:sub", texts.NO_PLAN)
    (fault,) = caught.value.faults
    assert "'main:data'" in fault.message.render(Lang.EN)
