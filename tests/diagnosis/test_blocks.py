"""What a row may hold that a block lacks: its years make its total, where totals are summed up."""

from collections.abc import Mapping

import pytest

from pan_tp_cli.diagnosis.blocks import adds_up

YEARS = {"2023": 0, "2024": 1}
"""The sums of a block by column, each with its index in the system."""
ALL = {**YEARS, "total": 2}


@pytest.mark.parametrize(
    ("amounts", "sums", "right"),
    [
        ({"2023": 1, "2024": 2, "total": 3}, ALL, True),
        ({"2023": 1, "2024": 2, "total": 4}, ALL, False),
        ({"2023": 3, "total": 3}, ALL, True),
        ({"2023": 1, "2024": 2}, ALL, False),
        ({"total": 3}, ALL, False),
        ({}, ALL, True),
        # without years in the block, or without totals, there is nothing to compare
        ({"total": 3}, {"total": 0}, True),
        ({"2023": 1, "2024": 2}, YEARS, True),
    ],
)
def test_the_years_of_a_row_make_its_total(
    amounts: Mapping[str, int], sums: Mapping[str, int], right: bool
) -> None:
    assert adds_up(amounts, sums) is right
