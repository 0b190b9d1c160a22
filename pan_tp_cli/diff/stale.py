"""Totals left behind: figures that changed while a total above did not, or the reverse."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pan_tp_cli.diff.change import CellChange, Stale
from pan_tp_cli.diff.matching import Pair, Pairs
from pan_tp_cli.diff.node import HEADINGS
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.diff.web import Key, Web
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.money import Value
from pan_tp_cli.place import Part
from pan_tp_cli.repair import Change, Pattern, Repair
from pan_tp_cli.repair_words import changes_in_words, in_words
from pan_tp_cli.rules.budget import totaux_perimes
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

ALONE: Final = Text(
    "des totaux ont changé sans que le niveau inférieur change d'autant ({changes})",
    "totals changed while the level below did not change by as much ({changes})",
)
TOTALS_BACK: Final = Text(
    "si le total a été changé par erreur : remettre ce que donnent les lignes",
    "if the total was changed by mistake: put back what the rows add up to",
)
ROW_TO_CHANGE: Final = Text(
    "si le total a été changé exprès : une ligne en dessous doit changer d'autant ({changes})",
    "if the total was changed on purpose: a row below is to change by as much ({changes})",
)
ROWS_BACK: Final = Text(
    "si le changement est une erreur : remettre les lignes comme elles étaient",
    "if the change is a mistake: put the rows back as they were",
)
NONE: Final[frozenset[Key]] = frozenset()
HALF: Final = 0.5
"""Which way out was decided no figure says: both are as likely."""


def stale_totals(pairs: Pairs, totals: Totals) -> Iterator[Stale]:
    """Yield what did not follow, one finding for all totals above the same rows."""
    web = Web(pairs, totals)
    stale = web.stale()
    roots = sorted(key for key in stale if not web.explained(key, stale))
    below = {root: frozenset(web.changed_below(root, stale)) for root in roots}
    for group in _groups(web, below):
        others = stale.difference(roots).union(group)
        yield _Group(web, others, {root: below[root] for root in group}).told()


def _groups(web: Web, below: Mapping[Key, frozenset[Key]]) -> Iterator[list[Key]]:
    """Yield the totals that stayed behind the same rows together, and those of one row."""
    groups: list[tuple[set[int], list[Key]]] = []
    for root, changed in below.items():
        rows = {id(web.pairs[key]) for key in (root, *changed)}
        same = [group for group in groups if group[0] & rows]
        groups = [group for group in groups if not group[0] & rows]
        merged = sorted([root, *(key for _, keys in same for key in keys)])
        groups.append((rows.union(*(each for each, _ in same)), merged))
    yield from (keys for _, keys in groups)


class _Group:
    """Totals that stayed behind together, with what changed below each."""

    def __init__(
        self, web: Web, stale: frozenset[Key], below: Mapping[Key, frozenset[Key]]
    ) -> None:
        self._web = web
        self._roots = sorted(below)
        self._changed = sorted(frozenset().union(*below.values()))
        self._totals = [*self._roots, *self._above(stale)]

    def told(self) -> Stale:
        """Return the group as one finding with both ways out."""
        leaves = [key for key in self._changed if key not in self._web.parts]
        finding = self._finding(Message(totaux_perimes.RULE.title, self._words(by_parts=True)))
        finding = finding._replace(repairs=(self._carried(), self._put_back()))
        if not self._changed:
            finding = self._finding(Message(ALONE, self._words(by_parts=False)))
            finding = finding._replace(repairs=(self._totals_back(), self._row_to_change()))
        return Stale(finding, self._cells(leaves), self._cells(self._totals))

    def _above(self, stale: frozenset[Key]) -> list[Key]:
        """Return the stale totals that the first ones are parts of, at any height.

        Not those in which what the first ones lack cancels out: amounts that changed their year
        are no matter to the total of all years.
        """
        found, waiting = set(self._roots), list(self._roots)
        while waiting:
            above = (self._web.wholes.get(waiting.pop(), set()) & stale) - found
            found |= above
            waiting += above
        lacking: dict[Key, bool | int] = {}
        above = found.difference(self._roots)
        return sorted(key for key in above if self._lack(key, frozenset(found), lacking))

    def _lack(self, key: Key, found: frozenset[Key], lacking: dict[Key, bool | int]) -> bool | int:
        """Return what a total lacks because the first ones do; True where that is no amount."""
        if key not in lacking:
            short = self._web.shortfall(key)
            parts = next((each & found for each in self._web.parts[key] if each & found), NONE)
            amounts = [self._lack(part, found, lacking) for part in parts - {key}]
            own = short if isinstance(short, int) else True
            summed = sum(amounts) if isinstance(short, int) else any(amounts)
            lacking[key] = own if key in self._roots else summed
        return lacking[key]

    def _cells(self, keys: Iterable[Key]) -> tuple[tuple[Pair, CellChange], ...]:
        return tuple((self._web.pairs[key], self._web.changes[key]) for key in keys)

    def _main(self) -> list[Key]:
        """Return the first totals of the group: those of one heading, or else of one row."""
        headings = [key for key in self._roots if self._web.pairs[key].node.kind in HEADINGS]
        first = (headings or self._roots)[0]
        return [key for key in self._roots if self._web.pairs[key] is self._web.pairs[first]]

    def _finding(self, message: Message) -> Finding:
        main = self._web.changes[self._main()[0]].after
        if main is None:
            raise ValueError
        cell = Cell(main.entry, None, None, main.steps[:-1])
        finding = totaux_perimes.RULE.at(cell)
        row = cell.place._replace(part=Part.KEY)
        place = row if cell.steps else main.place  # a row of tableau 1 has no key of its own
        return finding._replace(message=message, help=(), place=place, sure=False)

    def _words(self, *, by_parts: bool) -> dict[str, Shown]:
        """Return by how much the totals fell short of their parts, or changed alone."""
        amounts: dict[str, int] = {}
        for key in self._main():
            change, short = self._web.changes[key], self._web.shortfall(key)
            if isinstance(short, int):
                amounts[change.column] = short if by_parts else -short
        changes = changes_in_words(tuple(amounts), tuple(amounts.values()))
        columns = tuple(self._web.changes[key].column for key in self._main())
        return {"changes": changes or columns}

    def _carried(self) -> Repair:
        message = in_words(Pattern.STALE_TOTALS, None, self._words(by_parts=True))
        return self._repair(Pattern.STALE_TOTALS, message, self._right())

    def _put_back(self) -> Repair:
        changes = [self._web.changes[key] for key in self._changed]
        back = [
            _proposed(each, each.old) for each in changes if each.before and each.old != each.new
        ]
        whole = len(back) == len(changes) and None not in back
        message = in_words(Pattern.PUT_BACK, None, {}) if whole else Message(ROWS_BACK)
        return self._repair(Pattern.PUT_BACK, message, [each for each in back if each])

    def _totals_back(self) -> Repair:
        return self._repair(Pattern.PUT_BACK, Message(TOTALS_BACK), self._right())

    def _row_to_change(self) -> Repair:
        message = Message(ROW_TO_CHANGE, self._words(by_parts=False))
        return self._repair(Pattern.STALE_TOTALS, message, ())

    def _right(self) -> list[Change]:
        pairs = ((self._web.changes[key], self._web.right(key)) for key in self._totals)
        return [change for each, right in pairs if (change := _proposed(each, right))]

    def _repair(self, pattern: Pattern, message: Message, changes: Sequence[Change]) -> Repair:
        node = self._web.pairs[self._main()[0]].node.code
        return Repair(pattern, message, tuple(changes), HALF, node)


def _proposed(change: CellChange, right: Value) -> Change | None:
    cell = change.after
    if cell is None:
        return None
    return Change(cell.entry.node, cell.column, cell.place, cell.value, right)
