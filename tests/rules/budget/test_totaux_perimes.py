from pan_tp_cli.repair import Pattern
from tests.projects import cells, plan, read

RULE = "budget.totaux-perimes"

FOLLOWED_HALFWAY = """\
total_general: {{chiffres: {total}}}
axes:
  - code: 1
    intitule: A
    budget: {{2023: 12 000 000, 2024: {above}, total: {total}}}
    actions:
      - code: 1.1
        intitule: B
        budget: {{2023: 12 000 000, 2024: 17 000 000, total: 29 000 000}}
        activites:
          - {{id: 1.1-01, intitule: C, budget: {{2023: 5 000 000, 2024: 5 000 000}}}}
          - {{id: 1.1-02, intitule: D, budget: {{2023: 7 000 000, 2024: 12 000 000}}}}
"""


def test_totals_that_did_not_follow_are_one_finding() -> None:
    given = read(plan(FOLLOWED_HALFWAY.format(above="15 000 000", total="27 000 000")))
    assert cells([f for f in given.findings() if f.rule.startswith("budget")]) == [
        (RULE, "1", None)
    ]


def test_both_ways_out_are_offered() -> None:
    text = FOLLOWED_HALFWAY.format(above="15 000 000", total="27 000 000")
    (finding,) = read(plan(text)).findings(RULE)
    ways = {
        repair.pattern: {(c.node, c.column): c.proposed for c in repair.changes}
        for repair in reversed(finding.repairs)
    }
    # carried up: 15 + 2 = 17 and 27 + 2 = 29 in axis 1, and 29 announced
    assert ways[Pattern.STALE_TOTALS] == {
        ("1", "2024"): 17_000_000,
        ("1", "total"): 29_000_000,
        ("total_general", "total"): 29_000_000,
    }
    # put back: action 1.1 loses 2 in 2024 and in total, and so does one of its activities
    assert (
        ways[Pattern.PUT_BACK].items()
        >= {
            ("1.1", "2024"): 15_000_000,
            ("1.1", "total"): 27_000_000,
        }.items()
    )


def test_totals_that_followed_are_no_finding() -> None:
    text = FOLLOWED_HALFWAY.format(above="17 000 000", total="29 000 000")
    assert read(plan(text)).findings(RULE) == []


def test_a_changed_activity_that_nothing_followed_offers_the_totals_too() -> None:
    text = FOLLOWED_HALFWAY.format(above="17 000 000", total="29 000 000")
    given = read(plan(text.replace("2024: 12 000 000", "2024: 13 500 000")))
    (finding,) = [each for each in given.findings() if each.rule.startswith("budget")]
    offered = {repair.pattern for repair in finding.repairs}
    assert Pattern.STALE_TOTALS in offered
    assert len(offered) > 1
