"""Values written in the manner of a printed text: its spaces, its currency, its decimals."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from pan_tp_cli import french_numbers
from pan_tp_cli.money import MINUS, NotApplicable, Percent, Unreadable, Value

BLANK: Final = "~"
_SPACE = "[ \u00a0\u202f\u2009]"
_Find = Callable[[str], re.Match[str] | None]
_groups: _Find = re.compile(rf"[0-9]({_SPACE}|_|)[0-9]{{3}}(?![0-9])").search
_currency: _Find = re.compile(rf"{_SPACE}?(?:FCFA|XOF|F[ \u00a0]CFA)$").search
_sign: _Find = re.compile(rf"{_SPACE}?%$").search
_decimals: _Find = re.compile("[0-9]([.,])([0-9]+)").search
_francs: _Find = re.compile(
    r"\s+(de\s+)?((francs?(?:\s+cfa)?|fcfa|f\s+cfa|xof)\.?)$", re.IGNORECASE
).search
_round: _Find = re.compile(r"(?:illion|illiard)s?$").search


def value_like(value: Value, printed: str, neighbours: Sequence[str] = ()) -> str:
    """Write the value of a cell as `printed` is; "" for a cell that is blank."""
    if isinstance(value, int):
        return amount_like(value, printed, neighbours)
    if isinstance(value, Percent):
        return percent_like(value, printed, neighbours)
    if isinstance(value, NotApplicable):
        return value.value
    if isinstance(value, Unreadable):
        return value.raw
    return BLANK if value is None else value


def amount_like(amount: int, printed: str, neighbours: Sequence[str] = ()) -> str:
    """Write an amount as `printed` is: separator of groups, minus sign and currency.

    What `printed` does not show (it is blank, or too small to have groups) is as in the first of
    its `neighbours` that does, else a plain space and no currency.
    """
    separator = _first(_groups, (printed, *neighbours))
    digits = f"{abs(amount):,}".replace(",", separator[1] if separator else " ")
    currency = _first(_currency, (printed,) if printed else neighbours)
    return f"{_minus(amount, printed)}{digits}{currency[0] if currency else ''}"


def percent_like(percent: Percent, printed: str, neighbours: Sequence[str] = ()) -> str:
    """Write a percentage as `printed` is: space before the sign, decimal mark, decimals.

    It gets more decimals than printed only where it would else be another number. The mark is a
    point where none is printed: a comma would part two cells between braces.
    """
    fraction = _decimals(printed)
    units, decimals = _with_decimals(percent, len(fraction[2]) if fraction else 0)
    digits = f"{abs(units):0{decimals + 1}d}"
    if decimals:
        mark = fraction[1] if fraction else "."
        digits = f"{digits[:-decimals]}{mark}{digits[-decimals:]}"
    sign = _first(_sign, (printed, *neighbours))
    return f"{_minus(units, printed)}{digits}{sign[0] if sign else '%'}"


def words_like(number: int, printed: str) -> str:
    """Write a number in French words, with the capitals and the currency of `printed`.

    What `printed` says again in parentheses is dropped: it would no longer be true.
    """
    printed = printed.partition("(")[0].rstrip()
    words = french_numbers.spell(number)
    words += _currency_behind(words, printed)
    if printed.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if printed[:1].isupper() else words


def _first(find: _Find, texts: Iterable[str]) -> re.Match[str] | None:
    return next((found for text in texts if (found := find(text))), None)


def _minus(number: int, printed: str) -> str:
    if number >= 0:
        return ""
    return MINUS if printed.startswith(MINUS) else "-"


def _with_decimals(percent: Percent, wanted: int) -> Percent:
    """Return the same percentage in as few decimals as may be, but not fewer than `wanted`."""
    if percent.decimals <= wanted:
        return Percent(percent.scaled(wanted), wanted)
    units, decimals = percent
    while decimals > wanted and units % 10 == 0:
        units, decimals = units // 10, decimals - 1
    return Percent(units, decimals)


def _currency_behind(words: str, printed: str) -> str:
    """Return the printed currency as it follows `words`: « de francs » after a round million."""
    found = _francs(printed)
    if found is None:
        return ""
    takes_de = found[1] is not None or found[2].casefold().startswith("franc")
    return f" de {found[2]}" if takes_de and _round(words) else f" {found[2]}"
