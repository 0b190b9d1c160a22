"""Text in a document of Word: runs, links within it, what they lead to, and numbers of pages."""

from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pan_tp_cli.report.said import line
from pan_tp_cli.text import NO_BREAK_SPACE

NARROW: Final = "\u202f"
REFUSED: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd", ord(NARROW): NO_BREAK_SPACE}
"""What XML refuses; and the narrow space, which many fonts do not have, as the usual one."""
LINK: Final = "Hyperlink"


def clean(text: str) -> str:
    """Return a text on one line, of characters that XML takes and fonts have."""
    return line(text).translate(REFUSED)


def add_text(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """Add text to a paragraph, in a style of characters by its identifier."""
    run = paragraph.add_run(text)
    if style is not None:
        run._r.style = style
    return run


def add_link(paragraph: Paragraph, text: str, mark: str) -> None:
    """Add text that leads to a mark of the document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), mark)
    link.set(qn("w:history"), "1")
    link.append(add_text(paragraph, text, LINK)._r)
    paragraph._p.append(link)


def add_mark(paragraph: Paragraph, mark: str, number: int) -> None:
    """Put a mark around what a paragraph says so far; each has a number of its own."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), mark)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def add_field(paragraph: Paragraph, code: str, style: str | None = None) -> None:
    """Add a field that Word fills in, such as the number of the page."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = add_text(paragraph, text if kind == "shown" else "", style)
        if kind == "":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {text} "
            run._r.append(element)
        elif kind != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
