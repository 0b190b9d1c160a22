"""The figures of a node that changed, as a table."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.diff.change import CellChange, Change
from pan_tp_cli.diff.money import amounts_of
from pan_tp_cli.diff.node import WORDS, NodeKind
from pan_tp_cli.message import show
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import write_value
from pan_tp_cli.report.diff_figures import difference
from pan_tp_cli.report.diff_words import AFTER, BEFORE, DIFFERENCE, column_name
from pan_tp_cli.report.grid import GAP, Head, Row, grid
from pan_tp_cli.report.side_by_side import side_by_side
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import signed
from pan_tp_cli.text import Lang, Text

ALL_YEARS: Final = Text("ensemble", "together")
INDENT: Final = "    "


def figure_lines(change: Change, style: Style) -> Iterator[str]:
    """Yield the figures that changed as a table, then an amount in words."""
    figures = [cell for cell in change.cells if cell.column != WORDS]
    rows = [_row(cell, style.lang) for cell in figures]
    rows += _together(change, style.lang)
    heads = [Head(text.get(style.lang)) for text in (BEFORE, AFTER, DIFFERENCE)]
    if rows:
        yield from grid(heads, rows, style)
    for cell in change.cells:
        if cell.column == WORDS:
            texts = [write_value(value, style.lang) for value in (cell.old, cell.new)]
            yield f"{INDENT}{show(column_name(WORDS), style.lang)}"
            yield from side_by_side(texts[0], texts[1], style, INDENT + GAP)


def _row(cell: CellChange, lang: Lang) -> Row:
    by = difference(cell)
    return (
        f"{INDENT}{show(column_name(cell.column), lang)}",
        write_value(cell.old, lang),
        write_value(cell.new, lang),
        "" if by is None else signed(by, None, lang) if by else write_value(by, lang),
    )


def _together(change: Change, lang: Lang) -> Iterator[Row]:
    """Yield what several years come to, where the row prints no total that changed."""
    before, after = change.pair.before, change.pair.after
    columns = [cell.column for cell in change.cells]
    if not before or not after or after.kind is not NodeKind.ACTIVITY:
        return
    old, new = (amounts_of(node).get(TOTAL, 0) for node in (before, after))
    if TOTAL not in columns and len(columns) > 1 and old != new:
        name = f"{INDENT}{ALL_YEARS.get(lang)}"
        yield name, write_value(old, lang), write_value(new, lang), signed(new - old, None, lang)
