import pytest

from tests.projects import cells, framework, read

RULE = "indicateur.cible-sous-reference"
HIGHEST = "unite: nombre\nagregation: maximum\nreference: 9\n"


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        ("unite: nombre\nreference: 210\ncibles: {2023: 10, 2024: 10}\ntotal: 20", True),
        ("unite: nombre\nreference: 20\ncibles: {2023: 10, 2024: 10}\ntotal: 20", False),
        ("unite: nombre\nreference: 30\ncibles: {2023: 20, 2024: 20}\ntotal: 20", False),
        ("unite: nombre\nreference: 30\ncibles: {2023: 20, 2024: 20}", False),
        ("unite: nombre\nreference: ~\ncibles: {2023: 20, 2024: 20}\ntotal: 5", False),
        ("unite: nombre\nreference: x\ncibles: {2023: 1, 2024: 1}\ntotal: 2", False),
        ("unite: pourcentage\nreference: 50%\ncibles: {2023: 40%, 2024: 50%}\ntotal: 45%", True),
        ("unite: pourcentage\nreference: 45%\ncibles: {2023: 40%, 2024: 50%}\ntotal: 45%", False),
        ("unite: pourcentage\nreference: 60%\ncibles: {2023: 50%, 2024: 40%}\ntotal: 45%", False),
        (HIGHEST + "cibles: {2023: 8, 2024: 8}\ntotal: 8", True),
        (HIGHEST + "cibles: {2023: 8, 2024: 7}\ntotal: 8", False),  # meant to fall
    ],
)
def test_a_total_below_its_baseline_is_found(indicator: str, found: bool) -> None:
    said = cells(read(indicators=framework(indicator)).said_by(RULE))
    assert said == ([(RULE, "P1.1-1", "total")] if found else [])
