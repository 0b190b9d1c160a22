"""Which violated equations hang together: by cells that they share, or by a sum between them."""

from collections.abc import Iterable, Iterator, Sequence

from pan_tp_cli.diagnosis.cover import Equations, groups
from pan_tp_cli.diagnosis.several import Group
from pan_tp_cli.diagnosis.system import System


def components(system: System, violated: Iterable[int]) -> list[Equations]:
    """Return violated equations in groups that share cells."""
    of_cell: dict[int, set[int]] = {}
    for index in violated:
        for cell in system.members(index):
            of_cell.setdefault(id(cell), set()).add(index)
    return groups(map(frozenset, of_cell.values()))


def neighbouring(system: System, parts: Sequence[Equations], count: int) -> Iterator[Equations]:
    """Yield the union of every `count` parts that hang together by cells, each once."""
    beside = _beside(system, parts)
    seen: set[frozenset[int]] = set()
    waiting = [frozenset((place,)) for place in range(len(parts))]
    while waiting:
        chosen = waiting.pop()
        if len(chosen) == count:
            yield frozenset().union(*(parts[place] for place in chosen))
            continue
        around = set().union(*(beside[each] for each in chosen)) - chosen
        wider = [chosen | {place} for place in sorted(around)]
        waiting += [each for each in wider if each not in seen]
        seen.update(wider)


def _beside(system: System, parts: Sequence[Equations]) -> list[set[int]]:
    """Return, for each part, the places of the parts that share cells with it, its own too."""
    of_cell: dict[int, list[int]] = {}
    for place, equations in enumerate(parts):
        for cell in {id(cell) for index in equations for cell in system.members(index)}:
            of_cell.setdefault(cell, []).append(place)
    beside: list[set[int]] = [set() for _ in parts]
    for places in of_cell.values():
        for place in places:
            beside[place].update(places)
    return beside


def links(system: System, parts: Iterable[Equations]) -> Iterable[Equations]:
    """Return the parts whose cells stand in a sum that holds, as one; the same parts once."""
    given = list(parts)
    found: dict[int, set[int]] = {}
    for place, equations in enumerate(given):
        for cell in (cell for index in equations for cell in system.members(index)):
            for index, _ in system.uses.get(id(cell), ()):
                if not system.residuals[index]:
                    found.setdefault(index, set()).add(place)
    linked = dict.fromkeys(map(frozenset, found.values()))
    return (frozenset().union(*(given[place] for place in places)) for places in linked)


def about(
    system: System, part: Equations, found: Sequence[Group], whole: Sequence[Equations]
) -> Equations:
    """Return the equations of all causes near a part: by cells, or over one sum that holds.

    `whole` are the components of all violated equations.
    """
    seen = part | _over_one_sum(system, part)
    near = seen.union(*(component for component in whole if component & seen))
    return near.union(*(group.equations for group in found if group.equations & near))


def _over_one_sum(system: System, part: Equations) -> Equations:
    """Return the violated equations of the cells of all sums that hold and touch a part."""
    touching = {
        index
        for own in part
        for cell in system.members(own)
        for index, _ in system.uses.get(id(cell), ())
        if not system.residuals[index]
    }
    return frozenset(
        index
        for sum_ in touching
        for cell in system.members(sum_)
        for index, _ in system.uses.get(id(cell), ())
        if system.residuals[index]
    )
