"""What a waiver is worth on the plan at hand, and the values that it pins."""

from enum import Enum
from typing import Final, NamedTuple

from pan_tp_cli.finding import Finding
from pan_tp_cli.model.waivers import Waiver
from pan_tp_cli.money import (
    NotApplicable,
    Percent,
    Unreadable,
    Value,
    read_amount,
    read_percent,
)
from pan_tp_cli.place import Role
from pan_tp_cli.table import Cell, Entry
from pan_tp_cli.text import one_line

LEAST_LETTERS: Final = 10
"""A reason with fewer says no more than « ok » or « accepté »: not why, nor who decided."""
LIST: Final = "derogations"
FAMILY: Final = "derogation"
"""The rules that look at waivers, and cannot be waived themselves."""


class Standing(Enum):
    """What a waiver is worth; the values are those of the JSON report."""

    HOLDS = "holds"
    EXPIRED = "expired"
    VOID = "void"
    UNUSED = "unused"
    DOUBLED = "doubled"
    UNKNOWN = "unknown-rule"
    UNTOLD = "not-judged"


USELESS: Final = frozenset((Standing.EXPIRED, Standing.VOID, Standing.UNUSED, Standing.DOUBLED))
"""Waivers that no longer serve."""


class Judged(NamedTuple):
    """A waiver, its rank in the file, what it is worth, and the finding there with other values."""

    rank: int
    waiver: Waiver
    standing: Standing
    now: Finding | None = None

    def cell(self, key: str = "regle") -> Cell:
        """Return a key of the waiver as a cell, for a finding to stand at."""
        route = (LIST, self.rank)
        entry = Entry(Role.WAIVERS, self.waiver.node, "", "", route)
        return Cell(entry, self.waiver.column, None, (key,))


Pin = tuple[str, str, str | None, object, object]
"""Rule, node and column of a finding, and its values printed and expected."""


def pin_of(pinned: Finding | Waiver) -> Pin:
    """Return what a waiver pins of a finding."""
    return (
        pinned.rule,
        pinned.node,
        pinned.column,
        canonical(pinned.printed),
        canonical(pinned.expected),
    )


def canonical(value: Value) -> object:
    """Return a value, or the text that it is written as, so that the same ones are equal."""
    if isinstance(value, Percent):
        units, decimals = value
        while decimals and units % 10 == 0:
            units, decimals = units // 10, decimals - 1
        return Percent(units, decimals)
    if isinstance(value, Unreadable):
        return canonical(value.raw)
    if isinstance(value, NotApplicable):
        return value.value
    return _read(one_line(value)) if isinstance(value, str) else value


def _read(text: str) -> object:
    amount = read_amount(text)
    if isinstance(amount, int):
        return amount
    percent = read_percent(text)
    return canonical(percent) if isinstance(percent, Percent) else text


def says_nothing(reason: str | None) -> bool:
    """Tell whether a reason is blank, or too short to be one."""
    return sum(character.isalpha() for character in reason or "") < LEAST_LETTERS
