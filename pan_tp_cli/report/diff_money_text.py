"""Where the money went: amounts by heading and year, and what went from row to row."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff, Line, MoneyRow
from pan_tp_cli.message import CURRENCY_NAMES, Message, show
from pan_tp_cli.money import write_amount
from pan_tp_cli.report.diff_figures import currency
from pan_tp_cli.report.diff_words import AFTER, BEFORE, DIFFERENCE, column_name, growth, node_name
from pan_tp_cli.report.finding_text import QUOTED, wrapped
from pan_tp_cli.report.grid import Head, Row, grid
from pan_tp_cli.report.style import ERROR, Style
from pan_tp_cli.report.transfer_words import transferred
from pan_tp_cli.report.words import signed
from pan_tp_cli.text import Lang, Text, one_line

TITLE: Final = Text("Argent", "Money")
TITLE_IN: Final = Text("Argent, en {currency}", "Money, in {currency}")
PERCENT: Final = Text("%", "%")
PRINTED: Final = Text("imprimé", "printed")
OWED: Final = Text("selon les lignes", "by the rows")
OLDER: Final = Text("déjà avant", "before already")
MOVED: Final = (BEFORE, AFTER, DIFFERENCE, PERCENT, OWED)
STILL: Final = (PRINTED, OWED, DIFFERENCE, PERCENT)
INDENT: Final = "  "
NOTHING: Final = "–"


def money_lines(compared: Compared, diff: Diff, style: Style) -> tuple[Message, Iterator[str]]:
    """Return the table of money with its title: only what moved, or should have."""
    name = currency(compared)
    title = Message(TITLE)
    if name:
        title = Message(TITLE_IN, {"currency": CURRENCY_NAMES.get(name, name)})
    return title, _table(diff.money, style)


def _table(money: Sequence[MoneyRow], style: Style) -> Iterator[str]:
    """Yield the table; where no printed figure moved, it shows what each of them should be."""
    lines = [line for row in money for line in row.lines]
    still = all(line.before == line.after for line in lines)
    owed = any(line.owed is not None for line in lines)
    older = any(line.older for line in lines)
    names = STILL if still else MOVED if owed else MOVED[:-1]
    names = (*names, OLDER) if older else names
    cells = _still if still else _moved
    rows: list[Row | str] = []
    for row in money:
        rows.append(_name(row, style))
        rows += [cells(line, style.lang)[: len(names) + 1] for line in row.lines]
    if rows:
        heads = [Head(name.get(style.lang), ERROR if name is OWED else "") for name in names]
        yield from grid(heads, rows, style)


def _name(row: MoneyRow, style: Style) -> str:
    if row.pair is None:
        return ""
    name = node_name(row.pair.node).render(style.lang)
    label = one_line(row.pair.node.label)
    said = INDENT + name + (QUOTED.get(style.lang).format(label=label) if label else "")
    if len(said) <= style.width:
        return said
    room = style.width - len(said) + len(label) - 1
    return INDENT + name + QUOTED.get(style.lang).format(label=label[: max(room, 0)] + "…")


def _still(line: Line, lang: Lang) -> Row:
    printed, owed = (_amount(amount, lang) for amount in (line.after, line.owed))
    by = _by((line.owed or 0) - line.short, line.owed, lang)
    return _column(line, lang), printed, owed, *by, _older(line, lang)


def _moved(line: Line, lang: Lang) -> Row:
    before, after = (_amount(amount, lang) for amount in (line.before, line.after))
    owed = "" if line.owed is None else write_amount(line.owed, lang)
    by = _by(line.before, line.after, lang)
    return _column(line, lang), before, after, *by, owed, _older(line, lang)


def _older(line: Line, lang: Lang) -> str:
    """Return what a figure was short of in the earlier version already."""
    return signed(line.older, None, lang) if line.older else ""


def _column(line: Line, lang: Lang) -> str:
    return f"{INDENT * 2}{show(column_name(line.column), lang)}"


def _by(before: int | None, after: int | None, lang: Lang) -> tuple[str, str]:
    """Return by how much an amount changed, in francs and in percent."""
    difference = (after or 0) - (before or 0)
    if not difference:
        return write_amount(0, lang), ""
    return signed(difference, None, lang), growth(before, after, lang)


def _amount(amount: int | None, lang: Lang) -> str:
    return NOTHING if amount is None else write_amount(amount, lang)


def transfer_lines(compared: Compared, diff: Diff, style: Style) -> Iterator[str]:
    """Yield a sentence for each amount that left rows and appears in others."""
    for transfer in diff.transfers:
        said = transferred(transfer, compared.after.project.currency)
        yield from wrapped(said.render(style.lang), style, INDENT)
