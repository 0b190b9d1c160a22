"""What reports of a comparison compute: differences, the grand total, where nodes stand."""

from typing import Final

from pan_tp_cli.checked import Checked
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import CellChange, Diff, Line
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.money import amounts_of
from pan_tp_cli.diff.node import HEADINGS, Node, NodeKind, nodes
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Percent, Unreadable, Value
from pan_tp_cli.place import Location, Role, Route
from pan_tp_cli.project import Project

BUDGETED: Final = HEADINGS | {NodeKind.ACTIVITY}


def difference(change: CellChange) -> Value:
    """Return after - before, None where one of them is no number; a blank amount counts as 0."""
    old, new = _counted(change, change.old), _counted(change, change.new)
    if isinstance(old, Percent) and isinstance(new, Percent):
        decimals = max(old.decimals, new.decimals)
        return Percent(new.scaled(decimals) - old.scaled(decimals), decimals)
    return new - old if isinstance(old, int) and isinstance(new, int) else None


def _counted(change: CellChange, value: Value) -> Value:
    cell = change.after or change.before
    in_budget = cell is not None and cell.entry.role is Role.PLAN
    return 0 if value is None and in_budget else value


def growth_of(before: int | None, after: int | None) -> Percent | None:
    """Return by how many percent an amount grew, in tenths; None where there was nothing before."""
    if not before or after is None:
        return None
    return Percent(round(1000 * (after - before) / before), 1)


def grand_total(compared: Compared, diff: Diff) -> Line:
    """Return the total of the plan as printed or, where it is not, what its rows add up to."""
    wholes = (row.lines for row in diff.money if row.pair and row.pair.node.kind is NodeKind.PLAN)
    moved = [line for lines in wholes for line in lines if line.column == TOTAL]
    if moved:
        return moved[0]
    sides = [_Sums(side.project) for side in (compared.before, compared.after)]
    before, after = (side.announced() for side in sides)
    made = [side.made() for side in sides]
    known = None not in made
    return Line(TOTAL, before, after, made=(made[0] or 0, made[1] or 0) if known else None)


class _Sums:
    """The total of one version as it is announced, and as the rows make it."""

    def __init__(self, project: Project) -> None:
        figures, _ = project.grand_total
        self._figures = figures
        rows = [node for node in nodes(project) if node.kind in BUDGETED]
        above = {id(node.parent) for node in rows}
        self._rows = [node for node in rows if id(node) not in above]

    def announced(self) -> int | None:
        """Return what is printed or, where nothing is, what the rows make."""
        if self._figures and isinstance(self._figures.value, int):
            return self._figures.value
        return self._sum()

    def made(self) -> int | None:
        """Return what the rows make; None where there are none, or one cannot be read."""
        cells = (cell for row in self._rows for cell in row.cells.values())
        unread = any(isinstance(cell.value, Unreadable) for cell in cells)
        return None if unread else self._sum()

    def _sum(self) -> int | None:
        return sum(amounts_of(row)[TOTAL] for row in self._rows) if self._rows else None


def currency(compared: Compared) -> str | None:
    """Return the currency of both versions, as its ISO 4217 code; None where it is not one."""
    before, after = (side.project.currency for side in (compared.before, compared.after))
    return after if before == after else None


def location_of(pair: Pair, compared: Compared, route: Route = ()) -> Location:
    """Return where a node stands in the later version, or stood where it was removed."""
    side = compared.after if pair.after else compared.before
    return location(pair.node, side, route)


def location(node: Node, side: Checked, route: Route = ()) -> Location:
    """Return the span of a node with all that it holds, or of what a route leads to from there."""
    return side.documents[node.entry.role].location((*node.entry.route, *route))
