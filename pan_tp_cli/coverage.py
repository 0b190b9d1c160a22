"""Which printed cells the equations protect: whether a wrong figure is seen, and where it is.

A change in a cell leaves its mark on the equations that the cell stands in. Two cells whose
changes leave the same marks cannot be told apart; a cell without a mark nobody watches over.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation
from pan_tp_cli.money import Percent
from pan_tp_cli.place import Route
from pan_tp_cli.table import Cell


class Protection(Enum):
    """How well a cell is protected, best first.

    LOCATABLE: a change of it is seen, and no change of another single cell looks the same.
    DETECTABLE: a change is seen, if rounding does not hide it, but not told from that of another.
    UNPROTECTED: nothing would notice.
    """

    LOCATABLE = "locatable"
    DETECTABLE = "detectable"
    UNPROTECTED = "unprotected"


class Counts(NamedTuple):
    """How many cells are protected how well."""

    locatable: int
    detectable: int
    unprotected: int

    @classmethod
    def of(cls, protections: Iterable[Protection]) -> "Counts":
        """Count protections."""
        levels = tuple(protections)  # a Counter would ask each of them for its hash
        return cls(*(levels.count(protection) for protection in Protection))

    @property
    def total(self) -> int:
        """Return how many cells there are."""
        return sum(self)


class _Coverage(NamedTuple):
    cells: tuple[Cell, ...]
    levels: tuple[Protection, ...]
    counts: Counts


class Coverage(_Coverage):
    """The cells that count, in the order of the files, and how well each is protected.

    Cells that count hold a number, in figures or in words, or are blank cells of a year, which
    are read as 0. « N/A », blank baselines and cells that cannot be read do not. `levels` are in
    the order of the cells, and `counts` those of all cells.
    """

    @cached_property  # a check is content with the counts
    def protections(self) -> Mapping[int, Protection]:
        """How well each cell is protected, by the identity of the cell."""
        return dict(zip(map(id, self.cells), self.levels, strict=True))

    def counted(self) -> "Coverage":
        """Return the counts alone, without the cells."""
        return Coverage((), (), self.counts)

    def counts_of(self, cells: Iterable[Cell]) -> Counts:
        """Return the counts of some cells, without those that do not count."""
        of = self.protections
        return Counts.of(of[id(cell)] for cell in cells if id(cell) in of)


def cover(cells: Iterable[Cell], equations: Iterable[Equation]) -> Coverage:
    """Say how well equations protect the cells of a project, in time linear in both.

    The equations are those that rules declare over these very cells, and that can be told true
    or false: one with an unreadable cell protects nothing.
    """
    counted, over_printed = _counted(list(cells), equations)
    signatures, watched = _signatures(counted, over_printed)
    ordered = sorted(signatures)  # takes a tenth of the memory of counting them
    alike = {one for one, next_ in pairwise(ordered) if one == next_} | {_NOTHING_SURE}
    locatable, detectable, unprotected = Protection
    levels = tuple(
        [
            locatable
            if signature not in alike
            else detectable
            if signature or id(cell) in watched
            else unprotected
            for cell, signature in zip(counted, signatures, strict=True)
        ]
    )
    return Coverage(counted, levels, Counts.of(levels))


def _signatures(
    cells: Sequence[Cell], equations: Sequence[Equation]
) -> tuple[list["_Signature"], Collection[int]]:
    """Return what a change in each cell looks like, and the cells in equations that may see one."""
    marks = _Marks(equations)
    return marks.signatures(cells), marks.computed.keys() | marks.doubtful.keys()


def _counted(
    printed: Sequence[Cell], equations: Iterable[Equation]
) -> tuple[tuple[Cell, ...], list[Equation]]:
    """Return the cells that count, and the equations over the printed cells alone.

    A rule that reads words as a number computes a cell of its own making: the printed one counts.
    """
    words = {(id(cell.entry), cell.steps): cell for cell in printed if isinstance(cell.value, str)}
    over_printed = [_over(words, equation) for equation in equations] if words else list(equations)
    computed = {id(equation.target) for equation in over_printed} if words else frozenset()
    counted = [
        cell
        for cell in printed
        if isinstance(cell.value, _NUMBERS)
        or (cell.value is None and cell.column is not None)
        or (isinstance(cell.value, str) and id(cell) in computed)
    ]
    return tuple(counted), over_printed


def _over(words: Mapping[tuple[int, Route], Cell], equation: Equation) -> Equation:
    target = equation.target
    printed = words.get((id(target.entry), target.steps))
    return equation._replace(target=printed) if printed else equation


_NUMBERS = (int, Percent)
_Signature = int
_NOTHING_SURE: _Signature = 0


class _Marks:
    """The equations of each cell, by its `id`; equations are numbered from 1.

    `sums` see every change of their cells. The other equations see every change of the cell that
    they compute (`computed`), but of their terms (`doubtful`) rounding may hide one.

    A plan may have a million cells, so the marks of a cell are one whole number, of as many bits
    for each mark as the largest takes: twice the number of an equation, and one more where it
    computes the cell.
    """

    def __init__(self, equations: Sequence[Equation]) -> None:
        self.sums: dict[int, int] = {}
        self.computed, self.doubtful = (defaultdict[int, list[int]](list) for _ in range(2))
        self._bits = (2 * len(equations) + 1).bit_length()
        for number, equation in enumerate(equations, 1):
            if equation.relation is Relation.SUM:
                self._sum(2 * number, equation)
            else:
                self.computed[id(equation.target)].append(2 * number)
                for term in _seen(equation.relation, equation.terms):
                    self.doubtful[id(term)].append(2 * number)

    def _sum(self, mark: int, equation: Equation) -> None:
        sums, bits = self.sums, self._bits
        marked = sums.get
        for key in map(id, equation.terms):
            sums[key] = marked(key, 0) << bits | mark
        key = id(equation.target)
        sums[key] = marked(key, 0) << bits | mark | 1

    def signatures(self, cells: Sequence[Cell]) -> list[_Signature]:
        """Return what a change in each cell looks like, the same for cells that look alike.

        These are its sums; and the other equations that compute it, but for those that a term
        with the same sums may disturb or not, as rounding will have it.
        """
        sums = [self.sums.get(key, _NOTHING_SURE) for key in map(id, cells)]
        sums = [self._turned(own) if own & 1 else own for own in sums]
        if not self.computed:
            return sums
        disturbed = defaultdict[_Signature, set[int]](set)
        for key, marks in self.doubtful.items():
            disturbed[self._turned(self.sums.get(key, _NOTHING_SURE))].update(marks)
        return [
            self._with_computed(id(cell), own, disturbed.get(own, ()))
            for cell, own in zip(cells, sums, strict=True)
        ]

    def _turned(self, marks: int) -> _Signature:
        """Turn marks so that the last is that of a term, since a cell may change up or down."""
        if not marks & 1:
            return marks
        length = -(-marks.bit_length() // self._bits)
        return marks ^ sum(1 << self._bits * place for place in range(length))

    def _with_computed(self, key: int, own: _Signature, doubted: Collection[int]) -> _Signature:
        for mark in self.computed.get(key, ()):
            if mark not in doubted:
                own = own << self._bits | mark
        return own


def _seen(relation: Relation, terms: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the terms that a relation looks at: LAST looks at none before the last number."""
    for term in reversed(terms):
        yield term
        if relation is Relation.LAST and isinstance(term.value, _NUMBERS):
            return
