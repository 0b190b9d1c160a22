"""Rows high enough for the words in them."""

import pytest

from pan_tp_cli.report.workbook.sizes import HIGHEST, height, lines


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("", 10, 1),
        ("court", 10, 1),
        ("un\ndeux\ntrois", 10, 3),
        ("mot mot mot mot mot mot", 10, 2),
        ("x" * 100, 10, 9),
        ("x" * 100, 0, 101),
    ],
)
def test_words_are_broken_into_lines(text: str, width: float, count: int) -> None:
    assert lines(text, width) == count


def test_capitals_and_bold_letters_take_more_room() -> None:
    text = "renforcer les capacités des acteurs étatiques " * 4
    assert lines(text, 30) < lines(text.upper(), 30) <= lines(text.upper(), 30, bold=True)


def test_no_row_is_higher_than_excel_takes() -> None:
    assert height("mot " * 10_000, 10) == HIGHEST
