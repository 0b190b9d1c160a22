"""Two to four wrong cells at once, found exactly: every smallest set of cells that explains all.

Cells that stand in the same equations with the same signs cannot be told apart by any sum; they
form one class, which is searched once and told apart afterwards by how likely each member is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.diagnosis.solve import solve
from pan_tp_cli.diagnosis.system import System

MOST_CELLS: Final = 4
MOST_STEPS: Final = 3000
"""Sets of cells looked at for one group of equations; past it the search gives up."""

Signature = tuple[tuple[int, int], ...]
"""The equations that a cell stands in, each with its sign."""


Wrong = tuple[Signature, int]
"""A class of cells, and by how much one member of it has to change."""


class Solution(NamedTuple):
    """Classes of cells, and by how much one member of each has to change."""

    changes: tuple[Wrong, ...]


class TooMuchWorkError(Exception):
    """The search has taken more steps than it may."""


def solutions(system: System, wanted: frozenset[int], most: int) -> list[Solution]:
    """Return every smallest set of two to `most` cells that explains the equations `wanted`.

    Violated equations besides, in which its cells stand, are explained too. Empty where there is
    none, or the search would take too long.
    """
    search = _Search(system, wanted)
    try:
        for size in range(2, most + 1):
            found = list(search.of_size(size))
            if found:
                return found
    except TooMuchWorkError:
        pass
    return []


class _Search:
    def __init__(self, system: System, wanted: frozenset[int]) -> None:
        self._system = system
        self._wanted = wanted
        self._steps = 0
        self._classes: dict[int, list[Signature]] = {}

    def of_size(self, size: int) -> Iterator[Solution]:
        """Yield every solution with exactly `size` cells."""
        yield from self._grow((), frozenset(), size)

    def _grow(
        self, chosen: tuple[Signature, ...], barred: frozenset[Signature], size: int
    ) -> Iterator[Solution]:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TooMuchWorkError
        rest = size - len(chosen)
        open_equations = self._open(chosen)
        if rest == 0:
            if not open_equations:
                yield from self._solved(chosen)
            return
        for signature in self._next(chosen, open_equations):
            if signature not in barred and signature not in chosen:
                yield from self._grow((*chosen, signature), barred, size)
                barred |= {signature}

    def _open(self, chosen: Sequence[Signature]) -> list[int]:
        """Return the equations that need another cell: failing without any, or holding with one."""
        touched: dict[int, int] = {}
        for signature in chosen:
            for index, _ in signature:
                touched[index] = touched.get(index, 0) + 1
        failing = [index for index in self._wanted if index not in touched]
        holding = [
            index
            for index, count in touched.items()
            if count == 1 and not self._system.residuals[index]
        ]
        return failing + holding

    def _next(self, chosen: Sequence[Signature], open_equations: list[int]) -> Iterable[Signature]:
        """Return the classes to branch on: those of the open equation that has the fewest."""
        if open_equations:
            return min((self._in_equation(index) for index in sorted(open_equations)), key=len)
        touched = dict.fromkeys(index for signature in chosen for index, _ in signature)
        return dict.fromkeys(
            signature for index in touched for signature in self._in_equation(index)
        )

    def _in_equation(self, index: int) -> list[Signature]:
        if index not in self._classes:
            uses = self._system.uses
            cells = self._system.members(index)
            self._classes[index] = list(
                dict.fromkeys(tuple(uses[id(cell)]) for cell in cells if id(cell) in uses)
            )
        return self._classes[index]

    def _solved(self, chosen: tuple[Signature, ...]) -> Iterator[Solution]:
        residuals = self._system.residuals
        touched = dict.fromkeys(index for signature in chosen for index, _ in signature)
        rows = [
            [dict(signature).get(index, 0) for signature in chosen] + [-residuals[index]]
            for index in touched
        ]
        deltas = solve(rows)
        if deltas is not None and all(deltas):
            changes = tuple(zip(chosen, deltas, strict=True))
            if all(self._possible(change) for change in changes):
                yield Solution(changes)

    def _possible(self, change: Wrong) -> bool:
        """Tell whether some cell of a class can change so and stay at zero or above."""
        signature, delta = change
        cells = members(self._system, signature)
        return any(self._system.units[cell] + delta >= 0 for cell in cells)


def touched(change: Wrong) -> frozenset[int]:
    """Return the equations that the cells of a class stand in."""
    return frozenset(index for index, _ in change[0])


def members(system: System, signature: Signature) -> list[int]:
    """Return the identities of the cells of a class."""
    index = signature[0][0]
    return [
        id(cell)
        for cell in system.members(index)
        if tuple(system.uses.get(id(cell), ())) == signature
    ]
