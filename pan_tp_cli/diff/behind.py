"""Totals that stayed behind, in groups: those above the same rows together."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from pan_tp_cli.diff.node import HEADINGS
from pan_tp_cli.diff.web import NONE, Key, Parts, Web


class Group(NamedTuple):
    """Totals that stayed behind together.

    `roots` are the first ones, which no other total explains, and `totals` these and those above
    that did not follow because of them, as far as they are wrong now. `leaves` are the figures of
    rows that changed below.
    """

    roots: tuple[Key, ...]
    leaves: tuple[Key, ...]
    totals: tuple[Key, ...]

    def main(self, web: Web) -> tuple[Key, ...]:
        """Return the first totals: those of one heading, or else of one row."""
        wrong = [key for key in self.roots if key in self.totals] or self.totals
        headings = [key for key in wrong if web.pairs[key].node.kind in HEADINGS]
        first = (headings or wrong)[0]
        return tuple(key for key in wrong if web.pairs[key] is web.pairs[first])


def groups(web: Web) -> Iterator[Group]:
    """Yield all totals that are wrong because they did not follow, or changed alone."""
    short = web.short()
    stale = web.stale(short)
    first = sorted(key for key in short if not web.explaining(key, short))
    roots = [key for key in first if web.old_fault(key) is None or _matters(web, key, short)]
    below = {
        root: _at_issue(web, root, frozenset(web.changed_below(root, short))) for root in roots
    }
    for together in _together(web, below):
        leaves = frozenset().union(*(below[root] for root in together)) - web.parts.keys()
        above = sorted(_Above(web, together, short).lacking())
        totals = tuple(key for key in (*together, *above) if key in stale)
        if totals:
            yield Group(tuple(together), tuple(sorted(leaves)), totals)


def _matters(web: Web, root: Key, short: Parts) -> bool:
    """Tell whether totals above one with an old fault did not follow because of it."""
    above = _Above(web, (root,), short).lacking()
    return any(
        web.old_fault(key) is None and not web.totals.holds(web.changes[key]) for key in above
    )


def _at_issue(web: Web, root: Key, changed: Parts) -> Parts:
    """Return what changed below a total or, if one row alone is what it lacks, the cells of that.

    The total followed all other rows then.
    """
    leaves = changed - web.parts.keys()
    grown: dict[int, int] = {}
    moved: dict[int, int] = {}
    for key in leaves:
        old, new = (each or 0 for each in web.amounts(key))
        row = grown if old != new else moved
        row[id(web.pairs[key])] = row.get(id(web.pairs[key]), 0) + (new - old or new)
    short = web.shortfall(root)
    alone = [row for row, amount in grown.items() if amount == short]
    alone += [row for row, amount in moved.items() if short in (amount, -amount)]
    return frozenset(key for key in leaves if [id(web.pairs[key])] == alone) or changed


def _together(web: Web, below: Mapping[Key, Parts]) -> Iterator[list[Key]]:
    """Yield the totals that stayed behind the same rows together, and those of one row."""
    rows = {
        root: {id(web.pairs[key]) for key in (root, *changed)} for root, changed in below.items()
    }
    roots: dict[int, list[Key]] = {}
    for root, its_rows in rows.items():
        for row in its_rows:
            roots.setdefault(row, []).append(root)
    seen: set[Key] = set()
    for root in below:
        if root not in seen:
            group, waiting = {root}, [root]
            while waiting:
                beside = {other for row in rows[waiting.pop()] for other in roots.pop(row, ())}
                waiting += beside - group
                group |= beside
            seen |= group
            yield sorted(group)


class _Above:
    """The totals above the first ones of a group that are short because of them."""

    def __init__(self, web: Web, roots: Collection[Key], short: Parts) -> None:
        self._web = web
        self._roots = roots
        self._lack: dict[Key, bool | int] = {}
        self._parts: dict[Key, Parts] = dict.fromkeys(roots, NONE)
        waiting = list(roots)
        while waiting:
            part = waiting.pop()
            for key in (web.wholes.get(part, set()) & short) - self._parts.keys():
                found = next((each for each in web.explaining(key, short) if part in each), NONE)
                if found:
                    self._parts[key] = found
                    waiting.append(key)

    def lacking(self) -> Iterator[Key]:
        """Yield those that lack something because the first ones do.

        What these lack may cancel out: amounts that changed their year are no matter to the total
        of all years.
        """
        return (key for key in self._parts if key not in self._roots and self._lacks(key))

    def _lacks(self, key: Key) -> bool | int:
        """Return what a total lacks because the first ones do; True where that is no amount."""
        if key not in self._lack:
            short = self._web.shortfall(key)
            below = self._parts.keys() & self._parts[key]
            amounts = [self._lacks(part) for part in below]
            own = short if isinstance(short, int) else True
            summed = sum(amounts) if isinstance(short, int) else any(amounts)
            self._lack[key] = own if key in self._roots else summed
        return self._lack[key]
