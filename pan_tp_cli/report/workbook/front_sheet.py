"""The first sheet: whether the plan can be signed, how much is wrong, and where to look first."""

from collections.abc import Mapping
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.report.opening import plan_name
from pan_tp_cli.report.workbook import front_words
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.footing import Footing
from pan_tp_cli.report.workbook.front_parts import coverage, files, signs
from pan_tp_cli.report.workbook.front_tables import first_findings, sheets
from pan_tp_cli.report.workbook.looks import Kind
from pan_tp_cli.report.workbook.page import Page
from pan_tp_cli.report.workbook.sheet import Sheet
from pan_tp_cli.report.workbook.spots import Marks, Tab
from pan_tp_cli.report.workbook.verdict import verdict
from pan_tp_cli.text import Lang, Text

NOT_CHECKED: Final = Text(
    "Fichiers inutilisables : rien n'y a été contrôlé",
    "Files that cannot be used: nothing in them was checked",
)


def write(sheet: Sheet, briefing: Briefing, marks: Marks, footings: Mapping[Tab, Footing]) -> None:
    """Write the sheet; `footings` count what the formulas of the others contradict."""
    page = Page(sheet)
    _head(page, briefing)
    _faults(page, briefing)
    page.space()
    page.tiles(*front_words.counts(briefing, sheet.lang))
    first_findings(page, marks)
    sheets(page, footings)
    signs(page)
    coverage(page, briefing.covered)
    files(page, briefing.checked)


def title_of(briefing: Briefing, lang: Lang) -> str:
    """Return what a plan is called: its acronym, else its title, else its file."""
    plan = briefing.checked.project.plan
    named = (plan.acronym or plan.title) if plan else ""
    return clean(named or plan_name(briefing.checked, lang))


def _head(page: Page, briefing: Briefing) -> None:
    """Write which plan it is, when it was checked, and what came of it."""
    lang, plan = page.sheet.lang, briefing.checked.project.plan
    page.paragraph(title_of(briefing, lang), Kind.TITLE, 26)
    if plan is not None and plan.acronym and plan.title:
        page.paragraph(clean(plan.title))
    page.paragraph(front_words.made_by(briefing, lang), Kind.NOTE)
    page.space()
    kind, said = verdict(briefing, lang)
    page.paragraph(said, kind, 36)
    for remark in front_words.remarks(briefing, lang):
        page.paragraph(clean(remark))


def _faults(page: Page, briefing: Briefing) -> None:
    said = list(front_words.faults(briefing, page.sheet.lang))
    if said:
        page.heading(NOT_CHECKED.get(page.sheet.lang))
    for fault in said:
        page.paragraph(fault, Kind.FAULT)
