"""How the tables at hand write their amounts: how round, how often the same, how alike in a row.

Learned from the printed leaves themselves, so that no plan is known beforehand: a repair that
makes a row look as rows here usually look is likelier than one that does not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import log
from typing import Final

SEEN_BEFORE: Final = 0.6
"""Share of amounts that repeat an amount of the tables, where they are not like their neighbour."""
SMOOTHING: Final = 0.5
UNSEEN: Final = 10
"""Amounts of any value that every table is taken to hold besides: a short one teaches little."""


def shape(value: int) -> tuple[int, int]:
    """Return the number of digits of an amount, and how many of them come before its zeros."""
    digits = str(abs(value))
    return len(digits), len(digits.rstrip("0"))


class Habits:
    """Probabilities of amounts and of rows of them, from rows of printed amounts in units."""

    def __init__(self, rows: Iterable[Sequence[int]]) -> None:
        given = [row for row in rows if row]
        self._counts = Counter(chain.from_iterable(given))
        steps = sum(map(len, given)) - len(given)
        alike = sum(one == other for row in given for one, other in pairwise(row))
        self._shapes: Counter[tuple[int, int]] = Counter()
        for value, count in self._counts.items():
            self._shapes[shape(value)] += count
        self._total = sum(self._counts.values())
        self._alike = (alike + SMOOTHING) / (steps + 2 * SMOOTHING)

    def amount(self, value: int, own: int = 0) -> float:
        """Return how probable an amount is; `own` of its occurrences do not count."""
        total = self._total - own + UNSEEN
        exact = max(self._counts[value] - own, 0) / total
        digits, significant = shape(value)
        alike = max(self._shapes[digits, significant] - own, 0) + SMOOTHING
        same_shape: int = 9 * 10 ** max(significant - 1, 0)
        return SEEN_BEFORE * exact + (1 - SEEN_BEFORE) * alike / (total * same_shape)

    def row(self, values: Sequence[int], own: Sequence[bool] = ()) -> float:
        """Return the logarithm of how probable a row of amounts is, from left to right.

        `own` tells which of them are printed as they stand and must not speak for themselves.
        """
        result = 0.0
        for place, value in enumerate(values):
            free = self.amount(value, int(place < len(own) and own[place]))
            if place:
                free *= 1 - self._alike
                free += self._alike * (value == values[place - 1])
            result += log(free)
        return result
