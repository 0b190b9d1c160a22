"""Totals of both versions: which of them followed what changed below."""

from typing import NamedTuple

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.equation import Number, is_zero, subtract
from pan_tp_cli.recompute import Recomputed


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

    def followed(self, change: CellChange) -> bool:
        """Tell whether a cell is a total of which its parts say all: it changed as they did."""
        shortfall = self.shortfall(change)
        return shortfall is not None and is_zero(shortfall)

    def holds(self, change: CellChange) -> bool:
        """Tell whether a cell is a total that is right now."""
        off = self.after.off(change.after) if change.after else None
        return off is not None and is_zero(off)

    def stale(self, change: CellChange) -> bool:
        """Tell whether a total is wrong now because it did not follow, or changed alone."""
        shortfall = self.shortfall(change)
        return shortfall is not None and not is_zero(shortfall) and not self.holds(change)
