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


@pytest.fixture
def beside(folder: Path) -> Path:
    """Return the folder with files beside its plans, and settings where there is no plan."""
    for name in ("a/indicators.yaml", "a/pan-tp.yaml", "b/c/derogations.yaml", "b/pan-tp.yaml"):
        (folder / name).touch()
    for name in ("pan-tp.yaml", "e/indicators.yaml", "e/pan-tp.yaml"):
        (folder / name).touch()
    return folder


@pytest.mark.parametrize(
    ("given", "plans", "several"),
    [
        (["a/indicators.yaml"], ["a/plan.yaml"], False),
        (["a/pan-tp.yaml"], ["a/plan.yaml"], False),
        (["b/c/derogations.yaml"], ["b/c/plan.yaml"], False),
        (["a/plan.yaml", "a/indicators.yaml"], ["a/plan.yaml"], True),
        (["a/indicators.yaml", "b/c/derogations.yaml"], ["a/plan.yaml", "b/c/plan.yaml"], True),
        (["b/pan-tp.yaml"], ["b/c", "b/d"], True),
        (["b/pan-tp.yaml", "b/c/derogations.yaml"], ["b/c", "b/d"], True),
        (["pan-tp.yaml"], ["a", "b/c", "b/d"], True),
        (["e/pan-tp.yaml"], ["e"], False),
        (["e/indicators.yaml"], ["e/indicators.yaml"], False),
        (["x/pan-tp.yaml"], ["x/pan-tp.yaml"], False),
        (["a/derogations.yaml"], ["a/derogations.yaml"], False),
    ],
)
def test_a_file_beside_a_plan_stands_for_it(
    beside: Path, given: list[str], plans: list[str], several: bool
) -> None:
    """What has no plan beside it stays, for the check to say so; settings may hold for many."""
    assert gather(paths(*given)) == (tuple(paths(*plans)), several)


def test_a_plan_that_leads_nowhere_is_told_of_by_what_is_beside_it(beside: Path) -> None:
    (beside / "a/plan.yaml").unlink()
    (beside / "a/plan.yaml").symlink_to("nowhere")
    assert gather(paths("a/indicators.yaml")).plans == (Path("a/plan.yaml"),)
