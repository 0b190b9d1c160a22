"""What a cell can hold: characters of XML, numbers of fifteen digits."""

import pytest

from pan_tp_cli.money import NOT_APPLICABLE, Percent, Unreadable, Value
from pan_tp_cli.report.workbook.cell_text import LONGEST, clean, number, text, units
from pan_tp_cli.text import Lang


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("=1+1", "=1+1"),
        ("a\x00b\x08c", "a<U+0000>b<U+0008>c"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\ufffeb\uffff", "a<U+FFFE>b<U+FFFF>"),
        ("a\ud800b", "a<U+D800>b"),
        ("a\tb\n c", "a b c"),
        ("5\u202f000\u00a0FCFA", "5\u00a0000\u00a0FCFA"),
        ("_x0041_", "_x0041_"),
    ],
)
def test_texts_hold_only_what_is_read(given: str, shown: str) -> None:
    assert clean(given) == shown


@pytest.mark.parametrize("letter", ["é", "😀", "a😀"])
def test_a_long_text_is_cut_as_excel_counts(letter: str) -> None:
    cut = clean(letter * 40_000)
    assert LONGEST - 1 <= units(cut) <= LONGEST
    assert cut.endswith("…")
    assert set(cut[:-1]) <= set(letter)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 0),
        (-5, -5),
        (999_999_999_999_999, 999_999_999_999_999),
        (10**15, None),
        (-(10**15), None),
        (Percent(525, 1), 0.525),
        (Percent(79), 0.79),
        (Unreadable("50 00"), None),
        (NOT_APPLICABLE, None),
        ("mille", None),
        (None, None),
    ],
)
def test_numbers_are_those_that_excel_keeps_whole(value: Value, expected: float | None) -> None:
    assert number(value) == expected


def test_what_cannot_be_read_is_shown_whole() -> None:
    raw = "50 00 " * 30
    assert text(Unreadable(raw), Lang.FR) == raw.strip()
    assert text(10**15, Lang.EN) == "1,000,000,000,000,000"
