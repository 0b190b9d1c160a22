import pytest

from tests.projects import cells, read
from tests.rules.structure.pairs import PLAN, SKIPPING, framework

RULE = "structure.action-sans-produit"


@pytest.mark.parametrize(
    ("outputs", "action", "found"),
    [
        ("1.1.1", "1.1.1", False),
        ("1.1.1.a 1.1.1.b", "1.1.1", False),
        ("1.1.2", "1.1.1", False),  # misnumbered, yet below the action
        ("1.1.1", "1.1.2", False),  # the number is right
        ("", "1.1.1", True),
        ("1.1.2", "1.1.2", True),
    ],
)
def test_an_action_is_measured_by_number_or_place(outputs: str, action: str, found: bool) -> None:
    said = cells(read(PLAN, framework("1.1", outputs, action)).said_by(RULE))
    assert said == ([(RULE, "1.1.1", None)] if found else [])


def test_both_tables_are_needed() -> None:
    assert read(PLAN).said_by(RULE) == []
    assert read(indicators=framework()).said_by(RULE) == []
    assert read(SKIPPING, framework()).said_by(RULE) == []
