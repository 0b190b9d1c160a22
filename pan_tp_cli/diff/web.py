"""The figures of both versions at once: which are made of which, and what changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.changes import amount, cell_changes
from pan_tp_cli.diff.matching import Pair, Pairs
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.equation import Number, Outcome, evaluate, is_zero
from pan_tp_cli.money import Value
from pan_tp_cli.place import Place
from pan_tp_cli.recompute import Targets

Key = int
"""A cell in both versions: its rank in the order of the later one."""
Parts = frozenset[Key]
NONE: Final[Parts] = frozenset()


class Web:
    """Every cell of both tables, before and after, and the equations that it is a part of.

    `parts` holds, for each cell that is computed, the parts of each of its equations, `sums` those
    of the later version alone, and `wholes` for each part the cells that it is a part of. `keys`
    are the cells of the later version by their place.
    """

    def __init__(self, pairs: Pairs, totals: Totals) -> None:
        self.changes: list[CellChange] = []
        self.pairs: list[Pair] = []
        self.parts: dict[Key, list[Parts]] = {}
        self.wholes: dict[Key, set[Key]] = {}
        self.totals = totals
        self._moved: dict[Key, Parts] = {}
        for pair in pairs.all:
            for change in cell_changes(pair, every=True):
                self.changes.append(change)
                self.pairs.append(pair)
        self.keys = self._keys(1)
        self.sums = self._sums(totals.after.targets, self.keys)
        self._link(self._sums(totals.before.targets, self._keys(0)), self.sums)

    def _link(self, old: Mapping[Key, list[Parts]], new: Mapping[Key, list[Parts]]) -> None:
        for key in old.keys() | new.keys():
            before, after = old.get(key, ()), new.get(key, ())
            self.parts[key] = [*after, *(parts for parts in before if parts not in after)]
            self._moved[key] = _union(before) ^ _union(after) if before and after else NONE
            for part in _union(self.parts[key]):
                self.wholes.setdefault(part, set()).add(key)

    def _keys(self, side: int) -> Mapping[Place, Key]:
        """Return the cells of one version by their place."""
        cells = ((change.before, change.after)[side] for change in self.changes)
        return {cell.place: key for key, cell in enumerate(cells) if cell}

    def _sums(self, targets: Targets, keys: Mapping[Place, Key]) -> dict[Key, list[Parts]]:
        return {
            keys[place]: [
                frozenset(keys[term.place] for term in equation.terms if term.place in keys)
                for equation in targets[place]
            ]
            for place in targets.keys() & keys.keys()
        }

    def short(self) -> Parts:
        """Return the totals that did not change as what they are made of, wrong now or not."""
        return frozenset(key for key in self.parts if self.totals.is_short(self.changes[key]))

    def stale(self, short: Parts) -> Parts:
        """Return those that are wrong now: they did not follow, or changed alone.

        Not those that agree with parts that are at fault for another reason, nor those that were
        wrong before: these have an old fault, of which the findings tell.
        """
        wrong = (key for key in short if not self.totals.holds(self.changes[key]))
        found = {key for key in wrong if self.old_fault(key) is None}
        waiting = [key for key in found if self._agrees(key)]
        while waiting:
            key = waiting.pop()
            if key in found and not _union(self.parts[key]) & found - {key}:
                found.discard(key)
                above = (each for each in self.wholes.get(key, ()) if each in found)
                waiting += (each for each in above if self._agrees(each))
        return frozenset(found)

    def _agrees(self, key: Key) -> bool:
        """Tell whether a total agrees with its parts as printed, which are at fault then."""
        cell = self.changes[key].after
        if cell is None:
            return False
        if isinstance(cell.value, str):
            sums = [sum(self.amounts(part)[1] or 0 for part in parts) for parts in self.parts[key]]
            return any(self.amounts(key)[1] == each for each in sums)
        equations = self.totals.after.targets.get(cell.place, ())
        return all(evaluate(equation) is Outcome.HOLDS for equation in equations)

    def old_fault(self, key: Key) -> Number | None:
        """Return by how much a total that is wrong in both versions was too large before."""
        change = self.changes[key]
        off = self.totals.before.off(change.before) if change.before else None
        known = off is not None and not is_zero(off) and not self.totals.holds(change)
        return off if known else None

    def shortfall(self, key: Key) -> Number:
        """Return by how much less a total changed than what it is made of."""
        return self.totals.shortfall(self.changes[key]) or 0

    def explaining(self, key: Key, short: Parts) -> list[Parts]:
        """Return the short totals that a total is made of and is as short as, for each equation."""
        below = [parts & short for parts in self.parts[key]]
        return [parts for parts in below if self._explained(key, parts)]

    def _explained(self, key: Key, below: Parts) -> bool:
        shortfalls = [self.shortfall(each) for each in below]
        whole = [each for each in shortfalls if isinstance(each, int)]
        if isinstance(self.shortfall(key), int) and len(whole) == len(below):
            return bool(below) and sum(whole) == self.shortfall(key)
        return bool(below)

    def amounts(self, key: Key) -> tuple[int | None, int | None]:
        """Return the amounts that a cell printed and prints; None where it is none, or unread."""
        return self.totals.amounts(self.changes[key])

    def changed_below(self, key: Key, short: Parts) -> Iterator[Key]:
        """Yield the cells below a total that changed, came or went.

        Those below a sum that is short are told with it, but for those that a sum in between
        followed.
        """
        waiting, seen = [(key, short)], set()
        while waiting:
            whole, told = waiting.pop()
            moved = self._moved.get(whole, NONE)
            for part in _union(self.parts.get(whole, ())) - told:
                changed = self._changed(part, part in moved)
                step = part, NONE if changed and part in self.parts else told
                if step not in seen:
                    seen.add(step)
                    waiting.append(step)
                    if changed and part not in short:
                        yield part

    def _changed(self, key: Key, moved: bool) -> bool:
        """Tell whether a cell holds another amount, or an amount at all where its row moved."""
        old, new = (amount(value) for value in (self.changes[key].old, self.changes[key].new))
        return old != new or (moved and new != 0)

    def right(self, key: Key) -> Value:
        """Return what a total should say, by its leaves; None where that is not known."""
        cell = self.changes[key].after
        return self.totals.after.values.get(cell.place) if cell else None


def _union(parts: Iterable[Parts]) -> Parts:
    return frozenset().union(*parts)
