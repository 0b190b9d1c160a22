import pytest

from tests.projects import cells, framework, read

RULE = "indicateur.hors-bornes"


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("0 %", False),
        ("100 %", False),
        ("'100,0 %'", False),
        ("100.1 %", True),
        ("101 %", True),
        ("-1 %", True),
        ("N/A", False),
        ("~", False),
    ],
)
def test_a_percentage_lies_between_0_and_100(target: str, wrong: bool) -> None:
    text = framework(f"unite: pourcentage\ncibles: {{2023: {target}, 2024: 50 %}}")
    found = cells(read(indicators=text).said_by(RULE))
    assert found == ([(RULE, "P1.1-1", "2023")] if wrong else [])


def test_the_baseline_and_the_total_are_looked_at_too() -> None:
    text = framework(
        "unite: pourcentage\nreference: 120 %\ncibles: {2023: 50 %, 2024: 50 %}\ntotal: 500 %"
    )
    assert cells(read(indicators=text).said_by(RULE)) == [
        (RULE, "P1.1-1", None),
        (RULE, "P1.1-1", "total"),
    ]


def test_a_count_has_no_such_bounds() -> None:
    text = framework("unite: nombre\ncibles: {2023: 5 000, 2024: 200}")
    assert read(indicators=text).said_by(RULE) == []
