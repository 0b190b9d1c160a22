"""A check as a workbook of Excel: the plan with living sums, and findings linked to its cells."""

from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.message import CURRENCY_NAMES
from pan_tp_cli.report.words import in_number
from pan_tp_cli.report.workbook import front_sheet
from pan_tp_cli.report.workbook.book import About, Book
from pan_tp_cli.report.workbook.budget_sheet import BudgetSheet
from pan_tp_cli.report.workbook.findings_sheet import FindingsSheet
from pan_tp_cli.report.workbook.footing import Footing
from pan_tp_cli.report.workbook.indicator_sheet import IndicatorSheet
from pan_tp_cli.report.workbook.layout import Layout, lay_out
from pan_tp_cli.report.workbook.marking import Marking
from pan_tp_cli.report.workbook.sheet import Sheet
from pan_tp_cli.report.workbook.spots import Tab
from pan_tp_cli.report.workbook.summary_sheet import SummarySheet
from pan_tp_cli.text import Lang, Text, one_line

TITLES: Final = {
    Tab.FINDINGS: Text("Constats : {plan}", "Findings: {plan}"),
    Tab.SUMMARY: Text("Tableau 1 : {plan}, en {currency}", "Tableau 1: {plan}, in {currency}"),
    Tab.BUDGET: Text(
        "Budget par activités : {plan}, en {currency}", "Budget by activity: {plan}, in {currency}"
    ),
    Tab.INDICATORS: Text("Cadre de mesure : {plan}", "Measurement framework: {plan}"),
}
NOTES: Final = {
    Tab.FINDINGS: Text(
        "Du plus grave au moins grave, puis par montant en jeu. Le code mène à la cellule.",
        "From the gravest to the least grave, then by the money at stake. The code leads to the "
        "cell.",
    ),
    Tab.SUMMARY: Text(
        "Fond rose : l'imprimé n'est pas ce que font les formules. Cellule encadrée : un constat, "
        "où mène la dernière colonne.",
        "Pink: what is printed is not what formulas make. Framed cell: a finding, where the last "
        "column leads.",
    ),
    Tab.BUDGET: Text(
        "Fond rose : l'imprimé n'est pas ce que font les formules. Cellule encadrée : un constat, "
        "où mène la dernière colonne. Italique : formules, que le plan n'imprime pas.",
        "Pink: what is printed is not what formulas make. Framed cell: a finding, where the last "
        "column leads. Italics: formulas, which the plan does not print.",
    ),
    Tab.INDICATORS: Text(
        "Fond rose : le total imprimé n'est pas ce que font les cibles. Cellule encadrée : un "
        "constat, où mène la dernière colonne.",
        "Pink: the printed total is not what the targets make. Framed cell: a finding, where the "
        "last column leads.",
    ),
}
LEFT_OUT: Final = (
    Text(
        "ATTENTION : {count} ligne de trop pour une feuille n'y est pas.",
        "WARNING: {count} row more than a sheet holds is not here.",
    ),
    Text(
        "ATTENTION : {count} lignes de trop pour une feuille n'y sont pas.",
        "WARNING: {count} rows more than a sheet holds are not here.",
    ),
)
LONGEST: Final = 80


def render(briefing: Briefing, lang: Lang) -> bytes:
    """Return the workbook; the same bytes for the same briefing."""
    layout = lay_out(briefing)
    names = briefing.checked.names.values()
    plan = one_line(front_sheet.title_of(briefing, lang), LONGEST)
    book = Book(About(plan, next(iter(names), ""), briefing.day), layout.tabs(), lang)
    currency = briefing.checked.project.currency
    said = {"plan": plan, "currency": CURRENCY_NAMES.get(currency, currency)}
    for tab, title in TITLES.items():
        if tab in book.sheets:
            book.sheets[tab].title(title.get(lang).format(**said), _note(tab, layout, lang))
    footings = {tab: _write(sheet, layout) for tab, sheet in book.sheets.items() if tab in TITLES}
    front_sheet.write(book.sheets[Tab.FRONT], briefing, layout.marks, footings)
    return book.close()


def _note(tab: Tab, layout: Layout, lang: Lang) -> str:
    """Return how to read a sheet; before that, how many rows are not there, if any."""
    left_out = layout.left_out(tab)
    note = NOTES[tab].get(lang)
    return f"{in_number(LEFT_OUT, left_out, lang)} {note}" if left_out else note


def _write(sheet: Sheet, layout: Layout) -> Footing:
    """Write a sheet; return how many printed figures its formulas contradict."""
    marking = Marking(sheet, layout.marks)
    if sheet.tab is Tab.BUDGET and layout.budget is not None:
        return BudgetSheet(marking, layout.columns).write(layout.budget)
    if sheet.tab is Tab.SUMMARY and layout.summary is not None:
        return SummarySheet(marking, layout.summary, layout.columns).write()
    if sheet.tab is Tab.INDICATORS:
        return IndicatorSheet(marking, layout.indicator_columns).write(layout.indicators)
    FindingsSheet(sheet, layout.marks).write()
    return Footing()
