"""Faults along a row of three years below a heading, whose right amounts are 5, 7 and 9."""

from math import exp

import pytest

from pan_tp_cli.diagnosis.across import faults_across
from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Footing
from pan_tp_cli.repair import Pattern
from tests.diagnosis.tables import equation, judged, named, row, system_of
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


def judged_faults(plan: Read) -> tuple[Plausibility, list[Explanation]]:
    system, plausibility = judged(system_of(plan))
    return plausibility, list(faults_across(system, plausibility, list(blocks(system))))


def explained(plan: Read) -> list[tuple[Pattern, object]]:
    plausibility, found = judged_faults(plan)
    return [(each.pattern, named(plausibility.system, each.changes)) for each in found]


def odds(plan: Read) -> float:
    """Return how often the only fault is taken to happen, its amounts apart."""
    plausibility, (found,) = judged_faults(plan)
    return exp(found.weight - plausibility.gain(found.changes))


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


def test_years_side_by_side_are_swapped_oftener_than_others() -> None:
    beside, apart = given(7, 5, 9), given(9, 7, 5)
    assert (odds(beside), odds(given(5, 9, 7))) == pytest.approx((0.5, 0.5))
    assert odds(apart) == pytest.approx(0.1)


def test_how_often_a_row_is_shifted_or_scaled() -> None:
    assert odds(given(7, 9, 0)) == pytest.approx(0.3)
    assert odds(given(50, 70, 90)) == pytest.approx(0.1)


def test_a_row_with_nothing_in_a_year_may_be_shifted_or_swapped() -> None:
    """The second activity is meant to have 0, 7 and 9: the heading has 3, 9 and 10."""

    def meant(*amounts: int) -> list[tuple[Pattern, object]]:
        cells = ", ".join(f"{year}: {amount}" for year, amount in zip(YEARS, amounts, strict=True))
        body = f"""\
            axes:
              - code: 1
                intitule: A
                budget: {{2023: 3, 2024: 9, 2025: 10}}
                activites:
                  - {{id: 1-01, intitule: B, budget: {{2023: 3, 2024: 2, 2025: 1}}}}
                  - {{id: 1-02, intitule: C, budget: {{{cells}}}}}
            """
        return explained(read(plan(body, years=", ".join(YEARS))))

    swapped = {("1-02", "2023"): 0, ("1-02", "2024"): 7}
    assert (Pattern.SWAPPED_CELLS, swapped) in meant(7, 0, 9)
    shifted = {("1-02", "2023"): 0, ("1-02", "2024"): 7, ("1-02", "2025"): 9}
    assert (Pattern.SHIFTED_COLUMNS, shifted) in meant(7, 9, 2)


def test_a_row_that_is_shifted_keeps_its_right_total() -> None:
    """5, 7 and 9 are 21. Of the year that fell off, the total tells as much as the heading."""
    right = {("1-02", "2023"): 5, ("1-02", "2024"): 7, ("1-02", "2025"): 9}
    for amounts in ((0, 5, 7), (7, 9, 0)):
        assert explained(given(*amounts, total=21)) == [(Pattern.SHIFTED_COLUMNS, right)]


def test_a_row_of_one_amount_and_its_total_may_be_too_large() -> None:
    """Of a heading with 7 in 2024 alone, the activity prints 70 there, and 70 in all."""
    body = """\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 0, 2024: 7, total: 7}
            activites:
              - {id: 1-01, intitule: B, budget: {2023: 0, 2024: 70, total: 70}}
        """
    right = {("1-01", "2024"): 7, ("1-01", "total"): 7}
    assert (Pattern.SCALED_ROW, right) in explained(read(plan(body)))


@pytest.mark.parametrize(
    ("printed", "meant", "factor", "larger"),
    [
        (90_000, 90, 1000, True),
        (90, 90_000, 1000, False),
        (800, 80, 10, True),
        (8, 800, 100, False),
    ],
)
def test_by_how_much_a_row_is_too_large_or_too_small_is_told_of_the_row(
    printed: int, meant: int, factor: int, larger: bool
) -> None:
    body = f"""\
        axes:
          - code: 1
            intitule: A
            budget: {{2023: {3 + meant}, 2024: {2 + 2 * meant}}}
            activites:
              - {{id: 1-01, intitule: B, budget: {{2023: 3, 2024: 2}}}}
              - {{id: 1-02, intitule: C, budget: {{2023: {printed}, 2024: {2 * printed}}}}}
        """
    _, (found,) = judged_faults(read(plan(body)))
    assert found.detail == {"factor": factor, "larger": larger}
    assert found.row is not None
    assert found.row.node == "1-02"
    assert [type(units) for _, units in found.changes] == [int, int]


def test_the_years_of_a_row_are_in_their_order_whatever_sums_come_first() -> None:
    """The sums are given of 2024, of 2023 and of 2025; the row is one year early."""
    heading = row("1", dict(zip(YEARS, (8, 9, 10), strict=True)))
    first = row("1-01", dict(zip(YEARS, (3, 2, 1), strict=True)))
    early = row("1-02", dict(zip(YEARS, (7, 9, 1), strict=True)))
    system, plausibility = judged(
        System(
            equation(heading[year], first[year], early[year])._replace(footing=Footing.DOWN)
            for year in ("2024", "2023", "2025")
        )
    )
    found = faults_across(system, plausibility, list(blocks(system)))
    right = {("1-02", "2023"): 5, ("1-02", "2024"): 7, ("1-02", "2025"): 9}
    shifted = [each for each in found if each.pattern is Pattern.SHIFTED_COLUMNS]
    assert [named(system, each.changes) for each in shifted] == [right]
