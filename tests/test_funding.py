"""Which years of a row have money, on rows of two years."""

from collections.abc import Mapping

import pytest

from pan_tp_cli.funding import funded, unfunded, yearly
from pan_tp_cli.table import Row
from tests.projects import plan, read

YEARS = ("2023", "2024")


def row(body: str) -> Row:
    """Return the only axis of a plan, given by its keys after its code and wording."""
    (axis,) = read(plan(f"axes: [{{code: 1, intitule: A, {body}}}]")).project.axes
    return axis


def activities(*budgets: str) -> str:
    rows = (
        f"{{id: 1-{number}, intitule: B, budget: {{{budget}}}}}"
        for number, budget in enumerate(budgets, 1)
    )
    return f"activites: [{', '.join(rows)}]"


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        ("budget: {2023: 5, 2024: 7}", {"2023": 5, "2024": 7}),
        ("budget: {2023: 5, 2024: ~}", {"2023": 5, "2024": 0}),
        ("budget: {2023: 5, 2024: 0}", {"2023": 5, "2024": 0}),
        (activities("2023: 1, 2024: 2", "2023: ~, 2024: 4"), {"2023": 1, "2024": 6}),
        ("budget: {2023: 5, 2024: -1}", None),
        ("budget: {2023: 5, 2024: 7 00}", None),
        (activities("2023: 1, 2024: 2", "2023: -3, 2024: 4"), None),
        ("activites: []", None),
    ],
)
def test_the_amounts_of_a_row_are_its_own_or_those_below(
    body: str, amounts: Mapping[str, int] | None
) -> None:
    assert yearly(row(body), YEARS) == amounts


def test_a_year_has_money_where_its_amount_is_not_0() -> None:
    assert funded({"2023": 1, "2024": 0, "2025": 2}) == ("2023", "2025")


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("budget: {2023: 0, 2024: ~}", {"2023", "2024"}),
        ("budget: {2023: 1, 2024: 0}", {"2024"}),
        ("budget: {2023: 1 00, 2024: 0}", {"2024"}),
        # the subtotal is wrong, and there is money below
        ("budget: {2023: 0, 2024: 0}, " + activities("2023: 0, 2024: 3"), {"2023"}),
        # the rows print nothing, and nobody knows
        ("activites: []", set()),
        # a row without amounts is worth those below it
        (activities("2023: 0, 2024: 3", "2023: 0, 2024: 0"), {"2023"}),
    ],
)
def test_a_year_has_no_money_where_no_row_prints_any(body: str, years: set[str]) -> None:
    assert unfunded(row(body), YEARS) == years
