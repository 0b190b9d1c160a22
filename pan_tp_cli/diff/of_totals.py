"""What is to be said of the total of a row that stayed beside figures that changed."""

from collections.abc import Collection, Iterator
from typing import Final

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import NodeKind
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.equation import is_zero
from pan_tp_cli.message import Message
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.text import Text

LEFT: Final = Text(
    "le total n'a pas suivi : {printed} imprimé, {right} calculé",
    "the total did not follow: {printed} printed, {right} computed",
)
LEFT_WRONG: Final = Text(
    "le total était déjà faux et n'a pas changé : {printed} imprimé, {right} calculé",
    "the total was wrong before and did not change: {printed} printed, {right} computed",
)


def left(pair: Pair, cells: Collection[CellChange], totals: Totals) -> Iterator[Message]:
    """Yield that the total of a row stayed where its years changed."""
    if pair.node.kind not in (NodeKind.ACTIVITY, NodeKind.INDICATOR):
        return
    before, after = (node.cells.get(TOTAL) if node else None for node in pair[:2])
    kept = CellChange(TOTAL, before, after)
    changed = any(cell.column == TOTAL for cell in cells)
    if before and after and not changed and totals.stale(kept):
        wrong = not is_zero(totals.before.off(before) or 0)
        shown = {"printed": after.value, "right": totals.after.values[after.place]}
        yield Message(LEFT_WRONG if wrong else LEFT, shown)
