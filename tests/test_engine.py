import pytest

from pan_tp_cli import engine, rules
from pan_tp_cli.place import Role
from pan_tp_cli.rule import Rule
from tests.projects import framework, plan, read

WRONG_TWICE = """\
total_general: {chiffres: 13}
axes:
  - {code: 1, intitule: A, budget: {2023: 5, 2024: 7, total: 13}}
  - {code: 2, intitule: B, budget: {2023: -1, 2024: 1, total: 0}, en_trop: [1]}
"""


def loaded(*identifiers: str) -> tuple[Rule, ...]:
    return rules.load(identifiers or rules.identifiers())


def test_findings_come_gravest_first_then_in_the_order_of_the_files() -> None:
    given = read(
        plan(WRONG_TWICE),
        framework("unite: pourcentage\nreference: 200 %\ncibles: {2023: 1 %, 2024: 2 %}"),
    )
    found = engine.run(given.project, given.documents, loaded()).findings
    assert [(located.finding.severity.value, located.finding.node) for located in found] == [
        ("error", "1"),
        ("error", "2"),
        ("error", "P1.1-1"),
        ("warning", "1"),
        ("warning", "2"),
        ("warning", "P1.1-1"),
        ("info", "indicateurs"),
    ]


def test_the_order_of_rules_does_not_change_the_order_of_findings() -> None:
    given = read(plan(WRONG_TWICE))
    one_way = engine.run(given.project, given.documents, loaded())
    other_way = engine.run(given.project, given.documents, loaded()[::-1])
    assert one_way.findings == other_way.findings


def test_a_finding_is_located_at_its_cell() -> None:
    given = read(plan(WRONG_TWICE))
    located = engine.run(given.project, given.documents, loaded("budget.somme-annees")).findings[0]
    assert located.location.start == "plan.yaml:5:62"
    assert located.lines == ("  - {code: 1, intitule: A, budget: {2023: 5, 2024: 7, total: 13}}",)


@pytest.mark.parametrize(
    ("total", "counts"),
    [
        # equations, violated, unknown, totals, confirmed: two rows, and the announced total
        ("12", (3, 0, 0, 3, 3)),
        ("13", (3, 1, 0, 3, 2)),
        ("1 2", (3, 0, 1, 3, 2)),
    ],
)
def test_equations_and_totals_are_counted(total: str, counts: tuple[int, ...]) -> None:
    text = plan(f"""\
        total_general: {{chiffres: {total}}}
        axes:
          - {{code: 1, intitule: A, budget: {{2023: 5, 2024: 0, total: 5}}}}
          - {{code: 2, intitule: B, budget: {{2023: 7, 2024: 0, total: 7}}}}
        """)
    result = engine.evaluate_all(read(text).project, loaded())
    assert (
        result.equations,
        result.violated,
        result.unknown,
        result.totals,
        result.confirmed,
    ) == counts
    assert result.grand_total_confirmed is (total == "12")


def test_a_rule_that_only_remarks_is_not_counted() -> None:
    body = """\
        recapitulatif:
          axes: [{axe: 1, 2023: 1, total: 1, part: 99 %}]
          total: {2023: 1, total: 1, part: 100 %}
        axes: [{code: 1, intitule: A}]
        """
    given = read(plan(body, years="2023"))
    result = engine.evaluate_all(given.project, loaded("budget.somme-pourcentages"))
    assert (result.equations, result.violated, len(result.violations)) == (0, 0, 1)


def test_a_document_without_its_plan_is_still_checked() -> None:
    given = read(indicators=framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 4"))
    found = engine.run(given.project, given.documents, loaded()).findings
    assert [located.finding.place.role for located in found] == [Role.INDICATORS]


TWO_TOTALS = """\
axes:
  - {code: 1, intitule: A, budget: {2023: 5 000, 2024: 4 000, total: 90 000}}
  - {code: 2, intitule: B, budget: {2023: 50 000, 2024: 40 000, total: 900 000}}
"""


def test_of_findings_as_grave_the_one_with_more_money_at_stake_comes_first() -> None:
    given = read(plan(TWO_TOTALS))
    report = engine.run(given.project, given.documents, loaded("budget.somme-annees"))
    # 900 000 - 90 000 = 810 000 is at stake in axis 2, 90 000 - 9 000 = 81 000 in axis 1
    assert [located.finding.node for located in report.findings] == ["2", "1"]
    assert [located.finding.at_stake for located in report.findings] == [810_000, 81_000]
    in_file = report.in_file_order().findings
    assert [located.finding.node for located in in_file] == ["1", "2"]
