"""How high rows and how wide columns must be, since not every program fits them when it opens."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

POINTS_PER_LINE: Final = 11.5
MARGIN: Final = 2.5
HIGHEST: Final = 400.0
"""Points of a row; Excel takes 409."""
LETTERS_PER_UNIT: Final = 1.25
"""Small letters of Arial, on the average, in the width of a digit."""
CAPITAL: Final = 1.4
"""How much wider a capital is than a small letter; a bold one still more."""
BOLD: Final = 1.14
SIDES: Final = 1.6
"""Room at both sides of a number, in digits."""


def lines(text: str, width: float, bold: bool = False) -> int:
    """Return in how many lines words are broken, in a column of a width in digits."""
    room = max(width * LETTERS_PER_UNIT / (BOLD if bold else 1), 1)
    return sum(_lines(paragraph, room) for paragraph in text.split("\n"))


def _lines(text: str, room: float) -> int:
    count, used = 1, 0.0
    for word in text.split(" "):
        wide = len(word) + (CAPITAL - 1) * sum(map(str.isupper, word))
        if used and used + 1 + wide > room:
            count, used = count + 1, 0.0
        used += wide + (1 if used else 0)
        if used > room:  # a long word is broken
            count, used = count + int(used / room), used % room
    return count


def height(text: str, width: float, bold: bool = False) -> float:
    """Return how high a row must be for a text, in points."""
    return min(lines(text, width, bold) * POINTS_PER_LINE + MARGIN, HIGHEST)


class Sizes:
    """What rows and columns of a sheet hold, from which their sizes follow when all is written."""

    def __init__(self, worksheet: "Worksheet") -> None:
        self._worksheet = worksheet
        self._widths: list[float] = []
        self._digits: dict[int, int] = {}
        self._texts: dict[int, list[tuple[int, str, bool]]] = {}
        self._levels: dict[int, int] = {}

    def columns(self, widths: Sequence[float]) -> None:
        """Give columns their least widths, in digits; rows are then as high as they must be."""
        self._widths = list(widths)

    def text(self, at: tuple[int, int], text: str, bold: bool) -> None:
        """Remember a text that is broken into lines."""
        row, column = at
        self._texts.setdefault(row, []).append((column, text, bold))

    def number(self, column: int, shown: int) -> None:
        """Remember how many characters a number has, so that it is never shown as ``####``."""
        self._digits[column] = max(shown, self._digits.get(column, 0))

    def level(self, row: int, level: int) -> None:
        """Put a row below those of a lesser level, which can fold it."""
        self._levels[row] = level

    def apply(self) -> None:
        """Give all columns and rows their sizes; nothing where no widths were given."""
        for column, width in enumerate(self._widths):
            needed = self._digits.get(column, 0) + SIDES if column in self._digits else 0
            self._widths[column] = max(width, needed)
            self._worksheet.set_column(column, column, self._widths[column])
        for row in sorted(self._texts.keys() | self._levels.keys()) if self._widths else ():
            points = max(self._heights(row), default=POINTS_PER_LINE + MARGIN)
            self._worksheet.set_row(row, points, None, {"level": self._levels.get(row, 0)})

    def _heights(self, row: int) -> Iterator[float]:
        for column, text, bold in self._texts.get(row, ()):
            if column < len(self._widths):
                yield height(text, self._widths[column], bold)
