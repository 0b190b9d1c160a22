"""Violated equations grouped into the fewest causes, each with what may mend it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pan_tp_cli.diagnosis.across import faults_across
from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.cells import wrong_cells
from pan_tp_cli.diagnosis.cover import Option, fewest, groups
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.rows import duplicated_rows, misplaced_rows, missing_rows
from pan_tp_cli.diagnosis.search import MOST_CELLS, solutions
from pan_tp_cli.diagnosis.several import Group, Several, ranked
from pan_tp_cli.diagnosis.stale import stale_totals
from pan_tp_cli.diagnosis.system import System

Equations = frozenset[int]
UNEXPLAINED: Final = MOST_CELLS + 1
"""What a group of equations counts as that no few causes explain."""


Groups = tuple[Group, ...]


class Sums:
    """The diagnosis of the violated sums of a system."""

    def __init__(self, system: System, plausibility: Plausibility, rounded: Rounded) -> None:
        self._system = system
        self._plausibility = plausibility
        self._rounded = rounded
        self._several_cells = Several(system, plausibility, rounded)
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
        found = [
            cause
            for group in groups([*components, *self._known])
            for cause in self._of_group(group, options, components)
        ]
        return tuple(self._searched_anew(found, components))

    def _searched_anew(
        self, found: Sequence[Group], components: Sequence[Equations]
    ) -> Iterator[Group]:
        """Yield all causes; what is not explained is searched anew with what is about it.

        Two wrong cells of one sum may make up for each other: it holds, and keeps them apart. And
        what seemed certain of a part may be why the rest has no explanation.
        """
        unexplained = [group.equations for group in found if not group.explanations]
        linked = groups([*unexplained, *self._links(unexplained)])
        wider = groups(_about(each, found, components) for each in linked)
        for whole in wider:
            inside = [group for group in found if group.explanations and group.equations <= whole]
            apart = [each for each in linked if each <= whole]
            yield from self._cells_of(whole) or [*inside, *self._blocks(apart)]
        yield from (
            group for group in found if not any(group.equations <= whole for whole in wider)
        )

    def _blocks(self, parts: Iterable[Equations]) -> Iterator[Group]:
        """Yield the causes of parts one by one, with no explanation where there is none."""
        for part in parts:
            yield from self._cells_of(part) or [Group(part, ())]

    def _cells_of(self, equations: Equations) -> Groups:
        """Return one cause for each of the few wrong cells that explain equations, if they do."""
        found = solutions(self._system, equations, MOST_CELLS)
        return tuple(self._several_cells.causes(equations, found))

    def _links(self, unexplained: Iterable[Equations]) -> Iterable[Equations]:
        """Return, for each sum that holds, the violated ones that its cells stand in."""
        system, links = self._system, dict[int, set[int]]()
        for equations in unexplained:
            cells = [cell for index in equations for cell in system.members(index)]
            for cell in cells:
                for index, _ in system.uses.get(id(cell), ()):
                    if not system.residuals[index]:
                        links.setdefault(index, set()).update(equations)
        return map(frozenset, links.values())

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
        told_apart = tuple(self._several_cells.causes(component, found))
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


def _about(part: Equations, found: Sequence[Group], components: Sequence[Equations]) -> Equations:
    """Return the equations of all causes that share cells with a part."""
    near = part.union(*(component for component in components if component & part))
    return near.union(*(group.equations for group in found if group.equations & near))
