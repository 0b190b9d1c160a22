"""Columns of words in which a blank cell may be one merged with the cell above it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.place import Part, Role, Route
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Rule
from pan_tp_cli.table import Cell, Entry
from pan_tp_cli.text import Text

ABOVE = Text(
    "si le document fusionne cette cellule avec celle de {above}, écrivez-y les mêmes mots",
    "where the document merges this cell with that of {above}, write the same words here",
)
TABLES = {Role.PLAN: "budget", Role.INDICATORS: "indicateurs"}


class Line(NamedTuple):
    """What a column of words holds in a row; `group` are the rows that may share a merged cell.

    `key` is what the file calls the column, `printed` tells whether the row has that key at all.
    """

    entry: Entry
    group: Route
    key: str
    words: tuple[str, ...]
    printed: bool

    @property
    def cell(self) -> Cell:
        """Return the blank cell, or the name of the row where its key is left out."""
        return Cell(self.entry, None, None, (self.key if self.printed else "id",))


class Hole(NamedTuple):
    """A blank cell that no merging explains, and the row above it, of another group, if any."""

    line: Line
    above: Line | None


def indicator_column(project: Project, key: str, field: str) -> list[Line]:
    """Return a column of the framework: what the file calls `key`, and the model `field`."""
    return [
        Line(
            row.entry,
            row.entry.route[:-1],
            key,
            words_of(getattr(row.indicator, field)),
            field in row.indicator.model_fields_set,
        )
        for row in project.indicators
    ]


def words_of(value: object) -> tuple[str, ...]:
    """Return the words of a cell: those of a text or of each text of a list, if any."""
    given = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in given if isinstance(text, str) and text.strip())


def told(rule: Rule, lines: Sequence[Line], whole: Text) -> Iterator[Finding]:
    """Yield a finding for each hole of a column; one that says `whole` where nothing stands in it.

    A column with nothing in it is most often one that the document does not have.
    """
    if lines and not any(line.words for line in lines):
        role = lines[0].entry.role
        entry = Entry(role, TABLES[role], "", "", ("axes",))
        finding = rule.at(Cell(entry, None, None, ()))
        place = entry.place(part=Part.KEY)
        yield finding._replace(message=Message(whole), place=place)
        return
    for hole in holes(lines):
        finding = rule.at(hole.line.cell)
        if hole.above is not None:
            above = Message(ABOVE, {"above": hole.above.entry.node})
            finding = finding._replace(help=(*finding.help, above))
        yield finding


def holes(lines: Sequence[Line]) -> Iterator[Hole]:
    """Yield the blank cells of a column that no filled cell of the same group stands above.

    A table that prints the same words again in row after row does not merge cells in that
    column: there, every blank cell is a hole.
    """
    repeats = _repeats(lines)
    filled: Route | None = None
    above: Line | None = None
    for line in lines:
        if line.words:
            filled, above = line.group, line
        elif repeats or filled != line.group:
            yield Hole(line, above if above and above.group != line.group else None)


def _repeats(lines: Sequence[Line]) -> bool:
    """Tell whether a column says the same again below itself more often than it leaves a blank."""
    said: Counter[bool] = Counter()
    last: Line | None = None
    for line in lines:
        below = last is not None and last.group == line.group
        if last and below and line.words in ((), last.words):
            said[bool(line.words)] += 1
        if line.words or not below:
            last = line if line.words else None
    return said[True] > said[False]
