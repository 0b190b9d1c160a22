"""Which indicators measure which heading of the budget."""

import pytest

from pan_tp_cli.measures import measures
from tests.projects import embedded, plan, read

PLAN = plan(
    """
axes:
- code: 1
  intitule: A
  objectifs:
  - code: 1.2
    intitule: B
    actions:
    - {code: 1.2.2, intitule: C}
""".lstrip()
)
FRAMEWORK = """
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
- code: 1
  intitule: A
  objectifs:
  - code: %s
    intitule: B
    effets: [{code: %s, intitule: E, indicateurs: []}]
    actions:
    - code: %s
      intitule: C
      produits:
      - code: %s
        intitule: P
        indicateurs:
        - {id: P-1, intitule: N, unite: nombre, reference: 0, cibles: {2023: 1, 2024: 2}}
        - {id: P-2, intitule: M, unite: nombre, reference: 0, cibles: {2023: 1, 2024: 2}}
"""


@pytest.mark.parametrize(
    ("codes", "headings"),
    [
        (("1.2", "1.2", "1.2.2", "1.2.2"), ["1.2", "1.2.2"]),
        (("1.2", "1.2.a", "1.2.2", "1.2.1"), ["1.2", "1.2.2"]),
        (("OS1.2", "01.2", "1.2.2", "1.2.2.a"), ["1.2", "1.2.2"]),
        (("1.3", "1.3", "1.2.9", "1.2.8"), [None, None]),
        (("1.3", "1.2", "1.3.1", "1.2.2"), ["1.2", "1.2.2"]),
    ],
)
def test_a_result_measures_the_heading_of_its_code_or_the_one_above_it(
    codes: tuple[str, ...], headings: list[str | None]
) -> None:
    found = measures(read(PLAN, FRAMEWORK.lstrip() % codes).project)
    assert [each.result.entry.node for each in found] == [codes[1], codes[3]]
    assert [each.heading for each in found] == headings
    assert [[row.entry.node for row in each.indicators] for each in found] == [[], ["P-1", "P-2"]]


def test_every_indicator_of_the_embedded_plan_measures_a_heading() -> None:
    found = measures(embedded().project)
    assert sum(len(each.indicators) for each in found) == 39
    assert [each for each in found if each.heading is None] == []
