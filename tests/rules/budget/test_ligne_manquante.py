import pytest

from tests.projects import cells, plan, read

RULE = "budget.ligne-manquante"

ROWS = """\
axes:
  - code: 1
    intitule: A
    budget: {{2023: {first}, 2024: {second}, total: {total}}}
    activites:
      - {{id: 1-01, intitule: Former les agents, budget: {{2023: 5 000 000, 2024: 5 000 000}}}}
      - {{id: 1-{last}, intitule: Loger, budget: {{2023: 2 000 000, 2024: 2 000 000}}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "total", "amounts"),
    [
        # 5 + 2 = 7 in both years: what is above 7 is what the missing row holds
        ("10 000 000", "12 000 000", "22 000 000", {"2023": 3_000_000, "2024": 5_000_000}),
        ("8 000 000", "8 000 000", "16 000 000", {"2023": 1_000_000, "2024": 1_000_000}),
        # too little in one year and too much in the other is no missing row
        ("10 000 000", "6 000 000", "16 000 000", None),
        ("7 000 000", "7 000 000", "14 000 000", None),
    ],
)
def test_a_row_is_missing_where_the_level_below_falls_short(
    first: str, second: str, total: str, amounts: dict[str, int] | None
) -> None:
    text = plan(ROWS.format(first=first, second=second, total=total, last="02"))
    found = read(text).findings(RULE)
    assert cells(found) == ([(RULE, "1", None)] if amounts else [])
    for finding in found:
        assert finding.missing_row is not None
        assert (finding.missing_row.parent, dict(finding.missing_row.amounts)) == ("1", amounts)


def test_a_hole_in_the_numbers_speaks_for_it_where_one_year_falls_short() -> None:
    values = {"first": "10 000 000", "second": "7 000 000", "total": "17 000 000"}
    (numbered,) = read(plan(ROWS.format(**values, last="02"))).findings()[:1]
    (holed,) = read(plan(ROWS.format(**values, last="03"))).findings()[:1]
    assert holed.missing_row is not None
    assert holed.repairs[0].share > numbered.repairs[0].share


def test_totals_are_part_of_the_row_where_every_row_prints_one() -> None:
    body = """\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 9, 2024: 9, total: 18}
            activites:
              - {id: 1-01, intitule: B, budget: {2023: 2, 2024: 2, total: 4}}
              - {id: 1-02, intitule: C, budget: {2023: 3, 2024: 3, total: 6}}
        """
    (finding,) = read(plan(body)).findings(RULE)
    assert finding.missing_row is not None
    # 9 - 2 - 3 = 4 a year, and 18 - 4 - 6 = 8 in total, which must agree
    assert dict(finding.missing_row.amounts) == {"2023": 4, "2024": 4}
    assert len(finding.evidence) == 3
