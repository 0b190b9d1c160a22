"""Which runs of words two wordings have in common, found at a cost that is bounded."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

MOST_STEPS: Final = 200_000
"""Pairs of equal words, times the words of the shorter text, that are looked at in a comparison.

A wording of 250 words stays below. One of two thousand that says the same few again and again does
not: it took half a minute.
"""
Run = tuple[int, int, int]
"""Where a run begins in one text and in the other, and how many words it has."""


def kept(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """Yield the runs that both texts have, in order; of long ones, how both begin and end."""
    if _steps(before, after) > MOST_STEPS:
        yield from _ends(before, after)
        return
    from difflib import SequenceMatcher  # only where wordings differ: it takes 5 ms to load

    yield from SequenceMatcher(None, before, after, False).get_matching_blocks()


def _steps(before: Sequence[str], after: Sequence[str]) -> int:
    counts = Counter(after)
    return sum(counts[word] for word in before) * min(len(before), len(after))


def _ends(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    yield 0, 0, first
    yield len(before) - last, len(after) - last, last


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many words two texts have in common from their beginning."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
