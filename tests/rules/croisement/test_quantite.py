import pytest

from tests.projects import cells, read
from tests.rules.croisement.plans import action, activity, indicator, output

RULE = "croisement.quantite"
FOUND = [(RULE, "a", None)]


@pytest.mark.parametrize(
    ("quantity", "said", "found"),
    [
        ("6", "unite: nombre, total: 6", []),
        ("7", "unite: nombre, total: 6", FOUND),
        ("7", "unite: nombre", FOUND),
        ("6", "unite: nombre", []),
        ("0", "unite: nombre", FOUND),
        # a wrong total is one mistake, told by arithmetic
        ("6", "unite: nombre, total: 7", []),
        ("7", "unite: nombre, total: 7", []),
        ("8", "unite: nombre, total: 7", FOUND),
        ("3", "unite: nombre, agregation: derniere, total: 3", []),
        ("6", "unite: nombre, agregation: derniere, total: 3", FOUND),
        ("6", "unite: nombre, cumulatif: oui, total: 3", FOUND),
        ("6", "unite: nombre, cumulatif: oui", []),
        ("7", "unite: nombre, total: N/A", FOUND),
    ],
)
def test_the_activity_announces_what_the_indicator_plans(
    quantity: str, said: str, found: object
) -> None:
    named = activity("a", "5", "5", "5", said=f"quantite: {quantity}, indicateurs: [P1.1-1]")
    text = output(indicator("1", "2", "3", said=said))
    assert cells(read(action("5", "5", "5", activities=named), text).said_by(RULE)) == found


def test_it_says_what_is_announced_and_what_is_planned() -> None:
    one, other = (
        activity(name, "5", "5", "5", said=f"quantite: {count}, indicateurs: [P1.1-1]")
        for name, count in (("a", 4), ("b", 3))
    )
    budget = action("5", "5", "5", activities=f"{one}, {other}")
    (found,) = read(budget, output(indicator("1", "2", "3"))).said_by(RULE)
    assert found.message.values == {
        "printed": 4, "announced": 7, "total": 6, "indicator": "P1.1-1",
    }  # fmt: skip
    assert found.place.route[-1] == "quantite"


def test_a_share_is_no_number_of_things() -> None:
    named = activity("a", "5", "5", "5", said="quantite: 7, indicateurs: [P1.1-1]")
    text = output(indicator("1 %", "2 %", "3 %", said="unite: pourcentage, total: 2 %"))
    assert read(action("5", "5", "5", activities=named), text).said_by(RULE) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("quantite: 4, indicateurs: [P1.1-1]", "quantite: 2, indicateurs: [P1.1-1]", []),
        ("quantite: 4, indicateurs: [P1.1-1]", "quantite: 4, indicateurs: [P1.1-1]", FOUND),
        ("quantite: 4, indicateurs: [P1.1-1]", "indicateurs: [P1.1-1]", []),
        ("quantite: 4, indicateurs: [P1.1-1, P1.1-2]", "note: x", []),
        ("quantite: 4, indicateurs: [P1.1-1, P1.1-1]", "note: x", FOUND),
        ("quantite: 4, indicateurs: [P9]", "note: x", []),
    ],
)
def test_activities_of_one_indicator_add_up(first: str, second: str, found: object) -> None:
    named = ", ".join(
        activity(name, "5", "5", "5", said=said) for name, said in (("a", first), ("b", second))
    )
    text = output(indicator("1", "2", "3"), indicator("1", "1", "1", name="P1.1-2"))
    assert cells(read(action("5", "5", "5", activities=named), text).said_by(RULE)) == found


def test_an_indicator_that_stands_twice_measures_nothing() -> None:
    named = activity("a", "5", "5", "5", said="quantite: 7, indicateurs: [P1.1-1]")
    text = output(indicator("1", "2", "3"), indicator("1", "2", "3"))
    assert read(action("5", "5", "5", activities=named), text).said_by(RULE) == []


def test_with_one_file_nothing_is_said() -> None:
    named = activity("a", "5", "5", "5", said="quantite: 7, indicateurs: [P1.1-1]")
    assert read(action("5", "5", "5", activities=named)).said_by(RULE) == []
