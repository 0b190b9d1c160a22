"""The budget as tables, one an axis: each row as printed, as recomputed, and what was found."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Money, show
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.briefing_page.anchors import Anchors
from pan_tp_cli.report.briefing_page.cells import Mark, ShownCell, cell, marks
from pan_tp_cli.report.words import counted
from pan_tp_cli.table import Level
from pan_tp_cli.text import Lang, Text, one_line

AMOUNT_UNKNOWN: Final = Text("montant illisible", "amount not readable")


class ShownRow(NamedTuple):
    """A row of the budget; `depth` counts from 1, and `id` is what links to it name."""

    id: str
    depth: int
    heading: bool
    node: str
    label: str
    marks: tuple[Mark, ...]
    cells: tuple[ShownCell, ...]


class ShownAxis(NamedTuple):
    """An axis with all rows below it: what is said of it when it is folded, and its table."""

    node: str
    label: str
    amount: str
    counts: tuple[tuple[Severity, str], ...]
    rows: tuple[ShownRow, ...]

    @property
    def open(self) -> bool:
        """Tell whether the axis is shown unfolded: something in it is wrong."""
        return any(severity is Severity.ERROR for severity, _ in self.counts)


def budget(briefing: Briefing, anchors: Anchors, lang: Lang) -> tuple[ShownAxis, ...]:
    """Return all axes of the plan, in the order of the file."""
    seen = briefing.overview
    currency = briefing.checked.project.currency
    axes = []
    for axis in seen.whole.children:
        rows = tuple(_rows(axis, 1, seen.columns, (anchors, lang)))
        amount = axis.amounts[TOTAL]
        shown = amount.printed if isinstance(amount.printed, int) else amount.made
        said = AMOUNT_UNKNOWN.get(lang) if shown is None else show(Money(shown, currency), lang)
        axes.append(
            ShownAxis(axis.node, one_line(axis.label), said, tuple(_counts(axis, lang)), rows)
        )
    return tuple(axes)


def _counts(axis: Branch, lang: Lang) -> Iterator[tuple[Severity, str]]:
    """Yield how many findings of each severity stand in an axis."""
    found = [each.finding.severity for each in (*axis.findings, *axis.below)]
    for severity in Severity:
        if number := found.count(severity):
            yield severity, counted(number, severity, lang)


def _rows(
    branch: Branch, depth: int, columns: tuple[str, ...], by: tuple[Anchors, Lang]
) -> Iterator[ShownRow]:
    """Yield a row and all below it."""
    row, (anchors, lang) = branch.row, by
    if row is None:
        return
    shown = []
    for column in columns:
        printed = row.cells.get(column)
        found = anchors.wrong.get(printed.place, ()) if printed else ()
        shown.append(cell(branch.amounts[column], found, anchors, lang))
    yield ShownRow(
        anchors.rows[row.entry.place()],
        depth,
        row.level is not Level.ACTIVITY,
        branch.node,
        one_line(branch.label),
        marks(branch.findings, anchors, lang),
        tuple(shown),
    )
    for child in branch.children:
        yield from _rows(child, depth + 1, columns, by)
