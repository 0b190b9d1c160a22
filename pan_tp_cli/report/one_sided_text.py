"""Rows that were added or removed: what they hold, who was responsible, and the rows below."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.money import amounts_of
from pan_tp_cli.diff.node import HEADINGS, Node, NodeKind
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.place import Role
from pan_tp_cli.repair_words import amounts_in_words
from pan_tp_cli.report.diff_words import ASPECT, column_name
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import LONGEST_SHOWN, Text, one_line

SAID: Final = Text("{what} : {value}", "{what}: {value}")
AMOUNT: Final = Text("montant : {total}", "amount: {total}")
BY_YEAR: Final = Text("{amount} ({years})", "{amount} ({years})")
PRINTED: Final = Text("{amount} ; total imprimé : {printed}", "{amount}; printed total: {printed}")
ROW: Final = Text("{code} « {label} »", '{code} "{label}"')
WITH: Final = Text("{row}, {more}", "{row}, {more}")
MORE_ROWS: Final = Text("et {count} autres lignes", "and {count} more rows")
LEAVES: Final = frozenset((NodeKind.ACTIVITY, NodeKind.INDICATOR))
MOST_ROWS: Final = 8
INDENT: Final = "  "


def one_sided_lines(change: Change, compared: Compared, style: Style) -> Iterator[str]:
    """Yield what a row holds, and who was responsible for it."""
    node = change.pair.node
    said = [_amounts(node, _currency(change, compared)) if _has_amounts(node) else _figures(node)]
    said.append(_responsible(node))
    for message in said:
        if message:
            yield from wrapped(message.render(style.lang), style, INDENT)


def rows_below(below: Sequence[Change], compared: Compared, style: Style) -> Iterator[str]:
    """Yield the activities and indicators that came or went with their heading, a line each."""
    rows = [change for change in below if change.pair.node.kind in LEAVES]
    shown = rows if len(rows) <= MOST_ROWS + 1 else rows[:MOST_ROWS]
    for change in shown:
        yield from wrapped(_row(change, compared).render(style.lang), style, INDENT * 2)
    if len(shown) < len(rows):
        yield INDENT * 2 + MORE_ROWS.get(style.lang).format(count=len(rows) - len(shown))


def _row(change: Change, compared: Compared) -> Message:
    node = change.pair.node
    label = one_line(node.label, LONGEST_SHOWN)
    row = Message(ROW, {"code": node.code, "label": label})
    amount = _total(node, _currency(change, compared)) if _has_amounts(node) else None
    for more in (amount, node.facts.get(Aspect.RESPONSIBLE)):
        if more:
            row = Message(WITH, {"row": row, "more": more})
    return row


def _has_amounts(node: Node) -> bool:
    in_budget = node.entry.role is Role.PLAN and bool(node.cells)
    return in_budget and (node.kind in HEADINGS or node.kind is NodeKind.ACTIVITY)


def _currency(change: Change, compared: Compared) -> str:
    side = compared.after if change.pair.after else compared.before
    return side.project.currency


def _total(node: Node, currency: str) -> Money:
    return Money(amounts_of(node)[TOTAL], currency)


def _amounts(node: Node, currency: str) -> Message:
    """Return the money of a row, by year, and the total that it prints where that is another."""
    said = Message(AMOUNT, {"total": _total(node, currency)})
    years = {column: amount for column, amount in amounts_of(node).items() if column != TOTAL}
    filled = {column: amount for column, amount in years.items() if amount}
    if filled:
        said = Message(BY_YEAR, {"amount": said, "years": amounts_in_words(filled)})
    printed = node.cells.get(TOTAL)
    if printed and printed.value not in (None, amounts_of(node)[TOTAL]):
        said = Message(PRINTED, {"amount": said, "printed": printed.value})
    return said


def _figures(node: Node) -> Message | None:
    """Return what other rows print: targets, shares, words."""
    figures = tuple(
        Message(SAID, {"what": column_name(column), "value": cell.value})
        for column, cell in node.cells.items()
        if cell.value is not None
    )
    aspect = Aspect.BUDGET if node.entry.role is Role.PLAN else Aspect.TARGETS
    return Message(SAID, {"what": ASPECT[aspect], "value": figures}) if figures else None


def _responsible(node: Node) -> Message | None:
    responsible = node.facts.get(Aspect.RESPONSIBLE)
    shown: dict[str, Shown] = {"what": ASPECT[Aspect.RESPONSIBLE], "value": responsible}
    return Message(SAID, shown) if responsible else None
