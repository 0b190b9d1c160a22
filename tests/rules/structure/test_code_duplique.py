import pytest

from pan_tp_cli.message import Message
from tests.projects import cells, plan, read

RULE = "structure.code-duplique"


def test_the_second_place_is_told_and_names_the_first() -> None:
    text = plan("""\
        axes:
          - {code: 1, intitule: Prévention}
          - {code: 1, intitule: Protection}
        """)
    (finding,) = read(text).said_by(RULE)
    assert cells([finding]) == [(RULE, "1", None)]
    assert finding.message.values["first"] == "Prévention"
    assert finding.place.route == ("axes", 1, "code")


def test_a_code_that_stands_three_times_is_one_finding() -> None:
    text = plan("axes:\n" + "  - {code: 1, intitule: A}\n" * 3)
    (finding,) = read(text).said_by(RULE)
    assert Message(finding.help[-1].text, {"count": 3}) == finding.help[-1]


def test_an_activity_may_not_bear_the_code_of_a_heading() -> None:
    text = plan("""\
        axes:
          - code: 1.1
            intitule: Former
            activites: [{id: 1.1, intitule: Former, budget: {2023: 1, 2024: 1}}]
        """)
    assert cells(read(text).said_by(RULE)) == [(RULE, "1.1", None)]


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Axe
    objectifs:
      - code: 1.1
        intitule: Objectif
        effets:
          - code: 1.1
            intitule: Effet
            indicateurs: [{id: E1.1-1, intitule: A, unite: nombre, cibles: {2023: 1}}]
        produits:
          - code: 1.1
            intitule: Produit
            indicateurs: [{id: P1.1-1, intitule: B, unite: nombre, cibles: {2023: 1}}]
"""


def test_results_may_have_the_code_of_what_they_measure() -> None:
    assert read(indicators=FRAMEWORK).said_by(RULE) == []


@pytest.mark.parametrize(
    ("old", "new", "node"),
    [
        ("id: P1.1-1", "id: E1.1-1", "E1.1-1"),
        ("code: 1.1\n        intitule: Objectif", "code: 1\n        intitule: Objectif", "1"),
        ("        produits:\n", "", "1.1"),  # two outcomes with one code
    ],
)
def test_all_that_has_a_code_or_an_identifier_is_looked_at(old: str, new: str, node: str) -> None:
    text = FRAMEWORK.replace(old, new)
    assert text != FRAMEWORK
    assert cells(read(indicators=text).said_by(RULE)) == [(RULE, node, None)]


def test_the_two_tables_share_their_codes() -> None:
    text = plan("axes: [{code: 1, intitule: Axe}]")
    assert read(text, FRAMEWORK).said_by(RULE) == []
