"""Faults along a row: shifted columns, a factor of ten, two cells in each other's place."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log
from typing import Final

from pan_tp_cli.diagnosis.blocks import Block, rows_below
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility, in_table
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.model.base import PART
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell

# How much oftener than one given wrong cell each fault happens: our estimates.
SWAPPED: Final = 0.1
BESIDE: Final = 0.5
SHIFTED: Final = 0.3
SCALED: Final = 0.1
FACTORS: Final = (10, 100, 1000)
LEAST_CHANGED: Final = 2

Changes = list[tuple[Cell, int]]


def faults_across(
    system: System, plausibility: Plausibility, found: Sequence[Block]
) -> Iterator[Explanation]:
    """Yield the faults of rows that blocks sum up, and of their own rows."""
    for block in found:
        for entry in (*rows_below(system, block), block.parent):
            row = [cell for cell in system.rows[id(entry)] if cell.column != PART]
            if sum(system.fails(cell) for cell in row) >= LEAST_CHANGED:
                judge = _Judge(system, plausibility, sorted(row, key=in_table))
                yield from judge.swapped()
                yield from judge.shifted()
                yield from judge.scaled()


class _Judge:
    """Tries what may have happened to one row, and keeps what explains its equations."""

    def __init__(self, system: System, plausibility: Plausibility, row: Sequence[Cell]) -> None:
        self._system = system
        self._plausibility = plausibility
        self._row = row
        self._years = [cell for cell in row if cell.column and cell.column.isdigit()]
        self._units = [system.units[id(cell)] for cell in self._years]
        self._fails = [system.fails(cell) for cell in self._years]

    def swapped(self) -> Iterator[Explanation]:
        """Yield every two years in each other's place, those side by side being likelier."""
        for one, other in combinations(range(len(self._years)), 2):
            left, right = self._units[one], self._units[other]
            if left != right and self._fails[one] and self._fails[other]:
                changes = [(self._years[one], right), (self._years[other], left)]
                odds = BESIDE if other == one + 1 else SWAPPED
                yield from self._kept(Pattern.SWAPPED_CELLS, changes, odds)

    def shifted(self) -> Iterator[Explanation]:
        """Yield the row with its amounts one year earlier or later; the free year is solved for."""
        years, units = self._years, self._units
        for free, known in (
            (years[-1:], zip(years, units[1:], strict=False)),
            (years[:1], zip(years[1:], units, strict=False)),
        ):
            changes = [(cell, right) for cell, right in known if self._changed(cell, right)]
            if len(changes) >= LEAST_CHANGED:
                solved = self._solved(changes, free[0])
                yield from self._kept(Pattern.SHIFTED_COLUMNS, [*changes, *solved], SHIFTED)

    def scaled(self) -> Iterator[Explanation]:
        """Yield the row ten, a hundred or a thousand times as large or as small."""
        whole = [] if len(self._row) == len(self._years) else self._row
        if not all(self._fails[place] for place, units in enumerate(self._units) if units):
            return
        for cells in (self._years, whole):
            amounts = [(cell, self._system.units[id(cell)]) for cell in cells]
            filled = [(cell, units) for cell, units in amounts if units]
            if len(filled) < LEAST_CHANGED:
                continue
            for factor in FACTORS:
                larger = [(cell, units * factor) for cell, units in filled]
                yield from self._scaled_by(factor, larger, larger=False)
                if all(units % factor == 0 for _, units in filled):
                    smaller = [(cell, units // factor) for cell, units in filled]
                    yield from self._scaled_by(factor, smaller, larger=True)

    def _scaled_by(self, factor: int, changes: Changes, *, larger: bool) -> Iterator[Explanation]:
        for explanation in self._kept(Pattern.SCALED_ROW, changes, SCALED):
            yield explanation._replace(detail={"factor": factor, "larger": larger})

    def _changed(self, cell: Cell, right: int) -> bool:
        return self._system.units[id(cell)] != right

    def _solved(self, changes: Changes, free: Cell) -> Changes:
        """Return the change of a free cell that the others leave to be made, if any."""
        system = self._system
        shift = system.shift(self._deltas(changes))
        for index, sign in system.uses[id(free)]:
            left = system.residuals[index] + shift.get(index, 0)
            if left:
                return [(free, system.units[id(free)] - sign * left)]
        return []

    def _deltas(self, changes: Changes) -> dict[int, int]:
        return {id(cell): right - self._system.units[id(cell)] for cell, right in changes}

    def _kept(self, pattern: Pattern, changes: Changes, odds: float) -> Iterator[Explanation]:
        """Yield an explanation by changes, if they explain anything."""
        explained = self._system.explained(self._deltas(changes))
        if explained and all(right >= 0 for _, right in changes):
            weight = log(odds) + self._plausibility.gain(changes)
            yield Explanation(pattern, explained, tuple(changes), weight, row=changes[0][0].entry)
