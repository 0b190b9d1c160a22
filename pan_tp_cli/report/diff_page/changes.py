"""The changes of a comparison, node by node, the heaviest first."""

from typing import Final, NamedTuple

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Fact
from pan_tp_cli.message import Message
from pan_tp_cli.report.diff_blocks import Block, blocks
from pan_tp_cli.report.diff_page.figures import Figure, figures
from pan_tp_cli.report.diff_page.gist import Gist, gist
from pan_tp_cli.report.diff_page.pieces import Pieces, compared, whole
from pan_tp_cli.report.diff_words import ASPECT, NOTHING, likeness, node_name, with_rows
from pan_tp_cli.text import Lang, Text, one_line

GONE: Final = Text("en moins : {items}", "gone: {items}")
NEW: Final = Text("en plus : {items}", "new: {items}")
REORDERED: Final = Text(
    "{node} : les lignes se suivent dans un autre ordre ; ce n'est pas compté comme un changement",
    "{node}: the rows stand in another order; that is not counted as a change",
)


class ShownChange(NamedTuple):
    """One change: what it is about, what was said before and is said after, figures, remarks.

    `gist` is the same in one line, for formats that have no more than that.
    """

    weight: Weight
    what: str
    before: Pieces
    after: Pieces
    figures: tuple[Figure, ...]
    gist: Gist
    remarks: tuple[str, ...]


class ShownNode(NamedTuple):
    """A node with all its changes; `weight` is that of the heaviest."""

    name: str
    label: str
    weight: Weight
    changes: tuple[ShownChange, ...]
    remarks: tuple[str, ...]


class Named(NamedTuple):
    """A node by its name, and its wording as it is after."""

    name: str
    label: str


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
    said = [likeness(block.pair), with_rows(block.along) if block.along else None]
    remarks = tuple(message.render(lang) for message in said if message)
    changes = tuple(_change(change, lang) for change in block.changes)
    return ShownNode(*named(block.pair, lang), block.weight, changes, remarks)


def _change(change: Change, lang: Lang) -> ShownChange:
    before, after = _sides(change, lang)
    shown = figures(change.cells, lang)
    remarks = tuple(remark.render(lang) for remark in change.remarks)
    return ShownChange(
        change.weight,
        ASPECT[change.aspect].get(lang),
        before,
        after,
        shown,
        gist(change, (before, after), lang),
        remarks,
    )


def _sides(change: Change, lang: Lang) -> tuple[Pieces, Pieces]:
    """Return what a change says of its aspect, before and after; nothing where it has figures."""
    old, new = change.old, change.new
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _items(GONE, old, new, lang), _items(NEW, new, old, lang)
    if change.aspect in (Aspect.REWORDED, Aspect.NOTE):
        return compared(one_line(old), one_line(new))
    if not old and not new:
        return (), ()
    nothing = whole(NOTHING.get(lang))
    before, after = (whole(one_line(each), changed=True) or nothing for each in (old, new))
    return before, after


def _items(text: Text, of: Fact, others: Fact, lang: Lang) -> Pieces:
    """Return the items that only one of two facts holds."""
    known = [one_line(each) for each in _several(others)]
    items = tuple(item for each in _several(of) if (item := one_line(each)) not in known)
    return whole(Message(text, {"items": items}).render(lang), changed=True) if items else ()


def _several(fact: Fact) -> tuple[str, ...]:
    given = fact if isinstance(fact, tuple) else (fact,)
    return tuple(each for each in given if each)
