"""Amounts and percentages: how they are read from print, and written for people.

Amounts are whole francs CFA (ISO 4217 XOF, no minor unit) as `int`; a percentage keeps the
precision that it was printed with. What cannot be read is kept as it stands, never guessed.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

from pan_tp_cli.text import LONGEST_SHOWN, NO_BREAK_SPACE, Lang, Text, one_line

THIN_NO_BREAK_SPACE: Final = "\u202f"
MINUS: Final = "\u2212"
MAX_DIGITS: Final = 18
"""Longest number read: a billion billions, far above any budget, far below what slows `int`."""


class Unreadable(NamedTuple):
    """A printed cell that holds no well-written number; `raw` is its text."""

    raw: str


class Percent(NamedTuple):
    """A percentage as printed: `units` in steps of 10**-decimals percent (52,5 % is 525, 1)."""

    units: int
    decimals: int = 0

    def scaled(self, decimals: int) -> int:
        """Return the percentage in steps of ``10 ** -decimals``; `decimals` is at least its own."""
        factor: int = 10 ** (decimals - self.decimals)
        return self.units * factor


class NotApplicable(Enum):
    """The printed « N/A »: no target that year."""

    NA = "N/A"


NOT_APPLICABLE: Final = NotApplicable.NA
Value = int | Percent | NotApplicable | Unreadable | str | None
"""What a cell may hold: a number, « N/A », an unreadable text, words, or None where it is blank."""

Reader = Callable[[str], Value]

_SPACES = " \u00a0\u202f\u2009_"
AMOUNT: Final = (
    rf"([-\u2212]?)(0|[1-9][0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}})+|[1-9][0-9]*)"
    r"(?:[ \u00a0\u202f\u2009]?(?:FCFA|XOF|F[ \u00a0]CFA))?"
)
PERCENT: Final = r"([-\u2212]?)(0|[1-9][0-9]*)(?:[.,]([0-9]+))?[ \u00a0\u202f\u2009]?%"
"""How numbers are written, as regular expressions of Python and of ECMAScript alike."""

_AMOUNT = re.compile(AMOUNT).fullmatch
_PLAIN = re.compile("[1-9][0-9]{0,2}(?: [0-9]{3}){0,5}").fullmatch
_PERCENT = re.compile(PERCENT).fullmatch
_DROP_SPACES = str.maketrans("", "", _SPACES)


def read_amount(raw: str) -> int | Unreadable:
    """Read a whole number as printed: digits alone, or in groups of three.

    Groups are parted by U+0020, U+00A0, U+202F, U+2009 or ``_``; ``FCFA``, ``XOF`` or ``F CFA``
    may follow. ``50 000 00``, ``5.000``, ``1e3`` and ``007`` are unreadable.
    """
    if _PLAIN(raw):  # nearly all of them, and the pattern below takes three times as long
        return int(raw.replace(" ", ""))
    match = _AMOUNT(raw)
    if match is None:
        return Unreadable(raw)
    digits = match[2].translate(_DROP_SPACES)
    if len(digits) > MAX_DIGITS:
        return Unreadable(raw)
    return -int(digits) if match[1] else int(digits)


def read_percent(raw: str) -> Percent | Unreadable:
    """Read a percentage as printed: ``79 %``, ``79%``, ``52,5 %`` or ``52.5%``."""
    match = _PERCENT(raw)
    if match is None:
        return Unreadable(raw)
    sign, whole, fraction = match[1], match[2], match[3] or ""
    if len(whole) + len(fraction) > MAX_DIGITS:
        return Unreadable(raw)
    units = int(whole + fraction)
    return Percent(-units if sign else units, len(fraction))


def write_amount(value: int, lang: Lang) -> str:
    """Write an amount for people: 2 983 250 000 in French, 2,983,250,000 in English."""
    text = f"{abs(value):,}"
    if lang is Lang.FR:
        text = text.replace(",", THIN_NO_BREAK_SPACE)
    return MINUS + text if value < 0 else text


def write_percent(value: Percent, lang: Lang) -> str:
    """Write a percentage for people: 52,5 % in French, 52.5% in English."""
    digits = f"{abs(value.units):0{value.decimals + 1}d}"
    cut = len(digits) - value.decimals
    text = digits[:cut]
    if value.decimals:
        text += ("," if lang is Lang.FR else ".") + digits[cut:]
    sign = MINUS if value.units < 0 else ""
    return f"{sign}{text}{NO_BREAK_SPACE}%" if lang is Lang.FR else f"{sign}{text}%"


LONGEST_LINE: Final = 400
BLANK = Text("vide", "blank")


def write_value(value: Value, lang: Lang) -> str:
    """Write any cell for people; a blank one is said to be blank."""
    if value is None:
        return BLANK.get(lang)
    if isinstance(value, int):
        return write_amount(value, lang)
    if isinstance(value, Percent):
        return write_percent(value, lang)
    if isinstance(value, Unreadable):
        return one_line(value.raw, LONGEST_SHOWN)
    return value.value if isinstance(value, NotApplicable) else one_line(value, LONGEST_LINE)
