"""The changes of a comparison as people read them: all those of one node together."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Node

_numbered = re.compile(r"(.*?)([0-9]{1,9})").fullmatch
_RANKS: Final = {aspect: rank for rank, aspect in enumerate(Aspect)}


class Block(NamedTuple):
    """The changes of one node; `below` are those of rows that go along with the first of them.

    `run` are the pairs of several nodes in a row that are renumbered by as much, this one first.
    """

    pair: Pair
    changes: tuple[Change, ...]
    below: tuple[Change, ...] = ()
    run: tuple[Pair, ...] = ()

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

    What only goes along with the heading above is kept there, and rows one behind the other that
    are renumbered by as much, and are else the same, are one block.
    """
    yield from _runs(_of_nodes(diff))


def _of_nodes(diff: Diff) -> Iterator[Block]:
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


def _runs(found: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, those of a run together."""
    run: list[Block] = []
    for block in found:
        if run and not _continues(run[-1], block):
            yield _together(run)
            run = []
        run.append(block)
    if run:
        yield _together(run)


def _together(run: Sequence[Block]) -> Block:
    pairs = tuple(block.pair for block in run)
    return run[0]._replace(run=pairs) if len(run) > 1 else run[0]


def _continues(block: Block, other: Block) -> bool:
    """Tell whether the rows of two blocks are neighbours that were renumbered by as much."""
    first, second = _shift(block), _shift(other)
    if first is None or second is None or _parents(block.pair) != _parents(other.pair):
        return False
    return all(
        ours[0] == theirs[0] and ours[1] + 1 == theirs[1]
        for ours, theirs in zip(first, second, strict=True)
    )


def _parents(pair: Pair) -> tuple[object, ...]:
    return pair.node.kind, *(id(node.parent) if node else None for node in pair[:2])


def _shift(block: Block) -> tuple[tuple[str, int], ...] | None:
    """Return old and new code, each as a beginning and a number; None where more changed."""
    aspects = [change.aspect for change in block.changes]
    if aspects != [Aspect.RENUMBERED] or block.below:
        return None
    found = [_numbered(node.code) for node in block.pair[:2] if node]
    return tuple((each[1], int(each[2])) for each in found if each)
