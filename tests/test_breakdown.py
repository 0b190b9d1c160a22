"""The money of a plan by responsible structure and by year."""

import pytest
from hypothesis import given

from pan_tp_cli.breakdown import by_structure, by_year
from pan_tp_cli.measures import measures
from pan_tp_cli.overview import Amount, Branch, overview
from tests.projects import framework, plan, read
from tests.small_plans import Tree, opened, plans

PLAN = plan(
    """
axes:
- code: 1
  intitule: A
  budget: {2023: 15, 2024: 21, total: 36}
  activites:
  - {id: 1-01, intitule: B, responsable: OSC, budget: {2023: 5, 2024: 0}}
  - {id: 1-02, intitule: C, responsable: OIM / OSC, budget: {2023: 10, 2024: 10}}
  - {id: 1-03, intitule: D, responsable: OSC, budget: {2023: ~, 2024: 10}}
  - {id: 1-04, intitule: E, budget: {2023: 0, 2024: 1}}
- {code: 2, intitule: F, budget: {2023: 7, 2024: 0, total: 7}}
""".lstrip()
)
COLUMNS = ("2023", "2024", "total")


def whole(text: str) -> Branch:
    return overview(read(text).project, ()).whole


def test_rows_are_put_together_by_the_structure_that_they_print() -> None:
    groups = by_structure(whole(PLAN), COLUMNS)
    assert [(each.name, [row.node for row in each.rows], each.made) for each in groups] == [
        ("OIM / OSC", ["1-02"], {"2023": 10, "2024": 10, "total": 20}),
        ("OSC", ["1-01", "1-03"], {"2023": 5, "2024": 10, "total": 15}),
        (None, ["2"], {"2023": 7, "2024": 0, "total": 7}),
        ("", ["1-04"], {"2023": 0, "2024": 1, "total": 1}),
    ]


def test_a_cell_that_cannot_be_read_makes_the_sum_of_its_structure_unknown() -> None:
    groups = by_structure(whole(PLAN.replace("2023: 10,", "2023: 1 0,")), COLUMNS)
    made = {each.name: each.made["total"] for each in groups}
    assert made == {"OIM / OSC": None, "OSC": 15, None: 7, "": 1}


@given(plans())
def test_structures_and_years_make_the_whole(tree: Tree) -> None:
    branch = overview(opened(tree).project, ()).whole
    columns = tuple(branch.amounts)
    groups = by_structure(branch, columns)
    for column in columns:
        assert sum(each.made[column] or 0 for each in groups) == branch.amounts[column].made
    years = by_year(branch, columns[:-1], ())
    assert sum(each.amount.made or 0 for each in years) == branch.total


@pytest.mark.parametrize(
    ("targets", "targeted"),
    [("2023: 1, 2024: 2", [1, 1]), ("2023: N/A, 2024: 0", [0, 1]), ("2023: ~, 2024: ~", [0, 0])],
)
def test_years_count_rows_with_money_and_indicators_with_a_target(
    targets: str, targeted: list[int]
) -> None:
    project = read(PLAN, framework(f"unite: nombre\nreference: 0\ncibles: {{{targets}}}")).project
    found = by_year(overview(project, ()).whole, ("2023", "2024"), measures(project))
    assert [each.amount for each in found] == [Amount(None, 22), Amount(None, 21)]
    assert [each.funded for each in found] == [3, 3]
    assert [each.targeted for each in found] == targeted
