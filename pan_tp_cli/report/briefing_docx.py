"""A review note as a document of Word, to be printed, filled in and signed."""

from typing import Final

from docx.document import Document

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.report.note.blocks import Cell, Line, Look, Note, Section, Table, Tone
from pan_tp_cli.report.note.note import note
from pan_tp_cli.report.word.blank import LANGUAGES, blank
from pan_tp_cli.report.word.packing import dated, packed
from pan_tp_cli.report.word.pages import TURNED, UPRIGHT, foot, turn
from pan_tp_cli.report.word.runs import add_text, clean
from pan_tp_cli.report.word.tables import CELL, add_lines, add_row, add_table, new_table, widths
from pan_tp_cli.text import Lang, Text

TONES: Final = {Tone.ALARM: "Alarm", Tone.CAUTION: "Caution", Tone.CLEAR: "Clear"}
VERDICT: Final = "Note Verdict {tone}"
REMARK: Final = "Note Remark {tone}"
INTRODUCTION: Final = "Note Introduction"
POINT: Final = "List Bullet"
FACTS: Final = "Note Facts"
TITLE: Final = Text("{note} : {plan}", "{note}: {plan}")
FIRST_FACT: Final = 38
"""Millimetres of the names of facts."""


def render(briefing: Briefing, lang: Lang) -> bytes:
    """Return the note as the bytes of a .docx file, the same for the same briefing."""
    shown = note(briefing, lang)
    document = blank(lang)
    _first_page(document, shown)
    for section in shown.sections:
        _section(document, section, lang)
    title = clean(TITLE.get(lang).format(note=shown.title, plan=shown.plan))
    foot(document, title, lang)
    dated(document, title, briefing.day, LANGUAGES[lang])
    return packed(document, briefing.day)


def _first_page(document: Document, shown: Note) -> None:
    """Say what the plan is, whether it can be signed, what was counted, and which files it was."""
    _paragraph(document, shown.title, "Title")
    _paragraph(document, shown.plan, "Subtitle")
    if shown.about:
        _paragraph(document, shown.about, INTRODUCTION)
    tone = TONES[shown.verdict.tone]
    _paragraph(document, shown.verdict.sentence, VERDICT.format(tone=tone))
    for remark in shown.verdict.remarks:
        _paragraph(document, remark, REMARK.format(tone=tone))
    _counts(document, shown)
    if shown.faults:
        _section(document, shown.faults, shown.lang)
    _facts(document, shown)


def _counts(document: Document, shown: Note) -> None:
    """Write counts side by side, large."""
    _paragraph(document, "", "Note Cell")
    table = new_table(document, [UPRIGHT / len(shown.counts)] * len(shown.counts), FACTS)
    for cell, count in zip(add_row(table).cells, shown.counts, strict=True):
        cell.paragraphs[0].style = "Note Count"
        add_text(cell.paragraphs[0], clean(count.said))
        add_text(cell.add_paragraph(style="Note Counted"), clean(count.name))


def _facts(document: Document, shown: Note) -> None:
    _paragraph(document, "", "Note Cell")
    table = new_table(document, (FIRST_FACT, UPRIGHT - FIRST_FACT), FACTS)
    for name, said in shown.facts.items():
        row = add_row(table).cells
        looks = (Look.PLAIN, *[Look.QUIET] * len(said))
        lines: Cell = tuple(Line(text, look) for text, look in zip(said, looks, strict=False))
        add_lines(row[0], (Line(name, Look.STRONG),), CELL, shown.lang)
        add_lines(row[1], lines, CELL, shown.lang)


def _section(document: Document, section: Section, lang: Lang) -> None:
    across = section.table is not None and _is_wide(section.table)
    if section.table is not None:
        turn(document, across=across)
    _paragraph(document, section.title, f"Heading {section.level}")
    style = INTRODUCTION if section.table else "Normal"
    for paragraph in section.paragraphs:
        _paragraph(document, paragraph, style)
    for point in section.points:
        _paragraph(document, point, POINT)
    if section.table is not None:
        add_table(document, section.table, TURNED if across else UPRIGHT, lang)
        if section.together:
            _keep_together(document)


def _is_wide(table: Table) -> bool:
    """Tell whether a table has more columns than a page that stands upright has room for."""
    return sum(widths(table, UPRIGHT)) > UPRIGHT + 1


def _keep_together(document: Document) -> None:
    """Keep the rows of the last table on the page of what introduces it."""
    for row in document.tables[-1].rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _paragraph(document: Document, text: str, style: str) -> None:
    add_text(document.add_paragraph(style=style), clean(text))
