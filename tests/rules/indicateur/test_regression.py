import pytest

from pan_tp_cli.finding import Severity
from tests.projects import cells, framework, read

RULE = "indicateur.regression"


def targets(unit: str, values: str, more: str = "") -> str:
    row = ", ".join(
        f"{year}: {value}" for year, value in zip((2023, 2024, 2025), values.split(), strict=True)
    )
    return framework(f"unite: {unit}\ncibles: {{{row}}}\n{more}", "2023, 2024, 2025")


@pytest.mark.parametrize(
    ("unit", "values", "more", "found"),
    [
        ("pourcentage", "50% 50% 60%", "reference: 50%", []),
        ("pourcentage", "50% 60% 55%", "reference: 50%", ["2025"]),
        ("pourcentage", "50% 45% 40%", "", ["2024", "2025"]),
        ("pourcentage", "40% 60% 70%", "reference: 50%", ["2023"]),
        ("pourcentage", "40% 40% 40%", "reference: 50%", ["2023"]),
        ("pourcentage", "N/A 40% 60%", "reference: 50%", ["2024"]),
        ("pourcentage", "50% ~ 49.5%", "reference: 0%", ["2025"]),
        ("pourcentage", "50% x 60%", "reference: y", []),
        ("nombre", "5 3 1", "reference: 9", []),  # counted anew each year
        ("nombre", "5 3 4", "agregation: derniere\nreference: 1", ["2024"]),
        ("nombre", "5 3 4", "agregation: maximum\nreference: 1", ["2024"]),
        ("nombre", "5 3 4", "cumulatif: oui\nreference: 1", []),  # another rule's matter
    ],
)
def test_a_share_or_level_does_not_fall(
    unit: str, values: str, more: str, found: list[str]
) -> None:
    said = read(indicators=targets(unit, values, more)).said_by(RULE)
    assert cells(said) == [(RULE, "P1.1-1", year) for year in found]
    assert {finding.severity for finding in said} <= {Severity.WARNING}


def test_targets_that_fall_all_along_are_one_remark() -> None:
    text = targets("pourcentage", "50% 45% 40%", "reference: 60%")
    (finding,) = read(indicators=text).said_by(RULE)
    assert cells([finding]) == [(RULE, "P1.1-1", "2023")]
    assert finding.severity is Severity.INFO
