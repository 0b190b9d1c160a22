"""The changes of a comparison, node by node, the heaviest first."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import NodeKind
from pan_tp_cli.message import Message
from pan_tp_cli.report.diff_blocks import Block, blocks
from pan_tp_cli.report.diff_page.figures import Figure, figures
from pan_tp_cli.report.diff_page.gist import Gist, gist, in_all
from pan_tp_cli.report.diff_page.pieces import Pieces, plain, whole
from pan_tp_cli.report.diff_page.sides import sides
from pan_tp_cli.report.diff_words import (
    ASPECT,
    FROM_TO,
    aspect_name,
    likeness,
    node_name,
    run_codes,
    run_name,
    with_rows,
)
from pan_tp_cli.text import Lang, Text, one_line

SAID: Final = Text("{what} : {value}", "{what}: {value}")
REORDERED: Final = Text(
    "{node} : les lignes se suivent dans un autre ordre ; ce n'est pas compté comme un changement",
    "{node}: the rows stand in another order; that is not counted as a change",
)


class ShownChange(NamedTuple):
    """One change: what it is about, what was said before and is said after, figures, remarks.

    `gist` is the same in one line, for formats that have no more than that; `cost` is what an
    activity that came or went costs in all, else "".
    """

    weight: Weight
    what: str
    before: Pieces
    after: Pieces
    figures: tuple[Figure, ...]
    gist: Gist
    remarks: tuple[str, ...]
    cost: str = ""


class Named(NamedTuple):
    """A node by its name, and its wording as it is after."""

    name: str
    label: str


class Along(NamedTuple):
    """A row whose change goes along with its heading; `one_sided` tells that it came or went."""

    node: Named
    weight: Weight
    gist: Gist
    one_sided: bool


class ShownNode(NamedTuple):
    """A node with all its changes, and the rows below that go along with it.

    `weight` is that of the heaviest, be it of a row below.
    """

    name: str
    label: str
    weight: Weight
    changes: tuple[ShownChange, ...]
    remarks: tuple[str, ...]
    along: tuple[Along, ...] = ()


def nodes(diff: Diff, lang: Lang) -> tuple[ShownNode, ...]:
    """Return the nodes that changed, the heaviest changes first, else in the order of the plan."""
    shown = [_node(block, lang) for block in blocks(diff)]
    return tuple(sorted(shown, key=lambda node: node.weight.rank))


def named(pair: Pair, lang: Lang) -> Named:
    """Return what a node is called, and its wording."""
    return Named(node_name(pair.node).render(lang), one_line(pair.node.label))


def reordered(diff: Diff, lang: Lang) -> tuple[str, ...]:
    """Return, for each heading whose rows stand in another order, that they do."""
    return tuple(
        Message(REORDERED, {"node": node_name(pair.node)}).render(lang) for pair in diff.reordered
    )


def _node(block: Block, lang: Lang) -> ShownNode:
    if block.run:
        return _run(block, lang)
    said = [likeness(block.pair), _old_code(block)]
    said.append(with_rows(block.along) if block.along else None)
    return ShownNode(
        *named(block.pair, lang),
        block.weight,
        tuple(_change(change, lang) for change in block.changes),
        tuple(message.render(lang) for message in said if message),
        () if _is_file(block) else tuple(_along(change, lang) for change in block.below),
    )


def _is_file(block: Block) -> bool:
    """Tell whether a whole file came or went: nobody asks for its rows one by one."""
    whole_file = block.pair.node.kind in (NodeKind.PLAN, NodeKind.FRAMEWORK)
    return whole_file and None in block.pair[:2]


def _run(block: Block, lang: Lang) -> ShownNode:
    """Return rows one behind the other that were renumbered by as much, as one node."""
    least = likeness(min(block.run, key=lambda pair: pair.likeness))
    old, new = (whole(codes.render(lang), changed=True) for codes in run_codes(block.run))
    what = ASPECT[Aspect.RENUMBERED].get(lang)
    change = ShownChange(block.weight, what, old, new, (), Gist(what, plain(old), plain(new)), ())
    said = (least.render(lang),) if least else ()
    return ShownNode(run_name(block.run).render(lang), "", block.weight, (change,), said)


def _old_code(block: Block) -> Message | None:
    """Return the old code of a row that took its new one along with its heading."""
    before, after = block.pair[:2]
    told = any(change.aspect is Aspect.RENUMBERED for change in block.changes)
    if before is None or after is None or before.code == after.code or told:
        return None
    aspect = ASPECT[Aspect.RENUMBERED]
    return Message(FROM_TO, {"aspect": aspect, "old": before.code, "new": after.code})


def _along(change: Change, lang: Lang) -> Along:
    one_sided = None in change.pair[:2]
    shown = gist(change, sides(change, lang), lang)
    return Along(named(change.pair, lang), change.weight, shown, one_sided)


def _change(change: Change, lang: Lang) -> ShownChange:
    before, after = said = sides(change, lang)
    return ShownChange(
        change.weight,
        aspect_name(change).render(lang),
        before,
        after,
        figures(change.cells, lang),
        gist(change, said, lang),
        tuple(remark.render(lang) for remark in (*_held(change), *change.remarks)),
        _cost(change, lang),
    )


def _cost(change: Change, lang: Lang) -> str:
    node = change.pair.node
    one_sided = None in change.pair[:2]
    return in_all(node, lang) if one_sided and node.kind is NodeKind.ACTIVITY else ""


def _held(change: Change) -> Iterator[Message]:
    """Yield what a row that came or went holds besides its figures."""
    node = change.pair.node
    responsible = node.facts.get(Aspect.RESPONSIBLE)
    if None in change.pair[:2] and responsible:
        yield Message(SAID, {"what": ASPECT[Aspect.RESPONSIBLE], "value": responsible})
