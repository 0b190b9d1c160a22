import pytest

from pan_tp_cli.finding import Finding
from pan_tp_cli.money import Value
from pan_tp_cli.text import Lang
from tests.projects import cells, plan, read

RULE = "budget.recapitulatif"
TEXT = """\
recapitulatif:
  axes:
    - {{axe: {first}, 2023: {one}, total: 5}}
    - {{axe: 2, 2023: 7, total: 7}}
  total: {{2023: {total}, total: 12}}
axes:
  - {{code: 1, intitule: A, budget: {{2023: 5, total: 5}}}}
  - {{code: 2, intitule: B, budget: {{2023: 7, total: 7}}}}
"""


def text(first: str = "1", one: str = "5", total: str = "12") -> str:
    return plan(TEXT.format(first=first, one=one, total=total), years="2023")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, []),
        ({"one": "6", "total": "13"}, [("recap:1", "2023")]),
        ({"total": "11"}, [("recap:total", "2023")]),
        ({"one": "6"}, [("recap:1", "2023"), ("recap:total", "2023")]),
        ({"first": "3"}, [("recap:3", None), ("1", None)]),
    ],
)
def test_tableau_1_repeats_the_axes(
    changed: dict[str, str], wrong: list[tuple[str, str | None]]
) -> None:
    found = read(text(**changed)).said_by(RULE)
    assert cells(found) == [(RULE, node, column) for node, column in wrong]


def test_an_axis_that_prints_no_amounts_is_its_rows() -> None:
    body = """\
        recapitulatif: {axes: [{axe: 1, 2023: 4}]}
        axes:
          - code: 1
            intitule: A
            activites:
              - {id: 1-01, intitule: a, budget: {2023: 3}}
        """
    (finding,) = read(plan(body, years="2023")).said_by(RULE)
    assert (finding.node, finding.printed, finding.expected) == ("recap:1", 4, 3)


def test_a_wrong_sum_of_tableau_1_is_told_from_a_wrong_row() -> None:
    (finding,) = read(text(total="11")).said_by(RULE)
    assert "somme de ses lignes" in finding.message.render(Lang.FR)
    assert finding.message.values["expected"] == 12
    assert [advice.render(Lang.EN) for advice in finding.help] == [
        "if the rows of tableau 1 are right, the total is 12; otherwise mend the wrong row"
    ]
    (finding,) = read(text(one="6", total="13")).said_by(RULE)
    assert "axes" in finding.message.render(Lang.FR)


def said(finding: Finding) -> tuple[Value, str]:
    """Return the code that a finding shows, and its sentence; its advice is to check the code."""
    (advice,) = finding.help
    assert advice.render(Lang.EN).startswith("check the code")
    return finding.printed, finding.message.render(Lang.EN)


def test_an_axis_summed_up_twice_is_told_once() -> None:
    body = """\
        recapitulatif: {axes: [{axe: 1, 2023: 5}, {axe: 1, 2023: 9}]}
        axes: [{code: 1, intitule: A, budget: {2023: 5}}]
        """
    found = read(plan(body, years="2023")).said_by(RULE)
    assert [finding.place.route for finding in found] == [("recapitulatif", "axes", 1, "axe")]
    assert said(found[0]) == ("1", "tableau 1 sums up this axis twice")


def test_a_row_without_an_axis_is_told_from_an_axis_without_a_row() -> None:
    row, axis = read(text(first="3")).said_by(RULE)
    assert said(row) == ("3", "tableau 1 sums up an axis that the plan does not have")
    assert said(axis) == ("1", "tableau 1 leaves this axis out")
    assert [each.place.route[-1] for each in (row, axis)] == ["axe", "code"]


def test_no_row_is_that_of_two_axes_with_one_code() -> None:
    body = """\
        recapitulatif: {axes: [{axe: 1, 2023: 5}]}
        axes:
          - {code: 1, intitule: A, budget: {2023: 5}}
          - {code: 1, intitule: B, budget: {2023: 7}}
        """
    assert read(plan(body, years="2023")).said_by(RULE) == []


def test_a_plan_without_tableau_1_says_nothing() -> None:
    assert read(plan("axes: [{code: 1, intitule: A}]")).said_by(RULE) == []


@pytest.mark.parametrize(
    ("rows", "total"),
    [("", ", total: 9"), (", total: 9", ""), ("", "")],
)
def test_only_totals_that_the_table_has_throughout_are_added_up(rows: str, total: str) -> None:
    """The row of axis 1 prints a total of its years, or the last row does, or neither."""
    body = f"""\
        recapitulatif:
          axes: [{{axe: 1, 2023: 5{rows}}}]
          total: {{2023: 6{total}}}
        axes: [{{code: 1, intitule: A, budget: {{2023: 5}}}}]
        """
    found = read(plan(body, years="2023")).said_by(RULE)
    assert cells(found) == [(RULE, "recap:total", "2023")]
