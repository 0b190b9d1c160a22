"""Tableau 1 twice: as the plan prints it, and as its activities make it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Percent, Unreadable, Value, write_value
from pan_tp_cli.overview import Branch
from pan_tp_cli.place import Place
from pan_tp_cli.report.briefing_page.anchors import Anchors
from pan_tp_cli.report.briefing_page.cells import ABSENT, ShownCell, head, marks, written
from pan_tp_cli.table import Cell, Row, SummaryTable
from pan_tp_cli.text import Lang, Text, one_line

Values = Mapping[Place, Value]
NOT_COMPUTABLE: Final = "?"
TOTALS: Final = Text("Total", "Total")
SHARES: Final = Text("Part", "Share")
AXIS: Final = Text("{code} {label}", "{code} {label}")


class ShownLine(NamedTuple):
    """A line of tableau 1: what it is of, and its cells, one a column."""

    name: str
    cells: tuple[ShownCell, ...]
    last: bool = False


class ShownSummary(NamedTuple):
    """Tableau 1: its columns, its lines as printed (none where the plan has none) and as made."""

    columns: tuple[str, ...]
    printed: tuple[ShownLine, ...]
    made: tuple[ShownLine, ...]


def summary(briefing: Briefing, anchors: Anchors, lang: Lang) -> ShownSummary | None:
    """Return tableau 1 of a plan; None where there is no budget to sum up."""
    project = briefing.checked.project
    if project.summary is None:
        return _supposed(briefing, lang) if project.axes else None
    lines = list(_lines(project.summary, lang))
    right = briefing.recomputed.values
    wrong = {change.place: change.proposed for change in briefing.recomputed.changes}
    columns = [*project.years, TOTAL]
    if any(PART in row.cells for _, row in lines):
        columns.append(PART)
    printed, made = [], []
    for name, row in lines:
        cells = [row.cells.get(column) for column in columns]
        last = row in (project.summary.total, project.summary.shares)
        as_printed = tuple(_printed(each, wrong, anchors, lang) for each in cells)
        printed.append(ShownLine(name, as_printed, last))
        made.append(ShownLine(name, tuple(_made(each, right, wrong, lang) for each in cells), last))
    heads = tuple(head(column, lang) for column in columns)
    return ShownSummary(heads, tuple(printed), tuple(made))


def _lines(table: SummaryTable, lang: Lang) -> Iterator[tuple[str, Row]]:
    for code, row in table.rows:
        yield one_line(AXIS.get(lang).format(code=code, label=row.entry.label)), row
    if table.total:
        yield TOTALS.get(lang), table.total
    if table.shares:
        yield SHARES.get(lang), table.shares


def _printed(given: Cell | None, wrong: Values, anchors: Anchors, lang: Lang) -> ShownCell:
    if given is None:
        return ShownCell(ABSENT, kind="absent")
    mark = next(iter(marks(anchors.wrong.get(given.place, ()), anchors, lang)), None)
    kind = "unreadable" if isinstance(given.value, Unreadable) else ""
    return ShownCell(written(given.value, lang), _other(given, wrong, lang), kind, mark)


def _made(given: Cell | None, right: Values, wrong: Values, lang: Lang) -> ShownCell:
    value = right.get(given.place) if given else None
    if given is None or value is None:
        return ShownCell(ABSENT, kind="absent")
    if isinstance(value, Unreadable):
        return ShownCell(NOT_COMPUTABLE, kind="unreadable")
    return ShownCell(write_value(value, lang), kind="off" if given.place in wrong else "")


def _other(given: Cell, wrong: Values, lang: Lang) -> str:
    """Return what a cell should say, where it does not; "" where it does or none can tell."""
    return write_value(wrong[given.place], lang) if given.place in wrong else ""


def _supposed(briefing: Briefing, lang: Lang) -> ShownSummary:
    """Return the tableau 1 that the plan could print."""
    seen = briefing.overview
    whole = seen.whole
    lines = [
        (one_line(AXIS.get(lang).format(code=axis.node, label=axis.label)), axis, False)
        for axis in whole.children
    ]
    lines.append((TOTALS.get(lang), whole, True))
    made = tuple(
        ShownLine(name, tuple(_amounts(branch, whole, seen.columns, lang)), last)
        for name, branch, last in lines
    )
    return ShownSummary(tuple(head(each, lang) for each in (*seen.columns, PART)), (), made)


def _amounts(
    branch: Branch, whole: Branch, columns: Sequence[str], lang: Lang
) -> Iterator[ShownCell]:
    for column in columns:
        made = branch.amounts[column].made
        yield (
            ShownCell(NOT_COMPUTABLE, kind="unreadable")
            if made is None
            else ShownCell(write_value(made, lang))
        )
    yield ShownCell(written(rounded_share(branch, whole), lang))


def rounded_share(branch: Branch, whole: Branch) -> Value:
    """Return a share as the plan prints them, half a percent rounded up; None where unknown."""
    if branch.total is None or not whole.total:
        return None
    return Percent((200 * branch.total + whole.total) // (2 * whole.total))
