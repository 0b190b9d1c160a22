import pytest

from tests.projects import cells, read
from tests.rules.structure.pairs import PLAN, SKIPPING, framework

RULE = "structure.objectif-sans-effet"


@pytest.mark.parametrize(
    ("outcomes", "found"), [("1.1", False), ("1.1.a", False), ("1.2", False), ("", True)]
)
def test_an_objective_is_measured_by_number_or_place(outcomes: str, found: bool) -> None:
    said = cells(read(PLAN, framework(outcomes, "1.1.1")).said_by(RULE))
    assert said == ([(RULE, "1.1", None)] if found else [])


def test_both_tables_are_needed() -> None:
    assert read(PLAN).said_by(RULE) == []
    assert read(indicators=framework()).said_by(RULE) == []
    assert read(SKIPPING, framework()).said_by(RULE) == []
