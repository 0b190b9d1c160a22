"""The targets of an indicator as one series of numbers that can be compared."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pan_tp_cli.money import MAX_DIGITS, Percent, Value
from pan_tp_cli.table import Cell, IndicatorRow


def size(value: Value) -> int | None:
    """Return a number that compares as the value does among those of its unit; None for others."""
    if isinstance(value, Percent):
        return value.scaled(MAX_DIGITS)
    return value if isinstance(value, int) else None


class Fall(NamedTuple):
    """A target below the number before it, which is that of a year or the baseline."""

    before: Cell
    after: Cell


def numbers(row: IndicatorRow) -> list[tuple[Cell, int]]:
    """Return the targets that are numbers, in the order of the years."""
    by_year = sorted(row.targets.values(), key=lambda cell: cell.column or "")
    sized = ((cell, size(cell.value)) for cell in by_year)
    return [(cell, number) for cell, number in sized if number is not None]


def from_baseline(row: IndicatorRow) -> list[tuple[Cell, int]]:
    """Return the baseline, where it is a number, and the targets behind it."""
    baseline = size(row.baseline.value)
    start = [] if baseline is None else [(row.baseline, baseline)]
    return start + numbers(row)


def falls(series: list[tuple[Cell, int]]) -> Iterator[Fall]:
    """Yield every number of a series that is below the one before it."""
    for (before, first), (after, second) in pairwise(series):
        if second < first:
            yield Fall(before, after)


def meant_to_fall(row: IndicatorRow) -> bool:
    """Tell whether targets fall from the baseline on, every time: a rate that is to be lowered."""
    series = [number for _, number in from_baseline(row)]
    known = size(row.baseline.value) is not None and len(series) > 2
    return known and all(second < first for first, second in pairwise(series))
