import pytest

from tests.projects import cells, plan, read

RULE = "budget.ligne-dupliquee"

ROWS = """\
axes:
  - code: 1
    intitule: A
    budget: {{2023: 12 000 000, 2024: 14 000 000, total: 26 000 000}}
    activites:
      - {{id: 1-01, intitule: Former, budget: {{2023: 5 000 000, 2024: 5 000 000}}}}
      - {{id: 1-02, intitule: Loger, budget: {{2023: 7 000 000, 2024: 9 000 000}}}}
      - {{id: 1-03, intitule: {label}, budget: {{2023: {first}, 2024: {second}}}}}
"""


@pytest.mark.parametrize(
    ("label", "first", "second", "twin"),
    [
        ("Loger", "7 000 000", "9 000 000", "1-02"),
        ("Former", "5 000 000", "5 000 000", "1-01"),
        # the same words, but other amounts: nothing tells that it is the same row
        ("Loger", "7 000 000", "8 000 000", None),
        ("Loger", "0", "0", None),
    ],
)
def test_a_row_is_there_twice(label: str, first: str, second: str, twin: str | None) -> None:
    found = read(plan(ROWS.format(label=label, first=first, second=second))).findings(RULE)
    assert cells(found) == ([(RULE, "1-03", None)] if twin else [])
    for finding in found:
        assert finding.message.values["twin"] == twin


def test_of_rows_with_the_same_amounts_the_wording_tells() -> None:
    body = """\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 15, 2024: 15, total: 30}
            activites:
              - {id: 1-01, intitule: Former les juges, budget: {2023: 5, 2024: 5}}
              - {id: 1-02, intitule: Imprimer des affiches, budget: {2023: 5, 2024: 5}}
              - {id: 1-03, intitule: Équiper les centres, budget: {2023: 5, 2024: 5}}
              - {id: 1-04, intitule: Imprimer des affiches, budget: {2023: 5, 2024: 5}}
        """
    (finding,) = read(plan(body)).findings(RULE)
    assert (finding.node, finding.message.values["twin"]) == ("1-04", "1-02")
