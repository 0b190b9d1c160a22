"""The words that a plan shown has in common: amounts, shares, findings counted by letters."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Percent, Unreadable, Value, write_amount, write_percent, write_value
from pan_tp_cli.overview import Amount
from pan_tp_cli.report.style import ERROR, FAINT, OF_SEVERITY, RIGHT, Style
from pan_tp_cli.table import Level
from pan_tp_cli.text import Lang, Text, one_line, printable

COMPUTED: Final = "="
BLANK: Final = "–"
UNKNOWN: Final = "?"
OPENING: Final = "("
LONGEST_RAW: Final = 14
LETTERS: Final = {
    Severity.ERROR: Text("E", "E"),
    Severity.WARNING: Text("A", "W"),
    Severity.INFO: Text("I", "I"),
}
KIND: Final = {
    Level.AXIS: Text("axe", "axis"),
    Level.OBJECTIVE: Text("objectif", "objective"),
    Level.ACTION: Text("action", "action"),
    Level.ACTIVITY: Text("activité", "activity"),
}
COLUMN: Final = {TOTAL: Text("total", "total"), PART: Text("part", "share")}


class Figure(NamedTuple):
    """A text in a cell, and the colour that it has where there are colours."""

    text: str
    colour: str = ""


def column(name: str, lang: Lang) -> str:
    """Return what a column is called."""
    return COLUMN[name].get(lang) if name in COLUMN else name


def label(text: str) -> str:
    """Return a wording on one line, without what could drive a terminal."""
    return printable(one_line(text))


def printed(amount: Amount, lang: Lang) -> Figure:
    """Write what is printed; where nothing is, what the rows below make, behind ``=``."""
    value = amount.printed
    if isinstance(value, Unreadable):
        return Figure(printable(one_line(value.raw, LONGEST_RAW)), ERROR)
    if value is not None:
        return Figure(write_value(value, lang), ERROR if amount.differs else "")
    if amount.made is None:
        return Figure(UNKNOWN, ERROR)
    if not amount.made:
        return Figure(BLANK, FAINT)
    return Figure(COMPUTED + write_amount(amount.made, lang), FAINT)


def computed(amount: Amount, lang: Lang) -> Figure | None:
    """Write what the rows make where another figure, or none that can be read, is printed."""
    wrong = amount.differs or isinstance(amount.printed, Unreadable)
    if not wrong or amount.made is None:
        return None
    return Figure(COMPUTED + write_amount(amount.made, lang), RIGHT)


def value(cell: Value, right: Value, lang: Lang) -> tuple[Figure, Figure | None]:
    """Write any cell of a table, and what it should say where that is known and differs."""
    if cell is None:
        return Figure(BLANK, FAINT), None
    wrong = isinstance(right, int | Percent) and not same(cell, right)
    if isinstance(cell, Unreadable):
        return Figure(printable(one_line(cell.raw, LONGEST_RAW)), ERROR), None
    mended = Figure(COMPUTED + write_value(right, lang), RIGHT) if wrong else None
    return Figure(printable(write_value(cell, lang)), ERROR if wrong else ""), mended


def same(one: Value, other: Value) -> bool:
    """Tell whether two cells say the same, 79 % and 79,0 % among them."""
    if isinstance(one, Percent) and isinstance(other, Percent):
        decimals = max(one.decimals, other.decimals)
        return one.scaled(decimals) == other.scaled(decimals)
    return one == other


def share(part: int | None, of: int | None, lang: Lang) -> str:
    """Write which part of an amount another is, to a tenth of a percent; "" where unknown."""
    if part is None or not of:
        return ""
    units = (2000 * part + of) // (2 * of)
    return write_percent(Percent(units, 1), lang)


def marks(own: Iterable[Located], below: Iterable[Located], lang: Lang) -> tuple[Figure, ...]:
    """Return the findings of a row and, in parentheses, those below: « E1 A2 (E3) »."""
    pieces = _counted(own, lang)
    under = _counted(below, lang)
    if under:
        pieces += [*_space(pieces), Figure(OPENING), *under, Figure(")")]
    return tuple(pieces)


def _counted(found: Iterable[Located], lang: Lang) -> list[Figure]:
    severities = [located.finding.severity for located in found]
    pieces: list[Figure] = []
    for severity in Severity:
        count = severities.count(severity)
        if count:
            text = f"{LETTERS[severity].get(lang)}{count}"
            pieces += [*_space(pieces), Figure(text, OF_SEVERITY[severity])]
    return pieces


def _space(pieces: list[Figure]) -> Iterator[Figure]:
    if pieces:
        yield Figure(" ")


def plain(pieces: Iterable[Figure]) -> str:
    """Return the text of pieces, without colours."""
    return "".join(piece.text for piece in pieces)


def painted(pieces: Iterable[Figure], style: Style) -> str:
    """Return the text of pieces, each in its colour."""
    return "".join(style.paint(*piece) for piece in pieces)
