"""Tableau 1 and the announced total in a note: as printed, and as the rows make them."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.message import Message, Money, show
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Unreadable, Value
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.diff_words import SUMMARY_PREFIX, column_name
from pan_tp_cli.report.note.amounts import Refs, pointer, same, shown
from pan_tp_cli.report.note.blocks import Cell, Line, Look, Section, Table, column, figures, short
from pan_tp_cli.report.note.blocks import Row as Shows
from pan_tp_cli.report.suspects import suspected
from pan_tp_cli.table import Row
from pan_tp_cli.text import Lang, Text

TITLE: Final = Text("Tableau 1, imprimé et recalculé", "Tableau 1, printed and recomputed")
MEANING: Final = Text(
    "Montants en {currency}. Sous chaque chiffre imprimé, celui que font les lignes du budget ; en "
    "gras là où il n'est pas le même.",
    "Amounts in {currency}. Below each printed figure, the one that the rows of the budget add up "
    "to; in bold where it is not the same.",
)
NO_TABLE: Final = Text("Le plan n'a pas de tableau 1.", "The plan has no tableau 1.")
ROW: Final = Text("Ligne", "Row")
AS: Final = Text("Chiffre", "Figure")
PRINTED: Final = Text("imprimé", "printed")
MADE: Final = Text("recalculé", "recomputed")
OF_SUMMARY: Final = {
    "total": Text("Totaux", "Totals"),
    "parts": Text("Part de l'année", "Share of the year"),
}
AXIS: Final = Text("Axe {code}", "Axis {code}")
ANNOUNCED: Final = Text(
    "Total annoncé : {printed} imprimé, {made} recalculé.",
    "Announced total: {printed} printed, {made} recomputed.",
)
IN_WORDS: Final = Text("En lettres : {words}.", "In words: {words}.")
NOT_COMPUTED: Final = Text(
    "Total annoncé : {printed} imprimé ; un montant illisible empêche de le recalculer.",
    "Announced total: {printed} printed; an amount that cannot be read bars computing it anew.",
)
LONGEST_LABEL: Final = 60
LONGEST_WORDS: Final = 300


def section(briefing: Briefing, by: Refs, lang: Lang) -> Section:
    """Return the announced total, then each row of tableau 1, in two lines."""
    project = briefing.checked.project
    announced = (*_announced(briefing, lang), *suspected(briefing, lang))
    if project.summary is None:
        return Section(TITLE.get(lang), paragraphs=(*announced, NO_TABLE.get(lang)))
    currency = show(Money("", project.currency), lang).strip()
    meaning = MEANING.get(lang).format(currency=currency)
    columns = (*project.years, TOTAL, PART)
    heads = [column(ROW, 24, lang), column(AS, 16, lang)]
    heads += [figures(_capital(show(column_name(each), lang))) for each in columns]
    rows = [_row(row, columns, (briefing, by), lang) for row in project.summary_rows]
    table = Table(TITLE.get(lang), heads, rows)
    return Section(TITLE.get(lang), paragraphs=(*announced, meaning), table=table)


def _announced(briefing: Briefing, lang: Lang) -> Iterator[str]:
    project = briefing.checked.project
    printed, words = project.grand_total
    if printed is not None:
        made, currency = briefing.overview.whole.total, project.currency
        values = {"printed": Money(printed.value, currency), "made": Money(made, currency)}
        yield Message(NOT_COMPUTED if made is None else ANNOUNCED, values).render(lang)
    if words is not None:
        yield IN_WORDS.get(lang).format(words=short(str(words.value), LONGEST_WORDS))


def _row(row: Row, columns: Sequence[str], of: tuple[Briefing, Refs], lang: Lang) -> Shows:
    briefing, by = of
    found = [each for each in briefing.overview.summary if each.finding.node == row.entry.node]
    name: Cell = (Line(_name(row, lang), Look.STRONG),)
    label = short(row.entry.label, LONGEST_LABEL)
    if label:
        name = (*name, Line(label))
    kinds = (Line(PRINTED.get(lang), Look.QUIET), Line(MADE.get(lang), Look.QUIET))
    cells = (_both(row, each, briefing, lang) for each in columns)
    return Shows(((*name, *pointer(row.entry.node, found, by, lang)), kinds, *cells))


def _both(row: Row, name: str, briefing: Briefing, lang: Lang) -> Cell:
    cell = row.cells.get(name)
    printed = cell.value if cell else None
    made = _made(row, name, briefing)
    if cell is None and made is None:
        return ()
    differs = made is not None and not same(printed, made)
    wrong = differs and printed is not None
    return (
        Line(shown(printed, lang), Look.WRONG if wrong else Look.PLAIN),
        Line(shown(made, lang), Look.RIGHT if differs else Look.QUIET),
    )


def _made(row: Row, name: str, briefing: Briefing) -> Value:
    """Return what a cell should say; of one that is not printed, what the budget makes of it."""
    cell = row.cells.get(name)
    if cell is not None and cell.place in briefing.recomputed.values:
        value = briefing.recomputed.values[cell.place]
        return None if isinstance(value, Unreadable) else value
    branch = _branch(row, briefing)
    amount = branch.amounts.get(name) if branch else None
    return amount.made if amount else None


def _branch(row: Row, briefing: Briefing) -> Branch | None:
    """Return what a row sums up: an axis, or the plan; None for the row of shares."""
    summary = briefing.checked.project.summary
    if summary is None or row is summary.shares:
        return None
    if row is summary.total:
        return briefing.overview.whole
    codes = (code for code, each in summary.rows if each is row)
    return briefing.overview.find(next(codes))


def _name(row: Row, lang: Lang) -> str:
    node = row.entry.node.removeprefix(SUMMARY_PREFIX)
    text = OF_SUMMARY.get(node)
    return text.get(lang) if text else AXIS.get(lang).format(code=node)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
