"""Violated equations → the fewest causes, each with all that it explains and what may mend it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import NO_QUANTITIES, Plausibility, shares
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.several import ranked
from pan_tp_cli.diagnosis.sums import Sums
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation, Number, Violation, evaluate
from pan_tp_cli.repair import Pattern

MOST_KEPT: Final = 20
"""Explanations kept for one cause, besides that the totals should follow, which always is."""


class Cause(NamedTuple):
    """One fault: the violations that it explains, and explanations of it, likeliest first.

    `shares` say what part each explanation has in the likelihood of all. There are none where no
    few wrong cells explain the violations.
    """

    violations: tuple[Violation, ...]
    explanations: tuple[Explanation, ...]
    shares: tuple[float, ...]


class Diagnosis(NamedTuple):
    """The fewest causes, and the system of equations whose cells and units they speak of."""

    causes: tuple[Cause, ...]
    system: System

    def right(self) -> dict[int, Number]:
        """Return the right values of the likeliest explanations, by the identity of the cell."""
        cells = self.system.cells
        right = _right(self.causes, self.system)
        return {cell: self.system.number(cells[cell], units) for cell, units in right.items()}


def diagnose(
    equations: Iterable[Equation], quantities: Mapping[int, int] = NO_QUANTITIES
) -> Diagnosis:
    """Find the fewest causes of all equations that are violated.

    The equations must be ones that can be told; `quantities` are those that rows announce (180
    sessions), above 0, by the identity of the entry.
    """
    system = System(equations)
    plausibility, rounded = Plausibility(system, quantities), Rounded(system)
    found = []
    for group in Sums(system, plausibility, rounded).groups():
        outcomes = (evaluate(system.equations[index]) for index in sorted(group.equations))
        violations = [outcome for outcome in outcomes if isinstance(outcome, Violation)]
        found.append(_cause(violations, group.explanations))
    return Diagnosis(tuple(_with_rounded(found, plausibility, rounded, system)), system)


def _cause(violations: Iterable[Violation], explanations: tuple[Explanation, ...]) -> Cause:
    parts = shares([explanation.weight for explanation in explanations])
    kept = [
        (explanation, share)
        for place, (explanation, share) in enumerate(zip(explanations, parts, strict=True))
        if place < MOST_KEPT or explanation.pattern is Pattern.STALE_TOTALS
    ]
    return Cause(
        tuple(violations),
        tuple(explanation for explanation, _ in kept),
        tuple(share for _, share in kept),
    )


def _with_rounded(
    found: list[Cause], plausibility: Plausibility, rounded: Rounded, system: System
) -> Iterator[Cause]:
    """Yield the causes with the violated equations that are no sums.

    What the repairs mend, or a block without explanation touches, is folded into its cause.
    """
    right = _right((cause for cause in found if not _is_carried(cause)), system)
    changed, unclear = _owners(found)
    more: list[Cause] = []
    folded: dict[int, list[Violation]] = {}
    for equation in system.others:
        violation = evaluate(equation)
        if not isinstance(violation, Violation):
            continue
        after = rounded.outcome(equation, right)
        owners = unclear if isinstance(after, Violation) else changed
        cells = (equation.target, *equation.terms)
        place = next((owners[id(cell)] for cell in cells if id(cell) in owners), None)
        if place is not None:
            folded.setdefault(place, []).append(violation)
        elif isinstance(after, Violation):
            left = violation._replace(expected=after.expected, difference=after.difference)
            group = ranked(frozenset(), rounded.explanations(left, plausibility))
            more.append(_cause([left], group.explanations))
    for place, cause in enumerate(found):
        yield cause._replace(violations=(*cause.violations, *folded.get(place, ())))
    yield from more


def _owners(found: Iterable[Cause]) -> tuple[dict[int, int], dict[int, int]]:
    """Return which cause changes a cell, and which cause without explanation a cell is part of."""
    changed: dict[int, int] = {}
    unclear: dict[int, int] = {}
    for place, cause in enumerate(found):
        for explanation in cause.explanations[:1]:
            for cell, _ in explanation.changes:
                changed.setdefault(id(cell), place)
        if not cause.explanations:
            for violation in cause.violations:
                for cell in (violation.equation.target, *violation.equation.terms):
                    unclear.setdefault(id(cell), place)
    return changed, unclear


def _is_carried(cause: Cause) -> bool:
    """Tell whether totals should follow: as long as they do not, shares are those of the totals."""
    return any(each.pattern is Pattern.STALE_TOTALS for each in cause.explanations[:1])


def _right(causes: Iterable[Cause], system: System) -> dict[int, int]:
    """Return the right units of all cells that the likeliest explanations change, by identity.

    What two of them add to one total (both carry a change up) comes together; a cell of no sum, a
    share, is what the first of them says.
    """
    right: dict[int, int] = {}
    for cause in causes:
        for explanation in cause.explanations[:1]:
            for cell, units in explanation.changes:
                printed = system.units[id(cell)]
                if id(cell) not in right:
                    right[id(cell)] = units
                elif system.uses[id(cell)]:
                    right[id(cell)] += units - printed
    return right
