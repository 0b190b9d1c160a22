"""Totals that did not follow, in a plan of an axis, two actions and their activities."""

from math import log

import pytest

from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.stale import carried, stale_totals
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.repair import Pattern
from tests.diagnosis.tables import cell, equation, heading, judged, leaf, named, system_of
from tests.projects import Read, plan, read

BODY = """\
total_general: {{chiffres: {total}}}
axes:
  - code: 1
    intitule: A
    budget: {{2023: 20, 2024: {axis}, total: {total}}}
    actions:
      - code: 1.1
        intitule: B
        budget: {{2023: 12, 2024: {action}, total: {action_total}}}
        activites:
          - {{id: 1.1-01, intitule: C, budget: {{2023: 5, 2024: 8}}}}
          - {{id: 1.1-02, intitule: D, budget: {{2023: 7, 2024: {leaf}}}}}
      - code: 1.2
        intitule: E
        budget: {{2023: 8, 2024: 1, total: 9}}
        activites:
          - {{id: 1.2-01, intitule: F, budget: {{2023: 8, 2024: 1}}}}
"""
# right: 8 + 3 = 11 and 12 + 11 = 23; 11 + 1 = 12 and 23 + 9 = 32
RIGHT = {"leaf": 3, "action": 11, "action_total": 23, "axis": 12, "total": 32}


Found = dict[Pattern, list[tuple[Explanation, object]]]


def explained(**printed: int) -> Found:
    return explained_in(read(plan(BODY.format(**{**RIGHT, **printed}))))[1]


def explained_in(given: Read) -> tuple[Plausibility, Found]:
    system, plausibility = judged(system_of(given))
    found: Found = {}
    for each in stale_totals(system, plausibility, list(blocks(system))):
        found.setdefault(each.pattern, []).append((each, named(system, each.changes)))
    return plausibility, found


def test_totals_that_follow_have_no_way_out() -> None:
    assert explained() == {}


def test_a_change_that_the_action_followed_and_the_axis_did_not() -> None:
    # the activity 3 → 7, the action 11 → 15 and 23 → 27
    found = explained(leaf=7, action=15, action_total=27)
    ((up, carried),) = found[Pattern.STALE_TOTALS]
    assert carried == {("1", "2024"): 16, ("1", "total"): 36, ("total_general", "total"): 36}
    assert up.detail["change"] == (4,)
    assert up.detail["column"] == ("2024",)
    # the year and the total of the axis
    assert len(up.equations) == 2
    back = [changes for _, changes in found[Pattern.PUT_BACK]]
    action = {("1.1", "2024"): 11, ("1.1", "total"): 23}
    assert {**action, ("1.1-02", "2024"): 3} in back
    assert {**action, ("1.1-01", "2024"): 4} in back
    # 1 - 4 is below zero: not the activity of action 1.2
    assert len(back) == 2


def test_a_change_that_nothing_followed_is_carried_into_all_totals() -> None:
    found = explained(leaf=7)
    ((up, carried),) = found[Pattern.STALE_TOTALS]
    assert carried == {
        ("1.1", "2024"): 15,
        ("1.1", "total"): 27,
        ("1", "2024"): 16,
        ("1", "total"): 36,
        ("total_general", "total"): 36,
    }
    assert len(up.equations) == 1
    # the activity itself is a wrong cell like any other, told elsewhere
    assert Pattern.PUT_BACK not in found


def test_one_sum_that_fails_says_little_for_totals_that_did_not_follow() -> None:
    ((alone, _),) = explained(leaf=7)[Pattern.STALE_TOTALS]
    ((followed, _),) = explained(leaf=7, action=15, action_total=27)[Pattern.STALE_TOTALS]
    assert alone.weight < followed.weight


def test_a_total_that_does_not_agree_with_its_years_is_not_stale() -> None:
    # the action followed in the year but not in its total
    found = explained(leaf=7, action=15)
    assert Pattern.STALE_TOTALS not in found


def test_how_likely_it_is_that_totals_did_not_follow_a_change() -> None:
    """As likely as one wrong cell where sums fail in the year and the total, else hardly ever."""
    for printed, odds in (({"leaf": 7}, 0.002), ({"leaf": 7, "action": 15, "action_total": 27}, 1)):
        plausibility, found = explained_in(read(plan(BODY.format(**{**RIGHT, **printed}))))
        ((up, _),) = found[Pattern.STALE_TOTALS]
        assert up.row is not None
        likely = plausibility.habits(up.changes[0][0]).amount(4)
        assert up.weight == pytest.approx(log(odds) + log(likely))


def test_the_row_whose_sums_fail_is_the_one_that_did_not_follow() -> None:
    ((up, _),) = explained(leaf=7, action=15, action_total=27)[Pattern.STALE_TOTALS]
    assert up.row is not None
    assert up.row.node == "1"


SUMMED = """\
recapitulatif:
  axes:
    - {{axe: 1, 2023: 20, 2024: {row}, total: {row_total}}}
    - {{axe: 2, 2023: 1, 2024: 1, total: 2}}
  total: {{2023: 21, 2024: {sum}, total: {whole}}}
axes:
  - {{code: 1, intitule: A, budget: {{2023: 20, 2024: 16, total: 36}}}}
  - {{code: 2, intitule: B, budget: {{2023: 1, 2024: 1, total: 2}}}}
"""


def test_tableau_1_did_not_follow_an_axis() -> None:
    given = read(plan(SUMMED.format(row=12, row_total=32, sum=13, whole=34)))
    _, found = explained_in(given)
    by_column = {up.detail["column"]: (up, changes) for up, changes in found[Pattern.STALE_TOTALS]}
    up, changes = by_column["2024",]
    assert changes == {
        ("recap:1", "2024"): 16,
        ("recap:1", "total"): 36,
        ("recap:total", "2024"): 17,
        ("recap:total", "total"): 38,
    }
    assert up.detail["change"] == (4,)
    assert up.row is not None
    assert up.row.node == "recap:1"


def of_one_axis(axis: str, action: str, *leaves: str) -> Found:
    """Return what explains a plan of an axis, an action and activities, by their cells."""
    below = ", ".join(leaf(f"1.1-{place}", cells) for place, cells in enumerate(leaves))
    tree = f"axes: [{heading('1', 'actions', axis, heading('1.1', 'activites', action, below))}]"
    return explained_in(read(plan(tree)))[1]


def test_changes_of_several_years_are_carried_up_together_with_what_they_add_to_the_total() -> None:
    """The activities grew by 4 and by 5, the action followed: 9 in all. The axis did not."""
    found = of_one_axis(
        "2023: 7, 2024: 8, total: 15",
        "2023: 11, 2024: 13, total: 24",
        "2023: 11, 2024: 13, total: 24",
    )
    (together,) = (
        (up, changes)
        for up, changes in found[Pattern.STALE_TOTALS]
        if up.detail["column"] == ("2023", "2024")
    )
    up, changes = together
    assert changes == {("1", "2023"): 11, ("1", "2024"): 13, ("1", "total"): 24}
    assert up.detail["change"] == (4, 5)


def test_without_a_total_that_fails_years_are_not_carried_up_together() -> None:
    found = of_one_axis("2023: 7, 2024: 8", "2023: 11, 2024: 13", "2023: 11, 2024: 13")
    assert [up.detail["column"] for up, _ in found[Pattern.STALE_TOTALS]] == [("2023",), ("2024",)]


def put_back(axis: int, *leaves: int) -> tuple[Plausibility, list[tuple[Explanation, object]]]:
    """Return what may be put back below an action that followed its activities."""
    years = [f"2023: {amount}, 2024: 0" for amount in leaves]
    below = ", ".join(leaf(f"1.1-{place}", cells) for place, cells in enumerate(years))
    action = heading("1.1", "activites", f"2023: {sum(leaves)}, 2024: 0", below)
    tree = f"axes: [{heading('1', 'actions', f'2023: {axis}, 2024: 0', action)}]"
    plausibility, found = explained_in(read(plan(tree)))
    return plausibility, found.get(Pattern.PUT_BACK, [])


def test_a_figure_may_be_put_back_to_nothing() -> None:
    # 9 should be 5: the 4 may have been added, but not 4 to the 3 or to the 2
    _, ((_, changes),) = put_back(5, 4, 3, 2)
    assert changes == {("1.1", "2023"): 5, ("1.1-0", "2023"): 0}


def test_totals_may_follow_down_to_nothing() -> None:
    found = of_one_axis("2023: 4, 2024: 1, total: 5", "2023: 0, 2024: 1, total: 1")
    changes = [changes for _, changes in found[Pattern.STALE_TOTALS]]
    assert {("1", "2023"): 0, ("1", "total"): 1} in changes


def test_of_many_figures_the_three_that_look_best_put_back_are_told_best_first() -> None:
    leaves = (50, 80, 60, 30, 50, 40, 50, 40)
    plausibility, found = put_back(sum(leaves) - 10, *leaves)
    system = plausibility.system
    gains = {
        each.entry.node: plausibility.gain([(each, system.units[id(each)] - 10)])
        for each in system.cells.values()
        if each.entry.node.startswith("1.1-") and each.column == "2023"
    }
    best = sorted(gains, key=lambda node: -gains[node])[:3]
    # 60 gives the third 50; what there is of several times should rather stay as it is
    assert best[0] == "1.1-2"
    assert [each.changes[-1][0].entry.node for each, _ in found] == best


def test_what_cannot_be_put_back_takes_no_place_of_what_can() -> None:
    """3 - 10 is below nothing; any of the 50 may have been 40."""
    _, found = put_back(143, 3, 50, 50, 50)
    assert [each.changes[-1][1] for each, _ in found] == [40, 40, 40]


def test_putting_back_is_a_tenth_as_likely_and_never_likelier_for_how_it_looks() -> None:
    plausibility, found = put_back(150, 60, 50, 50)
    one_wrong_cell = log(plausibility.habits(found[0][0].changes[0][0]).amount(10))
    gains = [plausibility.gain(each.changes[-1:]) for each, _ in found]
    assert max(gains) > 0 > min(gains)
    weights = [each.weight - one_wrong_cell - log(0.002) for each, _ in found]
    assert weights == pytest.approx([log(0.1) + min(gain, 0) for gain in gains])


def test_a_change_is_carried_into_each_sum_above_once() -> None:
    """x stands in two sums, which both stand in a third; it is itself the sum of y."""
    x, y, one, other, top = (cell(name, 1) for name in "xyabt")
    system = System(
        [
            equation(x, y),
            equation(one, x),
            equation(other, x, cell("z", 1)),
            equation(top, one, other),
        ]
    )
    found = [(each.entry.node, delta) for each, delta in carried(system, x, 4)]
    assert found == [("x", 4), ("a", 4), ("b", 4), ("t", 4)]
    assert [each.entry.node for each, _ in carried(system, top, 4)] == ["t"]


def test_sums_that_go_round_in_a_circle_are_carried_once() -> None:
    x, y = cell("x", 1), cell("y", 1)
    system = System([equation(x, y), equation(y, x)])
    assert [each.entry.node for each, _ in carried(system, x, 4)] == ["x", "y"]
