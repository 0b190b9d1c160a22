"""What nodes hold, so that those that hold the same are known, and put in an order of their own."""

from collections.abc import Iterable, Iterator

from pan_tp_cli.diff.node import Node
from pan_tp_cli.numbering import key
from pan_tp_cli.standing import canonical

Order = tuple[object, ...]


class Contents:
    """What nodes hold, themselves and below them; it is looked at only where nodes are asked for.

    No rank of a row plays a part in it.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._below: dict[int, list[Node]] = {}
        self._known: dict[int, bytes] = {}
        for node in nodes:
            if node.parent:
                self._below.setdefault(id(node.parent), []).append(node)

    def of(self, node: Node) -> bytes:
        """Return the same for nodes that say the same and have the same below them."""
        if id(node) not in self._known:
            from hashlib import blake2b  # only where nodes have one code, or one wording

            below = sorted(self.of(each) for each in self._below.get(id(node), ()))
            digest = blake2b(repr(tuple(_said(node))).encode(), digest_size=16)
            for each in below:
                digest.update(each)
            self._known[id(node)] = digest.digest()
        return self._known[id(node)]

    def order(self, node: Node) -> Order:
        """Return what puts nodes in order: code, wording, amounts, then all else."""
        parts = tuple((len(part), part) for part in key(node.code))
        amounts = [cell.value for cell in node.cells.values() if isinstance(cell.value, int)]
        above = tuple((each.code, each.label) for each in _above(node))
        return parts, node.label, sum(amounts), self.of(node), above


def _said(node: Node) -> Iterator[object]:
    """Yield what a node says itself, each in the manner of all nodes."""
    yield from (node.kind.value, node.entry.role.value, node.code, node.label)
    cells = ((column, canonical(cell.value)) for column, cell in node.cells.items())
    yield sorted(cells, key=repr)
    yield sorted((aspect.value, repr(fact)) for aspect, fact in node.facts.items())


def _above(node: Node) -> Iterator[Node]:
    """Yield the nodes above a node, the nearest first."""
    above = node.parent
    while above:
        yield above
        above = above.parent
