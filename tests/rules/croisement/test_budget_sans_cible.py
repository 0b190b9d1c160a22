import pytest

from pan_tp_cli.text import Lang
from tests.projects import cells, plan, read
from tests.rules.croisement.plans import YEARS, action, activity, indicator, output

RULE = "croisement.budget-sans-cible"
FOUND = [(RULE, "1.1", "2023")]


@pytest.mark.parametrize(
    ("amounts", "targets", "found"),
    [
        (("5", "5", "5"), ("0", "2", "2"), FOUND),
        (("5", "5", "5"), ("N/A", "2", "2"), FOUND),
        (("5", "5", "5"), ("~", "2", "2"), FOUND),
        (("5", "5", "5"), ("0", "2", "0"), FOUND),  # one finding, two years
        (("5", "5", "5"), ("1", "2", "2"), []),
        (("5", "5", "5"), ("1 0", "2", "2"), []),
        (("0", "5", "5"), ("0", "2", "2"), []),
        (("~", "5", "5"), ("0", "2", "2"), []),
        (("5 00", "5", "5"), ("0", "2", "2"), []),
        (("0", "5", "5"), ("1", "0", "2"), [(RULE, "1.1", "2024")]),
    ],
)
def test_money_has_a_target_in_its_year(
    amounts: tuple[str, ...], targets: tuple[str, ...], found: object
) -> None:
    assert cells(read(action(*amounts), output(indicator(*targets))).said_by(RULE)) == found


def test_one_target_among_the_indicators_is_enough() -> None:
    two = indicator("0", "2", "0"), indicator("1", "0", "0", name="P1.1-2")
    assert cells(read(action("5", "5", "5"), output(*two)).said_by(RULE)) == [(RULE, "1.1", "2025")]


def test_an_indicator_with_a_cell_too_many_may_have_one() -> None:
    text = output(indicator("0", "2", "2", said="unite: nombre, en_trop: [2]"))
    assert read(action("5", "5", "5"), text).said_by(RULE) == []


def test_it_adds_up_the_money_of_those_years() -> None:
    (found,) = read(action("5", "5", "7"), output(indicator("0", "2", "0"))).said_by(RULE)
    said = found.message.render(Lang.EN).replace("\u00a0", " ")
    assert said.startswith("12 FCFA")
    assert said.endswith("2023, 2025")
    assert found.help[0].render(Lang.EN).endswith("P1.1-1")
    assert (found.place.route[-1], found.printed) == ("2023", 5)


def test_a_heading_without_amounts_of_its_own_has_those_below() -> None:
    below = activity("a", "5", "5", "5", said="note: x")
    text = plan(
        "axes: [{code: 1, intitule: A, actions: "
        f"[{{code: 1.1, intitule: B, activites: [{below}]}}]}}]",
        YEARS,
    )
    (found,) = read(text, output(indicator("0", "2", "2"))).findings(RULE)
    assert (found.node, found.column) == ("1.1", "2023")


def test_a_year_that_the_framework_does_not_have_is_not_looked_at() -> None:
    text = output(indicator("0", "2", "2")).replace("2023", "2028")
    assert (
        read(
            action("5", "5", "5"), text.replace("[2028, 2024, 2025]", "[2024, 2025, 2028]")
        ).said_by(RULE)
        == []
    )


def test_an_action_without_indicators_is_told_elsewhere() -> None:
    assert read(action("5", "5", "5"), output()).said_by(RULE) == []
    assert read(action("5", "5", "5")).said_by(RULE) == []
