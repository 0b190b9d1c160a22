import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.report.side_by_side import BESIDE, side_by_side
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang

OLD, NEW = "Former 20 juges en ligne", "Former 30 juges"
WORDS = st.lists(st.text("abcdé", min_size=1, max_size=12), max_size=20).map(" ".join)


def test_wordings_stand_beside_each_other_where_there_is_room() -> None:
    heading, line = side_by_side(OLD, NEW, Style(Lang.FR, BESIDE), "  ")
    assert heading == "  avant" + " " * 42 + " | après"
    assert line == f"  {OLD:47} | {NEW}"


def test_wordings_stand_below_each_other_where_there_is_not() -> None:
    lines = list(side_by_side(OLD, NEW, Style(Lang.EN, 20), "  "))
    assert lines == ["  - Former 20 juges", "    en ligne", "  + Former 30 juges"]


@pytest.mark.parametrize("width", [60, BESIDE])
def test_the_words_that_differ_are_marked(width: int) -> None:
    text = "\n".join(side_by_side(OLD, NEW, Style(Lang.EN, width, colour=True), ""))
    for marked in ("\x1b[1;31m20\x1b[0m juges \x1b[1;31men ligne\x1b[0m", "\x1b[1;32m30\x1b[0m ju"):
        assert marked in text


@given(WORDS, WORDS, st.integers(40, 140))
def test_no_word_is_lost_and_no_line_too_long(old: str, new: str, width: int) -> None:
    lines = list(side_by_side(old, new, Style(Lang.EN, width), "  "))
    assert max(map(len, lines), default=0) <= width
    if width >= BESIDE:
        sides = [line.partition("|")[::2] for line in lines[1:]]
        texts = [" ".join(" ".join(side).split()) for side in zip(*sides, strict=True)]
        assert texts in ([old, new], [])
        return
    text = "\n".join(line[2:] for line in lines)
    before, _, after = f"\n{text}".partition("\n+ ")
    assert " ".join(before.replace("- ", " ", 1).split()) == old
    assert " ".join(after.split()) == new
