"""What came of a comparison: changes with their weight, money moved, totals left behind."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.course import Course, Due, course
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Fact
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.money import Value
from pan_tp_cli.place import Place, Route
from pan_tp_cli.table import Cell


class CellChange(NamedTuple):
    """A cell before and after; None where the row, or the column of it, is not there.

    `due` is what a total should say, where it did not change just as what it is made of.
    """

    column: str
    before: Cell | None
    after: Cell | None
    due: Due | None = None

    @property
    def old(self) -> Value:
        """Return what was printed."""
        return self.before.value if self.before else None

    @property
    def new(self) -> Value:
        """Return what is printed now."""
        return self.after.value if self.after else None


class Change(NamedTuple):
    """One change of one node.

    `old` and `new` are what it said of the aspect: its wording, its code, the code of its heading,
    or a fact; `cells` are the figures that changed, or all those of a row added or removed.
    `along` tells that it goes with the same change of the heading above. `remarks` say more. `item`
    is the one of several that changed, and `route` leads to it, where it stands by itself.
    """

    pair: Pair
    aspect: Aspect
    weight: Weight
    old: Fact = ""
    new: Fact = ""
    cells: tuple[CellChange, ...] = ()
    along: bool = False
    remarks: tuple[Message, ...] = ()
    item: str = ""
    route: Route = ()

    @property
    def correction(self) -> bool:
        """Tell whether totals were put right, and nothing else changed."""
        dues = [cell.due for cell in self.cells]
        return bool(dues) and all(due and due.course is Course.CAUGHT_UP for due in dues)


class Line(NamedTuple):
    """A column of a row of the table of money, in whole units of the currency.

    `before` and `after` are as printed, or else what the rows below add up to; None where there
    is no such row. `owed` is what the rows below make of it where the printed figure did not
    follow them, else None. `made` is what the rows below add up to, before and after; None where
    that is not known.
    """

    column: str
    before: int | None
    after: int | None
    owed: int | None = None
    older: int = 0
    made: tuple[int, int] | None = None

    @property
    def course(self) -> Course:
        """Return how the printed figure went along with the rows below."""
        if self.made is None:
            return Course.TOGETHER
        even = self.made[1] - self.made[0] == self.difference
        return course((self.before or 0, self.after or 0), self.made, even=even)

    @property
    def apart(self) -> bool:
        """Tell whether the rows below add up to anything but what is printed, before or after."""
        return self.made is not None and self.made != (self.before or 0, self.after or 0)

    @property
    def short(self) -> int:
        """Return by how much less the printed figure changed than the rows below, 0 if it did not.

        What it was short of already in the earlier version, `older`, is no part of that.
        """
        return 0 if self.owed is None else self.owed - (self.after or 0) - self.older

    @property
    def difference(self) -> int:
        """Return after - before."""
        return (self.after or 0) - (self.before or 0)


class MoneyRow(NamedTuple):
    """A heading, or the plan as a whole (None), with the columns in which money moved."""

    pair: Pair | None
    lines: tuple[Line, ...]


class Transfer(NamedTuple):
    """Money that left rows and appears in others, by column, `total` in all.

    Several rows on a side are alternatives: the same amount left, or appears in, each of them; but
    where they are `joint` they make up the amount together.
    `same_years` tells that the amounts agree in every year, and not in total only.
    """

    sources: tuple[Pair, ...]
    sinks: tuple[Pair, ...]
    amounts: Mapping[str, int]
    total: int
    same_years: bool
    joint: bool = False


class Stale(NamedTuple):
    """Totals that did not follow a change below, or that changed alone, as one finding.

    `leaves` are the figures that changed below them, none where the totals changed alone.
    """

    finding: Finding
    leaves: tuple[tuple[Pair, CellChange], ...]
    totals: tuple[tuple[Pair, CellChange], ...]


class Diff(NamedTuple):
    """Two versions compared; `reordered` are headings whose rows stand in another order.

    `renamed` are new codes by role of the file and old code, where they changed. `pairs` are all
    nodes of both versions, in the order of the later one; `touched` are the cells of the earlier
    one that say something else now, or whose parts do.
    """

    changes: tuple[Change, ...]
    reordered: tuple[Pair, ...]
    money: tuple[MoneyRow, ...]
    transfers: tuple[Transfer, ...]
    stale: tuple[Stale, ...]
    renamed: Mapping[tuple[str, str], str]
    pairs: tuple[Pair, ...] = ()
    touched: Container[Place] = frozenset()

    def left_behind(self) -> int:
        """Return how many totals did not follow, or changed alone."""
        return len({change.after for stale in self.stale for _, change in stale.totals})

    def count(self, weight: Weight) -> int:
        """Return how many changes have a weight."""
        return sum(change.weight is weight for change in self.changes)
