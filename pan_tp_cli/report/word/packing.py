"""A document of Word as bytes that are the same whenever it is written."""

import datetime
import io
import zipfile
from typing import Final

from docx.document import Document

NOON: Final = datetime.time(12)
"""Of the day of a document: no zone then makes another day of it."""
LONGEST_TITLE: Final = 255
"""Characters that a property of a document may have."""


def dated(document: Document, title: str, day: datetime.date, language: str) -> None:
    """Say what a document is, in which language, and of which day; of nobody in particular."""
    said = document.core_properties
    said.title, said.language = title[:LONGEST_TITLE], language
    said.author = said.last_modified_by = "pan-tp"
    said.created = said.modified = datetime.datetime.combine(day, NOON)
    said.revision = 1


def packed(document: Document, day: datetime.date) -> bytes:
    """Return the document as a file all of whose parts are of a day."""
    saved, written = io.BytesIO(), io.BytesIO()
    document.save(saved)
    stamp = max(day.year, 1980), day.month, day.day, 0, 0, 0
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(written, "w") as package:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, parts.read(name))
    return written.getvalue()
