"""Faults along a row of three years below a heading, whose right amounts are 5, 7 and 9."""

import pytest

from pan_tp_cli.diagnosis.across import faults_across
from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.repair import Pattern
from tests.diagnosis.tables import judged, named, system_of
from tests.projects import Read, plan, read

YEARS = ("2023", "2024", "2025")


def given(*amounts: int, total: int | None = None) -> Read:
    printed = dict(zip(YEARS, amounts, strict=True))
    if total is not None:
        printed["total"] = total
    cells = ", ".join(f"{column}: {amount}" for column, amount in printed.items())
    body = f"""\
        axes:
          - code: 1
            intitule: A
            budget: {{2023: 8, 2024: 9, 2025: 10, total: 27}}
            activites:
              - {{id: 1-01, intitule: B, budget: {{2023: 3, 2024: 2, 2025: 1}}}}
              - {{id: 1-02, intitule: C, budget: {{{cells}}}}}
        """
    return read(plan(body, years="2023, 2024, 2025"))


def explained(plan: Read) -> list[tuple[Pattern, object]]:
    system, plausibility = judged(system_of(plan))
    found = faults_across(system, plausibility, list(blocks(system)))
    return [(each.pattern, named(system, each.changes)) for each in found]


@pytest.mark.parametrize(
    ("amounts", "right"),
    [
        ((7, 5, 9), {("1-02", "2023"): 5, ("1-02", "2024"): 7}),
        ((5, 9, 7), {("1-02", "2024"): 7, ("1-02", "2025"): 9}),
        ((9, 7, 5), {("1-02", "2023"): 5, ("1-02", "2025"): 9}),
    ],
)
def test_two_years_in_each_others_place(
    amounts: tuple[int, int, int], right: dict[tuple[str, str], int]
) -> None:
    assert explained(given(*amounts)) == [(Pattern.SWAPPED_CELLS, right)]


@pytest.mark.parametrize("amounts", [(0, 5, 7), (4, 5, 7), (7, 9, 0), (7, 9, 1)])
def test_amounts_one_year_late_or_early_and_the_year_that_fell_off(
    amounts: tuple[int, int, int],
) -> None:
    right = {("1-02", "2023"): 5, ("1-02", "2024"): 7, ("1-02", "2025"): 9}
    assert explained(given(*amounts)) == [(Pattern.SHIFTED_COLUMNS, right)]


@pytest.mark.parametrize("factor", [10, 100, 1000])
def test_a_row_too_large(factor: int) -> None:
    right = {("1-02", "2023"): 5, ("1-02", "2024"): 7, ("1-02", "2025"): 9}
    wrong = given(5 * factor, 7 * factor, 9 * factor)
    assert explained(wrong) == [(Pattern.SCALED_ROW, right)]
    # with its total, which agrees with its years
    with_total = given(5 * factor, 7 * factor, 9 * factor, total=21 * factor)
    assert explained(with_total) == [(Pattern.SCALED_ROW, {**right, ("1-02", "total"): 21})]
    # its total is right: only the years are too large
    right_total = given(5 * factor, 7 * factor, 9 * factor, total=21)
    assert explained(right_total) == [(Pattern.SCALED_ROW, right)]


def test_a_row_too_small() -> None:
    body = """\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 53, 2024: 72, total: 125}
            activites:
              - {id: 1-01, intitule: B, budget: {2023: 3, 2024: 2}}
              - {id: 1-02, intitule: C, budget: {2023: 5, 2024: 7}}
        """
    assert explained(read(plan(body))) == [
        (Pattern.SCALED_ROW, {("1-02", "2023"): 50, ("1-02", "2024"): 70})
    ]


def test_a_heading_with_two_years_in_each_others_place() -> None:
    # 3 + 6 = 9 below 8, and 2 + 6 = 8 below 9; 3 and 2 the other way round would mend it, too
    assert explained(given(6, 6, 9)) == [
        (Pattern.SWAPPED_CELLS, {("1-01", "2023"): 2, ("1-01", "2024"): 3}),
        (Pattern.SWAPPED_CELLS, {("1", "2023"): 9, ("1", "2024"): 8}),
    ]


@pytest.mark.parametrize("amounts", [(5, 7, 9), (6, 7, 9), (6, 9, 10)])
def test_other_amounts_have_no_such_fault(amounts: tuple[int, int, int]) -> None:
    assert explained(given(*amounts)) == []


def test_a_row_of_tableau_1_too_large_keeps_its_share() -> None:
    body = """\
        recapitulatif:
          axes:
            - {axe: 1, 2023: 40, 2024: 60, total: 100, part: 40 %}
            - {axe: 2, 2023: 7, 2024: 8, total: 15, part: 60 %}
          total: {2023: 11, 2024: 14, total: 25, part: 100 %}
        axes:
          - {code: 1, intitule: A, budget: {2023: 4, 2024: 6, total: 10}}
          - {code: 2, intitule: B, budget: {2023: 7, 2024: 8, total: 15}}
        """
    row = "recap:1"
    right = {(row, "2023"): 4, (row, "2024"): 6, (row, "total"): 10}
    assert explained(read(plan(body))) == [(Pattern.SCALED_ROW, right)]
