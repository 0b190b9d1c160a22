"""Words that two wordings have in common, however long and monotonous these are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.report import kept_words
from pan_tp_cli.report.kept_words import MOST_STEPS, kept

WORDS = st.lists(st.sampled_from("abcd"), max_size=30)


@given(WORDS, WORDS, st.booleans())
def test_runs_are_in_both_texts_in_order_and_apart(
    before: list[str], after: list[str], costly: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if costly:
            patch.setattr(kept_words, "MOST_STEPS", -1)
        runs = list(kept(before, after))
    end = other_end = 0
    for start, other, size in runs:
        assert before[start : start + size] == after[other : other + size]
        assert end <= start
        assert other_end <= other
        end, other_end = start + size, other + size
    assert end <= len(before)
    assert other_end <= len(after)


def test_what_long_texts_that_repeat_themselves_begin_and_end_with_is_kept() -> None:
    many = ["a", "b", "c"] * 700
    assert len(many) ** 2 > MOST_STEPS
    before, after = ["x", *many, "fin"], ["x", *many[::-1], "y", "fin"]
    assert list(kept(before, after)) == [(0, 0, 1), (2101, 2102, 1)]
    assert list(kept(many, many)) == [(0, 0, 2100), (2100, 2100, 0)]


def test_words_in_the_middle_of_wordings_of_usual_length_are_kept() -> None:
    before = ["former", "vingt", "juges", "à", "Kayes"]
    after = ["réunir", "vingt", "juges", "de", "Ségou"]
    assert (1, 1, 2) in list(kept(before, after))
