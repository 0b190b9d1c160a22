"""Briefings of small plans, and what a test asks of a document of Word."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from pan_tp_cli import app, rules
from pan_tp_cli.assembling import assemble
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked, Conventions
from pan_tp_cli.report import briefing_docx
from pan_tp_cli.text import Lang
from tests.projects import TODAY, framework, plan

SOUND: Final = plan(
    """\
    titre: Plan d'essai
    structures: {OIM: OIM, CNCLTPPA: CNCLTPPA}
    total_general: {chiffres: 12, lettres: douze}
    recapitulatif:
      axes: [{axe: 1, intitule: A, 2023: 5, 2024: 7, total: 12}]
      total: {2023: 5, 2024: 7, total: 12}
    axes:
    - code: 1
      intitule: Axe
      budget: {2023: 5, 2024: 7, total: 12}
      activites:
      - {id: 1-01, intitule: Former, responsable: OIM, budget: {2023: 2, 2024: 3, total: 5}}
      - {id: 1-02, intitule: Loger, responsable: OIM, budget: {2023: 3, 2024: 4, total: 7}}
    """
)
"""A plan that nothing is found in."""
WRONG_TOTAL: Final = SOUND.replace("2024: 3, total: 5", "2024: 3, total: 9")
WRONG_LEAF: Final = SOUND.replace("2024: 4, total: 7", "2024: 40, total: 7")
CHANGED_LEAF: Final = SOUND.replace("2024: 4, total: 7", "2024: 40, total: 43")
"""Its row followed, the totals above did not."""
WARNED: Final = SOUND.replace("Former, responsable: OIM,", "Former,")
UNREADABLE: Final = SOUND.replace("2023: 3, 2024: 4", "2023: 3, 2024: 4 0")
WIDE: Final = plan(
    "axes:\n- {code: 1, intitule: A, budget: {"
    + ", ".join(f"{year}: 2 500 000 000" for year in range(2021, 2031))
    + "}}",
    ", ".join(map(str, range(2021, 2031))),
)
"""A plan of ten years of billions."""
FORMULAS: Final = ("=1+1", "+1", "-1", "@x", "1. x", "- x", "# x", "mot" * 400)
"""What a spreadsheet would compute, and what opens a list or a heading."""
INDICATORS: Final = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 9")


def briefed(checked: Checked, day: datetime.date = TODAY) -> Briefing:
    """Return the briefing of a check that has a report."""
    briefing = assemble(checked, day)
    assert briefing is not None
    return briefing


def briefing_of(folder: Path, text: str, indicators: str = "", waivers: str = "") -> Briefing:
    """Check a plan written to a folder, with what stands beside it."""
    given = {"plan": text, "indicators": indicators, "derogations": waivers}
    for name, content in given.items():
        if content:
            (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return briefed(app.check(folder, None, rules.identifiers(), Conventions(TODAY)))


def opened(briefing: Briefing, lang: Lang) -> Document:
    """Return the document of a briefing, read back."""
    return docx.Document(BytesIO(briefing_docx.render(briefing, lang)))


def headings(document: Document) -> list[tuple[int, str]]:
    """Return the level and the text of each heading."""
    styled = [(str(each.style and each.style.name), each.text) for each in document.paragraphs]
    return [(int(name[-1]), plain(text)) for name, text in styled if name.startswith("Heading")]


def captioned(document: Document) -> dict[str, Table]:
    """Return the tables that say what they are, by that."""
    found = {}
    for table in document.tables:
        for caption in table._tbl.tblPr.iter(qn("w:tblCaption")):
            found[plain(str(caption.get(qn("w:val"))))] = table
    return found


def cells(table: Table) -> list[list[str]]:
    """Return what a table says, row by row."""
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def texts(document: Document) -> Iterator[str]:
    """Yield every paragraph, those of tables and of the foot of pages too."""
    yield from (each.text for each in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)
    for section in document.sections:
        yield from (each.text for each in section.footer.paragraphs)


def plain(text: str) -> str:
    """Return a text with spaces that break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
