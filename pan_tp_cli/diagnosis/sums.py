"""Violated equations grouped into the fewest causes, each with what may mend it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.diagnosis.across import faults_across
from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.cells import wrong_cell, wrong_cells
from pan_tp_cli.diagnosis.cover import Option, fewest, groups
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.rows import duplicated_rows, misplaced_rows, missing_rows
from pan_tp_cli.diagnosis.search import MOST_CELLS, Solution, members, solutions
from pan_tp_cli.diagnosis.stale import stale_totals
from pan_tp_cli.diagnosis.system import System

Equations = frozenset[int]
UNEXPLAINED: Final = MOST_CELLS + 1
"""What a group of equations counts as that no few causes explain."""


class Group(NamedTuple):
    """Violated sums that one fault explains, by their indices, and its explanations.

    There are none where no few wrong cells explain the sums.
    """

    equations: Equations
    explanations: tuple[Explanation, ...]


Groups = tuple[Group, ...]


class Sums:
    """The diagnosis of the violated sums of a system."""

    def __init__(self, system: System, plausibility: Plausibility, rounded: Rounded) -> None:
        self._system = system
        self._plausibility = plausibility
        self._rounded = rounded
        self._known: dict[Equations, list[Explanation]] = {}
        self._joint: dict[Option, Groups] = {}

    def groups(self) -> Groups:
        """Return the violated sums in the fewest groups, each with one cause."""
        for explanation in map(self._rounded.follow, self._single()):
            self._known.setdefault(explanation.equations, []).append(explanation)
        options = [
            Option(equations, 1, max(explanation.weight for explanation in known))
            for equations, known in self._known.items()
        ]
        components = self._components(self._system.violated)
        return tuple(
            cause
            for group in groups([*components, *self._known])
            for cause in self._of_group(group, options, components)
        )

    def _of_group(
        self, group: Equations, options: Sequence[Option], components: Sequence[Equations]
    ) -> Iterator[Group]:
        """Yield the causes of equations that hang together by cells, or by what explains them."""
        cover = fewest(group, options)
        inside = [component for component in components if component <= group]
        joint = [
            option
            for component in inside
            if cover is None or sum(one.equations <= component for one in cover) > 2
            for option in self._several(component, options)
        ]
        if joint:
            cover = fewest(group, [*options, *joint])
        if cover is None:
            yield Group(group, ())
        for option in cover or ():
            yield from self._joint.get(option) or [self._group(option.equations)]

    def _single(self) -> Iterator[Explanation]:
        """Yield every explanation by one fault."""
        system, plausibility = self._system, self._plausibility
        yield from wrong_cells(system, plausibility)
        failing = list(blocks(system))
        yield from missing_rows(system, plausibility, failing)
        yield from duplicated_rows(system, plausibility, failing)
        yield from misplaced_rows(system, failing)
        yield from faults_across(system, plausibility, failing)
        yield from stale_totals(system, plausibility, failing)

    def _components(self, violated: Equations) -> list[Equations]:
        """Return the violated equations in groups that share cells."""
        of_cell: dict[int, set[int]] = {}
        for index in violated:
            for cell in self._system.members(index):
                of_cell.setdefault(id(cell), set()).add(index)
        return groups(frozenset(indices) for indices in of_cell.values())

    def _group(self, equations: Equations) -> Group:
        return ranked(equations, self._known[equations])

    def _several(self, component: Equations, options: Sequence[Option]) -> Iterator[Option]:
        """Yield the explanation of a component by several cells, where fewer faults do not do."""
        cover = fewest(component, options)
        least = sum(option.causes for option in cover) if cover else UNEXPLAINED
        if least <= 2:
            return
        found = solutions(self._system, component, min(MOST_CELLS, least - 1))
        told_apart = tuple(self._told_apart(component, found))
        if told_apart:
            yield self._note(component, told_apart)
        elif cover is None:
            yield self._note(component, tuple(self._piecemeal(component, options)), UNEXPLAINED)

    def _note(self, component: Equations, found: Groups, extra: int = 0) -> Option:
        weight = sum(cause.explanations[0].weight for cause in found if cause.explanations)
        option = Option(component, len(found) + extra, weight)
        self._joint[option] = found
        return option

    def _piecemeal(self, component: Equations, options: Sequence[Option]) -> Iterator[Group]:
        """Yield what is certain in a component that no few causes explain, then the rest."""
        certain = [
            option
            for option in options
            if len(option.equations) > 1 and option.equations <= component
        ]
        if not certain:
            yield Group(component, ())
            return
        best = max(certain, key=lambda option: (len(option.equations), option.weight))
        yield self._group(best.equations)
        for part in self._components(component - best.equations):
            inside = [option for option in options if option.equations <= part]
            joint = list(self._several(part, inside))
            cover = fewest(part, [*inside, *joint]) or ()
            for option in cover:
                yield from self._joint.get(option) or [self._group(option.equations)]

    def _told_apart(self, component: Equations, found: Sequence[Solution]) -> Iterator[Group]:
        """Yield one cause for each cell of the likeliest solution."""
        weighed = [(solution, parts) for solution in found if all(parts := self._weighed(solution))]
        weighed.sort(key=lambda pair: -sum(each[0].weight for each in pair[1]))
        if not weighed:
            return
        best, parts = weighed[0]
        for change, explanations in zip(best.changes, parts, strict=True):
            others = list(explanations)
            for solution, alternative in weighed[1:]:
                others += _instead(best, change, solution, alternative)
            own = frozenset(index for index, _ in change[0]) & component
            yield ranked(own, others)

    def _weighed(self, solution: Solution) -> list[list[Explanation]]:
        """Return, for each class of a solution, its members, likeliest first."""
        within = self._system, self._plausibility
        result = []
        for signature, delta in solution.changes:
            equations = frozenset(index for index, _ in signature)
            explanations = [
                self._rounded.follow(wrong_cell(self._system.cells[cell], right, equations, within))
                for cell in members(self._system, signature)
                if (right := self._system.units[cell] + delta) >= 0
            ]
            result.append(sorted(explanations, key=lambda each: -each.weight))
        return result


def _instead(
    best: Solution,
    change: tuple[object, int],
    other: Solution,
    explanations: Sequence[Sequence[Explanation]],
) -> Iterable[Explanation]:
    """Return what another solution has in place of one change of the best, the rest being equal."""
    rest = [each for each in best.changes if each is not change]
    differing = [place for place, each in enumerate(other.changes) if each not in rest]
    return explanations[differing[0]] if len(differing) == 1 else ()


def ranked(equations: Equations, explanations: Iterable[Explanation]) -> Group:
    """Return a group with its explanations, likeliest first; of those that mend alike, one."""
    ordered = sorted(explanations, key=lambda explanation: -explanation.weight)
    different: dict[object, Explanation] = {}
    for explanation in ordered:
        changes = frozenset((id(cell), units) for cell, units in explanation.changes)
        different.setdefault(changes or (explanation.pattern, explanation.row), explanation)
    return Group(equations, tuple(different.values()))
