"""Violated equations grouped into the fewest causes, each with what may mend it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from pan_tp_cli.diagnosis.across import faults_across
from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.cells import wrong_cells
from pan_tp_cli.diagnosis.cover import Equations, Option, fewest, groups
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.neighbours import about, components, links, neighbouring
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.rows import duplicated_rows, misplaced_rows, missing_rows
from pan_tp_cli.diagnosis.search import MOST_CELLS, Solution, solutions, touched
from pan_tp_cli.diagnosis.several import Group, Several, ranked
from pan_tp_cli.diagnosis.stale import stale_totals
from pan_tp_cli.diagnosis.system import System

MOST_TRIES: Final = 200
"""Sets of neighbouring parts in which fewer wrong cells are looked for."""
MOST_SEARCHES: Final = 100
"""Searches for several wrong cells in one plan; a plan that needs more is to be retyped."""
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
        self._options: dict[int, list[Option]] = {}
        self._searches = 0

    def groups(self) -> Groups:
        """Return the violated sums in the fewest groups, each with one cause."""
        for explanation in map(self._rounded.follow, self._single()):
            self._known.setdefault(explanation.equations, []).append(explanation)
        for equations, known in self._known.items():
            option = Option(equations, 1, max(explanation.weight for explanation in known))
            for index in equations:
                self._options.setdefault(index, []).append(option)
        parts = components(self._system, self._system.violated)
        found = [
            cause for group in groups([*parts, *self._known]) for cause in self._of_group(group)
        ]
        return tuple(self._searched_anew(found, parts))

    def _searched_anew(self, found: Sequence[Group], parts: Sequence[Equations]) -> Iterator[Group]:
        """Yield all causes; what is not explained is searched anew with what is about it.

        Two wrong cells of one sum may make up for each other: it holds, and keeps them apart. And
        what seemed certain of a part may be why the rest has no explanation.
        """
        unexplained = [group.equations for group in found if not group.explanations]
        linked = groups([*unexplained, *links(self._system, unexplained)])
        wider = groups(about(self._system, each, found, parts) for each in linked)
        for whole in wider:
            inside = [group for group in found if group.explanations and group.equations <= whole]
            apart = [each for each in unexplained if each <= whole]
            yield from self._together(whole, MOST_CELLS) or [*inside, *self._apart(apart)]
        yield from (
            group for group in found if not any(group.equations <= whole for whole in wider)
        )

    def _apart(self, parts: Iterable[Equations]) -> Iterator[Group]:
        """Yield the causes of unexplained parts, with those that right sums link to them or not."""
        given = list(parts)
        for linked in groups([*given, *links(self._system, given)]):
            together = () if linked in given else self._together(linked, MOST_CELLS)
            if together:
                yield from together
            else:
                for part in given:
                    yield from self._piecemeal(part) if part <= linked else ()

    def _of_group(self, group: Equations) -> Iterator[Group]:
        """Yield the causes of equations that hang together by cells, or by what explains them."""
        inside = self._inside(group)
        cover = fewest(group, inside)
        joint = [
            option
            for component in components(self._system, group)
            if cover is None or sum(one.equations <= component for one in cover) > 2
            for option in self._several(component)
        ]
        if joint:
            cover = fewest(group, [*inside, *joint])
        yield from [Group(group, ())] if cover is None else self._chosen(cover)

    def _chosen(self, options: Iterable[Option]) -> Iterator[Group]:
        for option in options:
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

    def _inside(self, equations: Equations) -> list[Option]:
        """Return the explanations by one fault of nothing but some equations."""
        options = dict.fromkeys(
            option for index in sorted(equations) for option in self._options.get(index, ())
        )
        return [option for option in options if option.equations <= equations]

    def _group(self, equations: Equations) -> Group:
        return ranked(equations, self._known[equations])

    def _several(self, component: Equations) -> Iterator[Option]:
        """Yield the explanation of a component by several cells, where fewer faults do not do."""
        cover = fewest(component, self._inside(component))
        least = sum(option.causes for option in cover) if cover else UNEXPLAINED
        if least <= 2:
            return
        together = self._together(component, min(MOST_CELLS, least - 1))
        if together:
            yield self._note(component, together)
        elif cover is None:
            yield self._note(component, (Group(component, ()),), UNEXPLAINED)
        else:
            yield from self._fewer(cover)

    def _fewer(self, cover: Sequence[Option]) -> Iterator[Option]:
        """Yield explanations by fewer cells of a few neighbouring parts of a component."""
        parts = [option.equations for option in cover]
        for count in (3, 4):
            for union in islice(neighbouring(self._system, parts, count), MOST_TRIES):
                together = self._together(union, count - 1)
                if together:
                    yield self._note(union, together)

    def _note(self, component: Equations, found: Groups, extra: int = 0) -> Option:
        weight = sum(cause.explanations[0].weight for cause in found if cause.explanations)
        option = Option(component, len(found) + extra, weight)
        self._joint[option] = found
        return option

    def _together(self, component: Equations, most: int) -> Groups:
        """Return causes of a component of which up to `most` are cells found together.

        They explain at least what no single fault does; single faults explain what they leave.
        """
        self._searches += 1
        if self._searches > MOST_SEARCHES:
            return ()
        hard = self._hard(component)
        found: dict[Equations, list[Solution]] = {}
        covers: dict[Equations, tuple[Option, ...]] = {}
        for solution in solutions(self._system, hard or component, most):
            met = frozenset().union(*(touched(change) for change in solution.changes))
            rest = component - met
            cover = covers.get(rest) or fewest(rest, self._inside(rest))
            if cover is not None and met & self._system.violated <= component:
                covers[rest] = cover
                found.setdefault(rest, []).append(solution)
        for rest in sorted(found, key=lambda rest: (len(covers[rest]), sorted(rest))):
            several = tuple(self._several_cells.causes(component - rest, found[rest]))
            if several:
                return (*several, *self._chosen(covers[rest]))
        return ()

    def _hard(self, component: Equations) -> Equations:
        """Return the equations of a component that no single fault within it explains."""
        return component.difference(*(option.equations for option in self._inside(component)))

    def _piecemeal(self, component: Equations) -> Iterator[Group]:
        """Yield what is certain in a component that no few causes explain, then the rest."""
        certain = [option for option in self._inside(component) if len(option.equations) > 1]
        if not certain or self._searches > MOST_SEARCHES:
            yield from self._blocked(component)
            return
        best = max(certain, key=lambda option: (len(option.equations), option.weight))
        yield self._group(best.equations)
        for part in components(self._system, component - best.equations):
            joint = list(self._several(part))
            for group in self._chosen(fewest(part, [*self._inside(part), *joint]) or ()):
                yield from [group] if group.explanations else self._piecemeal(group.equations)

    def _blocked(self, component: Equations) -> Iterator[Group]:
        """Yield the equations that nothing explains with their neighbours, then the others."""
        hard = self._hard(component) or component
        cells = {id(cell) for index in hard for cell in self._system.members(index)}
        block = hard | {
            index
            for index in component
            if any(id(cell) in cells for cell in self._system.members(index))
        }
        cover = fewest(component - block, self._inside(component - block))
        yield Group(component if cover is None else block, ())
        yield from self._chosen(cover or ())
