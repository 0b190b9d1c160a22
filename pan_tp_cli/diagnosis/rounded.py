"""Equations that are no exact sums: rounded shares and means, the last target, the highest one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import Final

from pan_tp_cli.calculation import Relation
from pan_tp_cli.diagnosis.cells import wrong_cell
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation, Number, Outcome, Violation, evaluate
from pan_tp_cli.money import Percent
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell

BREAKS_A_SHARE: Final = log(0.05)
MENDS_A_SHARE: Final = log(20)
MOST_VALUES: Final = 50
"""Values tried for one target of a rounded mean."""
NO_EQUATIONS: Final[frozenset[int]] = frozenset()

Right = Mapping[int, int]
"""Right values, in units, by the identity of the cell."""


class Rounded:
    """What the equations that are no sums say of explanations of the others."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._of_cell: dict[int, list[Equation]] = {}
        for equation in system.others:
            for cell in (equation.target, *equation.terms):
                self._of_cell.setdefault(id(cell), []).append(equation)

    def outcome(self, equation: Equation, right: Right) -> Outcome | Violation:
        """Evaluate an equation with other values in some of its cells."""
        cells, number = (equation.target, *equation.terms), self._system.number
        values = {id(cell): number(cell, right[id(cell)]) for cell in cells if id(cell) in right}
        return evaluate(equation.with_values(values))

    def follow(self, explanation: Explanation) -> Explanation:
        """Return an explanation with the shares that its changes break, mended too.

        It is the likelier the more violated shares it mends, the less the more it breaks.
        """
        right = {id(cell): units for cell, units in explanation.changes}
        changes, weight = list(explanation.changes), explanation.weight
        for equation in self.touching(right):
            before, after = evaluate(equation), self.outcome(equation, right)
            if isinstance(after, Violation) and not isinstance(before, Violation):
                changes.append((equation.target, self._units(after.expected)))
                # where totals did not follow a change, their shares did not either
                stale = explanation.pattern is Pattern.STALE_TOTALS
                weight += 0.0 if stale else BREAKS_A_SHARE
            if isinstance(before, Violation) and not isinstance(after, Violation):
                weight += MENDS_A_SHARE
        return explanation._replace(changes=tuple(changes), weight=weight)

    def touching(self, cells: Iterable[int]) -> list[Equation]:
        """Return the equations in which some of the cells stand, each once."""
        found = {id(each): each for cell in cells for each in self._of_cell.get(cell, ())}
        return list(found.values())

    def _units(self, number: Number) -> int:
        return number.scaled(self._system.decimals) if isinstance(number, Percent) else number

    def explanations(
        self, violation: Violation, plausibility: Plausibility
    ) -> Iterator[Explanation]:
        """Yield the single cells that may be wrong in a violated equation.

        The cell that it computes and, where no other equation protects them, its terms.
        """
        equation = violation.equation
        target = equation.target
        right = self._units(violation.expected)
        if right >= 0:
            yield wrong_cell(target, right, NO_EQUATIONS, plausibility)
        for term in equation.terms:
            if id(term) in self._system.units and not self._system.uses[id(term)]:
                tried = [
                    wrong_cell(term, value, NO_EQUATIONS, plausibility)
                    for value in self._values(equation, term)
                ]
                if tried:
                    yield max(tried, key=lambda explanation: explanation.weight)

    def _values(self, equation: Equation, term: Cell) -> Iterator[int]:
        """Yield values of a term, in units, that would make the equation hold."""
        for value in self._candidates(equation, term):
            if value >= 0 and self.outcome(equation, {id(term): value}) is Outcome.HOLDS:
                yield value

    def _candidates(self, equation: Equation, term: Cell) -> Sequence[int]:
        units = self._system.units
        printed = units[id(equation.target)]
        if equation.relation is not Relation.MEAN:
            return [printed]
        given = [
            units[id(each)] for each in equation.terms if isinstance(each.value, int | Percent)
        ]
        count = len(given) + (term.value is None)
        exact = units[id(term)] + printed * count - sum(given)
        step = self._system.step(term)
        steps = min(-(-self._system.step(equation.target) * count // (2 * step)), MOST_VALUES)
        nearest = exact // step * step
        return range(nearest - steps * step, nearest + (steps + 1) * step, step)
