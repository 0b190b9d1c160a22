"""What the table of coverage has a line for: each table, each heading down to the actions, all."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from pan_tp_cli.coverage import Counts, Coverage
from pan_tp_cli.project import Project
from pan_tp_cli.table import Cell, Level, Row
from pan_tp_cli.text import Lang, Text, one_line

GRAND_TOTAL: Final = Text("Total annoncé", "Announced total")
SUMMARY: Final = Text("Tableau 1", "Tableau 1")
BUDGET: Final = Text("Budget par activités", "Budget by activity")
FRAMEWORK: Final = Text("Cadre de mesure", "Measurement framework")
ALL: Final = Text("Ensemble", "All")


class Line(NamedTuple):
    """A line of the table: how deep it stands, what it is about, and its cells, counted."""

    depth: int
    name: str
    counts: Counts


def outline(project: Project, coverage: Coverage, lang: Lang) -> Iterator[Line]:
    """Yield a line per table, then per heading with all that it holds, and last one for all."""
    tables = (
        (GRAND_TOTAL, [cell for cell in project.grand_total if cell], ()),
        (SUMMARY, _cells(project.summary_rows), ()),
        (BUDGET, _cells(project.budget), _budget(project, coverage)),
        (FRAMEWORK, _targets(project), _framework(project, coverage)),
    )
    for name, cells, lines in tables:
        counts = coverage.counts_of(cells)
        if counts.total:
            yield Line(0, name.get(lang), counts)
            yield from lines
    yield Line(0, ALL.get(lang), coverage.counts)


def _cells(rows: Iterable[Row]) -> Iterator[Cell]:
    return (cell for row in rows for cell in row.cells.values())


def _targets(project: Project) -> Iterator[Cell]:
    return (cell for row in project.indicators for cell in row.all_cells())


def _budget(project: Project, coverage: Coverage) -> Iterator[Line]:
    for axis in project.axes:
        yield from _headings(axis, 1, coverage)


def _headings(row: Row, depth: int, coverage: Coverage) -> Iterator[Line]:
    """Yield a heading and those below it; the activities are counted, not named."""
    if row.level is Level.ACTIVITY:
        return
    counts = coverage.counts_of(_cells(row.walk()))
    yield Line(depth, one_line(f"{row.entry.node} {row.entry.label}"), counts)
    for child in row.children:
        yield from _headings(child, depth + 1, coverage)


def _framework(project: Project, coverage: Coverage) -> Iterator[Line]:
    """Yield the axes that have indicators: the route of an indicator begins with its axis."""
    axes = project.framework.axes if project.framework else ()
    for index, rows in groupby(project.indicators, lambda row: int(row.entry.route[1])):
        cells = (cell for row in rows for cell in row.all_cells())
        name = one_line(f"{axes[index].code} {axes[index].label}")
        yield Line(1, name, coverage.counts_of(cells))
