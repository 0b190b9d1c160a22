"""Tables of a note in a document of Word: as wide as the page, heads repeated, rows kept whole."""

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from pan_tp_cli.report.note.blocks import Cell, Column, Line, Look, Row, Table
from pan_tp_cli.report.word.runs import add_link, add_mark, add_text, clean
from pan_tp_cli.text import NO_BREAK_SPACE, Lang

TABLE: Final = "Note Table"
# Styles in cells go by their identifier: python-docx looks all of them through for a name.
CELL: Final = "NoteCell"
FIGURE: Final = "NoteFigure"
SMALL_FIGURE: Final = "NoteSmallFigure"
SMALL: Final = 14 / 17
"""The size of its figures, the usual one being 1."""
GREY: Final = "NoteGrey"
"""What is quiet among figures: as large as they are."""
HEAD: Final = "NoteHead"
FIGURE_HEAD: Final = "NoteFigureHead"
LOOKS: Final = {
    Look.PLAIN: None,
    Look.STRONG: "NoteStrong",
    Look.QUIET: "NoteQuiet",
    Look.WRONG: "NoteWrong",
    Look.RIGHT: "NoteRight",
}
NUMBER_SIGN: Final = f" n°{NO_BREAK_SPACE}"
MARK: Final = "constat_{number}"
A_DIGIT: Final = 1.52
"""Millimetres of a figure of Calibri in 8.5 points, bold."""
A_SPACE: Final = 0.7
PADDING: Final = 3.0
INDENT: Final = 1.5
TALL: Final = 13
GROUNDS: Final = {0: "E7ECF3", 1: "F3F6FA"}
"""Behind the rows of the whole plan and of its axes."""


def widths(table: Table, room: float, size: float = 1) -> list[float]:
    """Return how wide each column is, in millimetres: all of the room, shared by its words.

    More than the room where it does not hold them. `size` is that of figures, 1 the usual one.
    """
    least = [_least(each, table, place, size) for place, each in enumerate(table.columns)]
    words = sum(width for width, each in zip(least, table.columns, strict=True) if not each.figures)
    grown = 1 + max(room - sum(least), 0) / words
    return [
        width if each.figures else width * grown
        for width, each in zip(least, table.columns, strict=True)
    ]


def _least(column: Column, table: Table, place: int, size: float) -> float:
    if not column.figures:
        return column.width
    lines = (_length(line.text) for row in table.rows for line in row.cells[place])
    return max(_length(column.head), size * max(lines, default=0)) + PADDING


def _length(text: str) -> float:
    spaces = sum(map(str.isspace, text))
    return (len(text) - spaces) * A_DIGIT + spaces * A_SPACE


def add_table(document: Document, table: Table, room: float, lang: Lang) -> None:
    """Add a table that fills the room across the page, in millimetres.

    Figures are smaller where they need more than that.
    """
    wide, style = widths(table, room), FIGURE
    if sum(wide) > room + 1:
        wide, style = widths(table, room, SMALL), SMALL_FIGURE
    scale = min(room / sum(wide), 1)
    made = new_table(document, [width * scale for width in wide], TABLE)
    _describe(made, table.title)
    head = add_row(made)
    _set(head, "w:tblHeader")
    for cell, column in zip(head.cells, table.columns, strict=True):
        cell.paragraphs[0]._p.style = FIGURE_HEAD if column.figures else HEAD
        add_text(cell.paragraphs[0], clean(column.head))
    styles = [style if column.figures else CELL for column in table.columns]
    for row in table.rows:
        _fill(add_row(made), row, styles, lang)


def new_table(document: Document, wide: Sequence[float], style: str) -> WordTable:
    """Add a table without rows, whose columns keep their widths in millimetres."""
    made: WordTable = document.add_table(rows=0, cols=len(wide), style=style)
    made.autofit = False
    for column, width in zip(made.columns, wide, strict=True):
        column.width = Mm(width)
    return made


def add_row(table: WordTable) -> _Row:
    """Add a row that no page break parts."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    _set(row, "w:cantSplit")
    return row


def _fill(made: _Row, row: Row, styles: Sequence[str], lang: Lang) -> None:
    if row.tall:
        made.height, made.height_rule = Mm(TALL), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, lines, style in zip(made.cells, row.cells, styles, strict=True):
        add_lines(cell, lines, style, lang)
        if row.rank in GROUNDS:
            _shade(cell, GROUNDS[row.rank])
    first = made.cells[0].paragraphs
    if row.number is not None:
        add_mark(first[0], MARK.format(number=row.number), row.number)
    for paragraph in first:
        paragraph.paragraph_format.left_indent = Mm(INDENT * row.rank) if row.rank else None


def add_lines(cell: _Cell, lines: Cell, style: str, lang: Lang) -> None:
    """Write each line of a cell as a paragraph; an empty cell keeps an empty one."""
    for place, each in enumerate(lines or (Line(""),)):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph._p.style = style
        look = LOOKS[each.look]
        quiet = each.look is Look.QUIET and style != CELL
        _add_line(paragraph, each, GREY if quiet else look, lang)


def _add_line(paragraph: Paragraph, given: Line, style: str | None, lang: Lang) -> None:
    if given.text:
        add_text(paragraph, clean(given.text), style)
    for place, number in enumerate(given.refs):
        before = ", " if place else NO_BREAK_SPACE if lang is Lang.EN else NUMBER_SIGN
        add_text(paragraph, before, style)
        add_link(paragraph, str(number), MARK.format(number=number))


def _set(row: _Row, name: str) -> None:
    """Say of a row that it is not to be split, or that it is repeated on each page."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: _Cell, ground: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _describe(table: WordTable, title: str) -> None:
    """Say what a table holds, for those who have it read to them."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), clean(title))
    table._tbl.tblPr.append(caption)
