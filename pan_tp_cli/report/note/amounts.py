"""Printed figures beside those recomputed, as a cell of a note says them."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.engine import Report
from pan_tp_cli.finding import Located
from pan_tp_cli.money import Unreadable, Value, write_value
from pan_tp_cli.report.note.blocks import NOTHING, Cell, Line, Look, short
from pan_tp_cli.text import Lang, Text

SEE: Final = Text("constat", "finding")
SEE_SEVERAL: Final = Text("constats", "findings")
ACCEPTED: Final = Text("accepté par dérogation", "accepted by a waiver")
LONGEST: Final = 40


class Refs(NamedTuple):
    """The number of each finding by its identity, and the nodes of those that are accepted."""

    numbers: Mapping[int, int]
    accepted: frozenset[str]

    def of(self, found: Sequence[Located]) -> tuple[int, ...]:
        """Return the numbers of some findings, in order."""
        return tuple(sorted(self.numbers[id(each)] for each in found))


def refs(report: Report) -> Refs:
    """Return the findings of a report numbered from 1, in its order."""
    numbers = {id(each): number for number, each in enumerate(report.findings, 1)}
    return Refs(numbers, frozenset(each.finding.node for each in report.waived))


def both(printed: Value, made: Value, lang: Lang) -> Cell:
    """Return what is printed and, where it is not the same, what it should be below it.

    What is not printed, but can be computed, is told apart from what is printed. What is no
    figure is wrong whatever it should be.
    """
    if printed is None:
        return (Line(NOTHING if made is None else shown(made, lang), Look.QUIET),)
    if isinstance(printed, Unreadable):
        return (Line(shown(printed, lang), Look.WRONG),)
    if made is None or same(printed, made):
        return (Line(shown(printed, lang)),)
    return Line(shown(printed, lang), Look.WRONG), Line(shown(made, lang), Look.RIGHT)


def same(printed: Value, made: Value) -> bool:
    """Tell whether a printed figure is the one that was computed."""
    return type(printed) is type(made) and printed == made


def shown(value: Value, lang: Lang) -> str:
    """Return a figure, or the text of a cell that holds none, cut where it is long."""
    return NOTHING if value is None else short(write_value(value, lang))


def pointer(node: str, found: Sequence[Located], by: Refs, lang: Lang) -> Cell:
    """Return lines that lead to the findings of a row, and say that one of it is accepted."""
    numbers = by.of(found)
    see = (SEE if len(numbers) == 1 else SEE_SEVERAL).get(lang)
    lines = [Line(see, Look.QUIET, numbers)] if numbers else []
    if node in by.accepted:
        lines.append(Line(ACCEPTED.get(lang), Look.QUIET))
    return tuple(lines)
