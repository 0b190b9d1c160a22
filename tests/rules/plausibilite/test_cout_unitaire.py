import pytest

from pan_tp_cli.text import Lang
from tests.projects import cells, plan, read

RULE = "plausibilite.cout-unitaire"


def activity(said: str, *amounts: str) -> str:
    years = ("2023", "2024", "2025")
    row = ", ".join(f"{year}: {amount}" for year, amount in zip(years, amounts, strict=True))
    one = f"{{id: a, intitule: B, {said}budget: {{{row}}}}}"
    return plan(f"axes: [{{code: 1, intitule: A, activites: [{one}]}}]", ", ".join(years))


@pytest.mark.parametrize(
    ("said", "amounts", "found"),
    [
        ("quantite: 8, ", ("5", "15", "20"), False),  # 5 each
        ("quantite: 4, ", ("5", "15", "20"), True),  # 10 each
        ("quantite: 6, ", ("5", "5", "20"), False),
        ("quantite: 30, ", ("0", "5", "5"), True),
        ("quantite: 2, ", ("5", "0", "0"), True),
        ("quantite: 10, ", ("5", "5", "0"), False),  # 1 each
        ("quantite: 180, ", ("216", "216", "108"), False),
        ("quantite: 180, ", ("60", "59", "60"), True),
        ("quantite: 7, ", ("1", "1", "~"), True),
        # one a year may cost more in one year than in another
        ("quantite: 3, ", ("5", "10", "5"), False),
        ("quantite: 2, ", ("5", "0", "12"), False),
        # nothing to divide by, or nothing to divide
        ("quantite: 1, ", ("5", "3", "7"), False),
        ("quantite: 0, ", ("5", "3", "7"), False),
        ("", ("5", "3", "7"), False),
        ("quantite: 7, ", ("0", "~", "0"), False),
        ("quantite: 7, ", ("5", "3", "5 00"), False),
        ("quantite: 7, ", ("5", "3", "-3"), False),
        ("quantite: 4, periodicite: annuelle, ", ("5", "5", "5"), False),
    ],
)
def test_the_quantity_divides_the_budget(said: str, amounts: tuple[str, ...], found: bool) -> None:
    said_by = cells(read(activity(said, *amounts)).said_by(RULE))
    assert said_by == ([(RULE, "a", None)] if found else [])


def test_a_year_pays_for_whole_units() -> None:
    (found,) = read(activity("quantite: 4, ", "10", "15", "15")).said_by(RULE)
    assert (found.printed, found.place.route[-1]) == (4, "quantite")
    said = found.message.render(Lang.EN).replace("\u00a0", " ")
    assert said.startswith("40 FCFA for 4 units make 10 FCFA each, and the 15 FCFA of 2024 do not")
    assert found.help[0].render(Lang.EN).startswith("check the quantity")


def test_a_budget_that_cannot_be_divided_is_shown_with_its_quantity() -> None:
    (found,) = read(activity("quantite: 7, ", "10", "15", "15")).said_by(RULE)
    said = found.message.render(Lang.EN).replace("\u00a0", " ")
    assert said == "40 FCFA cannot be divided by the announced quantity (7)"
