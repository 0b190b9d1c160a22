import pytest

from tests.projects import cells, read
from tests.rules.structure.pairs import PLAN, SKIPPING, framework

RULE = "structure.resultat-sans-action"


@pytest.mark.parametrize(
    ("outcomes", "outputs", "found"),
    [
        ("1.1", "1.1.1", []),
        ("1.1.a 1.1.b", "1.1.1.a 1.1.1.b", []),
        ("1.1", "P1.1.1", []),
        ("1.1", "1.1.1 1.1.2", ["1.1.2"]),
        ("1.1 1.2", "1.1.1", ["1.2"]),
        ("1.1", "1.1.10", ["1.1.10"]),
    ],
)
def test_a_result_has_the_number_of_a_heading(
    outcomes: str, outputs: str, found: list[str]
) -> None:
    said = cells(read(PLAN, framework(outcomes, outputs)).said_by(RULE))
    assert said == [(RULE, code, None) for code in found]


def test_it_says_where_the_result_is_printed() -> None:
    (finding,) = read(PLAN, framework(outputs="1.1.2")).said_by(RULE)
    assert finding.help[-1].values == {"above": "1.1.1"}


def test_both_tables_are_needed_and_a_skipped_level_pairs_with_nothing() -> None:
    assert read(indicators=framework("9.9", "9.9.9")).said_by(RULE) == []
    assert read(PLAN).said_by(RULE) == []
    assert read(SKIPPING, framework("1.1", "1.1.1")).said_by(RULE) == []
