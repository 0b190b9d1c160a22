"""Two wordings word by word: nothing is lost, and what is not marked is in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.report.diff_page.pieces import Pieces, compared, plain

WORDS = st.lists(st.sampled_from(["Former", "les", "40", "juges", "l'accueil,", "(x1)", "à"]))
WORDINGS = WORDS.map(" ".join)


def marked(pieces: Pieces) -> list[str]:
    return [piece.text for piece in pieces if piece.changed]


def unmarked(pieces: Pieces) -> str:
    return "".join("".join(piece.text.split()) for piece in pieces if not piece.changed)


@given(WORDINGS | st.text(), WORDINGS | st.text())
def test_nothing_is_lost_and_what_is_not_marked_is_in_both(old: str, new: str) -> None:
    before, after = compared(old, new)
    assert (plain(before), plain(after)) == (old.rstrip(), new.rstrip())
    assert unmarked(before) == unmarked(after)
    assert all(piece.text for piece in (*before, *after))
    assert all(text == text.lstrip() for text in marked((*before, *after)))


@given(WORDINGS)
def test_the_same_has_no_marks(text: str) -> None:
    before, after = compared(text, text)
    assert marked(before) == marked(after) == []
    assert len(before) <= 1


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("Former des juges", "Former 40 juges", ["des"], ["40"]),
        ("Former les juges", "Former les juges et greffiers", [], ["et greffiers"]),
        ("Informer/ former", "Informer et former", ["/"], ["et"]),
        ("a  b", "a b", [], []),
        ("", "neuf", [], ["neuf"]),
    ],
)
def test_words_are_told_apart(old: str, new: str, gone: list[str], come: list[str]) -> None:
    before, after = compared(old, new)
    assert (marked(before), marked(after)) == (gone, come)
