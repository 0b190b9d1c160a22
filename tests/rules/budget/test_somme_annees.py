import pytest

from tests.projects import cells, plan, read

RULE = "budget.somme-annees"
ROW = """\
axes:
  - {{code: 1, intitule: A, budget: {{2023: {first}, 2024: {second}, total: {total}}}}}
"""


def row(first: str, second: str, total: str) -> str:
    return plan(ROW.format(first=first, second=second, total=total))


@pytest.mark.parametrize(
    ("first", "second", "total", "wrong"),
    [
        ("5", "7", "12", False),
        ("5", "7", "13", True),
        ("5", "~", "5", False),
        ("~", "~", "1", True),
        ("0", "0", "0", False),
        ("-5", "7", "2", False),
        ("999 999 999 999", "1", "1 000 000 000 000", False),
        ("50 000 00", "7", "12", False),
        ("5", "7", "1 2", False),
    ],
)
def test_a_total_is_the_sum_of_its_years(first: str, second: str, total: str, wrong: bool) -> None:
    found = read(row(first, second, total)).said_by(RULE)
    assert cells(found) == ([(RULE, "1", "total")] if wrong else [])


def test_it_says_what_is_printed_expected_and_the_difference() -> None:
    (finding,) = read(row("5", "7", "10")).said_by(RULE)
    assert (finding.printed, finding.expected, finding.difference) == (10, 12, -2)


def test_a_row_without_a_printed_total_says_nothing() -> None:
    text = plan("axes: [{code: 1, intitule: A, budget: {2023: 5, 2024: 7}}]")
    assert read(text).said_by(RULE) == []


def test_activities_and_rows_of_tableau_1_are_rows_too() -> None:
    text = plan("""\
        recapitulatif:
          axes:
            - {axe: 1, 2023: 1, 2024: 2, total: 4, part: 100 %}
          total: {2023: 1, 2024: 2, total: 5}
          parts: {2023: 33 %, 2024: 67 %, total: 90 %}
        axes:
          - code: 1
            intitule: A
            activites:
              - {id: 1-01, intitule: a, budget: {2023: 1, 2024: 2, total: 6}}
        """)
    assert cells(read(text).said_by(RULE)) == [
        (RULE, "recap:1", "total"),
        (RULE, "recap:total", "total"),
        (RULE, "1-01", "total"),
    ]
