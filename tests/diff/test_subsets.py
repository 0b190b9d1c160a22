"""Rows that make up another one together."""

from collections.abc import Sequence

import pytest

from pan_tp_cli.diff.subsets import MOST_CANDIDATES, Amounts, only_subset


@pytest.mark.parametrize(
    ("parts", "whole", "expected"),
    [
        pytest.param([{"a": 2}, {"a": 3}, {"a": 7}], {"a": 5}, (0, 1), id="two of three"),
        pytest.param([{"a": 2}, {"b": 3}], {"a": 2, "b": 3}, (0, 1), id="of other years"),
        pytest.param([{"a": 2}, {"a": 2, "b": 1}], {"a": 4}, (), id="more in one year"),
        pytest.param([{"a": 5}, {"a": 2}], {"a": 5}, (), id="one alone is none"),
        pytest.param([{"a": 1}, {"a": 4}, {"a": 2}, {"a": 3}], {"a": 5}, (), id="two ways"),
        pytest.param([{"a": 1}] * 5, {"a": 5}, (), id="more than four"),
        pytest.param([{"a": 2}, {"a": 4}], {"a": 7}, (), id="no sum"),
    ],
)
def test_the_only_parts(parts: Sequence[Amounts], whole: Amounts, expected: object) -> None:
    assert only_subset(parts, whole) == expected


def test_no_sum_is_looked_for_among_many_rows() -> None:
    many = [{"a": 1000 + 2**rank} for rank in range(MOST_CANDIDATES - 1)]
    pair = [{"a": 10**9}, {"a": 10**9 + 1}]
    whole = {"a": 2 * 10**9 + 1}
    assert only_subset([*many[1:], *pair], whole) == (MOST_CANDIDATES - 2, MOST_CANDIDATES - 1)
    assert only_subset([*many, *pair], whole) == ()
