"""Means, last and highest targets, and shares: worked out by hand."""

from math import log

import pytest

from pan_tp_cli import engine
from pan_tp_cli.diagnosis.diagnose import Cause, diagnose
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation
from pan_tp_cli.money import Percent
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell
from tests.diagnosis.tables import CATALOGUE, cell, share
from tests.projects import Read, framework, plan, read

Proposed = dict[tuple[str, str | None], object]


def causes(given: Read) -> tuple[tuple[Cause, ...], list[list[Proposed]]]:
    """Return causes, and the right values that each of their explanations proposes."""
    found, system = diagnose(engine.evaluate_all(given.project, CATALOGUE).told)
    return found, [
        [
            {(c.entry.node, c.column): system.number(c, units) for c, units in each.changes}
            for each in cause.explanations
        ]
        for cause in found
    ]


def targets(unit: str, aggregation: str, years: dict[str, str], total: str) -> Read:
    cells = ", ".join(f"{year}: {value}" for year, value in years.items())
    text = f"unite: {unit}\nagregation: {aggregation}\ncibles: {{{cells}}}\ntotal: {total}"
    return read(indicators=framework(text, years=", ".join(years)))


def proposed(given: Read) -> dict[str | None, object]:
    """Return the right values that the explanations of the only cause propose, by column."""
    _, (explanations,) = causes(given)
    return {column: value for each in explanations for (_, column), value in each.items()}


@pytest.mark.parametrize(
    ("aggregation", "years", "total", "expected"),
    [
        # (75 + 80) / 2 = 77,5 → 78; for 79, the sum is 157 or 158: 77 or 78, 82 or 83
        (
            "moyenne",
            {"2023": "75 %", "2024": "80 %"},
            "79 %",
            {"total": {78}, "2023": {77, 78}, "2024": {82, 83}},
        ),
        # a year without target counts for nothing
        (
            "moyenne",
            {"2023": "75 %", "2024": "N/A", "2025": "80 %"},
            "79 %",
            {"total": {78}, "2023": {77, 78}, "2025": {82, 83}},
        ),
        # a blank one neither; filled in, 79 is the mean of three: 155 + 80 to 83 is 235 to 238,
        # and 235,5 to 238,4 rounds to 79
        (
            "moyenne",
            {"2023": "75 %", "2024": "~", "2025": "80 %"},
            "79 %",
            {"total": {78}, "2023": {77, 78}, "2024": {81, 82, 83}, "2025": {82, 83}},
        ),
        ("derniere", {"2023": "75 %", "2024": "80 %"}, "57 %", {"total": {80}, "2024": {57}}),
        (
            "derniere",
            {"2023": "75 %", "2024": "N/A"},
            "57 %",
            {"total": {75}, "2023": {57}},
        ),
        # the highest: 79 instead of 80, but not instead of 75, for 80 is higher
        ("maximum", {"2023": "75 %", "2024": "80 %"}, "79 %", {"total": {80}, "2024": {79}}),
        (
            "maximum",
            {"2023": "75 %", "2024": "80 %"},
            "85 %",
            {"total": {80}, "2023": {85}, "2024": {85}},
        ),
        # a sum of percentages: the blank one is a percentage too
        (
            "somme",
            {"2023": "75 %", "2024": "~"},
            "79 %",
            {"total": {75}, "2023": {79}, "2024": {4}},
        ),
    ],
)
def test_what_may_be_wrong_in_a_total_of_percentages(
    aggregation: str, years: dict[str, str], total: str, expected: dict[str, set[int]]
) -> None:
    found = proposed(targets("pourcentage", aggregation, years, total))
    assert found.keys() == expected.keys()
    for column, value in found.items():
        assert column is not None
        assert value in {Percent(units) for units in expected[column]}


def test_a_mean_is_tried_at_the_precision_of_its_targets() -> None:
    # 52,5 and 75: 63,75 → 64 for a whole percent; 66 is 65,5 to 66,4: 131 to 132,9 together
    given = targets("pourcentage", "moyenne", {"2023": "52.5 %", "2024": "75 %"}, "66 %")
    found = proposed(given)
    assert found["total"] == Percent(64)
    assert found["2024"] in (Percent(79), Percent(80))
    assert isinstance(found["2023"], Percent)
    assert 560 <= found["2023"].units <= 579
    assert found["2023"].decimals == 1


@pytest.mark.parametrize(
    ("first", "second", "total", "expected"),
    [
        # of two, 9 and 10 have the mean 5: 4,5 is rounded up
        ("0 %", "0 %", "5 %", {"total": {0}, "2023": {9, 10}, "2024": {9, 10}}),
        # 79 and 80 have the mean 40: 0 and 80, but not 80 and one less than nothing
        ("70 %", "80 %", "40 %", {"total": {75}, "2023": {0}, "2024": {9, 10}}),
        ("0 %", "80 %", "20 %", {"total": {40}, "2024": {39, 40}}),
    ],
)
def test_a_right_value_may_be_nothing_and_not_less(
    first: str, second: str, total: str, expected: dict[str, set[int]]
) -> None:
    years = {"2023": first, "2024": second}
    found = proposed(targets("pourcentage", "moyenne", years, total))
    assert found.keys() == expected.keys()
    for column, value in found.items():
        assert column is not None
        assert value in {Percent(units) for units in expected[column]}


@pytest.mark.parametrize(
    ("printed", "total", "right"),
    [
        # with five of 40, a mean of 44 needs 61 at least, and one of 45 takes 72 at most
        ("16 %", "44 %", 61),
        ("27 %", "45 %", 72),
    ],
)
def test_every_target_with_which_a_mean_holds_is_tried(
    printed: str, total: str, right: int
) -> None:
    """The right one is the least or the most, and has the digits of the printed one."""
    others = {str(year): "40 %" for year in range(2023, 2028)}
    found = proposed(targets("pourcentage", "moyenne", {**others, "2028": printed}, total))
    assert found["2028"] == Percent(right)


def test_a_target_is_tried_at_its_own_precision_alone() -> None:
    """63,7 needs 127,3 or 127,4 of both: 52,3 or 52,4 with 75, but 74,8 or 74,9 with 52,5."""
    given = targets("pourcentage", "moyenne", {"2023": "52.5 %", "2024": "75 %"}, "63.7 %")
    found = proposed(given)
    assert found.keys() == {"total", "2023"}
    assert found["2023"] in (Percent(523, 1), Percent(524, 1))


def test_right_totals_have_no_cause() -> None:
    given = targets("pourcentage", "moyenne", {"2023": "75 %", "2024": "80 %"}, "78 %")
    assert causes(given) == ((), [])


TABLE = """\
recapitulatif:
  axes:
    - {{axe: 1, 2023: 4, 2024: 6, total: {part}, part: {share}}}
    - {{axe: 2, 2023: 7, 2024: 8, total: 15, part: 60 %}}
  total: {{2023: 11, 2024: 14, total: {whole}, part: 100 %}}
axes:
  - {{code: 1, intitule: A, budget: {{2023: 4, 2024: 6, total: 10}}}}
  - {{code: 2, intitule: B, budget: {{2023: 7, 2024: 8, total: 15}}}}
"""


def summary(**printed: object) -> Read:
    return read(plan(TABLE.format(**{"part": 10, "share": "40 %", "whole": 25, **printed})))


def test_a_wrong_share_alone() -> None:
    # 10 / 25 = 40 %: the sums hold, so that the share is wrong, and nothing else
    _, (explanations,) = causes(summary(share="41 %"))
    assert explanations == [{("recap:1", "part"): Percent(40)}]


def test_a_wrong_part_whose_right_value_mends_the_share_is_one_cause() -> None:
    # 11 / 25 = 44 %, and not 40 %; 10 is right by the axis and by the years
    (cause,), ((best, *_),) = causes(summary(part=11))
    assert best == {("recap:1", "total"): 10}
    rules = sorted(each.equation.rule for each in cause.violations)
    assert rules == [
        "budget.pourcentage",
        *["budget.recapitulatif"] * 2,
        "budget.somme-annees",
    ]


def test_a_wrong_part_from_which_the_share_was_computed_changes_both() -> None:
    # 13 / 25 = 52 % agrees with the wrong part; with the right one it is 40 %
    _, ((best, *_),) = causes(summary(part=13, share="52 %"))
    assert best == {("recap:1", "total"): 10, ("recap:1", "part"): Percent(40)}


def test_a_wrong_whole_explains_all_shares() -> None:
    # of 52, 10 are 19 % and 15 are 29 %
    (cause,), ((best, *_),) = causes(summary(whole=52))
    assert best == {("recap:total", "total"): 25}
    shares = [each for each in cause.violations if each.equation.rule == "budget.pourcentage"]
    assert {each.equation.target.entry.node for each in shares} == {"recap:1", "recap:2"}


def test_a_wrong_part_and_a_share_that_is_wrong_besides_are_two_causes() -> None:
    # 11 → 10, and 45 % is wrong of 11 as of 10: what is expected is the share of the right part
    found, ((part, *_), (share, *_)) = causes(summary(part=11, share="45 %"))
    assert len(found) == 2
    assert part == {("recap:1", "total"): 10}
    assert share == {("recap:1", "part"): Percent(40)}
    assert found[1].violations[0].expected == Percent(40)


def followed(
    shares: list[Equation], pattern: Pattern, *changes: tuple[Cell, int]
) -> tuple[float, dict[str, int]]:
    """Return by how much shares make an explanation likelier, and all that it changes with them."""
    explanation = Explanation(pattern, frozenset(), changes, -7.0)
    found = Rounded(System(shares)).follow(explanation)
    return found.weight + 7, {each.entry.node: units for each, units in found.changes}


def test_a_share_that_a_change_breaks_is_mended_with_it_and_makes_it_less_likely() -> None:
    part, whole = cell("part", 10), cell("whole", 25)
    shares = [share(40, part, whole)]
    # 13 / 25 is 52 %
    changed = {"part": 13, "share of part": 52}
    for pattern, factor in ((Pattern.OTHER_VALUE, 0.05), (Pattern.STALE_TOTALS, 1)):
        weight, changes = followed(shares, pattern, (part, 13))
        assert weight == pytest.approx(log(factor))
        assert changes == changed


def test_a_share_that_a_change_mends_makes_it_likelier() -> None:
    part, whole = cell("part", 13), cell("whole", 25)
    for pattern in (Pattern.OTHER_VALUE, Pattern.STALE_TOTALS):
        weight, changes = followed([share(40, part, whole)], pattern, (part, 10))
        assert weight == pytest.approx(log(20))
        assert changes == {"part": 10}


def test_a_share_that_is_right_or_wrong_as_before_says_nothing() -> None:
    part, whole = cell("part", 100), cell("whole", 250)
    for printed in (40, 45):
        # 101 / 250 is 40,4 %
        weight, changes = followed([share(printed, part, whole)], Pattern.OTHER_VALUE, (part, 101))
        assert weight == pytest.approx(0)
        assert changes == {"part": 101}


def test_every_share_of_what_changes_counts_once() -> None:
    """Of 50 instead of 52, 10 and 15 are 20 % and 30 %, as is printed; 13 is 26 %, and not 25 %."""
    whole = cell("whole", 52)
    parts = [cell(f"part {amount}", amount) for amount in (10, 15, 13)]
    shares = [
        share(percent, part, whole) for percent, part in zip((20, 30, 25), parts, strict=True)
    ]
    weight, changes = followed(shares, Pattern.OTHER_VALUE, (whole, 50), (parts[0], 10))
    # 10 / 52 is 19 %, 15 / 52 is 29 %; 13 / 52 is 25 %, which is broken
    assert weight == pytest.approx(2 * log(20) + log(0.05))
    assert changes == {"whole": 50, "part 10": 10, "share of part 13": 26}
