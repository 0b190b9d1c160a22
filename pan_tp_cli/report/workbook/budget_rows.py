"""The rows of the budget on its sheet, and what living sums make of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.workbook.cell_text import number
from pan_tp_cli.report.workbook.formulas import Area, areas
from pan_tp_cli.table import Level

FIRST_ROW: Final = 3
LAST_ROW: Final = 1_048_575
"""The last row of a sheet, counted from 0: a limit of Excel."""
Made = Mapping[str, int | None]
"""What leaves make of each year and in all; None where one is a text."""


class Line(NamedTuple):
    """A row of the budget on its sheet, rows counted from 0.

    A heading has the sums of its years in a row of their own right below it, `sums`; those of a
    leaf are its own years. `end` is the last row of all that is below.
    """

    branch: Branch
    depth: int
    row: int
    end: int
    made: Made
    children: tuple["Line", ...] = ()

    @property
    def sums(self) -> int:
        """Return the row that holds what the years make."""
        return self.row + 1 if self.children else self.row

    @property
    def level(self) -> Level | None:
        """Return the level of the plan that the row is of; None for the plan as a whole."""
        return self.branch.row.level if self.branch.row else None

    def walk(self) -> Iterator["Line"]:
        """Yield the row and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def parts_of_years(self) -> tuple[Area, ...]:
        """Return the rows whose years add up to the sums of this one."""
        return tuple(areas(child.sums for child in self.children))

    def parts_of_total(self) -> tuple[Area, ...]:
        """Return the rows whose totals add up to that of this one."""
        return tuple(areas(child.row for child in self.children))


def place(branch: Branch, years: Sequence[str], depth: int = 0, row: int = FIRST_ROW) -> Line:
    """Place a branch at a row, and all below it in the rows that follow."""
    if not branch.children:
        return Line(branch, depth, row, row, _leaf(branch, years))
    children = []
    following = row + 2
    for child in branch.children:
        children.append(place(child, years, depth + 1, following))
        following = children[-1].end + 1
    made = {column: _sum(child.made[column] for child in children) for column in (*years, TOTAL)}
    return Line(branch, depth, row, following - 1, made, tuple(children))


def only_total(branch: Branch, years: Sequence[str]) -> bool:
    """Tell whether a leaf prints a total and no year."""
    cells = branch.row.cells if branch.row else {}
    return TOTAL in cells and not any(year in cells for year in years)


def _leaf(branch: Branch, years: Sequence[str]) -> dict[str, int | None]:
    made = {year: _number(branch, year) for year in years}
    total = _number(branch, TOTAL) if only_total(branch, years) else _sum(made.values())
    return {**made, TOTAL: total}


def _number(branch: Branch, column: str) -> int | None:
    """Return the number of a cell, 0 where it is blank; None where it is a text."""
    printed = branch.amounts[column].printed
    if printed is None:
        return 0
    return printed if isinstance(printed, int) and number(printed) is not None else None


def _sum(values: Iterable[int | None]) -> int | None:
    total = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total
