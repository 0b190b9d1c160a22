"""The money of a branch broken down: by responsible structure, and by year."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pan_tp_cli.measures import Measure
from pan_tp_cli.money import NotApplicable
from pan_tp_cli.overview import Amount, Branch, added


class Group(NamedTuple):
    """The rows of one structure, as it is printed, and what they make of each column.

    `name` is "" for rows that name no structure, None for headings without rows below, whose own
    amounts count. `made` is None in a column where a cell cannot be read.
    """

    name: str | None
    rows: tuple[Branch, ...]
    made: Mapping[str, int | None]


class Year(NamedTuple):
    """A year of a branch: its money, how many rows have some, how many indicators a target."""

    year: str
    amount: Amount
    funded: int
    targeted: int


def by_structure(branch: Branch, columns: Sequence[str]) -> tuple[Group, ...]:
    """Return the leaves below a branch by the responsible structure that they print.

    The one with most money comes first. Two ways to write one structure are two structures.
    """
    groups: dict[str | None, list[Branch]] = {}
    for leaf in leaves(branch):
        groups.setdefault(_structure(leaf), []).append(leaf)
    found = [
        Group(name, tuple(rows), {each: added(row.amounts[each].made for row in rows)
                                  for each in columns})
        for name, rows in groups.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda group: -(group.made[columns[-1]] or 0)))


def _structure(leaf: Branch) -> str | None:
    activity = leaf.row.activity if leaf.row else None
    return (activity.responsible or "").strip() if activity else None


def leaves(branch: Branch) -> Iterator[Branch]:
    """Yield the rows below a branch that have no row below them, or itself where it is one."""
    return (each for each in branch.walk() if each.row and not each.children)


def by_year(branch: Branch, years: Sequence[str], measures: Sequence[Measure]) -> tuple[Year, ...]:
    """Return the years of a branch; `measures` are the results whose targets are counted."""
    rows = tuple(leaves(branch))
    return tuple(
        Year(
            year,
            branch.amounts[year],
            sum(bool(row.amounts[year].made) for row in rows),
            _targeted(year, measures),
        )
        for year in years
    )


def _targeted(year: str, measures: Sequence[Measure]) -> int:
    """Return how many indicators print a target of a year; « N/A » is none."""
    cells = (row.targets.get(year) for each in measures for row in each.indicators)
    return sum(
        cell is not None and cell.value is not None and not isinstance(cell.value, NotApplicable)
        for cell in cells
    )
