"""Which plans several arguments mean: a folder of folders stands for every plan below it."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pan_tp_cli.files import PLAN_NAME, SETTINGS_NAME, near, plan_beside


class Gathered(NamedTuple):
    """The plans meant, each once, in the order of the arguments and then of their paths.

    `several` is True where a report of several plans is due, were there but one: so that its shape
    follows from what was asked for, and not from what was found.
    """

    plans: tuple[Path, ...]
    several: bool


def gather(given: Sequence[Path]) -> Gathered:
    """Return the plans that arguments mean: files, folders of a plan, or folders of such folders.

    A file that goes with a plan means that one, and settings without a plan beside them those that
    they may hold for: all below their folder. A folder without a plan in it or below it stands for
    itself, for the check to say so, and so does one that may not be looked into.
    """
    meant = [_meant(path) for path in given]
    found = [plan for path in meant for plan in _plans(path)]
    once = {_file(plan): plan for plan in reversed(found)}
    plans = tuple(plan for plan in found if once[_file(plan)] is plan)
    return Gathered(plans, len(given) > 1 or list(plans) != meant)


def _meant(path: Path) -> Path:
    """Return the plan or folder that an argument stands for, be it a file that goes with a plan."""
    plan = plan_beside(path)
    settings = path.name == SETTINGS_NAME and plan == path and path.is_file()
    return near(path.parent) if settings else plan


def _file(plan: Path) -> str:
    """Return where the file of a plan is, given by itself or by its folder."""
    return os.path.realpath(plan / PLAN_NAME if plan.is_dir() else plan)


def _plans(path: Path) -> Iterator[Path]:
    if not path.is_dir() or os.path.lexists(path / PLAN_NAME):
        yield path
        return
    yield from [*_below(path)] or [path]


def _below(top: Path) -> Iterator[Path]:
    """Yield the folders below one that hold a plan; none of what a plan's own folder holds."""
    refused: list[Path] = []
    walk = os.walk(top, onerror=lambda error: refused.append(Path(error.filename)))
    for folder, folders, names in walk:
        if PLAN_NAME in names:
            folders.clear()
            yield near(Path(folder))
        # what begins with a dot is hidden: repositories, virtual environments
        folders[:] = sorted(name for name in folders if not name.startswith("."))
    yield from refused
