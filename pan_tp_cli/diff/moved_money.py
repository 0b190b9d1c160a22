"""The money that a row takes along where it moves below another heading."""

from typing import Final

from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.diff.money import Amounts, amounts_of
from pan_tp_cli.diff.node import HEADINGS, Node, NodeKind
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.place import Role
from pan_tp_cli.repair_words import amounts_in_words
from pan_tp_cli.text import Text

IN_A_YEAR: Final = Text("avec ses {amount} ({year})", "with its {amount} ({year})")
IN_YEARS: Final = Text("avec ses {amount} ({years})", "with its {amount} ({years})")
IN_ALL: Final = Text("avec ses {amount}", "with its {amount}")


def carried(node: Node) -> Amounts:
    """Return the money of a row or heading of the budget by year and in total; none without any."""
    holds = node.kind is NodeKind.ACTIVITY or node.kind in HEADINGS
    if not holds or node.entry.role is not Role.PLAN:
        return {}
    amounts = amounts_of(node)
    return {column: amount for column, amount in amounts.items() if amount}


def with_money(node: Node) -> tuple[Message, ...]:
    """Return that a node moves with its money; nothing where it has none."""
    amounts = dict(carried(node))
    total = amounts.pop(TOTAL, 0)
    if not total:
        return ()
    shown: dict[str, Shown] = {"amount": Money(total, _currency(node))}
    if len(amounts) == 1:
        return (Message(IN_A_YEAR, {**shown, "year": next(iter(amounts))}),)
    if not amounts:
        return (Message(IN_ALL, shown),)
    return (Message(IN_YEARS, {**shown, "years": amounts_in_words(amounts)}),)


def _currency(node: Node) -> str:
    """Return the currency that the plan of a node says."""
    while node.parent:
        node = node.parent
    said = node.facts.get(Aspect.CURRENCY, "")
    return said if isinstance(said, str) else ""
