"""Whether the announced total is what the rows make, in a sentence that reports share."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.text import Lang, Text

CONFIRMED: Final = Text(
    "Le total annoncé, {total}, est celui que font les lignes.",
    "The announced total, {total}, is what the rows add up to.",
)
NOT_CONFIRMED: Final = Text(
    "Le total annoncé, {total}, n'est pas celui que font les lignes : {made}.",
    "The announced total, {total}, is not what the rows add up to: {made}.",
)
CANNOT_BE_COMPUTED: Final = Text(
    "Le total annoncé, {total}, ne peut pas être recalculé : un montant est illisible.",
    "The announced total, {total}, cannot be computed anew: an amount cannot be read.",
)


def announced(briefing: Briefing, lang: Lang) -> Iterator[str]:
    """Yield whether the announced total is what the rows make; nothing where none is announced."""
    figures, _ = briefing.checked.project.grand_total
    if figures is None:
        return
    amount = briefing.overview.whole.amounts[TOTAL]
    right = CONFIRMED if amount.printed == amount.made else NOT_CONFIRMED
    text = CANNOT_BE_COMPUTED if amount.made is None else right
    currency = briefing.checked.project.currency
    shown: dict[str, Shown] = {
        "total": Money(figures.value, currency),
        "made": Money(amount.made, currency),
    }
    yield Message(text, shown).render(lang)
