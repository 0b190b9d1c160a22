"""The money of a comparison: per plan, axis, objective and action, and where amounts went."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from pan_tp_cli.diff.change import Line, MoneyRow, Transfer
from pan_tp_cli.diff.node import NodeKind
from pan_tp_cli.message import Message, Money, show
from pan_tp_cli.money import write_amount
from pan_tp_cli.repair_words import amounts_in_words
from pan_tp_cli.report.course_words import course_words, rows_words
from pan_tp_cli.report.diff_page.changes import Named, named
from pan_tp_cli.report.diff_page.figures import Figure, grew
from pan_tp_cli.report.diff_words import column_name, growth
from pan_tp_cli.text import Lang, Text

JOIN: Final = Text(" ; ", "; ")
EVERY_YEAR: Final = Text(
    "les mêmes montants chaque année : {amounts}", "the same amounts in each year: {amounts}"
)
IN_TOTAL: Final = Text(
    "le même montant en tout, autrement réparti dans les années",
    "the same amount in all, spread otherwise over the years",
)
WHOLE_PLAN: Final = Text("le plan entier", "the whole plan")


class MoneyLine(NamedTuple):
    """A column of a heading, and its growth in percent.

    `rows` is what the rows make of it and how it went along with them, "" where they agree; it is
    `wrong` where they do not agree now.
    """

    figure: Figure
    growth: str
    rows: str
    wrong: bool


class MoneyGroup(NamedTuple):
    """A heading, or the plan as a whole, with the columns in which money moved."""

    node: Named
    lines: tuple[MoneyLine, ...]


class ShownTransfer(NamedTuple):
    """An amount that left the sources and is found in the sinks, and in which years.

    Several rows on a side are alternatives, unless they are `joint`.
    """

    amount: str
    sources: tuple[Named, ...]
    sinks: tuple[Named, ...]
    years: str
    joint: bool


def money(rows: Iterable[MoneyRow], lang: Lang) -> tuple[MoneyGroup, ...]:
    """Return the table of money."""
    return tuple(MoneyGroup(_heading(row, lang), _lines(row, lang)) for row in rows)


def transfers(found: Iterable[Transfer], currency: str, lang: Lang) -> tuple[ShownTransfer, ...]:
    """Return where money went."""
    return tuple(_transfer(each, currency, lang) for each in found)


def line(given: Line, lang: Lang) -> MoneyLine:
    """Return a column of the table of money."""
    before, after = (_amount(each, lang) for each in (given.before, given.after))
    sided = given.before is None or given.after is None
    difference = "" if sided else grew(given.difference, lang)
    column = show(column_name(given.column), lang)
    share = growth(given.before, given.after, lang) if given.difference else ""
    words = (rows_words(given, None, lang), course_words(given, None, lang))
    said = JOIN.get(lang).join(filter(None, words))
    wrong = given.made is not None and given.made[1] != (given.after or 0)
    return MoneyLine(Figure(column, before, after, difference), share, said, wrong)


def _heading(row: MoneyRow, lang: Lang) -> Named:
    if row.pair is None or row.pair.node.kind is NodeKind.PLAN:
        return Named(WHOLE_PLAN.get(lang), "")
    return named(row.pair, lang)


def _lines(row: MoneyRow, lang: Lang) -> tuple[MoneyLine, ...]:
    return tuple(line(each, lang) for each in row.lines)


def _amount(amount: int | None, lang: Lang) -> str:
    return "" if amount is None else write_amount(amount, lang)


def _transfer(transfer: Transfer, currency: str, lang: Lang) -> ShownTransfer:
    amounts = {"amounts": amounts_in_words(transfer.amounts)}
    years = Message(EVERY_YEAR, amounts) if transfer.same_years else Message(IN_TOTAL)
    return ShownTransfer(
        show(Money(transfer.total, currency), lang),
        tuple(named(pair, lang) for pair in transfer.sources),
        tuple(named(pair, lang) for pair in transfer.sinks),
        years.render(lang),
        transfer.joint,
    )
