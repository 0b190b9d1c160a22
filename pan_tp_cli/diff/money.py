"""The table of money: for the plan and each heading, the columns in which money moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from pan_tp_cli.diff.change import Line, MoneyRow
from pan_tp_cli.diff.course import Course
from pan_tp_cli.diff.matching import Pairs
from pan_tp_cli.diff.node import HEADINGS, Node, NodeKind, in_table
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Unreadable
from pan_tp_cli.table import Cell

Amounts = Mapping[str, int]
"""Money by column: a year, or ``total``."""
SUM_OF_ALL: Final = "recap:total"
"""The row of tableau 1 that holds the plan as a whole, by year."""
NOTHING: Final[Amounts] = MappingProxyType({})
WHOLES: Final = HEADINGS | {NodeKind.PLAN}


def money(pairs: Pairs) -> Iterator[MoneyRow]:
    """Yield the plan as a whole, then each heading, if money moved there or should have."""
    before = _Side([pair.before for pair in pairs.all if pair.before])
    after = _Side([pair.after for pair in pairs.all if pair.after])
    for pair in pairs.all:
        if pair.node.kind in WHOLES:
            lines = tuple(_moved(before.table(pair.before), after.table(pair.after)))
            if lines:
                yield MoneyRow(pair, lines)


def _moved(before: "Table", after: "Table") -> Iterator[Line]:
    """Yield the columns whose figures changed or should have, the total last."""
    for column in sorted(before.summed.keys() | after.summed.keys(), key=in_table):
        old, new = before.figure(column), after.figure(column)
        follows = after.summed.get(column, 0) - before.summed.get(column, 0) == new - old
        right = after.summed.get(column, 0)
        unknown = column in before.unread | after.unread
        owed = None if follows or new == right or unknown else right
        older = before.summed.get(column, 0) - old if owed is not None else 0
        made = None if unknown else (before.summed.get(column, 0), right)
        line = Line(
            column, old if before.known else None, new if after.known else None, owed, older, made
        )
        if old != new or owed is not None or line.course is Course.CAUGHT_UP:
            yield line


def amounts_of(node: Node) -> Amounts:
    """Return the money of a row by year, and in total; a cell that cannot be read counts as 0.

    The total is the sum of the years or, where the row has no years, the total that it prints.
    """
    found = {column: cell.value for column, cell in node.cells.items() if column != TOTAL}
    years = {column: value for column, value in found.items() if isinstance(value, int)}
    total = node.cells.get(TOTAL)
    printed = total.value if total and isinstance(total.value, int) else 0
    return {**years, TOTAL: sum(years.values()) if found else printed}


def _sums(nodes: Iterable[Node]) -> Mapping[int, Amounts]:
    """Return what the rows below each node add up to, by its identity."""
    rows = [node for node in nodes if node.kind in (*HEADINGS, NodeKind.ACTIVITY)]
    parents = {id(node.parent) for node in rows}
    sums: dict[int, dict[str, int]] = {}
    for node in rows:
        if id(node) not in parents:
            for above in _up(node):
                own = sums.setdefault(id(above), {})
                for column, value in amounts_of(node).items():
                    own[column] = own.get(column, 0) + value
    return sums


def _unread(nodes: Iterable[Node]) -> Mapping[int, frozenset[str]]:
    """Return the columns in which a row at or below each node cannot be read, by its identity."""
    unread: dict[int, frozenset[str]] = {}
    for node in nodes:
        columns = {name for name, cell in node.cells.items() if isinstance(cell.value, Unreadable)}
        if columns and node.kind in (*HEADINGS, NodeKind.ACTIVITY):
            for above in _up(node):
                unread[id(above)] = unread.get(id(above), frozenset()) | columns | {TOTAL}
    return unread


def _up(node: Node) -> Iterator[Node]:
    """Yield a node and all those above it."""
    above: Node | None = node
    while above:
        yield above
        above = above.parent


class Table(NamedTuple):
    """The money of a heading as printed, and what the rows below add up to.

    Of `unread` columns a row below cannot be read, so that their sum is not known.
    """

    printed: Amounts
    summed: Amounts
    unread: frozenset[str] = frozenset()
    known: bool = True

    def figure(self, column: str) -> int:
        """Return what is printed or, where nothing is, what the rows below add up to."""
        return self.printed.get(column, self.summed.get(column, 0))


class _Side:
    """One version: its headings with their money."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._sums = _sums(nodes)
        self._unread = _unread(nodes)
        self._whole: dict[str, Cell] = {}
        for node in nodes:
            if node.code == SUM_OF_ALL:
                self._whole |= node.cells
        for node in nodes:
            if node.kind is NodeKind.GRAND_TOTAL:
                self._whole |= node.cells

    def table(self, node: Node | None) -> Table:
        """Return the money of a heading, none where there is no such heading."""
        if node is None:
            return Table(NOTHING, NOTHING, known=False)
        cells = self._whole if node.kind is NodeKind.PLAN else node.cells
        printed = {name: cell.value for name, cell in cells.items() if isinstance(cell.value, int)}
        unread = self._unread.get(id(node), frozenset())
        return Table(printed, self._sums.get(id(node), NOTHING), unread)
