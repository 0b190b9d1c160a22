"""What is to be said of totals beside the figures that changed: they followed, or did not."""

from collections.abc import Collection, Iterator
from typing import Final

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import WORDS, NodeKind
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.equation import is_zero
from pan_tp_cli.message import Message
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.text import Text

MENDED: Final = Text(
    "le total est maintenant égal à ce qu'il additionne", "the total now equals what it adds up"
)
NOT_FOLLOWED: Final = Text(
    "le total a changé autrement que ce qu'il additionne",
    "the total changed otherwise than what it adds up",
)
OF_SHARE: Final = (
    Text(
        "la part est maintenant celle que donnent les montants",
        "the share is now what the amounts make of it",
    ),
    Text(
        "la part a changé autrement que les montants",
        "the share changed otherwise than the amounts",
    ),
)
OF_WORDS: Final = (
    Text("les lettres disent maintenant le total", "the words now say the total"),
    Text(
        "les lettres ont changé autrement que le total",
        "the words changed otherwise than the total",
    ),
)
OF_TOTAL: Final = (MENDED, NOT_FOLLOWED)
LEFT: Final = Text(
    "le total n'a pas suivi : {printed} imprimé, {right} calculé",
    "the total did not follow: {printed} printed, {right} computed",
)
LEFT_WRONG: Final = Text(
    "le total était déjà faux et n'a pas changé : {printed} imprimé, {right} calculé",
    "the total was wrong before and did not change: {printed} printed, {right} computed",
)


def remarks(pair: Pair, cells: Collection[CellChange], totals: Totals) -> Iterator[Message]:
    """Yield what is to be said of the totals among figures that changed, or beside them."""
    left = [cell for cell in cells if not totals.followed(cell)]
    computed = [cell for cell in left if totals.shortfall(cell) is not None]
    yield from map(Message, {_of_column(cell)[totals.stale(cell)]: None for cell in computed})
    if pair.node.kind in (NodeKind.ACTIVITY, NodeKind.INDICATOR):
        yield from _left(pair, cells, totals)


def _left(pair: Pair, cells: Collection[CellChange], totals: Totals) -> Iterator[Message]:
    """Yield that the total of a row stayed where its years changed."""
    before, after = (node.cells.get(TOTAL) if node else None for node in pair[:2])
    kept = CellChange(TOTAL, before, after)
    if before and after and kept not in cells and totals.stale(kept):
        wrong = not is_zero(totals.before.off(before) or 0)
        shown = {"printed": after.value, "right": totals.after.values[after.place]}
        yield Message(LEFT_WRONG if wrong else LEFT, shown)


def _of_column(change: CellChange) -> tuple[Text, Text]:
    """Return what to say of a total that is right now, and of one that is not, by its column."""
    return {PART: OF_SHARE, WORDS: OF_WORDS}.get(change.column, OF_TOTAL)
