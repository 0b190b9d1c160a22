import pytest

from pan_tp_cli.equation import Footing
from pan_tp_cli.rules.indicateur import total as rule
from pan_tp_cli.text import Lang
from tests.projects import cells, framework, read

RULE = "indicateur.total"


def three(unit: str, targets: tuple[str, str, str], total: str, more: str = "") -> str:
    years = ("2023", "2024", "2025")
    row = ", ".join(f"{year}: {target}" for year, target in zip(years, targets, strict=True))
    text = f"unite: {unit}\ncibles: {{{row}}}\ntotal: {total}\n{more}"
    return framework(text, ", ".join(years))


@pytest.mark.parametrize(
    ("unit", "targets", "total", "more", "right"),
    [
        ("nombre", ("1", "2", "3"), "6", "", True),
        ("nombre", ("1", "2", "3"), "5", "", False),
        ("nombre", ("1", "N/A", "3"), "4", "", True),
        ("nombre", ("1", "~", "3"), "4", "", True),
        ("nombre", ("1", "2", "x"), "3", "", True),
        ("nombre", ("1", "2", "3"), "3", "agregation: derniere", True),
        ("nombre", ("1", "9", "3"), "9", "agregation: maximum", True),
        ("nombre", ("1", "9", "3"), "3", "agregation: maximum", False),
        ("nombre", ("1", "2", "4"), "2", "agregation: moyenne", True),
        ("nombre", ("1", "2", "3"), "3", "cumulatif: oui", True),
        ("nombre", ("1", "2", "3"), "6", "cumulatif: oui", False),
        ("nombre", ("1", "2", "3"), "6", "cumulatif: oui\nagregation: somme", True),
        ("nombre", ("1", "2", "3"), "~", "", True),
        ("pourcentage", ("50%", "50%", "55%"), "52%", "", True),
        ("pourcentage", ("N/A", "50%", "55%"), "53%", "", True),
        ("pourcentage", ("N/A", "50%", "55%"), "52%", "", False),
        ("pourcentage", ("N/A", "50%", "55%"), "52,5%", "", True),
        ("pourcentage", ("~", "50%", "55%"), "53%", "", True),
        ("pourcentage", ("N/A", "N/A", "N/A"), "53%", "", True),
        ("nombre", ("~", "~", "N/A"), "5", "", True),
        ("nombre", ("~", "~", "~"), "5", "", True),
        ("nombre", ("1", "2", "3"), "N/A", "", True),
        ("pourcentage", ("10%", "20%", "30.5%"), "60,5%", "agregation: somme", True),
        ("pourcentage", ("10%", "20%", "'30,5%'"), "30,5%", "agregation: maximum", True),
    ],
)
def test_a_total_follows_its_aggregation(
    unit: str, targets: tuple[str, str, str], total: str, more: str, right: bool
) -> None:
    found = read(indicators=three(unit, targets, total, more)).said_by(RULE)
    assert cells(found) == ([] if right else [(RULE, "P1.1-1", "total")])


def test_it_names_the_aggregations_that_would_fit() -> None:
    (finding,) = read(indicators=three("nombre", ("0", "200", "200"), "200")).said_by(RULE)
    advice = finding.help[-1].render(Lang.FR)
    assert "derniere" in advice
    assert "maximum" in advice
    assert "moyenne" not in advice


def test_it_names_none_where_none_fits() -> None:
    (finding,) = read(indicators=three("nombre", ("0", "100", "100"), "50")).said_by(RULE)
    assert len(finding.help) == 1


def test_the_targets_of_a_total_are_across_its_row() -> None:
    given = read(indicators=three("nombre", ("1", "2", "3"), "6"))
    (stated,) = rule.equations(given.project)
    assert stated.footing is Footing.ACROSS
    assert [each.column for each in stated.terms] == ["2023", "2024", "2025"]
