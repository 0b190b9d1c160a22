"""Findings that only the earlier version has: repaired, gone, no longer seen, or not checkable."""

from collections.abc import Container, Iterable, Iterator
from enum import Enum
from typing import Final

from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import HEADINGS, Node
from pan_tp_cli.finding import Finding
from pan_tp_cli.place import Place
from pan_tp_cli.standing import canonical
from pan_tp_cli.text import one_line

ACROSS: Final = ("croisement.", "structure.", "transcription.")
"""Families of rules that look at both tables, and find nothing where one of them is not there."""
CROSSING: Final = "croisement."


class Fate(Enum):
    """What became of a finding that the later version does not have."""

    REPAIRED = "repaired"
    """What it was about was changed."""
    GONE = "gone"
    """Its row went."""
    UNSEEN = "unseen"
    """Nothing that it was about was changed: something else keeps the check from seeing it."""
    UNCHECKED = "unchecked"
    """The file went that the check would need."""


class Departed:
    """Both versions, so far as they tell what became of a finding.

    `touched` are the cells of the earlier version that changed, or whose parts did.
    """

    def __init__(self, pairs: Iterable[Pair], touched: Container[Place]) -> None:
        self._pairs = tuple(pairs)
        self._touched = touched
        self._cells = {
            cell.place for pair in self._pairs if pair.before for cell in pair.before.cells.values()
        }
        kept = {pair.after.entry.role for pair in self._pairs if pair.after}
        self._lost = {pair.before.entry.role for pair in self._pairs if pair.before} - kept
        self._below: dict[int, list[Pair]] = {}
        self._coded: dict[str, list[Pair]] = {}
        for pair in self._pairs:
            for parent in {id(node.parent) for node in pair[:2] if node and node.parent}:
                self._below.setdefault(parent, []).append(pair)
            for code in {node.code for node in pair[:2] if node}:
                self._coded.setdefault(code, []).append(pair)

    def fate(self, finding: Finding, pair: Pair | None) -> Fate:
        """Return what became of a finding that stood at a node, or at none."""
        if finding.place.role in self._lost:
            return Fate.UNCHECKED
        if pair and pair.after is None:
            return Fate.GONE
        if self._changed(finding, pair):
            return Fate.REPAIRED
        across = finding.rule.startswith(ACROSS)
        return Fate.UNCHECKED if self._lost and across else Fate.UNSEEN

    def _changed(self, finding: Finding, pair: Pair | None) -> bool:
        """Tell whether anything that a finding was about changed."""
        places = (finding.place, *(each.place for each in finding.evidence))
        if any(place in self._touched for place in places):
            return True
        if pair is None:
            return True  # of the file as a whole: what it counts is all over it
        if finding.column and finding.rule.startswith(CROSSING):
            return any(self._column_changed(each, finding.column) for each in self._across(pair))
        return finding.place not in self._cells and self._node_changed(pair)

    def _node_changed(self, pair: Pair) -> bool:
        """Tell whether a node says something else, or another one does that has its code."""
        if pair.node.parent is None:
            return self._whole_changed(pair)
        same = [pair, *(each for each in self._coded.get(pair.node.code, ()) if _lasts(each))]
        beside = [each for above in _parents(pair) for each in self._below.get(id(above), ())]
        below = [each for node in pair[:2] for each in self._below.get(id(node), ())]
        return any(map(_says_other, same)) or any(map(_stands_other, (*beside, *below)))

    def _whole_changed(self, pair: Pair) -> bool:
        """Tell whether anything of a whole file changed."""
        role = pair.node.entry.role
        return any(
            _says_other(each) or _stands_other(each)
            for each in self._pairs
            if each.node.entry.role is role
        )

    def _across(self, pair: Pair) -> Iterator[Pair]:
        """Yield the nodes of the other table that a node is held against."""
        node = pair.node
        codes = {node.code, node.parent.code if node.parent else node.code}
        for each in (each for code in codes for each in self._coded.get(code, ())):
            if each.node.entry.role is not node.entry.role:
                yield each
                yield from self._below.get(id(each.node), ())

    def _column_changed(self, pair: Pair, column: str) -> bool:
        cells = [node.cells.get(column) if node else None for node in pair[:2]]
        old, new = (canonical(cell.value) if cell else None for cell in cells)
        return _lasts(pair) and old != new


def _parents(pair: Pair) -> Iterator[Node]:
    return (node.parent for node in pair[:2] if node and node.parent)


def _lasts(pair: Pair) -> bool:
    """Tell whether the later version has a node."""
    return pair.after is not None


def _stands_other(pair: Pair) -> bool:
    """Tell whether a node came, went, or stands elsewhere or under another code."""
    return pair.before is None or pair.after is None or pair.before.code != pair.after.code


def _says_other(pair: Pair) -> bool:
    """Tell whether a node says something else; the figures of a heading are matters of others."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        return True
    said = [(node.code, one_line(node.label), node.facts) for node in (before, after)]
    return said[0] != said[1] or (pair.node.kind not in HEADINGS and _figures_differ(before, after))


def _figures_differ(before: Node, after: Node) -> bool:
    old, new = (
        {column: canonical(cell.value) for column, cell in node.cells.items()}
        for node in (before, after)
    )
    return old != new
