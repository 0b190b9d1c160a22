"""Totals that stayed behind: a figure below was changed, and the sums above did not follow.

There are two ways out, and both are offered: to carry the change up, or to put the old figure back.
"""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log
from typing import Final

from pan_tp_cli.diagnosis.blocks import Block
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Footing
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell

# How much oftener than one given wrong cell it happens that totals do not follow: our estimates.
STALE: Final = 1.0
STALE_FROM_THE_LEAF: Final = 0.002
"""The same where no total above fails with the years: then wrong leaves say as much."""
PUT_BACK: Final = 0.1
"""How much less likely each leaf is the one to put back than that all totals should follow."""
MOST_LEAVES: Final = 200
MOST_PUT_BACK: Final = 3

CellDeltas = list[tuple[Cell, int]]


def stale_totals(
    system: System, plausibility: Plausibility, found: Sequence[Block]
) -> Iterator[Explanation]:
    """Yield, for every column of a block that fails, both ways to bring the totals in line.

    And, for every figure that repeats one of another table, that table's totals to follow.
    """
    for index in sorted(system.violated):
        if system.equations[index].footing is Footing.NONE:
            target = system.equations[index].target
            column = target.column or ""
            repeated = Block(target.entry, {column: index}, {column: system.residuals[index]})
            yield from _Judge(system, plausibility, repeated, (column,)).carried_up()
    for block in found:
        for column, short in block.short.items():
            judge = _Judge(system, plausibility, block, (column,))
            yield from judge.carried_up()
            yield from judge.put_back(short)
        years = tuple(column for column in block.short if column != TOTAL)
        if len(years) > 1 and TOTAL in block.short:
            # without a total that fails too, it might be as well one wrong leaf in each year
            yield from _Judge(system, plausibility, block, years).carried_up()


class _Judge:
    """Columns of a block, in which the rows below changed by some amount."""

    def __init__(
        self, system: System, plausibility: Plausibility, block: Block, columns: tuple[str, ...]
    ) -> None:
        self._system = system
        self._plausibility = plausibility
        self._block = block
        self._columns = columns
        self._deltas = [-block.short[column] for column in columns]
        self._index = block.equations[columns[0]]

    def carried_up(self) -> Iterator[Explanation]:
        """Yield the change of all totals above."""
        together: dict[int, tuple[Cell, int]] = {}
        for column, delta in zip(self._columns, self._deltas, strict=True):
            target = self._system.equations[self._block.equations[column]].target
            for cell, change in carried(self._system, target, delta):
                _, before = together.get(id(cell), (cell, 0))
                together[id(cell)] = cell, before + change
        changes = [(cell, delta) for cell, delta in together.values() if delta]
        yield from self._kept(Pattern.STALE_TOTALS, changes, 0.0)

    def put_back(self, delta: int) -> Iterator[Explanation]:
        """Yield the likeliest leaves to put back, with the sums between them and the block."""
        if self._columns == (TOTAL,):
            return
        found = [
            (self._plausibility.gain([(leaf, self._units(leaf) + change)]), changes)
            for changes in self._paths(self._index, delta)
            for leaf, change in changes[-1:]
            if self._units(leaf) + change >= 0
        ]
        for gain, changes in nlargest(MOST_PUT_BACK, found, key=lambda pair: pair[0]):
            weight = log(PUT_BACK) + min(gain, 0.0)
            yield from self._kept(Pattern.PUT_BACK, changes, weight)

    def _units(self, cell: Cell) -> int:
        return self._system.units[id(cell)]

    def _paths(self, index: int, delta: int) -> Iterator[CellDeltas]:
        """Yield the changes of each way from a sum down to a leaf, the leaf last.

        A leaf right below the block is a wrong cell, told elsewhere.
        """
        terms = self._system.equations[index].terms
        if len(terms) > MOST_LEAVES:
            return
        for term in terms:
            below = self._sum_of(term)
            if below is not None:
                own = [*self._across(term, delta), (term, delta)]
                for path in self._paths(below, delta):
                    yield [*own, *path]
            elif index != self._index:
                yield [*self._across(term, delta), (term, delta)]

    def _sum_of(self, cell: Cell) -> int | None:
        """Return the equation that adds a cell up from the rows below it, if any."""
        for index, sign in self._system.uses[id(cell)]:
            if sign > 0 and self._system.equations[index].footing is Footing.DOWN:
                return index
        return None

    def _across(self, cell: Cell, delta: int) -> CellDeltas:
        """Return the changes of the totals of a cell's row."""
        return [
            (self._system.equations[index].target, delta)
            for index, sign in self._system.uses[id(cell)]
            if sign < 0 and self._system.equations[index].footing is Footing.ACROSS
        ]

    def _kept(self, pattern: Pattern, changes: CellDeltas, weight: float) -> Iterator[Explanation]:
        """Yield an explanation, if the changes explain anything."""
        system = self._system
        explained = system.explained({id(cell): change for cell, change in changes})
        right = tuple((cell, self._units(cell) + change) for cell, change in changes)
        if explained and all(units >= 0 for _, units in right):
            beyond = len(explained) > len(self._columns)
            odds = STALE if beyond else STALE_FROM_THE_LEAF
            habits = self._plausibility.habits(changes[-1][0])
            likely = sum(log(habits.amount(abs(delta))) for delta in self._deltas)
            yield Explanation(
                pattern,
                explained,
                right,
                weight + log(odds) + likely,
                row=self._block.parent,
                detail={"change": tuple(self._deltas), "column": self._columns},
            )


def carried(system: System, cell: Cell, delta: int) -> CellDeltas:
    """Return the changes that follow when a cell changes: its own, then those of the sums above.

    Sums that fail of themselves are carried too: they stay as wrong as they were.
    """
    changes = {id(cell): (cell, delta)}
    waiting = [cell]
    while waiting:
        changed = waiting.pop(0)
        for index, sign in system.uses[id(changed)]:
            target = system.equations[index].target
            if sign < 0 and id(target) not in changes:
                changes[id(target)] = (target, delta)
                waiting.append(target)
    return list(changes.values())
