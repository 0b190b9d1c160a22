"""Which plans several arguments mean."""

import os
from pathlib import Path

import pytest

from pan_tp_cli.gathering import gather


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with plans in ``a``, ``b/c``, ``b/d`` and below ``a``; none in ``e``."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "a/old", "b/c", "b/d", "e/f", ".git/g"):
        (tmp_path / name).mkdir(parents=True)
        if name != "e/f":
            (tmp_path / name / "plan.yaml").touch()
    return tmp_path


def paths(*names: str) -> list[Path]:
    return [Path(name) for name in names]


@pytest.mark.parametrize(
    ("given", "plans", "several"),
    [
        (["a"], ["a"], False),
        (["a/plan.yaml"], ["a/plan.yaml"], False),
        (["v1:data"], ["v1:data"], False),
        (["missing"], ["missing"], False),
        (["b"], ["b/c", "b/d"], True),
        (["b/c", "a"], ["b/c", "a"], True),
        (["b", "a/plan.yaml"], ["b/c", "b/d", "a/plan.yaml"], True),
        (["."], ["a", "b/c", "b/d"], True),
        (["b/d", "b"], ["b/d", "b/c"], True),
        (["a", "missing"], ["a", "missing"], True),
    ],
)
def test_a_folder_of_folders_stands_for_the_plans_below_it(
    folder: Path, given: list[str], plans: list[str], several: bool
) -> None:
    assert gather(paths(*given)) == (tuple(paths(*plans)), several)


def test_one_plan_below_a_folder_is_told_as_several_are(folder: Path) -> None:
    """The shape of a report does not depend on how many plans there happen to be."""
    (folder / "b/d/plan.yaml").unlink()
    assert gather(paths("b")) == ((Path("b/c"),), True)


def test_a_folder_without_any_plan_stands_for_itself(folder: Path) -> None:
    assert gather(paths("e")) == ((Path("e"),), False)
    assert gather(paths("e", "a")).plans == (Path("e"), Path("a"))


def test_a_plan_that_cannot_be_read_stays_in_the_list(folder: Path) -> None:
    (folder / "b/c/plan.yaml").unlink()
    (folder / "b/c/plan.yaml").symlink_to("nowhere")
    assert gather(paths("b")).plans == (Path("b/c"), Path("b/d"))


def test_a_folder_that_may_not_be_looked_into_stays_in_the_list(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A superuser, as tests may be run by, may look into any: the system's refusal is made here."""
    scan = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == Path("b/c"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert gather(paths("b")).plans == (Path("b/d"), Path("b/c"))


def test_a_circle_of_links_ends(folder: Path) -> None:
    (folder / "b/again").symlink_to(folder / "b")
    assert gather(paths("b")).plans == (Path("b/c"), Path("b/d"))
