import pytest

from pan_tp_cli.text import Lang
from tests.projects import cells, read
from tests.rules.croisement.plans import action, activity, indicator, output

RULE = "croisement.livrable-avant-financement"
FOUND = [(RULE, "P1.1-1", "2023")]


@pytest.mark.parametrize(
    ("amounts", "targets", "found"),
    [
        (("0", "5", "0"), ("1", "2", "3"), FOUND),
        (("~", "~", "5"), ("1", "2", "3"), FOUND),  # one finding, two years
        (("0", "0", "5"), ("0", "2", "3"), [(RULE, "P1.1-1", "2024")]),
        (("0", "5", "0"), ("0", "2", "3"), []),  # delivered later than paid
        (("5", "0", "0"), ("1", "2", "3"), []),
        (("0", "5", "0"), ("N/A", "2", "3"), []),
        (("0", "0", "0"), ("1", "2", "3"), []),
        (("0", "5 00", "5"), ("1", "2", "3"), []),
    ],
)
def test_no_target_comes_before_the_money(
    amounts: tuple[str, ...], targets: tuple[str, ...], found: object
) -> None:
    budget = action("5", "5", "5", activities=activity("a", *amounts))
    assert cells(read(budget, output(indicator(*targets))).said_by(RULE)) == found


def test_it_says_which_years_come_too_early_and_who_pays_from_when() -> None:
    named = f"{activity('a', '0', '0', '5')}, {activity('b', '0', '0', '5')}"
    budget = action("5", "5", "5", activities=named)
    (found,) = read(budget, output(indicator("1", "2", "3"))).said_by(RULE)
    assert found.message.render(Lang.EN) == (
        "deliverable expected in 2023, 2024, but a, b has money from 2025 only"
    )


@pytest.mark.parametrize(("other", "found"), [("5", []), ("0", FOUND)])
def test_any_of_its_activities_may_pay(other: str, found: object) -> None:
    named = f"{activity('a', '0', '5', '5')}, {activity('b', other, '5', '5')}"
    budget = action("5", "5", "5", activities=named)
    assert cells(read(budget, output(indicator("1", "2", "3"))).said_by(RULE)) == found


def test_an_activity_that_names_no_indicator_is_not_looked_at() -> None:
    budget = action("5", "5", "5", activities=activity("a", "0", "5", "5", said="note: x"))
    assert read(budget, output(indicator("1", "2", "3"))).said_by(RULE) == []


def test_with_one_file_nothing_is_said() -> None:
    budget = action("5", "5", "5", activities=activity("a", "0", "5", "5"))
    assert read(budget).said_by(RULE) == []
    assert read(indicators=output(indicator("1", "2", "3"))).said_by(RULE) == []
