"""Totals of both versions: which of them followed what changed below."""

from typing import NamedTuple

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.course import Due, course
from pan_tp_cli.equation import Number, is_zero, subtract
from pan_tp_cli.money import Percent
from pan_tp_cli.recompute import Recomputed
from pan_tp_cli.standing import canonical
from pan_tp_cli.table import Cell


class Totals(NamedTuple):
    """What the leaves of both versions make of their totals."""

    before: Recomputed
    after: Recomputed

    def shortfall(self, change: CellChange) -> Number | None:
        """Return by how much less a total changed than what it is made of; None where unknown.

        A total that was wrong before, and is by as much after, followed: its shortfall is 0.
        """
        old = self.before.off(change.before) if change.before else None
        new = self.after.off(change.after) if change.after else None
        return None if old is None or new is None else subtract(old, new)

    def amounts(self, change: CellChange) -> tuple[int | None, int | None]:
        """Return the amounts that a cell printed and prints, in figures or in words.

        A blank cell counts as 0; None where no amount can be read.
        """
        return _amount(self.before, change.before), _amount(self.after, change.after)

    def followed(self, change: CellChange) -> bool:
        """Tell whether a cell is a total of which its parts say all: it changed as they did."""
        shortfall = self.shortfall(change)
        return shortfall is not None and is_zero(shortfall)

    def follows(self, change: CellChange) -> bool:
        """Tell whether a cell changed because what it is made of did, and just as much.

        A total that is only written otherwise (in other words, more precisely) did not.
        """
        return self.followed(change) and not self.rewritten(change)

    def rewritten(self, change: CellChange) -> bool:
        """Tell whether a total says what it said, or follows, in another manner than before."""
        if not self.followed(change) or not change.before or not change.after:
            return False
        old, new = (
            (side.values.get(cell.place), cell.value)
            for side, cell in ((self.before, change.before), (self.after, change.after))
        )
        return canonical(old[0]) == canonical(new[0]) or _decimals(old[1]) != _decimals(new[1])

    def in_one_version(self, change: CellChange) -> bool:
        """Tell whether a total is printed in one version alone, and is right there."""
        sides = ((self.before, change.before), (self.after, change.after))
        printed = [(side, cell) for side, cell in sides if cell]
        return len(printed) == 1 and _is_right(*printed[0])

    def computes(self, change: CellChange) -> bool:
        """Tell whether a cell is a total, in either version."""
        sides = ((self.before, change.before), (self.after, change.after))
        return any(cell and cell.place in side.targets for side, cell in sides)

    def holds(self, change: CellChange) -> bool:
        """Tell whether a cell is a total that is right now."""
        return change.after is not None and _is_right(self.after, change.after)

    def is_short(self, change: CellChange) -> bool:
        """Tell whether a total changed by less, or more, than what it is made of."""
        shortfall = self.shortfall(change)
        return shortfall is not None and not is_zero(shortfall)

    def due(self, change: CellChange) -> Due | None:
        """Return what a total should say, unless it changed just as what it is made of."""
        if not change.before or not change.after or not self.is_short(change):
            return None
        made = self.before.values[change.before.place], self.after.values[change.after.place]
        canon = canonical(made[0]), canonical(made[1])
        printed = None, canon[1] if self.holds(change) else None
        return Due(*made, course(printed, canon, even=False))

    def stale(self, change: CellChange) -> bool:
        """Tell whether a total is wrong now because it did not follow, or changed alone."""
        return self.is_short(change) and not self.holds(change)


def _amount(side: Recomputed, cell: Cell | None) -> int | None:
    if cell is None or cell.value is None:
        return 0
    right, off = side.values.get(cell.place), side.off(cell)
    if isinstance(right, int) and isinstance(off, int):
        return right + off
    return cell.value if isinstance(cell.value, int) else None


def _is_right(side: Recomputed, cell: Cell) -> bool:
    off = side.off(cell)
    return off is not None and is_zero(off)


def _decimals(value: object) -> int | None:
    return value.decimals if isinstance(value, Percent) else None
