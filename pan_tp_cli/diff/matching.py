"""Which node of one version is which of the other: by code, and where that fails by wording."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import Final, NamedTuple

from pan_tp_cli.diff.content import Contents
from pan_tp_cli.diff.likeness import SIBLINGS, STRANGERS, best_matches, likeness
from pan_tp_cli.diff.node import Node, NodeKind
from pan_tp_cli.numbering import key
from pan_tp_cli.wording import squeezed

SAME: Final = 1.0


class Basis(Enum):
    """What a pair was made by; the values are those of the JSON report."""

    CODE = "code"
    WORDING = "wording"


class Pair(NamedTuple):
    """A node before and after; None where there is none.

    `likeness` is that of the wordings, from 0 to 1; `basis` is None for a node that was added or
    removed.
    """

    before: Node | None
    after: Node | None
    basis: Basis | None = None
    likeness: float = SAME

    @property
    def node(self) -> Node:
        """Return the node as it is after, or as it was where it was removed."""
        node = self.after or self.before
        if node is None:
            raise ValueError
        return node


class Pairs:
    """All pairs of two versions, in the order of the later one, and each by its nodes."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.all = tuple(pairs)
        self._of = {id(node): pair for pair in pairs for node in pair[:2] if node}

    def of(self, node: Node) -> Pair:
        """Return the pair of a node of either version."""
        return self._of[id(node)]

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The new ids of indicators, by their old ones, where they changed."""
        named = (pair for pair in self.all if pair.node.kind is NodeKind.INDICATOR)
        return {
            pair.before.code: pair.after.code
            for pair in named
            if pair.before and pair.after and pair.before.code != pair.after.code
        }

    def above(self, pair: Pair) -> tuple[Pair | None, Pair | None]:
        """Return the pairs of the nodes above, before and after; they differ for a moved node."""
        before = pair.before.parent if pair.before else None
        after = pair.after.parent if pair.after else None
        return (
            self.of(before) if before else None,
            self.of(after) if after else None,
        )


def pairs(before: Sequence[Node], after: Sequence[Node]) -> Pairs:
    """Pair the nodes of two versions; neither the order of rows nor that of sides matters."""
    matcher = _Matcher(Contents((*before, *after)))
    for kind in NodeKind:
        matcher.match(
            [node for node in before if node.kind is kind],
            [node for node in after if node.kind is kind],
        )
    return Pairs(matcher.in_order(before, after))


Identity = Callable[[Node], object]
Sides = tuple[list[Node], list[Node]]


class _Matcher:
    """Pairs found so far, kind by kind from the top down, the surest ways first."""

    def __init__(self, contents: Contents) -> None:
        self._of: dict[int, Pair] = {}
        self._contents = contents

    def match(self, before: Sequence[Node], after: Sequence[Node]) -> None:
        """Pair the nodes of one kind.

        The same wording outweighs the same code: where rows are added, the codes of those behind
        them often shift. A wording that both versions have once is one row wherever it stands.
        """
        heading = self._heading
        self._same(before, after, lambda node: (heading(node), _code(node), node.label))
        self._same(before, after, lambda node: (_code(node), node.label))
        self._same(before, after, lambda node: (heading(node), _code(node), _words(node)))
        self._same(before, after, lambda node: (heading(node), _words(node)))
        self._alone(before, after, _words)
        self._alike(before, after, SIBLINGS, heading)
        self._alike(before, after, STRANGERS, _code)
        self._alike(before, after, STRANGERS, lambda node: node.entry.role)
        self._same(before, after, lambda node: (heading(node), _code(node)))
        self._same(before, after, _code)

    def in_order(self, before: Sequence[Node], after: Sequence[Node]) -> list[Pair]:
        """Return all pairs as they stand after, those removed behind what they stood behind."""
        ranks = {node.key: rank for rank, node in enumerate(after)}
        placed = [((ranks[node.key], 0, 0), self._of_after(node)) for node in after]
        last = -1
        for rank, node in enumerate(before):
            pair = self._of.get(id(node))
            if pair and pair.after:
                last = ranks[pair.after.key]
            else:
                placed.append(((last, 1, rank), Pair(node, None)))
        return [pair for _, pair in sorted(placed, key=lambda each: each[0])]

    def _of_after(self, node: Node) -> Pair:
        return self._of.get(id(node)) or Pair(None, node)

    def _common(
        self, before: Iterable[Node], after: Iterable[Node], identity: Identity
    ) -> Iterator[Sides]:
        """Yield the nodes of both versions that have the same identity and are in no pair yet."""
        ours, theirs = (self._left(side, identity) for side in (before, after))
        for same, nodes in ours.items():
            if same in theirs:
                yield nodes, theirs[same]

    def _left(self, nodes: Iterable[Node], identity: Identity) -> Mapping[object, list[Node]]:
        """Return the nodes that are in no pair yet, by identity."""
        left: dict[object, list[Node]] = {}
        for node in nodes:
            if id(node) not in self._of:
                left.setdefault(identity(node), []).append(node)
        return left

    def _heading(self, node: Node) -> object:
        """Return what stands for the heading of a node, the same in both versions."""
        if node.parent is None:
            return None
        return id(self._of.get(id(node.parent), node.parent))

    def _same(self, before: Sequence[Node], after: Sequence[Node], identity: Identity) -> None:
        """Pair nodes of the same identity: of several, first those that hold the same."""
        for sides in self._common(before, after, identity):
            if any(len(side) > 1 for side in sides):
                for same in self._common(*sides, self._contents.of):
                    self._in_turn(same)
            self._in_turn(sides)

    def _in_turn(self, sides: Sides) -> None:
        """Pair the nodes of two sides that are in no pair yet, in an order of their own."""
        left = [[node for node in side if id(node) not in self._of] for side in sides]
        if any(len(side) > 1 for side in left):
            left = [sorted(side, key=self._contents.order) for side in left]
        for one, other in zip(*left, strict=False):
            same = _words(one) == _words(other)
            self._add(one, other, SAME if same else likeness(one.label, other.label))

    def _alone(self, before: Sequence[Node], after: Sequence[Node], identity: Identity) -> None:
        """Pair nodes that alone have their identity in both versions."""
        for ours, theirs in self._common(before, after, identity):
            if len(ours) == len(theirs) == 1:
                self._add(ours[0], theirs[0], SAME)

    def _alike(
        self, before: Sequence[Node], after: Sequence[Node], least: float, within: Identity
    ) -> None:
        """Pair nodes by the best likeness of their wordings, within groups.

        Whichever side is first, the same one is: equally good matches do not depend on it.
        """
        order = self._contents.order
        for sides in self._common(before, after, within):
            ours, theirs = (sorted(side, key=order) if len(side) > 1 else side for side in sides)
            if list(map(order, ours)) <= list(map(order, theirs)):
                for match in best_matches(ours, theirs, least):
                    self._add(*match)
            else:
                for match in best_matches(theirs, ours, least):
                    self._add(match.after, match.before, match.likeness)

    def _add(self, before: Node, after: Node, alike: float) -> None:
        basis = Basis.CODE if _code(before) == _code(after) else Basis.WORDING
        pair = Pair(before, after, basis, alike)
        self._of[id(before)] = self._of[id(after)] = pair


def _code(node: Node) -> object:
    return node.entry.role, key(node.code)


def _words(node: Node) -> object:
    """Return a wording by its letters and digits; a node without any has none in common."""
    return node.entry.role, squeezed(node.label) or id(node)
