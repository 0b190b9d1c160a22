"""Totals that stayed behind, in groups: those above the same rows together."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from pan_tp_cli.diff.node import HEADINGS
from pan_tp_cli.diff.web import NONE, Key, Parts, Web


class Group(NamedTuple):
    """Totals that stayed behind together.

    `roots` are the first ones, which no other stale total explains, and `totals` these and the
    stale ones that they are parts of. `leaves` are the figures of rows that changed below.
    """

    roots: tuple[Key, ...]
    leaves: tuple[Key, ...]
    totals: tuple[Key, ...]

    def main(self, web: Web) -> tuple[Key, ...]:
        """Return the first totals: those of one heading, or else of one row."""
        headings = [key for key in self.roots if web.pairs[key].node.kind in HEADINGS]
        first = (headings or self.roots)[0]
        return tuple(key for key in self.roots if web.pairs[key] is web.pairs[first])


def groups(web: Web) -> Iterator[Group]:
    """Yield all totals that are wrong because they did not follow, or changed alone."""
    stale = web.stale()
    roots = sorted(key for key in stale if not web.explained(key, stale))
    below = {root: frozenset(web.changed_below(root, stale)) for root in roots}
    for together in _together(web, below):
        leaves = frozenset().union(*(below[root] for root in together)) - web.parts.keys()
        others = stale.difference(roots).union(together)
        totals = (*together, *sorted(_Above(web, together, others).lacking()))
        yield Group(tuple(together), tuple(sorted(leaves)), totals)


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
    """The stale totals above the first ones of a group."""

    def __init__(self, web: Web, roots: Collection[Key], stale: Parts) -> None:
        self._web = web
        self._roots = roots
        self._lack: dict[Key, bool | int] = {}
        found, waiting = set(roots), list(roots)
        while waiting:
            above = (web.wholes.get(waiting.pop(), set()) & stale) - found
            found |= above
            waiting += above
        self._found = frozenset(found)

    def lacking(self) -> Iterator[Key]:
        """Yield those that lack something because the first ones do.

        What these lack may cancel out: amounts that changed their year are no matter to the total
        of all years.
        """
        return (key for key in self._found.difference(self._roots) if self._lacks(key))

    def _lacks(self, key: Key) -> bool | int:
        """Return what a total lacks because the first ones do; True where that is no amount."""
        if key not in self._lack:
            short = self._web.shortfall(key)
            parts = next((each & self._found for each in self._web.parts[key]
                          if each & self._found), NONE)  # fmt: skip
            amounts = [self._lacks(part) for part in parts - {key}]
            own = short if isinstance(short, int) else True
            summed = sum(amounts) if isinstance(short, int) else any(amounts)
            self._lack[key] = own if key in self._roots else summed
        return self._lack[key]
