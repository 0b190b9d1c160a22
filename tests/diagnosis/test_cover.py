from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diagnosis import cover
from pan_tp_cli.diagnosis.cover import Option, fewest, groups

members = st.frozensets(st.integers(0, 4), min_size=1)
options = st.lists(
    st.builds(Option, members, st.integers(1, 3), st.integers(-5, 5).map(float)), max_size=7
)


def brute_force(wanted: frozenset[int], given: list[Option]) -> tuple[int, float] | None:
    """Return causes and weight of the best of all sets of options that explain each once."""
    subsets = chain.from_iterable(combinations(given, size) for size in range(6))
    exact = [
        (sum(option.causes for option in chosen), -sum(option.weight for option in chosen))
        for chosen in subsets
        if sorted(chain.from_iterable(option.equations for option in chosen)) == sorted(wanted)
    ]
    return min(exact, default=None)


@given(members, options)
def test_it_agrees_with_trying_every_set_of_options(
    wanted: frozenset[int], given: list[Option]
) -> None:
    found = fewest(wanted, given)
    best = brute_force(wanted, given)
    if found is None:
        assert best is None
        return
    assert sorted(chain.from_iterable(option.equations for option in found)) == sorted(wanted)
    causes, weight = sum(o.causes for o in found), sum(o.weight for o in found)
    assert (causes, -weight) == best


def test_nothing_is_explained_by_nothing() -> None:
    assert fewest(frozenset(), []) == ()
    assert fewest(frozenset({1}), []) is None


def test_past_its_bound_the_best_cover_so_far_is_returned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = Option(frozenset(range(6)), 9, 0.0)
    ones = [Option(frozenset({index}), 1, 0.0) for index in range(6)]
    assert fewest(whole.equations, [whole, *ones]) == tuple(ones)
    monkeypatch.setattr(cover, "MOST_STEPS", 2)
    assert fewest(whole.equations, [whole, *ones]) == (whole,)
    assert fewest(whole.equations, ones) is None


@pytest.mark.parametrize(("weight", "whole_wins"), [(3.0, True), (1.5, False), (-9.0, False)])
def test_of_covers_with_as_many_causes_the_likeliest_is_taken(
    weight: float, whole_wins: bool
) -> None:
    """Two options of one cause weigh 1 + 1 = 2 together."""
    whole = Option(frozenset({0, 1}), 2, weight)
    ones = tuple(Option(frozenset({index}), 1, 1.0) for index in range(2))
    assert fewest(whole.equations, [*ones, whole]) == ((whole,) if whole_wins else ones)


@pytest.mark.parametrize("turned", [False, True])
def test_of_options_for_the_same_equations_the_best_is_taken(turned: bool) -> None:
    one = frozenset({0})
    ranked = [Option(one, 1, 5.0), Option(one, 1, 1.0), Option(one, 2, 9.0)]
    assert fewest(one, ranked[::-1] if turned else ranked) == (ranked[0],)


def test_very_many_equations_are_explained_by_what_explains_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """{0, 1} is likelier than {1, 2}, and comes first; both are wider than the others."""
    monkeypatch.setattr(cover, "MOST_EXACT", 2)
    first, beside = Option(frozenset({0, 1}), 1, 1.0), Option(frozenset({1, 2}), 1, 0.0)
    two, three = (Option(frozenset({index}), 1, 5.0 - index) for index in (2, 3))
    wanted = frozenset(range(4))
    assert fewest(wanted, [three, two, beside, first]) == (first, two, three)
    assert fewest(wanted, [beside, first, three]) is None


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([], []),
        ([{3}, {1, 2}], [{1, 2}, {3}]),
        ([{1, 2}, {3, 4}, {2, 3}], [{1, 2, 3, 4}]),
        ([{5}, {5}], [{5}]),
    ],
)
def test_sets_that_hang_together_are_one(sets: list[set[int]], expected: list[set[int]]) -> None:
    assert groups(map(frozenset, sets)) == expected


@given(st.lists(members))
def test_groups_part_what_was_given_without_loss(sets: list[frozenset[int]]) -> None:
    found = groups(sets)
    assert frozenset().union(*found) == frozenset().union(*sets)
    assert sum(map(len, found)) == len(frozenset().union(*sets))
    assert all(sum(bool(group & each) for group in found) == 1 for each in sets)
