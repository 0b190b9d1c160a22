"""Totals that did not follow, in a plan of an axis, two actions and their activities."""

from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.stale import stale_totals
from pan_tp_cli.repair import Pattern
from tests.diagnosis.tables import judged, named, system_of
from tests.projects import plan, read

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


def explained(**printed: int) -> dict[Pattern, list[tuple[Explanation, object]]]:
    system, plausibility = judged(system_of(read(plan(BODY.format(**{**RIGHT, **printed})))))
    found: dict[Pattern, list[tuple[Explanation, object]]] = {}
    for each in stale_totals(system, plausibility, list(blocks(system))):
        found.setdefault(each.pattern, []).append((each, named(system, each.changes)))
    return found


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
