"""The rows of tableau 1 on its sheet: what they print, and the row of the budget they sum up."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple

from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Value
from pan_tp_cli.place import Route
from pan_tp_cli.project import Project
from pan_tp_cli.report.workbook.budget_rows import Line
from pan_tp_cli.table import Row

FIRST_ROW: Final = 3
AXIS, LABEL, FIRST_YEAR = range(3)


class Part(Enum):
    """What a row of tableau 1 is."""

    AXIS = "axis"
    TOTAL = "total"
    SHARES = "shares"
    ANNOUNCED = "announced"


class SummaryRow(NamedTuple):
    """A row: what it prints by column, and the row of the budget that makes it, if any.

    `route` leads to it in the file, where it is printed.
    """

    part: Part
    code: str
    label: str
    printed: Mapping[str, Value]
    line: Line | None
    route: Route | None = None


class Summary(NamedTuple):
    """Tableau 1 and the announced total, in blocks of the same rows, one below the other.

    The blocks are what is printed, what the budget makes, and the difference of both; a plan that
    prints neither has the second alone.
    """

    rows: tuple[SummaryRow, ...]
    is_printed: bool

    @property
    def made(self) -> int:
        """The block of what the budget makes."""
        return 1 if self.is_printed else 0

    def first(self, block: int) -> int:
        """Return the first row of a block, below its title; blocks count from 0."""
        return FIRST_ROW + 1 + block * (len(self.rows) + 2)

    def last(self, block: int) -> int:
        """Return the last row of a block."""
        return self.first(block) + len(self.rows) - 1

    def place(self, part: Part) -> int:
        """Return which row, counted from 0, is the first of a kind."""
        return next(place for place, row in enumerate(self.rows) if row.part is part)


def summary_of(project: Project, whole: Line) -> Summary:
    """Pair the rows of tableau 1 with the axes; axes that it leaves out come behind."""
    table = project.summary
    rows = list(_axes(project, whole))
    rows.append(_row(Part.TOTAL, table.total if table else None, whole))
    if table and table.shares:
        rows.append(_row(Part.SHARES, table.shares, None))
    figures, words = project.grand_total
    if figures or words:
        said = str(words.value) if words else ""
        printed = {TOTAL: figures.value} if figures else {}
        rows.append(SummaryRow(Part.ANNOUNCED, "", said, printed, whole, ("total_general",)))
    return Summary(tuple(rows), any(row.route for row in rows))


def _axes(project: Project, whole: Line) -> Iterator[SummaryRow]:
    counts = Counter(axis.branch.node for axis in whole.children)
    axes = {axis.branch.node: axis for axis in whole.children if counts[axis.branch.node] == 1}
    printed = project.summary.rows if project.summary else ()
    for code, row in printed:
        yield _row(Part.AXIS, row, axes.get(code), code)
    named = {code for code, _ in printed}
    for axis in whole.children:
        if axis.branch.node not in named:
            yield SummaryRow(Part.AXIS, axis.branch.node, axis.branch.label, {}, axis)


def _row(part: Part, row: Row | None, line: Line | None, code: str = "") -> SummaryRow:
    if row is None:
        return SummaryRow(part, code, "", {}, line)
    printed = {column: cell.value for column, cell in row.cells.items()}
    return SummaryRow(part, code, row.entry.label, printed, line, row.entry.route)


def columns_of(years: Sequence[str]) -> dict[str, int]:
    """Return the column of each year, of the total and of the share."""
    return {name: FIRST_YEAR + place for place, name in enumerate((*years, TOTAL, "part"))}
