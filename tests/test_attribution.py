"""Small plans with faults put in by hand: which cells are named, and what is proposed for them."""

import pytest

from pan_tp_cli.finding import Finding
from pan_tp_cli.money import Percent
from pan_tp_cli.repair import Pattern
from pan_tp_cli.text import Lang
from tests.projects import cells, framework, plan, read

# 2 + 4 = 6, 5 + 3 = 8, 6 + 8 = 14 of action 1.1.1; 1 + 7 = 8 of action 1.1.2, which has one row;
# 3 + 7 + 2 = 12 in 2024: all sums are right
RIGHT = """\
total_general: {chiffres: 22 000 000, lettres: vingt-deux millions}
recapitulatif:
  axes:
    - {axe: 1, 2023: 7 000 000, 2024: 15 000 000, total: 22 000 000}
  total: {2023: 7 000 000, 2024: 15 000 000, total: 22 000 000}
axes:
  - code: 1
    intitule: A
    budget: {2023: 7 000 000, 2024: 15 000 000, total: 22 000 000}
    objectifs:
      - code: 1.1
        intitule: B
        budget: {2023: 7 000 000, 2024: 15 000 000, total: 22 000 000}
        actions:
          - code: 1.1.1
            intitule: C
            budget: {2023: 6 000 000, 2024: 8 000 000, total: 14 000 000}
            activites:
              - {id: 1.1.1-01, intitule: D, budget: {2023: 2 000 000, 2024: 5 250 000}}
              - {id: 1.1.1-02, intitule: E, budget: {2023: 4 000 000, 2024: 2 750 000}}
          - code: 1.1.2
            intitule: F
            budget: {2023: 1 000 000, 2024: 7 000 000, total: 8 000 000}
            activites:
              - {id: 1.1.2-01, intitule: G, budget: {2023: 1 000 000, 2024: 7 000 000}}
"""
AXIS, OBJECTIVE, ACTION, OTHER_ACTION = "code: 1\n", "code: 1.1\n", "code: 1.1.1\n", "code: 1.1.2\n"
SUMMARY, SUMMARY_TOTAL = "axe: 1,", "  total:"


def spoilt(*faults: tuple[str, str, str]) -> str:
    """Return the plan with, after each mark, the first text replaced by another."""
    text = RIGHT
    for mark, right, wrong in faults:
        head, found, tail = text.partition(mark)
        assert found
        assert right in tail
        text = head + found + tail.replace(right, wrong, 1)
    return plan(text)


def arithmetic(text: str) -> list[Finding]:
    return [each for each in read(text).findings() if each.rule.startswith("budget")]


def best(finding: Finding) -> dict[tuple[str, str | None], object]:
    return {(each.node, each.column): each.proposed for each in finding.repairs[0].changes}


def test_right_sums_have_no_finding() -> None:
    assert arithmetic(plan(RIGHT)) == []


@pytest.mark.parametrize(
    ("fault", "cell", "expected", "pattern"),
    [
        ((ACTION, "2024: 8", "2024: 3"), ("1.1.1", "2024"), 8_000_000, Pattern.DIGIT_REPLACED),
        ((ACTION, "total: 14 000", "total: 41 000"), ("1.1.1", "total"), 14_000_000, None),
        ((OBJECTIVE, "2024: 15 000", "2024: 51 000"), ("1.1", "2024"), 15_000_000, None),
        ((OBJECTIVE, "total: 22 000 000", "total: 22 000"), ("1.1", "total"), 22_000_000, None),
        ((AXIS, "2023: 7 000 000", "2023: 15 000 000"), ("1", "2023"), 7_000_000, None),
        ((AXIS, "total: 22", "total: 15"), ("1", "total"), 22_000_000, Pattern.COPIED_NEIGHBOUR),
        ((SUMMARY, "2024: 15", "2024: 105"), ("recap:1", "2024"), 15_000_000, Pattern.DIGIT_ADDED),
        (
            (SUMMARY_TOTAL, "2023: 7", "2023: 1"),
            ("recap:total", "2023"),
            7_000_000,
            Pattern.DIGIT_REPLACED,
        ),
        (
            (SUMMARY_TOTAL, "total: 22", "total: 2"),
            ("recap:total", "total"),
            22_000_000,
            Pattern.DIGIT_OMITTED,
        ),
    ],
)
def test_one_wrong_total_at_each_level(
    fault: tuple[str, str, str], cell: tuple[str, str], expected: int, pattern: Pattern | None
) -> None:
    """Each stands in its row, in its column and in the sum above: no other cell stands in all."""
    (finding,) = arithmetic(spoilt(fault))
    assert ((finding.node, finding.column), finding.expected) == (cell, expected)
    assert finding.sure
    assert best(finding) == {cell: expected}
    assert pattern in (None, finding.repairs[0].pattern)
    assert len(finding.evidence) in (1, 2, 3)


def test_the_announced_total() -> None:
    # the axis, tableau 1 and the words all say 22 000 000
    (finding,) = arithmetic(spoilt(("chiffres", "22 000", "23 000")))
    assert cells([finding]) == [("budget.total-general", "total_general", "total")]
    assert finding.expected == 22_000_000
    assert len(finding.evidence) == 2


def test_the_amount_in_words() -> None:
    (finding,) = arithmetic(spoilt(("lettres", "vingt-deux", "vingt-trois")))
    assert cells([finding]) == [("budget.total-en-lettres", "total_general", None)]
    assert best(finding) == {("total_general", None): 22_000_000}
    assert finding.evidence == ()


# a year of an activity without total stands in one sum only: the likeliest slip is named, or none
def test_two_digits_of_a_leaf_interchanged() -> None:
    # 5 250 000 → 2 550 000: 2 550 + 2 750 = 5 300 below 8 000; from 8 000 to 5 300 is no slip,
    # and 2 750 would be 5 450
    (finding,) = arithmetic(spoilt(("1.1.1-01", "5 250 000", "2 550 000")))
    assert (finding.node, finding.column, finding.expected) == ("1.1.1-01", "2024", 5_250_000)
    assert finding.sure
    assert finding.repairs[0].pattern is Pattern.DIGITS_INTERCHANGED
    assert finding.repairs[0].share > 0.6


def test_a_blank_leaf() -> None:
    # the only row of its action, which says 7 000 000
    (finding,) = arithmetic(spoilt(("1.1.2-01", "2024: 7 000 000", "2024: ~")))
    (change,) = finding.repairs[0].changes
    assert (change.node, change.column) == ("1.1.2-01", "2024")
    assert (change.printed, change.proposed) == (None, 7_000_000)
    assert finding.repairs[0].pattern is Pattern.BLANK


def test_a_leaf_that_repeats_its_neighbour_is_among_the_explanations() -> None:
    (finding,) = arithmetic(spoilt(("1.1.2-01", "2024: 7 000 000", "2024: 1 000 000")))
    found = {
        repair.pattern: [(each.node, each.column, each.proposed) for each in repair.changes]
        for repair in finding.repairs
    }
    assert found[Pattern.COPIED_NEIGHBOUR] == [("1.1.2-01", "2024", 7_000_000)]
    # the way out that is always there: 1 + 8 - 6 in all totals of 2024
    assert found[Pattern.STALE_TOTALS][0] == ("1.1.2", "2024", 1_000_000)
    assert len(found[Pattern.STALE_TOTALS]) == 12
    shares = [repair.share for repair in finding.repairs]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1)


def test_an_unlikely_slip_names_no_cell() -> None:
    # 8 000 000 - 5 - 3 = 0: one of two rows or the subtotal, by one same digit
    text = plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 9 000 000}
            activites:
              - {id: 1-01, intitule: B, budget: {2023: 5 000 000, 2024: 1 000 000}}
              - {id: 1-02, intitule: C, budget: {2023: 3 000 000, 2024: 1 000 000}}
        """).replace("9 000 000}", "9 000 000, 2024: 2 000 000}")
    (finding,) = arithmetic(text)
    assert (finding.node, finding.column, finding.sure) == ("1", "2023", False)
    proposed = {(c.node, c.proposed) for each in finding.repairs for c in each.changes}
    assert proposed >= {("1", 8_000_000), ("1-01", 6_000_000), ("1-02", 4_000_000)}


# --- several wrong cells that stand in the same sums ------------------------------------------

SUBTOTAL = (ACTION, "2024: 8 000", "2024: 3 000")
ITS_TOTAL = (ACTION, "total: 14 000", "total: 41 000")
OTHER_TOTAL = (OTHER_ACTION, "total: 8 000", "total: 9 900")
ABOVE = (OBJECTIVE, "total: 22 000", "total: 26 000")
OTHER_YEAR = (OTHER_ACTION, "2024: 7 000", "2024: 1 700")
ABOVE_YEAR = (OBJECTIVE, "2024: 15 000", "2024: 88 000")
FOUND = {
    SUBTOTAL: ("1.1.1", "2024", 8_000_000),
    ITS_TOTAL: ("1.1.1", "total", 14_000_000),
    OTHER_TOTAL: ("1.1.2", "total", 8_000_000),
    ABOVE: ("1.1", "total", 22_000_000),
}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_overlapping_wrong_cells_are_one_finding_each(count: int) -> None:
    """A subtotal, the total of its row, that of the row beside it and that of the row above."""
    faults = list(FOUND)[:count]
    found = arithmetic(spoilt(*faults))
    named = {(finding.node, finding.column, finding.expected) for finding in found}
    assert named == {FOUND[fault] for fault in faults}
    assert len(found) == count
    for finding in found:
        assert best(finding) == {(finding.node, finding.column): finding.expected}


def test_five_overlapping_wrong_cells_are_a_block_to_retype() -> None:
    # every sum of both actions and of the objective but those of 2023 is wrong in its own way
    found = arithmetic(spoilt(*FOUND, OTHER_YEAR, ABOVE_YEAR))
    (finding,) = [each for each in found if not each.repairs]
    assert not finding.sure
    count = len(finding.evidence) + 1
    assert finding.message.values["count"] == count
    assert finding.help[0].values["node"] == finding.node
    assert str(count) in finding.message.render(Lang.FR)
    assert all(each.sure is False or each.repairs for each in found)


def test_a_change_that_was_followed_once_is_one_finding_with_both_cells() -> None:
    # 1.1.2-01 and 1.1.2 say 9 000 000 in 2024: their sum holds, those of the row and above do not
    spoils = [
        (OTHER_ACTION, "2024: 7 000", "2024: 9 000"),
        ("1.1.2-01", "2024: 7 000", "2024: 9 000"),
    ]
    (finding,) = arithmetic(spoilt(*spoils))
    assert (finding.node, finding.column, finding.expected) == ("1.1.2", "2024", 7_000_000)
    assert best(finding) == {("1.1.2", "2024"): 7_000_000, ("1.1.2-01", "2024"): 7_000_000}


def test_what_seems_certain_of_a_part_does_not_hide_the_rest() -> None:
    # 6 → 9 in action 1.1.1 and 7 → 10 in objective 1.1, so that 2023 holds between them; 5 250 000
    # blank in 2024. That 1.1.1 is short in both years looks like a missing row, which would leave
    # the years of 1.1.1 and 1.1 without explanation
    found = arithmetic(
        spoilt(
            (ACTION, "2023: 6 000", "2023: 9 000"),
            (OBJECTIVE, "2023: 7 000", "2023: 10 000"),
            ("1.1.1-01", "2024: 5 250 000", "2024: ~"),
        )
    )
    repaired = {cell: right for finding in found for cell, right in best(finding).items()}
    assert len(found) == 3
    assert repaired.pop(("1.1.1", "2023")) == 6_000_000
    assert repaired.pop(("1.1", "2023")) == 7_000_000
    assert repaired == {("1.1.1-01", "2024"): 5_250_000}


def test_two_totals_that_make_up_for_each_other_are_both_named() -> None:
    # 14 → 15 and 8 → 7: the objective has 22 still
    found = arithmetic(
        spoilt((ACTION, "total: 14", "total: 15"), (OTHER_ACTION, "total: 8", "total: 7"))
    )
    assert {(each.node, each.column, each.expected) for each in found} == {
        ("1.1.1", "total", 14_000_000),
        ("1.1.2", "total", 8_000_000),
    }


def test_two_years_in_each_others_place_are_named_after_the_sum_and_not_the_share() -> None:
    found = arithmetic(
        plan("""\
        recapitulatif:
          axes:
            - {axe: 1, 2023: 4, 2024: 6, total: 10, part: 40 %}
            - {axe: 2, 2023: 7, 2024: 8, total: 15, part: 60 %}
          total: {2023: 14, 2024: 11, total: 25, part: 100 %}
          parts: {2023: 44 %, 2024: 56 %, total: 100 %}
        axes:
          - {code: 1, intitule: A, budget: {2023: 4, 2024: 6, total: 10}}
          - {code: 2, intitule: B, budget: {2023: 7, 2024: 8, total: 15}}
        """)
    )
    assert cells(found) == [("budget.recapitulatif", "recap:total", None)]
    assert best(found[0]) == {("recap:total", "2023"): 11, ("recap:total", "2024"): 14}


# --- other shapes of plans --------------------------------------------------------------------


def test_levels_skipped() -> None:
    # an axis of activities with totals: 9 + 4 = 13 by the row, by the column and by its years
    (finding,) = arithmetic(
        plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 12, 2024: 17, total: 29}
            activites:
              - {id: 1-01, intitule: B, budget: {2023: 5, 2024: 11, total: 16}}
              - {id: 1-02, intitule: C, budget: {2023: 7, 2024: 6, total: 31}}
        """)
    )
    assert (finding.node, finding.column, finding.expected) == ("1-02", "total", 13)
    assert finding.repairs[0].pattern is Pattern.DIGITS_INTERCHANGED


def test_headings_without_amounts_stand_for_what_is_below() -> None:
    # the action prints nothing: 5 + 7 = 12 and 11 + 6 = 17 by the axis; 61 would be 72
    (finding,) = arithmetic(
        plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 12, 2024: 17, total: 29}
            actions:
              - code: 1.1
                intitule: B
                activites:
                  - {id: 1.1-01, intitule: C, budget: {2023: 5, 2024: 61, total: 16}}
                  - {id: 1.1-02, intitule: D, budget: {2023: 7, 2024: 6, total: 13}}
        """)
    )
    assert (finding.node, finding.column, finding.expected) == ("1.1-01", "2024", 11)
    assert finding.repairs[0].pattern is Pattern.DIGIT_REPLACED


def test_no_totals_printed_anywhere() -> None:
    # 5 + 8 = 13 is not 31; 26 or 23 would be no slip
    (finding,) = arithmetic(
        plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 31, 2024: 17}
            activites:
              - {id: 1-01, intitule: B, budget: {2023: 5, 2024: 11}}
              - {id: 1-02, intitule: C, budget: {2023: 8, 2024: 6}}
        """)
    )
    assert (finding.node, finding.column) == ("1", "2023")
    assert best(finding) == {("1", "2023"): 13}
    assert finding.repairs[0].pattern is Pattern.DIGITS_INTERCHANGED


def test_nothing_to_add_up_is_no_fault() -> None:
    body = "axes: [{code: 1, intitule: A, activites: [{id: 1-01, intitule: B, budget: {}}]}]"
    text = plan(body).replace("budget: {}", "budget: {2023: 5, 2024: 7}")
    assert arithmetic(text) == []


@pytest.mark.parametrize(
    ("aggregation", "total", "expected", "fitting"),
    [
        # 100 + 250 = 350; 250 is the last target and the highest
        ("somme", 250, 350, ("agregation: derniere", "agregation: maximum")),
        ("maximum", 350, 250, ("agregation: somme",)),
        ("derniere", 175, 250, ("agregation: moyenne",)),
        ("somme", 530, 350, ()),
    ],
)
def test_a_wrong_total_of_targets_says_what_it_would_be_right_as(
    aggregation: str, total: int, expected: int, fitting: tuple[str, ...]
) -> None:
    targets = "{2023: 100, 2024: 250}"
    text = f"unite: nombre\nagregation: {aggregation}\ncibles: {targets}\ntotal: {total}"
    (finding,) = read(indicators=framework(text)).findings("indicateur.total")
    assert best(finding) == {("P1.1-1", "total"): expected}
    said = " ".join(message.render(Lang.FR) for message in finding.help)
    assert all(name in said for name in fitting)
    assert ("agregation" in said) == bool(fitting)
    assert finding.currency is None


def test_a_blank_percentage_is_proposed_as_a_percentage() -> None:
    text = "unite: pourcentage\nagregation: somme\ncibles: {2023: 75 %, 2024: ~}\ntotal: 79 %"
    (finding,) = read(indicators=framework(text)).findings("indicateur.total")
    changes = [change for repair in finding.repairs for change in repair.changes]
    assert {change.column: change.proposed for change in changes} == {
        "total": Percent(75),
        "2023": Percent(79),
        "2024": Percent(4),
    }
