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
)
from pan_tp_cli.rules.budget import total_en_lettres
from pan_tp_cli.writing import amount_like, percent_like, value_like, words_like

LARGEST = 10**MAX_DIGITS - 1
SPACES = " \u00a0\u202f\u2009"
amounts = st.integers(-LARGEST, LARGEST)
separators = st.sampled_from([*SPACES, "_", ""])
suffixes = st.sampled_from(
    ["", *(f"{space}{name}" for space in ("", *SPACES) for name in ("FCFA", "XOF", "F CFA"))]
)
signs = st.sampled_from(["", "-", "\u2212"])


@pytest.mark.parametrize(
    ("amount", "printed", "written"),
    [
        (50_000_000, "10 000 000", "50 000 000"),
        (50_000_000, "10\u00a0000\u00a0000", "50\u00a0000\u00a0000"),
        (50_000_000, "10\u202f000 FCFA", "50\u202f000\u202f000 FCFA"),
        (50_000_000, "10_000_000XOF", "50_000_000XOF"),
        (50_000_000, "10000000 F\u00a0CFA", "50000000 F\u00a0CFA"),
        (500, "10 000", "500"),
        (5_000, "10", "5 000"),
        (5_000_000, "50 000 00", "5 000 000"),
        (5_000_000, "5.000.000", "5 000 000"),
        (-5_000, "10 000", "-5 000"),
        (-5_000, "\u22121 000", "\u22125 000"),
    ],
)
def test_an_amount_is_written_as_the_one_that_it_replaces(
    amount: int, printed: str, written: str
) -> None:
    assert amount_like(amount, printed) == written


@pytest.mark.parametrize(
    ("printed", "neighbours", "written"),
    [
        ("", (), "5 000"),
        ("", ("0", "1\u202f000 XOF", "2 000"), "5\u202f000 XOF"),
        ("0", ("1_000 XOF",), "5_000"),
        ("10 000", ("1\u202f000 XOF",), "5 000"),
    ],
)
def test_what_is_not_printed_is_as_in_the_row(
    printed: str, neighbours: tuple[str, ...], written: str
) -> None:
    assert amount_like(5_000, printed, neighbours) == written


@pytest.mark.parametrize(
    ("percent", "printed", "written"),
    [
        (Percent(80), "79%", "80%"),
        (Percent(80), "79\u00a0%", "80\u00a0%"),
        (Percent(625, 1), "52,5 %", "62,5 %"),
        (Percent(625, 1), "52.50%", "62.50%"),
        (Percent(625, 1), "52%", "62.5%"),
        (Percent(6250, 2), "52%", "62.5%"),
        (Percent(6200, 2), "52%", "62%"),
        (Percent(5, 1), "", "0.5%"),
        (Percent(-5, 1), "3,0 %", "-0,5 %"),
        (Percent(80), "79", "80%"),
    ],
)
def test_a_percentage_is_written_as_the_one_that_it_replaces(
    percent: Percent, printed: str, written: str
) -> None:
    assert percent_like(percent, printed) == written


def test_the_sign_of_a_blank_percentage_is_as_in_the_row() -> None:
    assert percent_like(Percent(80), "", ("5 000", "22 %")) == "80 %"


@pytest.mark.parametrize(
    ("number", "printed", "written"),
    [
        (12, "onze", "douze"),
        (12, "Onze", "Douze"),
        (12, "ONZE FRANCS CFA", "DOUZE FRANCS CFA"),
        (12_000_000, "onze francs CFA", "douze millions de francs CFA"),
        (12, "onze millions de francs CFA", "douze francs CFA"),
        (12, "Onze millions de Francs", "Douze Francs"),
        (12_000_000, "onze mille FCFA", "douze millions FCFA"),
        (12_000_000, "onze millions de FCFA", "douze millions de FCFA"),
        (12, "onze (11)", "douze"),
        (12, "bientôt connu", "douze"),
    ],
)
def test_words_keep_their_capitals_and_their_currency(
    number: int, printed: str, written: str
) -> None:
    assert words_like(number, printed) == written


currencies = st.sampled_from(["", " FCFA", " francs CFA", " de francs"])


@given(st.integers(0, LARGEST), currencies)
def test_words_that_are_written_are_what_the_rule_expects(number: int, currency: str) -> None:
    assert total_en_lettres.read(words_like(number, f"Deux millions{currency}"), number) == number


@given(st.integers(0, 10**12 - 1), currencies)
def test_words_that_are_written_read_back(number: int, currency: str) -> None:
    assert total_en_lettres.read(words_like(number, f"Deux millions{currency}"), -1) == number


@given(amounts, amounts, separators, suffixes, signs)
def test_an_amount_that_is_written_reads_back(
    amount: int, other: int, separator: str, suffix: str, sign: str
) -> None:
    printed = sign + f"{abs(other):,}".replace(",", separator) + suffix
    assert isinstance(read_amount(printed), int)
    assert read_amount(amount_like(amount, printed)) == amount
    assert read_amount(amount_like(amount, "", (printed,))) == amount


@given(amounts, st.text(max_size=20), st.lists(st.text(max_size=20), max_size=3))
def test_an_amount_reads_back_whatever_it_replaces(
    amount: int, printed: str, neighbours: list[str]
) -> None:
    assert read_amount(amount_like(amount, printed, neighbours)) == amount


@given(amounts, separators, suffixes, signs)
def test_an_amount_written_as_itself_is_itself(
    amount: int, separator: str, suffix: str, sign: str
) -> None:
    sign = (sign or "-") if amount < 0 else ""
    printed = sign + f"{abs(amount):,}".replace(",", separator) + suffix
    assert amount_like(amount, printed, ()) == printed


percents = st.builds(Percent, st.integers(-(10**6), 10**6), st.integers(0, 4))
printed_percents = st.builds(
    lambda whole, mark, fraction, space: f"{whole}{mark + fraction if fraction else ''}{space}%",
    st.integers(0, 1000),
    st.sampled_from(",."),
    st.sampled_from(["", "5", "25"]),
    st.sampled_from(["", *SPACES]),
)


@given(percents, printed_percents | st.text(max_size=10))
def test_a_percentage_that_is_written_reads_back(percent: Percent, printed: str) -> None:
    read = read_percent(percent_like(percent, printed))
    assert isinstance(read, Percent)
    assert read.scaled(12) == percent.scaled(12)


@given(printed_percents)
def test_a_percentage_written_as_itself_is_itself(printed: str) -> None:
    percent = read_percent(printed)
    assert isinstance(percent, Percent)
    assert percent_like(percent, printed) == printed


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "~"),
        (NOT_APPLICABLE, "N/A"),
        (Unreadable("5 0"), "5 0"),
        ("douze", "douze"),
        (5_000, "5_000"),
        (Percent(5), "5%"),
    ],
)
def test_any_value_is_written(value: Value, written: str) -> None:
    assert value_like(value, "1_000") == written
