"""Pages of a document of Word: which way up they are, and what stands at their foot."""

from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Mm

from pan_tp_cli.report.word.runs import add_field, add_text, clean
from pan_tp_cli.text import Lang, Text

PAGE: Final = Text("page ", "page ")
OF: Final = Text(" sur ", " of ")
UPRIGHT: Final = 180
"""Millimetres of text across a page of A4 that stands upright, between margins of 15."""
TURNED: Final = 267
LONGEST: Final = 90


def turn(document: Document, *, across: bool) -> None:
    """Go on with pages that lie on their side, or that do not; on the same page if they did so."""
    section = document.sections[-1]
    if (section.orientation == WD_ORIENT.LANDSCAPE) == across:
        return
    new = document.add_section(WD_SECTION.NEW_PAGE)
    new.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    new.page_width, new.page_height = section.page_height, section.page_width


def foot(document: Document, title: str, lang: Lang) -> None:
    """Put a title and « page 2 sur 9 » at the foot of every page."""
    for section in document.sections:
        section.footer.is_linked_to_previous = False
        _foot(section, title, lang)


def _foot(section: Section, title: str, lang: Lang) -> None:
    paragraph = section.footer.paragraphs[0]
    width = TURNED if section.orientation == WD_ORIENT.LANDSCAPE else UPRIGHT
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    title = clean(title)
    add_text(paragraph, title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…")
    add_text(paragraph, f"\t{PAGE.get(lang)}")
    add_field(paragraph, "PAGE")
    add_text(paragraph, OF.get(lang))
    add_field(paragraph, "NUMPAGES")
