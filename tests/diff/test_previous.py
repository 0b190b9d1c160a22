"""Repairs of new findings: what the previous version says comes first."""

from pan_tp_cli.diff.previous import Previous
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.repair import Pattern
from pan_tp_cli.repair_words import NOT_SURE
from tests.diff.comparing import paired, replaced
from tests.projects import Read, framework, plan, read

PLAN = plan("""\
    axes:
      - code: 1
        intitule: Prévention
        budget: {2023: 12, 2024: 17, total: 29}
        activites:
          - {id: 1-01, intitule: Former les juges, budget: {2023: 5, 2024: 5}}
          - {id: 1-02, intitule: Informer les familles, budget: {2023: 7, 2024: 12}}
    """)
TARGETS = framework(
    """\
    unite: nombre
    reference: 0
    cibles: {2023: 500, 2024: 3 000, 2025: 2 500}
    total: 6 000
    """,
    "2023, 2024, 2025",
)


def only(before: Read, after: Read, rule: str) -> Finding:
    """Return the finding of a rule in the later version, as a comparison tells it."""
    report = after.settled()
    found = Previous(paired(before, after).all, report).first(report.findings)
    (finding,) = (each.finding for each in found if each.finding.rule == rule)
    return finding


def first(finding: Finding) -> list[tuple[str, str | None, object]]:
    return [(each.node, each.column, each.proposed) for each in finding.repairs[0].changes]


def test_a_target_that_changed_comes_before_all_others() -> None:
    before, after = read("", TARGETS), read("", replaced(TARGETS, ("3 000", "2 000")))
    finding = only(before, after, "indicateur.total")
    assert first(finding) == [("P1.1-1", "2024", 3000)]
    alone = [each.finding for each in after.settled().findings]
    (said_alone,) = (each for each in alone if each.rule == "indicateur.total")
    # the advice that nothing tells the cells apart would not be true
    assert Message(NOT_SURE) in said_alone.help
    assert Message(NOT_SURE) not in finding.help


def test_a_total_that_was_changed_alone_is_put_back() -> None:
    before, after = read("", TARGETS), read("", replaced(TARGETS, ("total: 6 000", "total: 6 900")))
    assert first(only(before, after, "indicateur.total")) == [("P1.1-1", "total", 6000)]


def test_a_figure_that_fell_comes_before_a_row_that_may_be_missing() -> None:
    edit = ("2023: 7, 2024: 12", "2023: 7, 2024: 3")
    before, after = read(PLAN), read(replaced(PLAN, edit))
    (finding,) = [each for each in after.findings() if each.rule.startswith("budget.")]
    told = only(before, after, finding.rule)
    assert first(told) == [("1-02", "2024", 12)]
    assert [each.pattern for each in told.repairs].count(Pattern.MISSING_ROW) == 1
    assert told.repairs[0].pattern is not Pattern.MISSING_ROW


def test_two_figures_are_put_back_together_where_neither_alone_mends() -> None:
    edits = (("2023: 5, 2024: 5", "2023: 5, 2024: 4"), ("2023: 7, 2024: 12", "2023: 7, 2024: 10"))
    before, after = read(PLAN), read(replaced(PLAN, *edits))
    (finding,) = [each for each in after.findings() if each.rule.startswith("budget.")]
    assert first(only(before, after, finding.rule)) == [("1-01", "2024", 5), ("1-02", "2024", 12)]


def test_what_did_not_change_leaves_the_repairs_as_they_are() -> None:
    wrong = read(replaced(PLAN, ("total: 29", "total: 92")))
    (finding,) = [each for each in wrong.findings() if each.rule == "budget.somme-annees"]
    assert only(wrong, wrong, "budget.somme-annees") == finding


def test_a_figure_that_others_followed_is_not_put_back() -> None:
    # the row and its year fell, the total of the row followed them: the heading did not
    given = PLAN.replace("2024: 12}}", "2024: 12, total: 19}}")
    edit = ("2024: 12, total: 19}}", "2024: 3, total: 10}}")
    after = read(replaced(given, edit))
    (finding,) = [each for each in after.findings() if each.rule.startswith("budget.")]
    assert only(read(given), after, finding.rule).repairs == finding.repairs
