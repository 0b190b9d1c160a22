"""Formulas that Excel takes, whatever they add up."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.report.workbook.formulas import (
    MOST_ARGUMENTS,
    Area,
    Leaves,
    add_up,
    areas,
    cell,
    difference,
    guarded,
    letters,
    quoted,
    span,
    texts_in,
)

BELOW = Leaves(Area(4, 9999), 1, ("Activité", "* sans ligne"))


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_by_letters(column: int, name: str) -> None:
    assert letters(column) == name


def test_cells_and_spans_count_rows_from_one() -> None:
    assert (cell(0, 0), cell(9, 27)) == ("A1", "AB10")
    assert (span(Area(3, 3), 4), span(Area(3, 8), 4)) == ("E4", "E4:E9")


@given(st.sets(st.integers(0, 60)))
def test_areas_hold_the_rows_and_nothing_between(rows: set[int]) -> None:
    found = list(areas(sorted(rows)))
    assert {row for first, last in found for row in range(first, last + 1)} == rows
    assert all(one.last + 1 < other.first for one, other in pairwise(found))


def test_rows_that_follow_one_another_are_one_range() -> None:
    assert add_up([Area(5, 9), Area(12, 12)], 4, BELOW) == "SUM(E6:E10,E13)"


@pytest.mark.parametrize("count", [1, 254, 255, 256, 511, 900])
def test_no_function_has_more_arguments_than_excel_takes(count: int) -> None:
    formula = add_up([Area(2 * n, 2 * n) for n in range(count)], 4, BELOW)
    sums = re.findall(r"SUM\(([^)]*)\)", formula)
    assert max(len(each.split(",")) for each in sums) <= MOST_ARGUMENTS
    assert [name for each in sums for name in each.split(",")] == [
        f"E{2 * n + 1}" for n in range(count)
    ]


def test_too_many_parts_to_name_are_added_up_by_their_level() -> None:
    parts = [Area(2 * n, 2 * n) for n in range(5000)]
    assert add_up(parts, 4, BELOW) == (
        'SUMIF(B5:B10000,"Activité",E5:E10000)+SUMIF(B5:B10000,"* sans ligne",E5:E10000)'
    )
    assert texts_in(parts, 4, BELOW) == (
        'COUNTIFS(B5:B10000,"Activité",E5:E10000,"?*")'
        '+COUNTIFS(B5:B10000,"* sans ligne",E5:E10000,"?*")'
    )


@given(st.integers(1, 3000))
def test_a_guarded_sum_is_never_too_long(count: int) -> None:
    parts = [Area(1_000_000 + 2 * n, 1_000_000 + 2 * n) for n in range(count)]
    formula = guarded(add_up(parts, 4, BELOW), texts_in(parts, 4, BELOW), "illisible")
    assert len(formula) < 8192


def test_a_difference_of_texts_is_nothing() -> None:
    assert difference("A1", "B1") == 'IF(COUNT(A1,B1)=2,A1-B1,"")'
    assert difference("A1", "B1", rounded=True) == 'IF(COUNT(A1,B1)=2,ROUND(A1-B1,6),"")'


def test_quotes_are_doubled() -> None:
    assert quoted('a "b"') == '"a ""b"""'
