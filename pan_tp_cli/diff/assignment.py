"""The best assignment: pairs, each of one rank and another, whose scores add up to the most."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Pair = tuple[int, int]
Scores = Mapping[Pair, int]
"""What each pair that is possible at all scores, above 0."""

INFINITE: Final = 10**9
LARGEST: Final = 100
"""Ranks on a side up to which the best assignment is looked for: its time grows with the cube."""


def assign(scores: Scores) -> Iterator[Pair]:
    """Yield the pairs of the best assignment; each rank of a side is in one pair at most.

    Pairs that share no rank, even through others, are no matter to each other. Where more than
    `LARGEST` ranks hang together, the best pair is taken first, then the best of those left.
    """
    for group in _groups(scores):
        lefts = sorted({left for left, _ in group})
        rights = sorted({right for _, right in group})
        if len(group) == 1:
            yield from group
        elif max(len(lefts), len(rights)) > LARGEST:
            yield from _greedy(group)
        else:
            yield from _hungarian(lefts, rights, group)


def _groups(scores: Scores) -> Iterator[Scores]:
    """Yield the pairs that hang together by a common rank, group by group."""
    beside: dict[tuple[int, int], list[Pair]] = {}
    for pair in scores:
        for side, rank in enumerate(pair):
            beside.setdefault((side, rank), []).append(pair)
    seen: set[tuple[int, int]] = set()
    for start in beside:
        if start not in seen:
            yield {pair: scores[pair] for pair in _reached(start, beside, seen)}


def _reached(
    start: tuple[int, int],
    beside: Mapping[tuple[int, int], Sequence[Pair]],
    seen: set[tuple[int, int]],
) -> Iterator[Pair]:
    """Yield the pairs that hang together with a rank of a side, and note the ranks as seen."""
    seen.add(start)
    waiting = [start]
    while waiting:
        side, rank = waiting.pop()
        for pair in beside[side, rank]:
            if side == 0:
                yield pair
            other = 1 - side, pair[1 - side]
            if other not in seen:
                seen.add(other)
                waiting.append(other)


def _greedy(scores: Scores) -> Iterator[Pair]:
    lefts: set[int] = set()
    rights: set[int] = set()
    for left, right in sorted(
        scores, key=lambda pair: (-scores[pair], abs(pair[0] - pair[1]), pair)
    ):
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            yield left, right


def _hungarian(lefts: Sequence[int], rights: Sequence[int], scores: Scores) -> Iterator[Pair]:
    """Yield the best pairs by the Hungarian method (Kuhn 1955, Munkres 1957), in cubic time."""
    size = max(len(lefts), len(rights))
    costs = [[0] * size for _ in range(size)]
    row_of = {left: row for row, left in enumerate(lefts)}
    column_of = {right: column for column, right in enumerate(rights)}
    for (left, right), score in scores.items():
        costs[row_of[left]][column_of[right]] = -score
    for column, row in enumerate(_cheapest(costs)):
        if costs[row][column] < 0:
            yield lefts[row], rights[column]


def _cheapest(costs: Sequence[Sequence[int]]) -> list[int]:
    """Return, for each column of a square, the row that is assigned to it, at the least cost."""
    square = _Square(costs)
    for row in range(1, square.size + 1):
        square.add(row)
    return [row - 1 for row in square.row_of[1:]]


class _Square:
    """Rows assigned to columns one by one; rank 0 is none, so that all others count from 1.

    `over` and `under` are the potentials of rows and columns: no cost is below their sum.
    """

    def __init__(self, costs: Sequence[Sequence[int]]) -> None:
        self.size = len(costs)
        self.row_of = [0] * (self.size + 1)
        self._costs = costs
        self._over = [0] * (self.size + 1)
        self._under = [0] * (self.size + 1)

    def add(self, row: int) -> None:
        """Assign one row more, and others anew along the shortest augmenting path."""
        self.row_of[0] = row
        slack = [INFINITE] * (self.size + 1)
        came_from = [0] * (self.size + 1)
        reached, free = [0], list(range(1, self.size + 1))
        while self.row_of[reached[-1]]:
            self._reach(reached[-1], slack, came_from, free)
            nearest = min(free, key=slack.__getitem__)
            self._shift(slack[nearest], slack, reached, free)
            reached.append(nearest)
            free.remove(nearest)
        column = reached[-1]
        while column:
            self.row_of[column] = self.row_of[came_from[column]]
            column = came_from[column]

    def _reach(
        self, column: int, slack: list[int], came_from: list[int], free: Sequence[int]
    ) -> None:
        """Note how far every free column is from the row of one just reached."""
        row = self.row_of[column]
        costs, over, under = self._costs[row - 1], self._over[row], self._under
        for other in free:
            left = costs[other - 1] - over - under[other]
            if left < slack[other]:
                slack[other], came_from[other] = left, column

    def _shift(
        self, by: int, slack: list[int], reached: Sequence[int], free: Sequence[int]
    ) -> None:
        """Change the potentials so that one column more can be reached at no cost."""
        for column in reached:
            self._over[self.row_of[column]] += by
            self._under[column] -= by
        for column in free:
            slack[column] -= by
