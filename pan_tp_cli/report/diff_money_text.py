"""Where the money went: amounts by heading and year, and what went from row to row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff, Line, MoneyRow
from pan_tp_cli.message import CURRENCY_NAMES, Message, show
from pan_tp_cli.money import write_amount
from pan_tp_cli.report.diff_figures import currency
from pan_tp_cli.report.diff_words import AFTER, BEFORE, DIFFERENCE, column_name, growth, node_name
from pan_tp_cli.report.finding_text import QUOTED, wrapped
from pan_tp_cli.report.grid import Head, Row, grid
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.transfer_words import transferred
from pan_tp_cli.report.words import signed
from pan_tp_cli.text import Lang, Text, one_line

TITLE: Final = Text("Argent", "Money")
TITLE_IN: Final = Text("Argent, en {currency}", "Money, in {currency}")
PERCENT: Final = Text("%", "%")
PRINTED: Final = Text("imprimé", "printed")
ROWS_BEFORE: Final = Text("lignes, avant", "rows, before")
ROWS_AFTER: Final = Text("lignes, après", "rows, after")
THEIRS: Final = Text("leur écart", "their change")
MOVED: Final = (BEFORE, AFTER, DIFFERENCE)
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
    """Yield the table, with what the rows make where that is not what is printed."""
    names = tuple(_columns([line for row in money for line in row.lines]))
    rows: list[Row | str] = []
    for row in money:
        rows.append(_name(row, style))
        rows += [_row(line, names, style.lang) for line in row.lines]
    if rows:
        heads = [Head(name.get(style.lang)) for name in names]
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


def _columns(lines: Sequence[Line]) -> Iterator[Text]:
    """Yield what the columns are called: no more than there is something to be said of."""
    moved = any(line.before != line.after for line in lines)
    apart = [line for line in lines if line.made and line.apart]
    before = any(line.made and line.made[0] != (line.before or 0) for line in apart)
    yield from MOVED if moved else (PRINTED,)
    if moved and not before:
        yield PERCENT
    if before:
        yield ROWS_BEFORE
    if apart:
        yield from (ROWS_AFTER, THEIRS)


def _row(line: Line, names: Sequence[Text], lang: Lang) -> Row:
    return _column(line, lang), *(_cells(line, lang).get(name, "") for name in names)


def _cells(line: Line, lang: Lang) -> Mapping[Text, str]:
    """Return all that can be said of a line, by the name of its column."""
    before, after = (_amount(amount, lang) for amount in (line.before, line.after))
    difference, percent = _by(line.before, line.after, lang)
    printed = {
        PRINTED: after,
        BEFORE: before,
        AFTER: after,
        DIFFERENCE: difference,
        PERCENT: percent,
    }
    if line.made is None or not line.apart:
        return printed
    rows = zip((ROWS_BEFORE, ROWS_AFTER), line.made, strict=True)
    amounts = {name: write_amount(amount, lang) for name, amount in rows}
    return printed | amounts | {THEIRS: _by(*line.made, lang)[0]}


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
