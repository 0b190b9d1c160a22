import pytest

from pan_tp_cli.calculation import Relation
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.money import NOT_APPLICABLE, Percent
from tests.diagnosis.tables import cell, equation


def test_a_residual_is_the_target_less_its_terms() -> None:
    total, one, other = cell("T", 10), cell("1", 4), cell("2", 5)
    system = System([equation(total, one, other), equation(one, other)])
    # 10 - 4 - 5 = 1, and 4 - 5 = -1
    assert system.residuals == [1, -1]
    assert system.violated == {0, 1}
    assert system.uses[id(one)] == [(0, -1), (1, 1)]
    assert system.computed == {id(total), id(one)}


@pytest.mark.parametrize(
    ("changes", "explained"),
    [
        # 10 = 4 + 5 lacks one, 4 = 5 has one too few
        ({"total": -1}, {0}),
        # one settles both: 10 = 5 + 5, and 5 = 5
        ({"one": 1}, {0, 1}),
        ({"one": 1, "total": 0}, {0, 1}),
        # 10 = 4 + 6 holds, but 4 = 6 does not
        ({"other": 1}, None),
        ({"total": 1, "one": 2}, None),
        ({"total": 0}, None),
        ({}, None),
    ],
)
def test_changes_explain_what_they_settle_if_they_leave_nothing_wrong(
    changes: dict[str, int], explained: set[int] | None
) -> None:
    cells = {"total": cell("T", 10), "one": cell("1", 4), "other": cell("2", 5)}
    total, one, other = cells.values()
    system = System([equation(total, one, other), equation(one, other)])
    deltas = {id(cells[name]): delta for name, delta in changes.items()}
    assert system.explained(deltas) == explained


def test_a_year_without_target_is_no_cell_and_a_blank_one_is_zero() -> None:
    given, blank = cell("1", NOT_APPLICABLE), cell("2", None)
    system = System([equation(cell("T", 10), given, blank)])
    assert id(given) not in system.cells
    assert system.units[id(blank)] == 0
    assert system.residuals == [10]


def test_percentages_are_counted_in_steps_of_the_finest_and_written_as_printed() -> None:
    whole, fine = cell("1", Percent(75)), cell("2", Percent(25, 1))
    system = System([equation(cell("T", Percent(79)), whole, fine)])
    # 79,0 - 75,0 - 2,5 = 1,5
    assert system.residuals == [15]
    assert system.number(whole, 770) == Percent(77)
    assert system.number(whole, 775) == Percent(775, 1)
    assert system.number(fine, 40) == Percent(40, 1)
    assert (system.step(whole), system.step(fine)) == (10, 1)


def test_a_blank_cell_among_percentages_is_a_percentage() -> None:
    blank = cell("2", None)
    system = System([equation(cell("T", Percent(79)), cell("1", Percent(750, 1)), blank)])
    assert system.number(blank, 40) == Percent(40, 1)


def test_a_blank_cell_is_as_precise_as_the_most_precise_beside_it() -> None:
    blank = cell("2", None)
    system = System([equation(cell("T", Percent(79)), cell("1", Percent(25, 1)), blank)])
    assert system.number(blank, 40) == Percent(40, 1)


def test_a_number_keeps_the_precision_of_its_print_exactly() -> None:
    tenths, hundredths = cell("1", Percent(25, 1)), cell("2", Percent(250, 2))
    system = System([equation(cell("T", Percent(5)), tenths, hundredths)])
    assert system.number(tenths, 40) == Percent(4, 1)
    assert system.number(tenths, 45) == Percent(45, 2)
    large = 10**17 + 1  # beyond what a float tells apart
    assert system.number(tenths, 10 * large) == Percent(large, 1)


def test_the_least_step_is_that_of_the_print() -> None:
    blank, amount = cell("2", None), cell("A", 9)
    system = System(
        [
            equation(cell("T", Percent(79)), cell("1", Percent(75)), blank),
            equation(cell("U", Percent(25, 1)), cell("3", Percent(25, 1))),
            equation(amount, cell("B", 9)),
        ]
    )
    assert (system.step(blank), system.step(amount)) == (10, 1)


def test_a_blank_amount_in_a_share_is_no_percentage() -> None:
    blank = cell("1", None)
    share = equation(cell("S", Percent(0)), blank, cell("T", 9), relation=Relation.SHARE)
    system = System([share])
    assert system.number(blank, 40) == 40
    assert system.others == [share]
    assert system.uses[id(blank)] == []
