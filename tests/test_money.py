import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.money import (
    MAX_DIGITS,
    NOT_APPLICABLE,
    Percent,
    Unreadable,
    Value,
    read_amount,
    read_percent,
    write_amount,
    write_percent,
    write_value,
)
from pan_tp_cli.text import Lang

LARGEST = 10**MAX_DIGITS - 1


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("0", 0),
        ("500", 500),
        ("5 000 000", 5_000_000),
        ("5\u00a0000\u202f000", 5_000_000),
        ("5\u2009000_000", 5_000_000),
        ("5000000", 5_000_000),
        ("-5 000", -5_000),
        ("\u22125 000", -5_000),
        ("5 000 000 FCFA", 5_000_000),
        ("5 000 000 XOF", 5_000_000),
        ("5 000 000 F CFA", 5_000_000),
        ("5 000 000FCFA", 5_000_000),
        ("9" * MAX_DIGITS, LARGEST),
    ],
)
def test_a_well_written_amount_is_read(raw: str, amount: int) -> None:
    assert read_amount(raw) == amount


@pytest.mark.parametrize(
    "raw",
    [
        "", " ", "-", "50 000 00", "5 00 000", "5  000", "5 0000", "5000 000", "1234 567",
        "5.000.000", "5,000,000", "5'000", "5 000,00", "1e3", "0x10", "007", "0 500", "+5",
        "no", "~", "null", "N/A", "5 000 EUR", "٥", "5 000\n", " 5", "1" * (MAX_DIGITS + 1),
        "9" * 5000,
    ],
)  # fmt: skip
def test_anything_else_is_kept_as_it_stands(raw: str) -> None:
    assert read_amount(raw) == Unreadable(raw)


@pytest.mark.parametrize(
    ("raw", "percent"),
    [
        ("79 %", Percent(79)),
        ("79%", Percent(79)),
        ("79\u202f%", Percent(79)),
        ("52,5 %", Percent(525, 1)),
        ("52.50%", Percent(5250, 2)),
        ("0,05 %", Percent(5, 2)),
        ("-3 %", Percent(-3)),
        ("100 %", Percent(100)),
        ("1" * MAX_DIGITS + " %", Percent(int("1" * MAX_DIGITS))),
        ("1," + "0" * (MAX_DIGITS - 1) + " %", Percent(10 ** (MAX_DIGITS - 1), MAX_DIGITS - 1)),
    ],
)
def test_a_percentage_keeps_its_precision(raw: str, percent: Percent) -> None:
    assert read_percent(raw) == percent


@pytest.mark.parametrize(
    "raw",
    [
        "79", "%", "7 9 %", "1,2,3 %", ",5 %", "5, %", "05 %", "1e2 %",
        "1" * (MAX_DIGITS + 1) + " %", "1," + "0" * MAX_DIGITS + " %",
    ],
)  # fmt: skip
def test_what_is_no_percentage_is_kept_as_it_stands(raw: str) -> None:
    assert read_percent(raw) == Unreadable(raw)


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (2_983_250_000, "2\u202f983\u202f250\u202f000", "2,983,250,000"),
        (-40_000_000, "\u221240\u202f000\u202f000", "\u221240,000,000"),
        (0, "0", "0"),
        (Percent(525, 1), "52,5\u00a0%", "52.5%"),
        (Percent(5, 2), "0,05\u00a0%", "0.05%"),
        (Percent(-1), "\u22121\u00a0%", "\u22121%"),
        (Percent(0), "0\u00a0%", "0%"),
        (Percent(1), "1\u00a0%", "1%"),
        (None, "vide", "blank"),
        (NOT_APPLICABLE, "N/A", "N/A"),
        (Unreadable("50 000 00"), "50 000 00", "50 000 00"),
        ("deux", "deux", "deux"),
        # what is no number is cut, unless it is of any length that a total in words may have
        (Unreadable("5" * 60), "5" * 60, "5" * 60),
        (Unreadable("5" * 61), "5" * 59 + "…", "5" * 59 + "…"),
        ("a" * 400, "a" * 400, "a" * 400),
        ("a" * 401, "a" * 399 + "…", "a" * 399 + "…"),
    ],
)
def test_values_are_written_in_both_languages(value: Value, fr: str, en: str) -> None:
    assert (write_value(value, Lang.FR), write_value(value, Lang.EN)) == (fr, en)


@given(st.integers(-LARGEST, LARGEST))
def test_a_french_amount_reads_back(amount: int) -> None:
    assert read_amount(write_amount(amount, Lang.FR)) == amount


@given(st.integers(-LARGEST, LARGEST), st.integers(0, 6), st.sampled_from(Lang))
def test_a_percentage_reads_back(units: int, decimals: int, lang: Lang) -> None:
    percent = Percent(units, decimals)
    read = read_percent(write_percent(percent, lang))
    assert read == percent or isinstance(read, Unreadable)
    if abs(units) < LARGEST // 10**6:
        assert read == percent


@given(st.text(max_size=30))
def test_no_text_breaks_the_readers(raw: str) -> None:
    for value in (read_amount(raw), read_percent(raw)):
        assert value == Unreadable(raw) or not isinstance(value, Unreadable)
