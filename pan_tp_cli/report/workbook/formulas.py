"""Formulas over cells of a column: short enough for Excel, and open about cells that are text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

MOST_ARGUMENTS: Final = 255
LONGEST: Final = 5000
"""Characters of a sum, and twice those of its guard; Excel takes 8192 in all."""
ANY_TEXT: Final = '"?*"'
DIFFERS: Final = 6
"""Decimals at which figures are compared: whole francs and shares in percent alike."""


class Area(NamedTuple):
    """Rows that follow one another, counted from 0, both ends included."""

    first: int
    last: int


class Leaves(NamedTuple):
    """The rows below a heading, and the words by which a column says which of them are leaves."""

    area: Area
    column: int
    words: tuple[str, ...]


def areas(rows: Iterable[int]) -> Iterator[Area]:
    """Yield rows as few areas, those that follow one another together."""
    first = last = None
    for row in rows:
        if first is not None and last is not None and row != last + 1:
            yield Area(first, last)
            first = row
        first, last = row if first is None else first, row
    if first is not None and last is not None:
        yield Area(first, last)


def letters(column: int) -> str:
    """Return the letters of a column, which is counted from 0."""
    text = ""
    while column >= 0:
        text = chr(ord("A") + column % 26) + text
        column = column // 26 - 1
    return text


def cell(row: int, column: int) -> str:
    """Return the name of a cell; both count from 0."""
    return f"{letters(column)}{row + 1}"


def span(area: Area, column: int) -> str:
    """Return the name of an area in one column."""
    first = cell(area.first, column)
    return first if area.first == area.last else f"{first}:{cell(area.last, column)}"


def absolute(area: Area, columns: tuple[int, int]) -> str:
    """Return the name of a block that stays itself wherever the formula goes."""
    first, last = (letters(column) for column in columns)
    return f"${first}${area.first + 1}:${last}${area.last + 1}"


def add_up(parts: Sequence[Area], column: int, below: Leaves) -> str:
    """Return the sum of areas of a column; of all leaves below where these are too many to name."""
    names = [span(area, column) for area in parts]
    chunks = (names[at : at + MOST_ARGUMENTS] for at in range(0, len(names), MOST_ARGUMENTS))
    named = "+".join(f"SUM({','.join(chunk)})" for chunk in chunks)
    return (
        named
        if len(named) <= LONGEST
        else _of_leaves("SUMIF({where},{what},{cells})", column, below)
    )


def texts_in(parts: Sequence[Area], column: int, below: Leaves) -> str:
    """Return how many cells of the same areas hold a text."""
    named = "+".join(f"COUNTIF({span(area, column)},{ANY_TEXT})" for area in parts)
    if len(named) <= LONGEST // 2:
        return named
    return _of_leaves(f"COUNTIFS({{where}},{{what}},{{cells}},{ANY_TEXT})", column, below)


def _of_leaves(form: str, column: int, below: Leaves) -> str:
    where, cells = (span(below.area, each) for each in (below.column, column))
    return "+".join(
        form.format(where=where, what=quoted(word), cells=cells) for word in below.words
    )


def guarded(formula: str, texts: str, otherwise: str) -> str:
    """Return a formula that says `otherwise` where a cell that it is made of holds a text."""
    return f"IF({texts}>0,{quoted(otherwise)},{formula})"


def difference(one: str, other: str, rounded: bool = False) -> str:
    """Return one cell less another; nothing where one of them holds no number."""
    less = f"ROUND({one}-{other},{DIFFERS})" if rounded else f"{one}-{other}"
    return f'IF(COUNT({one},{other})=2,{less},"")'


def quoted(words: str) -> str:
    """Return words as a formula holds them."""
    return '"' + words.replace('"', '""') + '"'
