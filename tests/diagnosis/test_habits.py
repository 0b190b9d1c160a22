from math import log

import pytest

from pan_tp_cli.diagnosis.habits import SEEN_BEFORE, Habits, shape


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, (1, 0)), (7, (1, 1)), (70, (2, 1)), (5_250_000, (7, 3)), (-70, (2, 1)), (101, (3, 3))],
)
def test_the_shape_of_an_amount_is_its_digits_and_those_before_its_zeros(
    value: int, expected: tuple[int, int]
) -> None:
    assert shape(value) == expected


def test_an_amount_seen_often_is_likelier_than_one_seen_once_and_that_than_a_new_one() -> None:
    habits = Habits([[500, 500], [500, 200]])
    assert habits.amount(500) > habits.amount(200) > habits.amount(300) > habits.amount(123) > 0


def test_the_probability_of_an_amount_is_worked_out_by_hand() -> None:
    # four amounts and ten unseen; 500 thrice, and its shape (3 digits, 1 before zeros) 4 times
    # and a half for what was never seen; nine amounts have that shape
    habits = Habits([[500, 500], [500, 200]])
    free = (1 - SEEN_BEFORE) * 4.5 / (14 * 9)
    assert habits.amount(500) == pytest.approx(SEEN_BEFORE * 3 / 14 + free)
    assert habits.amount(300) == pytest.approx(free)


@pytest.mark.parametrize(
    ("value", "of_its_shape", "seen_of_its_shape"),
    [
        # taken as many as there are figures of one, two, ... digits that do not begin with a zero
        (7, 9, 0),
        (120, 90, 1),
        (77, 90, 0),
        (123_000, 900, 0),
        (1234, 9000, 1),
    ],
)
def test_an_amount_shares_what_is_likely_of_its_shape(
    value: int, of_its_shape: int, seen_of_its_shape: int
) -> None:
    habits = Habits([[110, 8765]])
    free = (1 - SEEN_BEFORE) * (seen_of_its_shape + 0.5) / (12 * of_its_shape)
    assert habits.amount(value) == pytest.approx(free)


def test_a_cell_does_not_speak_for_itself() -> None:
    habits = Habits([[500], [200]])
    assert habits.amount(500, own=1) == pytest.approx(Habits([[200]]).amount(500))
    assert habits.amount(777, own=1) > 0


def test_a_row_of_the_same_amounts_is_likelier_where_rows_are_alike() -> None:
    alike = Habits([[500, 500], [200, 200]])
    different = Habits([[500, 200], [200, 500]])
    assert alike.row([500, 500]) > different.row([500, 500])
    assert alike.row([500, 200]) < different.row([500, 200])


def test_the_probability_of_a_row_is_worked_out_by_hand() -> None:
    # two rows of two: of 2 steps 1 is alike, so (1 + 0.5) / (2 + 1) = 0.5
    habits = Habits([[500, 500], [200, 300]])
    first, second = habits.amount(500), habits.amount(200)
    assert habits.row([500, 500]) == pytest.approx(log(first) + log(0.5 * first + 0.5))
    assert habits.row([500, 200]) == pytest.approx(log(first) + log(0.5 * second))
    assert habits.row([]) == 0


def test_tables_without_rows_teach_nothing_and_break_nothing() -> None:
    assert Habits([]).row([500, 0]) < 0
    assert Habits([[]]).amount(500) > 0
