"""Pieces of Markdown that show what a plan says, and never do anything with it."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from pan_tp_cli.text import Lang, Text, printable

T = TypeVar("T")

APART: Final = "\u200b"
"""A space of no width, which keeps a sign from being read as a reference or a link."""
# What GitHub and GitLab make references, mentions, links and pictures of, in any text.
_REFERENCE: Final = re.compile(
    r'(?<=[@#!$~%^&])(?=[\w"{])|(?<=GH-)(?=\d)|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)', re.IGNORECASE
)
_SIGN: Final = re.compile(r"[\\`*_{}\[\]|~]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", APART: "&#8203;"}
_DRAWN: Final = {sign: f"&#{ord(sign)};" for sign in "├│└█▌▋▊▉"}
"""Signs in whose place an output that lacks them shows a bar, a backquote or ``#``."""
_as_entities = str.maketrans(_ENTITIES | _DRAWN)
_spaces = re.compile(r"[^\S\xa0\u202f]+").sub
_plain = re.compile(r"[\w ./:+-]+").fullmatch

REST: Final = Text("… et {count} de plus", "… and {count} more")
ROWS: Final = Text("{count} lignes", "{count} rows")
LEFT: Final = "---"
RIGHT: Final = "---:"
MOST_OPEN: Final = 10
"""Rows of a table that is not folded."""


class Sheet(NamedTuple):
    """What is written on: its language, and the most rows that a table may have."""

    lang: Lang
    most: int

    def head(self, *names: Text) -> list[str]:
        """Return the heads of columns."""
        return [name.get(self.lang) for name in names]


def escaped(text: str, longest: int | None = None) -> str:
    """Return a text on one line, cut to `longest`, as Markdown and HTML that mean but itself."""
    line = _spaces(" ", text).strip(" ")
    if longest is not None and len(line) > longest:
        line = f"{line[: longest - 1]}…"
    parted = _REFERENCE.sub(APART, printable(line))
    return _SIGN.sub(r"\\\g<0>", parted).translate(_as_entities)


def code(text: str) -> str:
    """Return a name between backquotes, or escaped where these would not hold it."""
    return f"`{text}`" if _plain(text) else escaped(text)


class Table(NamedTuple):
    """Heads of columns and rows; the columns `right`, counted from 0, hold figures."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Container[int] = ()


def tabled(table: Table, sheet: Sheet, most_open: int = MOST_OPEN) -> Iterator[str]:
    """Yield a table, folded where it has more rows than are left open; nothing where it has none.

    How many rows there is no room for is told.
    """
    lines = _table(table, sheet)
    if len(table.rows) > most_open:
        lines = _folded(ROWS.get(sheet.lang).format(count=len(table.rows)), lines)
    if table.rows:
        yield from lines


def first(items: Sequence[T], sheet: Sheet) -> tuple[Sequence[T], str]:
    """Return as many items as there is room for, and how many more there are, if any."""
    rest = len(items) - sheet.most
    return items[: sheet.most], REST.get(sheet.lang).format(count=rest) if rest > 0 else ""


def _table(table: Table, sheet: Sheet) -> Iterator[str]:
    yield _row(table.heads)
    yield _row([RIGHT if place in table.right else LEFT for place in range(len(table.heads))])
    rows, rest = first(table.rows, sheet)
    yield from map(_row, rows)
    if rest:
        yield _row([rest, *[""] * (len(table.heads) - 1)])


def _folded(summary: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines that are shown when the summary is chosen."""
    yield from ("<details>", f"<summary>{summary}</summary>", "")
    yield from lines
    yield from ("", "</details>")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
