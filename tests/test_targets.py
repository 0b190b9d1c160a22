"""Targets as a series of numbers, on one indicator of four years."""

import pytest

from pan_tp_cli.money import NOT_APPLICABLE, Percent, Unreadable, Value
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.targets import Fall, falls, from_baseline, meant_to_fall, numbers, size
from tests.projects import framework, read


def row(baseline: str, *targets: str, unit: str = "nombre") -> IndicatorRow:
    cells = ", ".join(f"{year}: {target}" for year, target in enumerate(targets, 2023))
    years = ", ".join(str(2023 + place) for place in range(len(targets)))
    text = framework(f"unite: {unit}\nreference: {baseline}\ncibles: {{{cells}}}", years)
    (found,) = read(indicators=text).project.indicators
    return found


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        (Percent(9), Percent(10)),
        (Percent(99, 1), Percent(10)),
        (Percent(10), Percent(101, 1)),
        (Percent(-1), Percent(0)),
        (-1, 0),
        (9, 10),
    ],
)
def test_sizes_compare_as_values_do(smaller: Value, larger: Value) -> None:
    first, second = size(smaller), size(larger)
    assert first is not None
    assert second is not None
    assert first < second


def test_equal_percentages_have_one_size_at_any_precision() -> None:
    assert size(Percent(525, 1)) == size(Percent(5250, 2))


@pytest.mark.parametrize("value", [None, NOT_APPLICABLE, Unreadable("1 0"), "dix"])
def test_what_is_no_number_has_no_size(value: Value) -> None:
    assert size(value) is None


def test_targets_that_are_numbers_come_in_the_order_of_the_years() -> None:
    text = framework(
        "unite: nombre\nreference: 1\ncibles: {2024: 7, 2025: N/A, 2023: 5}", "2023, 2024, 2025"
    )
    (indicator,) = read(indicators=text).project.indicators
    assert [(cell.column, number) for cell, number in numbers(indicator)] == [
        ("2023", 5),
        ("2024", 7),
    ]


@pytest.mark.parametrize(
    ("baseline", "series"), [("3", [3, 5, 7]), ("0", [0, 5, 7]), ("~", [5, 7]), ("1 0", [5, 7])]
)
def test_the_baseline_stands_before_the_targets(baseline: str, series: list[int]) -> None:
    assert [number for _, number in from_baseline(row(baseline, "5", "7"))] == series


def test_a_fall_is_a_number_below_the_one_before_it() -> None:
    series = numbers(row("0", "5", "5", "4", "N/A", "3", "9"))
    found = [(fall.before.column, fall.after.column) for fall in falls(series)]
    assert found == [("2024", "2025"), ("2025", "2027")]
    assert next(falls(series)) == Fall(series[1][0], series[2][0])


@pytest.mark.parametrize(
    ("baseline", "targets", "lowered"),
    [
        ("9", ("7", "5"), True),
        ("9", ("7", "7"), False),
        ("9", ("9", "5"), False),
        ("9", ("10", "5"), False),
        ("9", ("N/A", "5"), False),  # one target alone tells no course
        ("~", ("9", "7", "5"), False),
        ("9", ("7", "5", "6"), False),
    ],
)
def test_targets_are_meant_to_fall_where_each_is_below_the_one_before(
    baseline: str, targets: tuple[str, ...], lowered: bool
) -> None:
    assert meant_to_fall(row(baseline, *targets)) is lowered
