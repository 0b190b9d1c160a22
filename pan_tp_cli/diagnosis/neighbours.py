"""Which violated equations hang together: by cells that they share, or by a sum between them."""

from collections.abc import Iterable, Sequence

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


def links(system: System, parts: Iterable[Equations]) -> Iterable[Equations]:
    """Return, for each sum that holds, the parts whose cells stand in it, as one."""
    found: dict[int, set[int]] = {}
    for equations in parts:
        for cell in (cell for index in equations for cell in system.members(index)):
            for index, _ in system.uses.get(id(cell), ()):
                if not system.residuals[index]:
                    found.setdefault(index, set()).update(equations)
    return map(frozenset, found.values())


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
