"""Several rows that make up another one together: the same amounts in every column."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Amounts = Mapping[str, int]
"""Amounts above zero, by column; a column that is not there holds 0."""

MOST_ROWS: Final = 4
"""Rows that are put together at most: of more, some will agree by chance."""
MOST_CANDIDATES: Final = 16
"""Rows that can be part of one at most: of more, no sum is looked for."""


def only_subset(parts: Sequence[Amounts], whole: Amounts) -> tuple[int, ...]:
    """Return the ranks of the two or more parts that make up a whole; () if none do, or several.

    All amounts are above zero, so that what is more than the whole in any column is passed over.
    """
    fitting = [rank for rank, part in enumerate(parts) if _left(whole, part) is not None]
    if len(fitting) > MOST_CANDIDATES:
        return ()
    found: tuple[int, ...] = ()
    for subset in _subsets(parts, fitting, whole, MOST_ROWS):
        if len(subset) > 1:
            if found:
                return ()
            found = subset
    return found


def _subsets(
    parts: Sequence[Amounts], ranks: Sequence[int], left: Amounts, most: int
) -> Iterator[tuple[int, ...]]:
    """Yield the ranks of parts, `most` of them, that make up what is left."""
    if not left:
        yield ()
    elif most:
        for place, rank in enumerate(ranks):
            rest = _left(left, parts[rank])
            if rest is not None:
                for others in _subsets(parts, ranks[place + 1 :], rest, most - 1):
                    yield (rank, *others)


def _left(whole: Amounts, part: Amounts) -> Amounts | None:
    """Return what is left of a whole without a part; None where the part is more than it."""
    if any(amount > whole.get(column, 0) for column, amount in part.items()):
        return None
    rest = {column: amount - part.get(column, 0) for column, amount in whole.items()}
    return {column: amount for column, amount in rest.items() if amount}
