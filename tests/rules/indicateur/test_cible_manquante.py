import pytest

from tests.projects import cells, framework, read

RULE = "indicateur.cible-manquante"


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        ("2023: 1, 2024: 0, 2025: 2", []),
        ("2023: N/A, 2024: 1, 2025: 2", []),
        ("2023: 1, 2024: ~, 2025: 2", ["2024"]),
        ("2023: 1, 2024: ~, 2025: ~", ["2024"]),
        ("2023: ~, 2024: x, 2025: 1", ["2023"]),
        ("2023: x, 2024: x, 2025: x", []),
        ("2023: ~, 2024: ~, 2025: ~", [None]),
        ("2023: N/A, 2024: N/A, 2025: N/A", [None]),
    ],
)
def test_a_blank_target_is_found(targets: str, found: list[str | None]) -> None:
    text = framework(f"unite: nombre\ncibles: {{{targets}}}", "2023, 2024, 2025")
    assert cells(read(indicators=text).said_by(RULE)) == [(RULE, "P1.1-1", year) for year in found]


def test_all_blank_years_of_an_indicator_are_one_finding() -> None:
    text = framework("unite: nombre\ncibles: {2023: 1, 2024: ~, 2025: ~}", "2023, 2024, 2025")
    (finding,) = read(indicators=text).said_by(RULE)
    assert finding.message.values["years"] == ("2024", "2025")
