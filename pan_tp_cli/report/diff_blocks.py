"""The changes of a comparison as people read them: all those of one node together."""

from collections import Counter
from collections.abc import Container, Iterator
from typing import NamedTuple

from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Node


class Block(NamedTuple):
    """The changes of one node; `along` counts the rows below that go with the first of them."""

    pair: Pair
    changes: tuple[Change, ...]
    along: int = 0

    @property
    def weight(self) -> Weight:
        """Return the weight of the heaviest change."""
        return min((change.weight for change in self.changes), key=lambda each: each.rank)


def blocks(diff: Diff) -> Iterator[Block]:
    """Yield the changes of each node, in the order of the later version.

    What only goes along with the heading above is counted there.
    """
    shown: dict[int, tuple[Pair, list[Change]]] = {}
    for change in diff.changes:
        if not change.along:
            shown.setdefault(id(change.pair.node), (change.pair, []))[1].append(change)
    with_heading = (change for change in diff.changes if change.along)
    along = Counter(_heading(change, shown) for change in with_heading)
    for node, (pair, changes) in shown.items():
        yield Block(pair, tuple(changes), along[node])


def _heading(change: Change, shown: Container[int]) -> int:
    """Return the nearest heading that has changes of its own, by its identity."""
    node: Node | None = change.pair.node
    while node and id(node) not in shown:
        node = node.parent
    return id(node)
