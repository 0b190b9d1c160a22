"""Equations over cells: what rules declare, and how one is evaluated. Exact integers throughout."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from pan_tp_cli.calculation import Calculation, Relation, Term
from pan_tp_cli.money import Percent, Unreadable, Value
from pan_tp_cli.table import Cell

Number = int | Percent


class Footing(Enum):
    """How the terms of a sum lie to its target, as in footing and cross-footing a table."""

    DOWN = "down"
    """One column of the rows that the row of the target sums up: a row may be missing there."""
    ACROSS = "across"
    """The other columns of the row of the target."""
    NONE = "none"


class Equation(NamedTuple):
    """`target` must be what `relation` makes of `terms`; `rule` states it.

    It is exact, except that the target of a MEAN or a SHARE is a printed rounding (half up, to
    the precision of the target). The terms of a SHARE are the part and the whole.
    """

    rule: str
    relation: Relation
    target: Cell
    terms: tuple[Cell, ...]
    footing: Footing = Footing.NONE

    def with_values(self, values: Mapping[int, Value]) -> "Equation":
        """Return the equation with other values in some cells, by the identity of the cell."""
        cells = (self.target, *self.terms)
        target, *terms = (
            cell._replace(value=values[id(cell)]) if id(cell) in values else cell for cell in cells
        )
        return self._replace(target=target, terms=tuple(terms))


class Violation(NamedTuple):
    """An equation that does not hold; `difference` is printed - expected."""

    equation: Equation
    expected: Number
    difference: Number

    def calculation(self, currency: str | None) -> Calculation:
        """Return how the expected value is computed."""
        terms = tuple(
            Term(cell.entry.node, cell.column, cell.value) for cell in self.equation.terms
        )
        return Calculation(self.equation.relation, terms, self.expected, currency)


class Outcome(Enum):
    """What is known of an equation that is not violated."""

    HOLDS = "holds"
    UNKNOWN = "unknown"


def evaluate(equation: Equation) -> Outcome | Violation:
    """Say whether an equation holds, how it is violated, or that a cell of it cannot be read.

    A blank target counts as 0.
    """
    wanted, printed = expected(equation), equation.target.value
    if printed is None:
        printed = 0
    if wanted is None or not isinstance(printed, int | Percent):
        return Outcome.UNKNOWN
    difference = subtract(printed, wanted)
    if difference is None:
        return Outcome.UNKNOWN
    if is_zero(difference):
        return Outcome.HOLDS
    return Violation(equation, wanted, difference)


def expected(equation: Equation) -> Number | None:
    """Return what the target should be; None where the terms do not tell."""
    if equation.relation is Relation.SUM:
        try:
            return sum([cell.value or 0 for cell in equation.terms])  # type: ignore[misc]
        except TypeError:
            pass  # percentages, « N/A » or unreadable cells among the terms
    numbers = _given(equation.terms)
    if not numbers:
        return None
    return _RELATIONS[equation.relation](numbers, equation.target)


def subtract(left: Number, right: Number) -> Number | None:
    """Return left - right, or None where one is a percentage and the other is not."""
    if isinstance(left, Percent) and isinstance(right, Percent):
        decimals = max(left.decimals, right.decimals)
        return Percent(left.scaled(decimals) - right.scaled(decimals), decimals)
    if isinstance(left, Percent) or isinstance(right, Percent):
        return None
    return left - right


def is_zero(number: Number) -> bool:
    """Tell whether a number is zero, at any precision."""
    return (number.units if isinstance(number, Percent) else number) == 0


def _given(terms: Sequence[Cell]) -> list[Number] | None:
    """Return the numbers among the terms; None where a term cannot be read or kinds mix."""
    values = [term.value for term in terms]
    if any(isinstance(value, Unreadable | str) for value in values):
        return None
    numbers = [value for value in values if isinstance(value, int | Percent)]
    if len({isinstance(number, Percent) for number in numbers}) > 1:
        return None
    return numbers


def _scale(numbers: Sequence[Number]) -> tuple[list[int], int]:
    """Return all numbers in one unit, 10 ** -decimals, and its decimals."""
    decimals = max(n.decimals if isinstance(n, Percent) else 0 for n in numbers)
    return [n.scaled(decimals) if isinstance(n, Percent) else n for n in numbers], decimals


def _like(model: Number, units: int, decimals: int) -> Number:
    return Percent(units, decimals) if isinstance(model, Percent) else units


def _sum(numbers: Sequence[Number], _target: Cell) -> Number:
    units, decimals = _scale(numbers)
    return _like(numbers[0], sum(units), decimals)


def _maximum(numbers: Sequence[Number], _target: Cell) -> Number:
    units, decimals = _scale(numbers)
    return _like(numbers[0], max(units), decimals)


def _last(numbers: Sequence[Number], _target: Cell) -> Number:
    return numbers[-1]


def _mean(numbers: Sequence[Number], target: Cell) -> Number:
    """Round the mean half up to the precision of the target."""
    units, decimals = _scale(numbers)
    wanted = target.value.decimals if isinstance(target.value, Percent) else 0
    rounded = round_half_up(sum(units) * 10**wanted, len(units) * 10**decimals)
    return _like(numbers[0], rounded, wanted)


def _share(numbers: Sequence[Number], target: Cell) -> Number | None:
    """Round part / whole, in percent, half up to the precision of the target."""
    if len(numbers) != 2 or not isinstance(target.value, Percent):
        return None
    part, whole = numbers
    if not isinstance(part, int) or not isinstance(whole, int) or whole <= 0:
        return None
    decimals = target.value.decimals
    return Percent(round_half_up(part * 100 * 10**decimals, whole), decimals)


def round_half_up(numerator: int, denominator: int) -> int:
    """Round a quotient to the nearest whole, halves upwards; `denominator` > 0."""
    return (2 * numerator + denominator) // (2 * denominator)


_RELATIONS: dict[Relation, Callable[[Sequence[Number], Cell], Number | None]] = {
    Relation.SUM: _sum,
    Relation.MEAN: _mean,
    Relation.LAST: _last,
    Relation.MAXIMUM: _maximum,
    Relation.SHARE: _share,
}
