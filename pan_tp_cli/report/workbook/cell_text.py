"""Texts and numbers as a cell of a workbook can hold them."""

import re
from typing import Final

from pan_tp_cli.money import THIN_NO_BREAK_SPACE, Percent, Unreadable, Value, write_value
from pan_tp_cli.report.said import line
from pan_tp_cli.text import NO_BREAK_SPACE, Lang

LONGEST: Final = 32_767
"""Characters of a cell, in units of UTF-16: a limit of Excel."""
EXACT: Final = 10**15
"""Numbers from here on lose digits in Excel, which keeps fifteen; they are written as text."""
# Characters that XML does not know, besides those that `line` names.
_unknown_to_xml = re.compile("[\ufffe\uffff]").sub
Number = int | float


def clean(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, without characters that XML or a reader would stumble over."""
    shown = line(text).replace(THIN_NO_BREAK_SPACE, NO_BREAK_SPACE)  # few fonts have thin ones
    plain = _unknown_to_xml(lambda found: f"<U+{ord(found[0]):04X}>", shown)
    if len(plain) <= longest // 2 or units(plain) <= longest:
        return plain
    cut = plain.encode("utf-16-le")[: 2 * (longest - 1)]
    return cut.decode("utf-16-le", errors="ignore") + "…"


def units(text: str) -> int:
    """Return how long a text is as Excel counts: characters beyond U+FFFF are two."""
    return len(text.encode("utf-16-le")) // 2


def number(value: Value) -> Number | None:
    """Return a value as a number of a cell; None where it is none, or too long to be kept whole."""
    if isinstance(value, Percent):
        return value.units / (100 * 10**value.decimals) if abs(value.units) < EXACT else None
    if isinstance(value, int) and not isinstance(value, Unreadable):
        return value if abs(value) < EXACT else None
    return None


def text(value: Value, lang: Lang) -> str:
    """Return a value that is no number as the text of a cell; one that cannot be read whole."""
    return clean(value.raw if isinstance(value, Unreadable) else write_value(value, lang))
