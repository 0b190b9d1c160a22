"""One wrong cell: its equations, and no others, are violated, all asking for the same change."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.plausibility import Plausibility, in_table
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Footing
from pan_tp_cli.table import Cell


def wrong_cells(system: System, plausibility: Plausibility) -> Iterator[Explanation]:
    """Yield every cell that alone explains all the equations that it stands in."""
    seen: set[int] = set()
    for index in sorted(system.violated):
        for cell in system.members(index):
            if id(cell) in seen or id(cell) not in system.uses:
                continue
            seen.add(id(cell))
            delta = asked(system, index, cell)
            explained = system.explained({id(cell): delta})
            if explained is not None:
                right = system.units[id(cell)] + delta
                if right >= 0:
                    yield wrong_cell(cell, right, explained, plausibility)


def asked(system: System, index: int, cell: Cell) -> int:
    """Return the change of a cell that would make one of its equations hold."""
    return -system.residuals[index] * dict(system.uses[id(cell)])[index]


def wrong_cell(
    cell: Cell, right: int, explained: frozenset[int], plausibility: Plausibility
) -> Explanation:
    """Return the explanation that a cell should hold `right`, in units."""
    origin = plausibility.origin(cell, right, neighbours(plausibility.system, cell))
    weight = origin.weight + plausibility.gain([(cell, right)])
    return Explanation(origin.pattern, explained, ((cell, right),), weight, detail=origin.detail)


def neighbours(system: System, cell: Cell) -> list[Cell]:
    """Return the cells beside, above and below a cell."""
    row = sorted(system.rows[id(cell.entry)], key=in_table)
    found = _beside(row, cell)
    for index, sign in system.uses[id(cell)]:
        if sign < 0 and system.equations[index].footing is Footing.DOWN:
            place = system.positions(index)[id(cell)]
            terms = system.equations[index].terms
            found += [*terms[max(place - 1, 0) : place], *terms[place + 1 : place + 2]]
    return found


def _beside(line: Sequence[Cell], cell: Cell) -> list[Cell]:
    place = next(place for place, other in enumerate(line) if other is cell)
    return [*line[max(place - 1, 0) : place], *line[place + 1 : place + 2]]
