import pytest

from tests.projects import cells, plan, read

RULE = "structure.code-mal-place"


def nested(axis: str, objective: str, action: str) -> str:
    return plan(f"""\
        axes:
          - code: {axis}
            intitule: Axe
            objectifs:
              - code: {objective}
                intitule: Objectif
                actions: [{{code: {action}, intitule: Action}}]
        """)


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (("1", "1.1", "1.1.1"), []),
        (("1", "1.3", "1.2.3"), ["1.2.3"]),
        (("1", "2.1", "2.1.1"), ["2.1"]),
        (("1", "1.10", "1.1.1"), ["1.1.1"]),
        (("1", "1.1", "1.10.1"), ["1.10.1"]),
        (("AXE1", "OS1.1", "ACT1.1.1"), []),
        (("01", "1.1", "1.01.1"), []),
        (("A", "A.1", "B.1.1"), ["B.1.1"]),
        (("I", "1.1", "1.1.1"), []),  # numberings of their own
        (("1", "7", "12"), []),
        (("1", "OS-a", "b"), []),
    ],
)
def test_a_code_goes_on_from_that_of_its_heading(
    codes: tuple[str, str, str], found: list[str]
) -> None:
    said = cells(read(nested(*codes)).said_by(RULE))
    assert said == [(RULE, code, None) for code in found]


def test_a_level_may_be_skipped() -> None:
    text = plan("axes: [{code: 1, intitule: A, actions: [{code: 1.1.1, intitule: B}]}]")
    assert read(text).said_by(RULE) == []


def test_an_activity_keeps_its_identifier_when_it_moves() -> None:
    text = plan("""\
        axes:
          - code: 1
            intitule: A
            activites: [{id: 2-01, intitule: B, budget: {2023: 1, 2024: 1}}]
        """)
    assert read(text).said_by(RULE) == []


def outputs(first: str, second: str) -> str:
    return f"""\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Axe
    objectifs:
      - code: 1.1
        intitule: Objectif
        actions:
          - {{code: 1.1.1, intitule: A, produits: [{{code: {first}, intitule: P}}]}}
          - {{code: 1.1.2, intitule: B, produits: [{{code: {second}, intitule: Q}}]}}
"""


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("1.1.1", "1.1.2", []),
        ("1.1.1", "1.1.2.b", []),
        ("1.1.1", "1.1.3", []),  # numbered within the objective
        ("1.1.2", "1.1.2.b", ["1.1.2"]),  # there is an action 1.1.2
        ("1.1.1", "1.2.1", ["1.2.1"]),
        ("P-x", "Q", []),
    ],
)
def test_an_output_is_numbered_within_its_objective(
    first: str, second: str, found: list[str]
) -> None:
    said = cells(read(indicators=outputs(first, second)).said_by(RULE))
    assert said == [(RULE, code, None) for code in found]
