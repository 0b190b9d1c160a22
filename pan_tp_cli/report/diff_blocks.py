"""The changes of a comparison as people read them: all those of one node together."""

from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Node

_RANKS: Final = {aspect: rank for rank, aspect in enumerate(Aspect)}


class Block(NamedTuple):
    """The changes of one node; `below` are those of rows that go along with the first of them."""

    pair: Pair
    changes: tuple[Change, ...]
    below: tuple[Change, ...] = ()

    @property
    def along(self) -> int:
        """Return how many rows below go along."""
        return len(self.below)

    @property
    def weight(self) -> Weight:
        """Return the weight of the heaviest change, be it of a row that goes along."""
        every = (*self.changes, *self.below)
        return min((change.weight for change in every), key=lambda each: each.rank)


def blocks(diff: Diff) -> Iterator[Block]:
    """Yield the changes of each node, in the order of the later version and of their aspects.

    What only goes along with the heading above is kept there.
    """
    shown: dict[int, tuple[Pair, list[Change]]] = {}
    for change in diff.changes:
        if not change.along:
            shown.setdefault(id(change.pair.node), (change.pair, []))[1].append(change)
    below: dict[int, list[Change]] = {}
    for change in diff.changes:
        if change.along:
            below.setdefault(_heading(change, shown), []).append(change)
    for node, (pair, changes) in shown.items():
        ordered = sorted(changes, key=lambda change: _RANKS[change.aspect])
        yield Block(pair, tuple(ordered), tuple(below.get(node, ())))


def _heading(change: Change, shown: Container[int]) -> int:
    """Return the nearest heading above that has changes of its own, by its identity."""
    node: Node | None = change.pair.node.parent
    while node and id(node) not in shown:
        node = node.parent
    return id(node)
