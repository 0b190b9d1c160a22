"""Changes of cells as edits of the text of their file, and as a patch.

Only the span of a changed cell is replaced; every other character stays (docs/decisions/0008).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pan_tp_cli.document import Document, Node
from pan_tp_cli.layout import WORDS
from pan_tp_cli.money import Unreadable, read_amount, read_percent
from pan_tp_cli.place import Location, Role, Route
from pan_tp_cli.repair import Change
from pan_tp_cli.unified import Edit, edited, unified
from pan_tp_cli.writing import value_like, words_like

_block: Final = re.compile(r"([|>][^\r\n]*\r?\n\s*)\S(?:.*\S)?(\s*)", re.DOTALL).fullmatch
"""A text below its indicator: that line and the indentation, then what ends the text."""


def rewritten(document: Document, changes: Iterable[Change]) -> str:
    """Return the whole text of a file, its byte order mark included, with its cells changed."""
    return edited(document.mark + document.text, _edits(document, changes))


def replacements(document: Document, changes: Iterable[Change]) -> Iterator[tuple[Location, str]]:
    """Yield changes as what stands in a file now, and the text to put in its place."""
    for start, end, text in _in_text(document, changes):
        yield document.location_of(start, end), text


def patch(
    documents: Mapping[Role, Document], changes: Iterable[Change], names: Mapping[Role, str]
) -> str:
    """Return changes as a unified diff; `names` are the files as its headers call them."""
    wanted = list(changes)
    parts = []
    for role, document in documents.items():
        edits = _edits(document, [change for change in wanted if change.place.role is role])
        parts.append(unified(names[role], document.mark + document.text, edits))
    return "".join(parts)


def _edits(document: Document, changes: Iterable[Change]) -> Iterator[Edit]:
    """Yield changes as edits of the whole text of a file, its byte order mark included."""
    shift = len(document.mark)
    for start, end, text in _in_text(document, changes):
        yield Edit(start + shift, end + shift, text)


def _in_text(document: Document, changes: Iterable[Change]) -> Iterator[Edit]:
    """Yield changes as edits of the text of a file without its byte order mark."""
    for change in changes:
        start, end = document.span(change.place.route)
        content = _content(document, change)
        yield Edit(start, end, _scalar(document.text[start:end], content))


def _content(document: Document, change: Change) -> str:
    """Return what a cell shall say, in the manner of what is printed in it and around it."""
    route = change.place.route
    raw = document.at(route)
    printed = raw.strip() if isinstance(raw, str) else ""
    if route[-1] == WORDS and isinstance(change.proposed, int):
        return words_like(change.proposed, printed)
    return value_like(change.proposed, printed, tuple(_neighbours(document, route)))


def _neighbours(document: Document, route: Route) -> Iterator[str]:
    """Yield the numbers of the row that a cell stands in, as printed."""
    for text in _texts(document.at(route[:-1])):
        if not all(isinstance(read(text), Unreadable) for read in (read_amount, read_percent)):
            yield text


def _texts(row: Node) -> Iterator[str]:
    """Yield the texts of a mapping and of the mappings in it, but of no list: other rows."""
    for value in row.values() if isinstance(row, dict) else ():
        if isinstance(value, str):
            yield value
        else:
            yield from _texts(value)


def _scalar(source: str, content: str) -> str:
    """Return a YAML scalar quoted as in `source` that says `content`."""
    if source.startswith("'"):
        return "'" + content.replace("'", "''") + "'"
    if source.startswith('"'):
        return '"' + content.replace("\\", "\\\\").replace('"', '\\"') + '"'
    block = _block(source)
    return block[1] + content + block[2] if block else content
