import pytest

from pan_tp_cli import engine, rules
from tests.projects import cells, plan, read

RULE = "budget.total-general"
WITH_TOTALS = """\
total_general: {{chiffres: {total}}}
axes:
  - {{code: 1, intitule: A, budget: {{2023: 2, 2024: 3, total: 5}}}}
  - {{code: 2, intitule: B, budget: {{2023: 3, 2024: 4, total: 7}}}}
"""
WITHOUT_TOTALS = """\
total_general: {{chiffres: {total}}}
axes:
  - {{code: 1, intitule: A, budget: {{2023: 2, 2024: 3}}}}
  - {{code: 2, intitule: B, budget: {{2023: 3, 2024: 4, total: 7}}}}
"""


@pytest.mark.parametrize("shape", [WITH_TOTALS, WITHOUT_TOTALS])
@pytest.mark.parametrize(("total", "wrong"), [("12", False), ("13", True), ("~", False)])
def test_the_announced_total_is_the_sum_of_the_axes(shape: str, total: str, wrong: bool) -> None:
    found = read(plan(shape.format(total=total))).said_by(RULE)
    assert cells(found) == ([(RULE, "total_general", "total")] if wrong else [])


def test_nothing_is_said_of_a_plan_whose_axes_do_not_all_print_amounts() -> None:
    body = """\
        total_general: {chiffres: 12}
        axes:
          - {code: 1, intitule: A, budget: {2023: 2, 2024: 3, total: 5}}
          - {code: 2, intitule: B}
        """
    given = read(plan(body))
    assert given.said_by(RULE) == []
    result = engine.evaluate_all(given.project, rules.load([RULE]))
    assert result.grand_total_confirmed is None


def test_it_is_the_total_of_tableau_1_too() -> None:
    body = """\
        total_general: {chiffres: 12}
        recapitulatif: {total: {2023: 5, 2024: 7, total: 13}}
        axes: [{code: 1, intitule: A, budget: {2023: 5, 2024: 7, total: 12}}]
        """
    (finding,) = read(plan(body)).said_by(RULE)
    assert (finding.printed, finding.expected) == (12, 13)
