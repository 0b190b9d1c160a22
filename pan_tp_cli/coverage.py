"""Which printed cells the equations protect: whether a wrong figure is seen, and where it is.

A change in a cell leaves its mark on the equations that the cell stands in. Two cells whose
changes leave the same marks cannot be told apart; a cell without a mark nobody watches over.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation
from pan_tp_cli.money import Percent
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
        counts = Counter(protections)
        return cls(*(counts[protection] for protection in Protection))

    @property
    def total(self) -> int:
        """Return how many cells there are."""
        return sum(self)


class Coverage(NamedTuple):
    """The cells that count, in the order of the files, and how well each is protected, by `id`.

    Cells that count hold a number, in figures or in words, or are blank cells of a year, which
    are read as 0. « N/A », blank baselines and cells that cannot be read do not. `counts` are those
    of all cells.
    """

    cells: tuple[Cell, ...]
    protections: Mapping[int, Protection]
    counts: Counts

    @classmethod
    def of(cls, cells: tuple[Cell, ...], protections: Mapping[int, Protection]) -> "Coverage":
        """Return the coverage of cells, and count them."""
        return cls(cells, protections, Counts.of(protections.values()))

    def counted(self) -> "Coverage":
        """Return the counts alone, without the cells."""
        return Coverage((), {}, self.counts)

    def counts_of(self, cells: Iterable[Cell]) -> Counts:
        """Return the counts of some cells, without those that do not count."""
        of = self.protections
        return Counts.of(of[id(cell)] for cell in cells if id(cell) in of)


def cover(cells: Iterable[Cell], equations: Iterable[Equation]) -> Coverage:
    """Say how well equations protect the cells of a project, in time linear in both.

    The equations are those that rules declare over these very cells, and that can be told true
    or false: one with an unreadable cell protects nothing.
    """
    counted, equations = _counted(list(cells), equations)
    marks = _Marks.of(equations)
    keys = list(map(id, counted))
    signatures = marks.signatures(keys)
    alike = Counter(signatures)
    alike[_NOTHING_SURE] = 0
    locatable, detectable, unprotected = Protection
    protections = {}
    for key, signature in zip(keys, signatures, strict=True):
        if alike[signature] == 1:
            protections[key] = locatable
        else:
            protections[key] = detectable if signature or marks.has(key) else unprotected
    return Coverage.of(counted, protections)


def _counted(
    printed: Sequence[Cell], equations: Iterable[Equation]
) -> tuple[tuple[Cell, ...], list[Equation]]:
    """Return the cells that count, and the equations over the printed cells alone.

    A rule that reads words as a number computes a cell of its own making: the printed one counts.
    """
    known = {id(cell) for cell in printed}
    words: set[int] = set()
    over_printed = []
    for equation in equations:
        if id(equation.target) in known:
            over_printed.append(equation)
        else:
            target = _printed(equation.target, printed)
            words.add(id(target))
            over_printed.append(equation._replace(target=target))
    counted = [
        cell
        for cell in printed
        if isinstance(cell.value, _NUMBERS)
        or (cell.value is None and cell.column is not None)
        or id(cell) in words
    ]
    return tuple(counted), over_printed


def _printed(made: Cell, printed: Iterable[Cell]) -> Cell:
    same = (c for c in printed if c.entry is made.entry and c.steps == made.steps)
    return next(same, made)


_NUMBERS = (int, Percent)
_Signature = tuple[int, ...]
_NOTHING_SURE: _Signature = ()


class _Marks(NamedTuple):
    """The equations of each cell, by its `id`; equations are numbered from 1.

    `sums` see every change of their cells: their numbers have one sign for the terms and the
    other for the cell that they compute, turned so that the first is positive, since a cell may
    change up or down. The other equations see every change of the cell that they compute
    (`computed`), but of their terms (`doubtful`) rounding may hide one.
    """

    sums: Mapping[int, tuple[int, ...]]
    computed: Mapping[int, list[int]]
    doubtful: Mapping[int, list[int]]

    @classmethod
    def of(cls, equations: Iterable[Equation]) -> "_Marks":
        sums, computed, doubtful = (defaultdict[int, list[int]](list) for _ in range(3))
        for number, (_, relation, target, terms, *_) in enumerate(equations, 1):
            if relation is Relation.SUM:
                sums[id(target)].append(-number)
                for term in terms:
                    sums[id(term)].append(number)
            else:
                computed[id(target)].append(number)
                for term in _seen(relation, terms):
                    doubtful[id(term)].append(number)
        turned = {
            key: tuple(numbers) if numbers[0] > 0 else tuple([-number for number in numbers])
            for key, numbers in sums.items()
        }
        return cls(turned, computed, doubtful)

    def has(self, key: int) -> bool:
        """Tell whether a cell stands in an equation that may see it change."""
        return key in self.sums or key in self.computed or key in self.doubtful

    def signatures(self, keys: Iterable[int]) -> list[_Signature]:
        """Return what a change in each cell looks like, the same for cells that look alike.

        These are its sums; and the other equations that compute it, but for those that a term
        with the same sums may disturb or not, as rounding will have it.
        """
        sums, computed = self.sums, self.computed
        disturbed = defaultdict[_Signature, set[int]](set)
        for key, numbers in self.doubtful.items():
            disturbed[sums.get(key, ())].update(numbers)
        return [
            self._with_computed(key, disturbed) if key in computed else sums.get(key, ())
            for key in keys
        ]

    def _with_computed(self, key: int, disturbed: Mapping[_Signature, set[int]]) -> _Signature:
        sums = self.sums.get(key, ())
        doubted = disturbed.get(sums, ())
        return (*sums, *(number for number in self.computed[key] if number not in doubted))


def _seen(relation: Relation, terms: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the terms that a relation looks at: LAST looks at none before the last number."""
    for term in reversed(terms):
        yield term
        if relation is Relation.LAST and isinstance(term.value, _NUMBERS):
            return
