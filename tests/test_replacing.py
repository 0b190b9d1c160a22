import os
from pathlib import Path

import pytest

from pan_tp_cli import replacing
from pan_tp_cli.fault import InputError
from pan_tp_cli.git.path import GitPath
from tests.test_files import refusal


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_replaced_whole(folder: Path) -> None:
    path = folder / "out.json"
    path.write_text("old")
    replacing.write_whole(path, "neuf\n")
    assert path.read_bytes() == b"neuf\n"
    assert [found.name for found in folder.iterdir()] == ["out.json"]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "out.json"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError) as caught:
        replacing.write_whole(path, "new")
    assert refusal(caught) == (str(path), replacing.NOT_WRITABLE)
    assert path.read_text() == "old"
    assert [found.name for found in folder.iterdir()] == ["out.json"]


def test_a_link_stays_and_what_it_leads_to_is_replaced(folder: Path) -> None:
    (folder / "real.json").write_text("old")
    (folder / "link.json").symlink_to("real.json")
    replacing.write_whole(Path("link.json"), "new")
    assert (folder / "link.json").is_symlink()
    assert (folder / "real.json").read_text() == "new"


def test_permissions_stay(folder: Path) -> None:
    path = folder / "out.json"
    path.write_text("old")
    path.chmod(0o640)
    replacing.write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_stays_a_device(folder: Path) -> None:
    replacing.write_whole(Path("/dev/null"), "x")
    assert Path("/dev/null").is_char_device()


def test_the_same_file_by_two_names(folder: Path) -> None:
    (folder / "a").touch()
    (folder / "b").symlink_to("a")
    assert replacing.same(Path("b"), [Path("./a")])
    assert not replacing.same(Path("c"), [Path("a")])


def test_a_missing_folder_is_told(folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        replacing.write_whole(Path("nowhere/out.json"), "x")
    assert refusal(caught)[1] == replacing.NOT_WRITABLE


def test_a_file_is_replaced_only_if_it_is_what_it_was(folder: Path) -> None:
    path = folder / "plan.yaml"
    path.write_bytes(b"now")
    with pytest.raises(InputError) as caught:
        replacing.write_whole(path, "new", b"before")
    assert refusal(caught)[1] == replacing.CHANGED
    assert path.read_bytes() == b"now"
    replacing.write_whole(path, "a\r\n\ufeff", b"now")
    assert path.read_bytes() == "a\r\n\ufeff".encode()
    assert [found.name for found in folder.iterdir()] == ["plan.yaml"]


def test_nothing_is_written_into_a_revision(folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        replacing.write_whole(GitPath("main", "plan.yaml"), "x")
    assert refusal(caught) == ("main:plan.yaml", replacing.IN_REVISION)
    assert list(folder.iterdir()) == []


def test_no_file_is_one_of_a_revision(folder: Path) -> None:
    assert not replacing.same(Path("main:plan.yaml"), [GitPath("main", "plan.yaml")])


def test_a_patch_of_a_revision_is_for_the_working_tree(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    (folder / "sub").mkdir()
    assert replacing.in_patch(GitPath("main", "data/plan.yaml")) == "data/plan.yaml"
    assert replacing.in_patch(GitPath("main", "./plan.yaml", Path("data"))) == "data/plan.yaml"
    monkeypatch.chdir("sub")
    assert replacing.in_patch(GitPath("main", "./plan.yaml")) == "plan.yaml"
    assert replacing.in_patch(GitPath("main", "sub/plan.yaml")) == "plan.yaml"
    outside = replacing.in_patch(GitPath("main", "data/plan.yaml"))
    assert outside == f"{folder}/data/plan.yaml".lstrip("/")


def test_programs_find_a_file_from_the_current_folder_or_in_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    (folder / "sub").mkdir()
    inside = (Path("plan.yaml"), Path("sub/../plan.yaml"), folder / "plan.yaml")
    assert {replacing.from_here(path) for path in inside} == {"plan.yaml"}
    assert replacing.from_here(GitPath("main", "data/plan.yaml")) == "data/plan.yaml"
    monkeypatch.chdir("sub")
    outside = (Path("../plan.yaml"), folder / "plan.yaml", GitPath("main", "plan.yaml"))
    assert {replacing.from_here(path) for path in outside} == {f"{folder}/plan.yaml"}
