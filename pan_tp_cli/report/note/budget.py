"""The budget in a note: by axis, objective and action, as printed and as its rows make it."""

from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Money, show
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Value
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.note.amounts import Refs, both, pointer
from pan_tp_cli.report.note.blocks import Line, Look, Row, Section, Table, column, figures, short
from pan_tp_cli.report.suspects import suspected
from pan_tp_cli.table import Level
from pan_tp_cli.text import Lang, Text

TITLE: Final = Text("Budget par axe, objectif et action", "Budget by axis, objective and action")
MEANING: Final = Text(
    "Montants en {currency}. Un montant barré est imprimé et ne s'accorde pas avec ses lignes ; "
    "au-dessous, ce qu'elles font. En gris, ce que le document n'imprime pas.",
    "Amounts in {currency}. An amount struck out is printed and does not agree with its rows; "
    "below it, what they add up to. In grey, what the document does not print.",
)
ACTIVITIES: Final = Text(
    "Des activités, seules sont données celles qui portent une erreur ou un total faux.",
    "Of the activities, only those with an error or a wrong total are given.",
)
ROW: Final = Text("Ligne", "Row")
WHOLE: Final = Text("Ensemble du plan", "The whole plan")
TOTAL_HEAD: Final = Text("Total", "Total")
LONGEST_LABEL: Final = 90
RANKS: Final = {Level.AXIS: 1, Level.OBJECTIVE: 2, Level.ACTION: 3, Level.ACTIVITY: 4}


def section(briefing: Briefing, by: Refs, lang: Lang) -> Section:
    """Return the tree of the budget down to the actions, and the activities at fault."""
    seen = briefing.overview
    currency = show(Money("", briefing.checked.project.currency), lang).strip()
    paragraphs = [MEANING.get(lang).format(currency=currency), ACTIVITIES.get(lang)]
    paragraphs += suspected(briefing, lang)
    heads = [column(ROW, 44, lang)]
    heads += [figures(TOTAL_HEAD.get(lang) if each == TOTAL else each) for each in seen.columns]
    rows = [_row(branch, by, lang) for branch in seen.whole.walk() if _is_given(branch)]
    table = Table(TITLE.get(lang), heads, rows)
    return Section(TITLE.get(lang), paragraphs=tuple(paragraphs), table=table)


def _is_given(branch: Branch) -> bool:
    if branch.row is None or branch.row.level is not Level.ACTIVITY:
        return True
    wrong = any(amount.differs for amount in branch.amounts.values())
    return wrong or branch.gravest() is Severity.ERROR


def _row(branch: Branch, by: Refs, lang: Lang) -> Row:
    level = branch.row.level if branch.row else None
    rank = RANKS[level] if level else 0
    name = WHOLE.get(lang) if branch.row is None else branch.node
    label = "" if branch.row is None else short(branch.label, LONGEST_LABEL)
    lines = (Line(name, Look.STRONG), Line(label))
    cells = (both(*_sides(branch, column), lang) for column in branch.amounts)
    named = tuple(each for each in lines if each.text)
    return Row(((*named, *pointer(branch.node, branch.findings, by, lang)), *cells), rank=rank)


def _sides(branch: Branch, column: str) -> tuple[Value, Value]:
    """Return what is printed and what the rows make; nothing is made of a blank cell of a leaf."""
    amount = branch.amounts[column]
    blank = amount.printed is None and column != TOTAL and not branch.children
    return amount.printed, None if blank else amount.made
