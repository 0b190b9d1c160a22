"""Money that left rows and appears in others, as a sentence."""

from collections.abc import Sequence
from functools import reduce
from typing import Final

from pan_tp_cli.diff.change import Transfer
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.repair_words import amounts_in_words
from pan_tp_cli.text import Text

SAME_YEARS: Final = Text(
    "les {amount} de {sources} se retrouvent dans {sinks}, année par année ({years})",
    "the {amount} of {sources} reappear in {sinks}, year by year ({years})",
)
SAME_TOTAL: Final = Text(
    "les {amount} de {sources} se retrouvent dans {sinks}, au total mais pas année par année",
    "the {amount} of {sources} reappear in {sinks}, in total but not year by year",
)
OR: Final = Text("{first} ou {second}", "{first} or {second}")
AND: Final = Text("{first} et {second}", "{first} and {second}")
OTHERS: Final = Text("{first} ou {count} autres", "{first} or {count} others")
MOST_NAMED: Final = 12
"""Rows that are named on a side; a thousand may have lost the same amount."""
REMOVED: Final = Text("{node} (supprimée)", "{node} (removed)")
REDUCED: Final = Text("{node} (réduite)", "{node} (reduced)")
ADDED: Final = Text("{node} (ajoutée)", "{node} (added)")
RAISED: Final = Text("{node} (augmentée)", "{node} (raised)")


def transferred(transfer: Transfer, currency: str) -> Message:
    """Return which amount went from which row to which other.

    Several on a side are alternatives, unless they are joint.

    Rows are called by their codes, with what became of them.
    """
    join = AND if transfer.joint else OR
    values: dict[str, Shown] = {
        "amount": Money(transfer.total, currency),
        "sources": _joined(_named(transfer.sources, REMOVED, REDUCED), join),
        "sinks": _joined(_named(transfer.sinks, ADDED, RAISED), join),
        "years": amounts_in_words(transfer.amounts),
    }
    return Message(SAME_YEARS if transfer.amounts else SAME_TOTAL, values)


def _named(pairs: Sequence[Pair], whole: Text, part: Text) -> list[Message]:
    return [
        Message(whole if None in pair[:2] else part, {"node": pair.node.code}) for pair in pairs
    ]


def _joined(rows: Sequence[Message], join: Text) -> Shown:
    if len(rows) <= MOST_NAMED + 1:
        return reduce(lambda said, other: Message(join, {"first": said, "second": other}), rows)
    first = _joined(rows[:MOST_NAMED], join)
    return Message(OTHERS, {"first": first, "count": len(rows) - MOST_NAMED})
