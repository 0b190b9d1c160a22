from collections import defaultdict
from collections.abc import Iterator

import pytest

from pan_tp_cli.diagnosis.typing_errors import (
    ADDED,
    GROUP,
    INTERCHANGED,
    OMITTED,
    REPLACED,
    SCALED,
    SIGNED,
    slips,
)
from pan_tp_cli.repair import Pattern


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        # one of 3 digits by one of 9 others
        (523, 513, {Pattern.DIGIT_REPLACED: REPLACED / 27}),
        # the only pair of neighbours that differ: 5 and 0; the zeros cannot be told apart
        (5000, 50, {Pattern.SCALED_CELL: SCALED}),
        (531, 513, {Pattern.DIGITS_INTERCHANGED: INTERCHANGED / 2}),
        # 155 is 1 and two fives: of its pairs of neighbours, 1 5 alone differ
        (515, 155, {Pattern.DIGITS_INTERCHANGED: INTERCHANGED}),
        # digits that are no neighbours are not interchanged
        (315, 513, {}),
        # one of 3 places; either of two fives in 155
        (13, 513, {Pattern.DIGIT_OMITTED: OMITTED / 3}),
        (15, 155, {Pattern.DIGIT_OMITTED: OMITTED * 2 / 3}),
        # 10 digits in 4 places; a zero among three in 5000 is in any of 3
        (5123, 513, {Pattern.DIGIT_ADDED: ADDED / 40}),
        (5000, 500, {Pattern.DIGIT_ADDED: ADDED * 3 / 40}),
        # 12 345 678 has two groups, either of which may be left out, but not its 12
        (12_678, 12_345_678, {Pattern.GROUP_OMITTED: GROUP / 2}),
        (345_678, 12_345_678, {}),
        (5_000, 5_000_000, {Pattern.GROUP_OMITTED: GROUP}),
        # zeros, or the group before it again, in each of two places of 12 345 678
        (12_000_345, 12_345, {Pattern.GROUP_ADDED: GROUP / 4}),
        (12_345_345, 12_345, {Pattern.GROUP_ADDED: GROUP / 4}),
        (12_678_345, 12_345, {}),
        (345_345, 345, {Pattern.GROUP_ADDED: GROUP / 4}),
        (678_345, 345, {}),
        (5_000_000, 5_000, {Pattern.GROUP_ADDED: GROUP / 2}),
        (500, 5, {Pattern.SCALED_CELL: SCALED}),
        (5, 500, {Pattern.SCALED_CELL: SCALED}),
        (-513, 513, {Pattern.SIGN: SIGNED}),
        (513, -513, {Pattern.SIGN: SIGNED}),
        # what is below zero is no figure with another typed in it
        (-512, 513, {}),
        (0, 1000, {}),
        (0, 100, {}),
        (1000, 0, {}),
        (100, 0, {}),
        # a digit for another all the same
        (0, 5, {Pattern.DIGIT_REPLACED: REPLACED / 9}),
        (5, 0, {Pattern.DIGIT_REPLACED: REPLACED / 9}),
        (624, 513, {}),
    ],
)
def test_each_slip_by_hand(printed: int, right: int, expected: dict[Pattern, float]) -> None:
    found = {slip.pattern: slip.probability for slip in slips(printed, right)}
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("shorter", "longer", "omitted", "added"),
    [
        (513, 5123, Pattern.DIGIT_OMITTED, Pattern.DIGIT_ADDED),
        (5_000, 5_000_000, Pattern.GROUP_OMITTED, Pattern.GROUP_ADDED),
        (5, 500, Pattern.SCALED_CELL, Pattern.SCALED_CELL),
    ],
)
def test_what_is_left_out_one_way_is_too_much_the_other_way(
    shorter: int, longer: int, omitted: Pattern, added: Pattern
) -> None:
    assert {slip.pattern for slip in slips(shorter, longer)} == {omitted}
    assert {slip.pattern for slip in slips(longer, shorter)} == {added}


def produced(right: int) -> Iterator[int]:
    """Yield every figure that some slip may leave of one, and more."""
    digits = str(right)
    yield -right
    yield from range(10 ** (len(digits) + 1))
    for place in range(len(digits) + 1):
        for group in range(1000):
            yield int(f"{digits[:place]}{group:03d}{digits[place:]}")


@pytest.mark.parametrize("right", [0, 5, 10, 55, 500, 513, 1000, 2500, 5050])
def test_the_figures_that_slips_leave_of_one_have_probabilities_of_less_than_one(
    right: int,
) -> None:
    of_pattern: dict[Pattern, float] = defaultdict(float)
    for printed in set(produced(right)) - {right}:
        for slip in slips(printed, right):
            of_pattern[slip.pattern] += slip.probability
    assert sum(of_pattern.values()) <= 1
    most = {
        Pattern.DIGIT_REPLACED: REPLACED,
        Pattern.DIGITS_INTERCHANGED: INTERCHANGED,
        Pattern.DIGIT_OMITTED: OMITTED,
        Pattern.DIGIT_ADDED: ADDED,
        Pattern.GROUP_OMITTED: GROUP,
        Pattern.GROUP_ADDED: GROUP,
        Pattern.SCALED_CELL: 2 * SCALED,
        Pattern.SIGN: SIGNED,
    }
    for pattern, probability in of_pattern.items():
        assert probability <= most[pattern] + 1e-9, pattern
