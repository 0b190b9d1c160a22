from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diff.assignment import LARGEST, Pair, assign


def most(scores: Mapping[Pair, int]) -> int:
    """Return the highest sum of scores of all assignments, each tried."""
    lefts = sorted({left for left, _ in scores})
    rights = sorted({right for _, right in scores})
    places: list[int | None] = [*rights, *[None] * len(lefts)]
    return max(
        sum(scores.get((left, right), 0) for left, right in zip(lefts, chosen, strict=True)
            if right is not None)
        for chosen in permutations(places, len(lefts))
    )  # fmt: skip


ranks = st.integers(0, 3)
some_scores = st.dictionaries(st.tuples(ranks, ranks), st.integers(1, 1150))


@given(some_scores)
def test_no_assignment_adds_up_to_more(scores: dict[Pair, int]) -> None:
    found = list(assign(scores))
    assert len({left for left, _ in found}) == len({right for _, right in found}) == len(found)
    assert sum(scores[pair] for pair in found) == most(scores)


@given(some_scores, st.integers(1, 9))
def test_pairs_far_apart_are_no_matter_to_each_other(scores: dict[Pair, int], by: int) -> None:
    apart = {(left + 4 * by, right + 4 * by): score for (left, right), score in scores.items()}
    both = list(assign({**scores, **apart}))
    assert sum({**scores, **apart}[pair] for pair in both) == 2 * most(scores)


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ({}, set()),
        ({(5, 9): 1}, {(5, 9)}),
        # the best pair is not in the best assignment: 900 + 0 against 850 + 800
        ({(0, 0): 900, (0, 1): 850, (1, 0): 800}, {(0, 1), (1, 0)}),
        # one pair that is worth more than two
        ({(0, 0): 900, (0, 1): 400, (1, 0): 400}, {(0, 0)}),
        # more on one side than on the other
        ({(0, 0): 500, (1, 0): 600, (2, 0): 550}, {(1, 0)}),
    ],
)
def test_the_best_pairs(scores: dict[Pair, int], best: set[Pair]) -> None:
    assert set(assign(scores)) == best


def test_of_many_ranks_the_best_pair_comes_first_whatever_it_leaves() -> None:
    count = LARGEST + 1
    scores = {(left, right): 500 for left in range(count) for right in range(count)}
    scores |= {(0, 0): 900, (0, 1): 850, (1, 0): 800}
    found = set(assign(scores))
    assert (0, 0) in found
    assert len(found) == count
