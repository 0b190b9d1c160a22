"""Amounts of rows put back as they were, and with them the totals that had followed."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter

from pan_tp_cli.calculation import Relation
from pan_tp_cli.diff.web import Key, Web
from pan_tp_cli.equation import expected
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.standing import canonical
from pan_tp_cli.table import Cell


class Undoing:
    """The later version as it would be with some of its rows as they were before.

    `moved` holds, for each amount that this touches, how much more it should be than now.
    """

    def __init__(self, web: Web, leaves: Iterable[Key]) -> None:
        self._web = web
        self._leaves = tuple(leaves)
        self._after = web.totals.after
        self.moved: dict[Key, int] = {}
        for key in self._leaves:
            old, new = web.amounts(key)
            self.moved[key] = (old or 0) - (new or 0)
        self._above = tuple(self._totals())

    def _totals(self) -> Iterator[Key]:
        """Yield the totals above the leaves, each behind those that it is made of."""
        waiting, found = list(self._leaves), set(self._leaves)
        while waiting:
            fresh = self._web.wholes.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        sums = {key: self._web.sums[key] for key in found if key in self._web.sums}
        graph = {key: found.intersection(*parts[:1]) for key, parts in sums.items()}
        for key in TopologicalSorter(graph).static_order():
            if key in graph:
                if isinstance(self._web.right(key), int):
                    self.moved[key] = sum(self.moved.get(part, 0) for part in graph[key])
                yield key

    def undone(self, staying: Mapping[Key, int]) -> Iterator[tuple[Key, Value]]:
        """Yield the leaves with their old values, then the totals that have to follow, with theirs.

        `staying` are totals that had not followed, and by how much they are to change even so.
        An old fault stays in its total.
        """
        for key in self._leaves:
            yield key, self._web.changes[key].old
        for key in self._above:
            change = self._web.changes[key]
            wanted = self._wanted(key, staying)
            if wanted is not None and canonical(wanted) != canonical(change.new):
                yield key, wanted

    def _wanted(self, key: Key, staying: Mapping[Key, int]) -> Value:
        """Return what a total should print; None where that is not known, or nothing."""
        right = self._right(key)
        if right is None:
            return None
        if canonical(right) == canonical(self._web.right_before(key)):
            return self._web.changes[key].old
        printed = self._web.amounts(key)[1]
        if isinstance(right, int) and printed is not None:
            by = staying.get(key, self.moved[key])
            return printed + by if by else None
        follows = key not in staying and self._web.totals.holds(self._web.changes[key])
        return right if follows else None

    def _right(self, key: Key) -> int | Percent | None:
        """Return what a total should say by the rows put back; None where that is not known."""
        right, cell = self._web.right(key), self._web.changes[key].after
        if isinstance(right, int):
            return right + self.moved[key]
        if cell is None:
            return None
        equation = self._after.targets[cell.place][0]
        terms = tuple(term._replace(value=self._value(term)) for term in equation.terms)
        share = equation.relation is Relation.SHARE
        return expected(equation._replace(terms=terms)) if share else None

    def _value(self, cell: Cell) -> Value:
        """Return what a part of a share should say."""
        value = self._after.values.get(cell.place, cell.value)
        moved = self.moved.get(self._web.keys.get(cell.place, -1), 0)
        return value + moved if isinstance(value, int) else value
