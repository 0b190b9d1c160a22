"""Figures before and after, a line each, as they are shown in a table."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.node import WORDS
from pan_tp_cli.equation import Number, is_zero
from pan_tp_cli.message import show
from pan_tp_cli.money import Percent, write_value
from pan_tp_cli.report.diff_figures import difference
from pan_tp_cli.report.diff_words import column_name
from pan_tp_cli.report.words import signed
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Lang, Text

UNCHANGED: Final = Text("inchangé", "unchanged")


class Figure(NamedTuple):
    """A column with what it held and holds, and by how much that grew.

    `before` or `after` is "" where there is no such cell, `difference` where none can be told;
    `in_words` tells that both are amounts in words.
    """

    column: str
    before: str
    after: str
    difference: str
    in_words: bool = False

    @property
    def said(self) -> tuple[str, str, str, str]:
        """Return column, before, after and difference, as the cells of a row."""
        return self[:4]


def figure(change: CellChange, lang: Lang) -> Figure:
    """Return a cell before and after."""
    column = show(column_name(change.column), lang)
    before, after = (written(each, lang) for each in (change.before, change.after))
    return Figure(column, before, after, _difference(change, lang), change.column == WORDS)


def figures(changes: Iterable[CellChange], lang: Lang) -> tuple[Figure, ...]:
    """Return cells before and after, in their order."""
    return tuple(figure(change, lang) for change in changes)


def written(cell: Cell | None, lang: Lang) -> str:
    """Return what a cell holds, "" where there is none."""
    return write_value(cell.value, lang) if cell else ""


def grew(difference: Number, lang: Lang) -> str:
    """Return by how much a figure grew, or that it did not."""
    return UNCHANGED.get(lang) if is_zero(difference) else signed(difference, None, lang)


def _difference(change: CellChange, lang: Lang) -> str:
    grown = difference(change)
    sided = change.before is None or change.after is None
    return "" if sided or not isinstance(grown, int | Percent) else grew(grown, lang)
