"""Several wrong cells at once: one cause for each of them, told apart by how likely they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from pan_tp_cli.diagnosis.cells import wrong_cell
from pan_tp_cli.diagnosis.cover import Equations
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.search import Solution, Wrong, members, touched
from pan_tp_cli.diagnosis.system import System

MOST_TOGETHER: Final = 5
"""Likeliest cells of each class that are tried with those of another."""


class Group(NamedTuple):
    """Violated sums that one fault explains, by their indices, and its explanations.

    There are none where no few wrong cells explain the sums.
    """

    equations: Equations
    explanations: tuple[Explanation, ...]


class Several:
    """Makes causes of what the search for several wrong cells found."""

    def __init__(self, system: System, plausibility: Plausibility, rounded: Rounded) -> None:
        self._system = system
        self._plausibility = plausibility
        self._rounded = rounded

    def causes(self, component: Equations, found: Sequence[Solution]) -> Iterator[Group]:
        """Yield one cause for each cell of the likeliest solution.

        A cell of sums that hold as printed (one that was changed with another) goes with that one.
        """
        weighed = [(solution, parts) for solution in found if all(parts := self._weighed(solution))]
        weighed.sort(key=lambda pair: -sum(each[0].weight for each in pair[1]))
        if not weighed:
            return
        best, _ = weighed[0]
        for cluster in _clusters(best, component):
            own = frozenset().union(*(touched(change) for change in cluster)) & component
            rest = [change for change in best.changes if change not in cluster]
            yield ranked(
                own,
                [
                    together
                    for solution, parts in weighed
                    for together in _instead(rest, solution, parts, component)
                ],
            )

    def _weighed(self, solution: Solution) -> list[list[Explanation]]:
        """Return, for each class of a solution, its members, likeliest first."""
        plausibility = self._plausibility
        result = []
        for signature, delta in solution.changes:
            equations = frozenset(index for index, _ in signature)
            explanations = [
                self._rounded.follow(
                    wrong_cell(self._system.cells[cell], right, equations, plausibility)
                )
                for cell in members(self._system, signature)
                if (right := self._system.units[cell] + delta) >= 0
            ]
            result.append(sorted(explanations, key=lambda each: -each.weight))
        return result


def _clusters(solution: Solution, component: Equations) -> list[list[Wrong]]:
    """Return the changes of a solution, those that touch no violated sum with one that does."""
    clusters = [[change] for change in solution.changes if touched(change) & component]
    waiting = [change for change in solution.changes if not touched(change) & component]
    while waiting:
        change, cluster = next(
            (change, cluster)
            for change in waiting
            for cluster in clusters
            if any(touched(change) & touched(other) for other in cluster)
        )
        cluster.append(change)
        waiting.remove(change)
    return clusters


def _instead(
    rest: Sequence[Wrong],
    solution: Solution,
    parts: Sequence[Sequence[Explanation]],
    component: Equations,
) -> Iterator[Explanation]:
    """Yield what a solution does besides `rest`, if it does all of that: its cells together."""
    differing = [
        (change, part)
        for change, part in zip(solution.changes, parts, strict=True)
        if change not in rest
    ]
    if len(differing) + len(rest) > len(solution.changes):
        return
    differing.sort(key=lambda pair: not touched(pair[0]) & component)
    for chosen in product(*(part[:MOST_TOGETHER] for _, part in differing)):
        yield chosen[0]._replace(
            changes=tuple(change for each in chosen for change in each.changes),
            weight=sum(each.weight for each in chosen),
        )


def ranked(equations: Equations, explanations: Iterable[Explanation]) -> Group:
    """Return a group with its explanations, likeliest first; of those that mend alike, one."""
    ordered = sorted(explanations, key=lambda explanation: -explanation.weight)
    different: dict[object, Explanation] = {}
    for explanation in ordered:
        changes = frozenset((id(cell), units) for cell, units in explanation.changes)
        different.setdefault(changes or (explanation.pattern, explanation.row), explanation)
    return Group(equations, tuple(different.values()))
