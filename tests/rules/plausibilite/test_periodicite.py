import pytest

from tests.projects import cells, plan, read

RULE = "plausibilite.periodicite"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("quantite: 4, periodicite: annuelle", True),
        ("quantite: 2, periodicite: annuelle", True),
        ("quantite: 3, periodicite: annuelle", False),
        ("quantite: 3, periodicite: ' Annuelle '", False),
        ("quantite: 1, periodicite: annuelle", False),  # one a year
        ("quantite: 6, periodicite: semestrielle", False),
        ("quantite: 2, periodicite: semestrielle", False),
        ("quantite: 3, periodicite: semestrielle", True),
        ("quantite: 12, periodicite: trimestrielle", False),
        ("quantite: 36, periodicite: mensuelle", False),
        ("quantite: 4, periodicite: bisannuelle", False),
        ("quantite: 4, periodicite: selon les besoins", False),
        ("quantite: 4", False),
        ("periodicite: annuelle", False),
    ],
)
def test_a_quantity_fits_the_funded_years(said: str, found: bool) -> None:
    text = (
        "axes: [{code: 1, intitule: A, activites: [{id: a, intitule: B, "
        f"{said}, budget: {{2023: 5, 2024: 5, 2025: 5, 2026: 0, 2027: ~}}}}]}}]"
    )
    assert cells(read(plan(text, "2023, 2024, 2025, 2026, 2027")).said_by(RULE)) == (
        [(RULE, "a", None)] if found else []
    )


def test_without_money_or_with_an_unreadable_cell_nothing_is_said() -> None:
    for amount in ("0", "5 00"):
        text = (
            "axes: [{code: 1, intitule: A, activites: [{id: a, intitule: B, quantite: 4, "
            f"periodicite: annuelle, budget: {{2023: 0, 2024: {amount}}}}}]}}]"
        )
        assert read(plan(text)).said_by(RULE) == []
