import pytest

from tests.projects import cells, framework, read

RULE = "indicateur.cumul-decroissant"


@pytest.mark.parametrize(
    ("targets", "cumulative", "found"),
    [
        ("2023: 1, 2024: 2, 2025: 2", True, []),
        ("2023: 2, 2024: 1, 2025: 3", True, ["2024"]),
        ("2023: 3, 2024: 2, 2025: 1", True, ["2024", "2025"]),
        ("2023: 3, 2024: ~, 2025: 1", True, ["2025"]),
        ("2025: 3, 2023: 1, 2024: 2", True, []),
        ("2023: 3, 2024: x, 2025: N/A", True, []),
        ("2023: 3, 2024: 2, 2025: 1", False, []),
    ],
)
def test_cumulative_targets_never_fall(targets: str, cumulative: bool, found: list[str]) -> None:
    said = "oui" if cumulative else "non"
    text = framework(f"unite: nombre\ncumulatif: {said}\ncibles: {{{targets}}}", "2023, 2024, 2025")
    assert cells(read(indicators=text).said_by(RULE)) == [(RULE, "P1.1-1", year) for year in found]
