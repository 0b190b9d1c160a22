"""What changed between the nodes of a pair, and how much it weighs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pan_tp_cli.diff import of_totals
from pan_tp_cli.diff.aspect import Aspect, Weight, weight_of
from pan_tp_cli.diff.change import CellChange, Change
from pan_tp_cli.diff.followed import followed
from pan_tp_cli.diff.matching import Basis, Pair, Pairs
from pan_tp_cli.diff.moved_money import with_money
from pan_tp_cli.diff.node import HEADINGS, Fact, Node, NodeKind, in_table
from pan_tp_cli.diff.structures import structures
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.message import Message
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.standing import canonical
from pan_tp_cli.text import Text, one_line
from pan_tp_cli.wording import squeezed

TYPOGRAPHY: Final = Text(
    "seule la typographie change (majuscules, accents, espaces, ponctuation)",
    "the typography alone changes (case, accents, spaces, punctuation)",
)
UNLIKE: Final = 0.5
"""Wordings less alike than this say different things: half of their letters are others."""
OTHER_ROW: Final = Text(
    "les deux libellés ne se ressemblent qu'à {likeness} : le code est peut-être repris pour autre "
    "chose",
    "the two wordings are only {likeness} alike: the code may be used again for something else",
)
NUMBERS: Final = Text("un nombre y change", "a number in it changes")
QUANTITY_STAYS: Final = Text(
    "un nombre y change, mais la quantité reste {quantity}",
    "a number in it changes, but the quantity stays {quantity}",
)
OTHER_YEARS: Final = Text(
    "d'une année à l'autre, le total reste le même", "from year to year, the total stays the same"
)
BLANKS: Final = Text(
    "une cellule vide compte pour 0 : les montants restent les mêmes",
    "a blank cell counts as 0: the amounts stay the same",
)
REWRITTEN: Final = Text(
    "le total est écrit autrement : il dit la même chose",
    "the total is written otherwise: it says the same",
)
PRINTED: Final = Text(
    "le total n'était pas imprimé, et il est juste", "the total was not printed, and it is right"
)
NOT_PRINTED: Final = Text("le total n'est plus imprimé", "the total is no longer printed")
COMPUTED: Final = HEADINGS | {NodeKind.GRAND_TOTAL, NodeKind.SUMMARY}
"""Kinds whose figures follow from others: what changes as it must is no change of theirs."""

_numbers = re.compile(r"\d+").findall


def changes(pairs: Pairs, totals: Totals) -> Iterator[Change]:
    """Yield every change, in the order of the later version; the order of rows is none."""
    for pair in pairs.all:
        yield from _Judge(pair, pairs, totals).changes()


class _Judge:
    """One pair, of which it says what changed."""

    def __init__(self, pair: Pair, pairs: Pairs, totals: Totals) -> None:
        self._pair = pair
        self._pairs = pairs
        self._totals = totals

    def changes(self) -> Iterator[Change]:
        before, after = self._pair.before, self._pair.after
        if before and after:
            yield from self._place(before, after)
            yield from self._figures(after)
            yield from self._facts(before, after)
            yield from self._wording(before, after)
        else:
            yield self._one_sided()

    def _one_sided(self) -> Change:
        """Return that the node was added or removed, alone or with the heading above it."""
        above = next((pair for pair in self._pairs.above(self._pair) if pair), None)
        along = above is not None and (above.before is None) == (self._pair.before is None)
        along = along and above is not None and None in above[:2]
        aspect = Aspect.REMOVED if self._pair.before else Aspect.ADDED
        cells = tuple(cell_changes(self._pair, every=True))
        weight = Weight.BREAKING if self._holds_money(cells) else weight_of(aspect)
        return Change(self._pair, aspect, weight, cells=cells, along=along)

    def _holds_money(self, cells: Iterable[CellChange]) -> bool:
        """Tell whether a row, or a heading without any, holds money that no other row does."""
        row = self._pair.node.kind is NodeKind.ACTIVITY or self._pair.node.kind in HEADINGS
        money = (cell for cell in cells if cell.old or cell.new)
        return row and not all(self._totals.computes(cell) for cell in money)

    def _place(self, before: Node, after: Node) -> Iterator[Change]:
        """Yield that the node stands in another heading, or has another code."""
        old, new = self._pairs.above(self._pair)
        if old is not new and before.parent and after.parent:
            moved = self._change(Aspect.MOVED, before.parent.code, after.parent.code)
            yield moved._replace(remarks=with_money(after))
        if before.code != after.code:
            change = self._change(Aspect.RENUMBERED, before.code, after.code)
            yield change._replace(along=old is new and _follows(before, after))

    def _figures(self, after: Node) -> Iterator[Change]:
        cells = tuple(cell_changes(self._pair))
        if after.kind in COMPUTED:
            cells = tuple(cell for cell in cells if not self._totals.follows(cell))
        cells = tuple(cell._replace(due=self._totals.due(cell)) for cell in cells)
        if cells:
            targets = after.kind is NodeKind.INDICATOR
            yield self._moved_figures(Aspect.TARGETS if targets else Aspect.BUDGET, cells)

    def _moved_figures(self, aspect: Aspect, cells: tuple[CellChange, ...]) -> Change:
        """Return that figures changed, and what is to be said of it.

        It weighs what those weigh that hold another amount than before.
        """
        printed = [cell for cell in cells if self._totals.in_one_version(cell)]
        others = [cell for cell in cells if cell not in printed]
        written = [cell for cell in others if _same_amount(cell) or self._totals.rewritten(cell)]
        moved = tuple(cell for cell in others if cell not in written)
        weight = Weight.ATTENTION if printed else Weight.INFO
        if moved:
            weight = Weight.ATTENTION if _shifted(moved) else weight_of(aspect)
        remarks = (*_rewritten(written, moved), *_printed(printed), *self._followed(moved))
        return self._change(aspect)._replace(cells=cells, weight=weight, remarks=remarks)

    def _followed(self, cells: tuple[CellChange, ...]) -> Iterator[Message]:
        """Yield what is to be said of amounts that hold another figure than before."""
        if _shifted(cells):
            yield Message(OTHER_YEARS)
        yield from followed(cells)
        yield from of_totals.left(self._pair, cells, self._totals)

    def _facts(self, before: Node, after: Node) -> Iterator[Change]:
        for aspect, new in after.facts.items():
            old = before.facts.get(aspect, "")
            if aspect is Aspect.INDICATORS and isinstance(old, tuple):
                old = tuple(self._pairs.renamed.get(code, code) for code in old)
            if _told(old) != _told(new):
                yield self._change(aspect, old, new)
        yield from structures(self._pair, before, after)

    def _wording(self, before: Node, after: Node) -> Iterator[Change]:
        old, new = before.label, after.label
        if one_line(old) == one_line(new):
            return
        change = self._change(Aspect.REWORDED, old, new)
        if squeezed(old) == squeezed(new):
            yield change._replace(remarks=(Message(TYPOGRAPHY),))
        elif self._pair.basis is Basis.CODE and self._pair.likeness < UNLIKE:
            alike = Percent(int(100 * self._pair.likeness))
            remark = Message(OTHER_ROW, {"likeness": alike})
            yield change._replace(weight=Weight.BREAKING, remarks=(remark,))
        elif _numbers(old) != _numbers(new):
            remark = _numbers_changed(before, after)
            yield change._replace(weight=Weight.ATTENTION, remarks=(remark,))
        else:
            yield change

    def _change(self, aspect: Aspect, old: Fact = "", new: Fact = "") -> Change:
        return Change(self._pair, aspect, weight_of(aspect), old, new)


def _numbers_changed(before: Node, after: Node) -> Message:
    """Return that a number of a wording changed and, where that is so, its quantity did not."""
    quantity = after.facts.get(Aspect.QUANTITY)
    said = [_numbers(node.label) for node in (before, after)]
    left = quantity and quantity == before.facts.get(Aspect.QUANTITY)
    if left and quantity in said[0] and quantity not in said[1]:
        return Message(QUANTITY_STAYS, {"quantity": quantity})
    return Message(NUMBERS)


def cell_changes(pair: Pair, *, every: bool = False) -> Iterator[CellChange]:
    """Yield the cells of a pair that differ, or `every` one, in the order of the table."""
    before = pair.before.cells if pair.before else {}
    after = pair.after.cells if pair.after else {}
    columns = sorted(before.keys() | after.keys(), key=in_table)
    for column in columns:
        change = CellChange(column, before.get(column), after.get(column))
        differs = canonical(change.old) != canonical(change.new)
        if every or (differs and not _new_and_empty(change)):
            yield change


def _new_and_empty(change: CellChange) -> bool:
    """Tell whether a cell without money is printed in one version alone: a year more or less."""
    return None in (change.before, change.after) and amount(change.old) == amount(change.new) == 0


def _rewritten(written: Sequence[CellChange], moved: Sequence[CellChange]) -> Iterator[Message]:
    """Yield that figures are written otherwise, where no amount moved beside them."""
    if written and not moved:
        blank = all(map(_same_amount, written))
        yield Message(BLANKS if blank else REWRITTEN)


def _printed(totals: Sequence[CellChange]) -> Iterator[Message]:
    """Yield that totals are printed in one version alone."""
    if any(cell.after for cell in totals):
        yield Message(PRINTED)
    if any(cell.before for cell in totals):
        yield Message(NOT_PRINTED)


def _same_amount(change: CellChange) -> bool:
    """Tell whether a change is one of writing: blank for 0, or the other way round."""
    return amount(change.old) == amount(change.new)


def amount(value: Value) -> object:
    """Return what a cell counts for: 0 where it is blank."""
    return 0 if value is None else canonical(value)


def _shifted(cells: tuple[CellChange, ...]) -> bool:
    """Tell whether amounts went from years to others, and nothing else changed."""
    sides = ([amount(cell.old) for cell in cells], [amount(cell.new) for cell in cells])
    amounts = [[each for each in side if isinstance(each, int)] for side in sides]
    in_years = all(cell.column.isdecimal() for cell in cells)
    whole = bool(cells) and all(len(side) == len(cells) for side in amounts)
    return in_years and whole and sum(amounts[0]) == sum(amounts[1])


def _told(fact: Fact) -> object:
    """Return what a fact says: the order of several does not matter, nor do line ends."""
    return one_line(fact) if isinstance(fact, str) else sorted(map(one_line, fact))


def _follows(before: Node, after: Node) -> bool:
    """Tell whether a code changed just as that of the heading above: it holds it, and no more."""
    if not before.parent or not after.parent or before.parent.code == after.parent.code:
        return False
    old, new = before.parent.code, after.parent.code
    return any(
        before.code[start:].startswith(old)
        and before.code[:start] + new + before.code[start + len(old) :] == after.code
        for start in range(len(before.code))
    )
