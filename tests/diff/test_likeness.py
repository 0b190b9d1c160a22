import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diff import likeness
from pan_tp_cli.diff.likeness import SAME_CODE, SAME_FIGURES, SIBLINGS, best_matches
from pan_tp_cli.diff.node import Node, NodeKind
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Role
from pan_tp_cli.table import Cell, Entry


def row(label: str, code: str = "1", **amounts: Value) -> Node:
    entry = Entry(Role.PLAN, code, label, "", ())
    cells = {year: Cell(entry, year, value, (year,)) for year, value in amounts.items()}
    return Node(NodeKind.ACTIVITY, entry, None, cells)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Former les juges", "Former les juges", 1),
        ("Former  les\njuges", "FORMER LES JUGES", 1),
        ("abcd", "abxd", 2 * 3 / 8),  # three of four characters in common, on both sides
        ("abcdef", "abc", 2 * 3 / 9),
        ("abc", "xyz", 0),
        ("abc", "", 0),
    ],
)
def test_the_share_of_characters_in_common(one: str, other: str, alike: float) -> None:
    assert likeness.likeness(one, other) == pytest.approx(alike)
    assert likeness.likeness(other, one) == pytest.approx(alike)


# "abcdefghij" and these have 7, 6, 5 and 4 of ten characters in common
SEVEN, SIX, FIVE, FOUR = "abcdefgXYZ", "abcdefWXYZ", "abcdeVWXYZ", "abcdUVWXYZ"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (row(SEVEN, "2"), False),
        (row("abcdefghYZ", "2"), True),  # eight of ten: as much as is asked of siblings
        (row(SEVEN, "1"), True),  # the same code
        (row(SIX, "1"), True),
        (row(FIVE, "1"), False),
        (row(SEVEN, "2", **{"2023": 5, "2024": None}), True),  # the same figures
        (row(SIX, "2", **{"2023": 5, "2024": None}), False),
        (row(SEVEN, "2", **{"2023": 6, "2024": None}), False),
        (row(FIVE, "1", **{"2023": 5, "2024": None}), True),  # both
        (row(FOUR, "1", **{"2023": 5, "2024": None}), False),
    ],
)
def test_less_alike_will_do_under_one_code_or_with_the_same_figures(
    other: Node, found: bool
) -> None:
    assert (SIBLINGS, SAME_CODE, SAME_FIGURES) == (0.8, 0.2, 0.15)
    ours = row("abcdefghij", "1", **{"2023": 5, "2024": None})
    assert bool(list(best_matches([ours], [other], SIBLINGS))) == found


def test_figures_of_zeros_and_blanks_say_nothing() -> None:
    ours = row("abcdefghij", "1", **{"2023": 0, "2024": None})
    theirs = row(SEVEN, "2", **{"2023": 0, "2024": None})
    assert list(best_matches([ours], [theirs], SIBLINGS)) == []


@pytest.mark.parametrize("label", ["…", "", "- / -"])
def test_what_has_no_word_is_like_nothing(label: str) -> None:
    assert list(best_matches([row(label)], [row(label)], 0.0)) == []


def test_the_same_figures_decide_between_wordings_that_are_as_alike() -> None:
    ours = [row("Former 10 juges", "1", **{"2023": 5}), row("Former 20 juges", "2", **{"2023": 7})]
    theirs = [
        row("Former 30 juges", "3", **{"2023": 7}),
        row("Former 40 juges", "4", **{"2023": 5}),
    ]
    found = [(each.before.code, each.after.code) for each in best_matches(ours, theirs, SIBLINGS)]
    assert sorted(found) == [("1", "4"), ("2", "3")]


def test_a_share_counts_as_a_figure() -> None:
    ours, theirs = (row(label, code, part=Percent(5))
                    for label, code in (("abcdefghij", "1"), (SEVEN, "2")))  # fmt: skip
    (match,) = best_matches([ours], [theirs], SIBLINGS)
    assert match.likeness == pytest.approx(0.7)


def test_too_many_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = ([row(f"Former {rank} juges", f"{side}.{rank}") for rank in range(10)]
                    for side in (1, 2))  # fmt: skip
    assert len(list(best_matches(ours, theirs, SIBLINGS))) == 10
    monkeypatch.setattr(likeness, "MOST_COMPARED", 99)
    assert list(best_matches(ours, theirs, SIBLINGS)) == []


def test_long_wordings_count_for_several_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = [row("a" * 4000, "1")], [row("a" * 4000, "2")]
    monkeypatch.setattr(likeness, "MOST_COMPARED", 800)  # 4000 × 4000 characters are 800 usual ones
    assert list(best_matches(ours, theirs, SIBLINGS)) == []
    monkeypatch.setattr(likeness, "MOST_COMPARED", 801)
    assert len(list(best_matches(ours, theirs, SIBLINGS))) == 1


words = st.lists(
    st.sampled_from(["former", "20", "juges", "greffiers", "et", "les"]), min_size=1, max_size=5
).map(" ".join)


@given(st.lists(words, min_size=1, max_size=5), st.lists(words, min_size=1, max_size=5))
def test_every_match_is_alike_enough_and_no_node_is_in_two(one: list[str], two: list[str]) -> None:
    ours, theirs = ([row(label, f"{side}.{rank}") for rank, label in enumerate(labels)]
                    for side, labels in ((1, one), (2, two)))  # fmt: skip
    found = list(best_matches(ours, theirs, SIBLINGS))
    assert all(match.likeness >= SIBLINGS for match in found)
    assert all(
        match.likeness == likeness.likeness(match.before.label, match.after.label)
        for match in found
    )
    for side in (0, 1):
        codes = [match[side].code for match in found]  # type: ignore[union-attr]
        assert len(set(codes)) == len(codes)
