"""What a review note is made of: paragraphs, facts and tables, before any format."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from pan_tp_cli.report.said import line
from pan_tp_cli.text import Lang, Text

LONGEST: Final = 400
"""Characters of a line of a cell; what is longer is cut, so that a row fits on a page."""
LONGEST_WORD: Final = 16
"""Characters of a word that is left out whole where a text is cut within it."""
NOTHING: Final = "—"


class Look(Enum):
    """How a line of a cell is to be seen."""

    PLAIN = auto()
    STRONG = auto()
    QUIET = auto()
    WRONG = auto()
    RIGHT = auto()


class Line(NamedTuple):
    """A line of a cell, with the numbers of the findings that it leads to, if any."""

    text: str
    look: Look = Look.PLAIN
    refs: tuple[int, ...] = ()


Cell = tuple[Line, ...]
"""What a cell says, line by line; nothing where it is left for a pen."""


class Column(NamedTuple):
    """A column: its head and its least width in millimetres; figures are as wide as they are."""

    head: str
    width: int = 0
    figures: bool = False


class Row(NamedTuple):
    """A row: its cells, the number of the finding that it is, and how deep it stands in a tree.

    0 is the top of it. `tall` is for what is to be filled in by hand.
    """

    cells: tuple[Cell, ...]
    number: int | None = None
    rank: int | None = None
    tall: bool = False


class Table(NamedTuple):
    """Columns and rows, with what the table is called where it is read aloud."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]


class Section(NamedTuple):
    """A heading (level 1 or 2), paragraphs, points of a list and a table, each where it has any.

    `together` keeps all of it on one page.
    """

    title: str
    level: int = 1
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: Table | None = None
    together: bool = False


class Tone(Enum):
    """How a verdict sounds."""

    ALARM = auto()
    CAUTION = auto()
    CLEAR = auto()


class Verdict(NamedTuple):
    """Whether the plan can be signed, in one sentence, and what else is to be known at once."""

    tone: Tone
    sentence: str
    remarks: tuple[str, ...]


class Count(NamedTuple):
    """How many there are of something, in figures and in a word."""

    name: str
    said: str


class Note(NamedTuple):
    """A whole note: what stands on its first page, then its sections.

    `faults` say why files could not be used; `facts` are the plan, the files and the tool.
    """

    lang: Lang
    title: str
    plan: str
    about: str
    verdict: Verdict
    counts: tuple[Count, ...]
    faults: Section | None
    facts: Mapping[str, Sequence[str]]
    sections: tuple[Section, ...]


def short(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, cut where it is long; spaces that do not break stay so."""
    said = line(text)
    if len(said) <= longest:
        return said
    space = said.rfind(" ", longest - LONGEST_WORD, longest)
    return f"{said[: space if space > 0 else longest - 1]}…"


def column(head: Text, width: int, lang: Lang) -> Column:
    """Return a column of words."""
    return Column(head.get(lang), width)


def figures(head: str) -> Column:
    """Return a column of figures."""
    return Column(head, figures=True)
