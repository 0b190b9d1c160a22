"""An empty document of Word with the styles of a note, made of the parts beside this module."""

import io
import zipfile
from importlib.resources import files
from typing import Final

import docx
from docx.document import Document

from pan_tp_cli.text import Lang

PARTS: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""What a document is made of, and the files that hold it; python-docx's own blank has 440 kB of
styles, a picture, and somebody's settings."""
LANGUAGES: Final = {Lang.FR: "fr-FR", Lang.EN: "en-GB"}
PLACEHOLDER: Final = "{lang}"


def blank(lang: Lang) -> Document:
    """Return an empty document on A4 whose text is in a language."""
    folder = files(__package__) / "parts"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, file in PARTS.items():
            text = (folder / file).read_text(encoding="utf-8")
            package.writestr(name, text.replace(PLACEHOLDER, LANGUAGES[lang]))
    return docx.Document(written)
