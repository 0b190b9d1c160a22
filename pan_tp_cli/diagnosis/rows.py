"""Faults of whole rows: one that is missing, there twice, or below the wrong heading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Final

from pan_tp_cli.diagnosis.blocks import Block, adds_up, below
from pan_tp_cli.diagnosis.explanation import Explanation, Missing
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell, Entry

# How much oftener than one given wrong cell each fault happens: our estimates.
MISSING: Final = 300.0
MISSING_HEADING: Final = 1.0
TWICE: Final = 2.0
MISPLACED: Final = 1.0
OWN_CODE: Final = 100.0
"""How much likelier a row belongs below a heading whose code its own begins with."""
HOLE: Final = 100.0
"""How much likelier a missing row is where the numbers of the rows leave one out."""
SAME_WORDS: Final = 1e4
OTHER_WORDS: Final = 1e-3
"""How much likelier a row is there twice where its wording is, or is not, that of its twin."""
ALIKE: Final = 0.9
MOST_WORDS: Final = 100
"""Words of a wording that are compared; the longest one of the embedded plan has 51."""
MOST_COMPARED: Final = 10
"""Rows of the same amounts whose wordings are compared beyond being the same."""
_LAST_NUMBER: Final = re.compile(r"(\d+)\D*$")

Row = dict[str, Cell]
"""The cells of a row by column."""


def missing_rows(
    system: System, plausibility: Plausibility, found: Iterable[Block]
) -> Iterator[Explanation]:
    """Yield, per block, the row that it lacks: all that is short, in the columns that are."""
    for block in found:
        lacking = {column: amount for column, amount in block.short.items() if amount > 0}
        for amounts in _candidates(system, block, lacking):
            yield _missing(system, plausibility, block, amounts)


def _candidates(system: System, block: Block, lacking: dict[str, int]) -> Iterator[dict[str, int]]:
    """Yield what a row may hold: all that lacks, and only where no wrong subtotal explains it."""
    others = {
        column: amount
        for column, amount in lacking.items()
        if not _is_wrong(system, system.equations[block.equations[column]].target)
    }
    if lacking and adds_up(lacking, block.equations):
        yield lacking
    if others and others != lacking and adds_up(others, block.equations):
        yield others


def _is_wrong(system: System, cell: Cell) -> bool:
    """Tell whether a cell alone explains all of its equations, of which there are several."""
    uses = system.uses[id(cell)]
    asked = {-system.residuals[index] * sign for index, sign in uses}
    return len(uses) > 1 and len(asked) == 1


def _missing(
    system: System, plausibility: Plausibility, block: Block, amounts: dict[str, int]
) -> Explanation:
    rows = below(system, block)
    columns = [column for column in block.equations if column != TOTAL] or [TOTAL]
    values = [amounts.get(column, 0) for column in sorted(columns)]
    habits = plausibility.habits(_first(rows[0]))
    heading = all(id(cell) in system.computed for row in rows for cell in row.values())
    weight = log(MISSING_HEADING if heading else MISSING) + habits.row(values)
    if _hole([_first(row).entry.node for row in rows]):
        weight += log(HOLE)
    explained = frozenset(block.equations[column] for column in amounts)
    missing = Missing(block.parent, amounts)
    return Explanation(Pattern.MISSING_ROW, explained, (), weight, missing=missing)


def _hole(nodes: Sequence[str]) -> bool:
    """Tell whether the last numbers of codes or identifiers, counted from 1, leave one out."""
    numbers = {int(match[1][-9:]) for node in nodes if (match := _LAST_NUMBER.search(node))}
    return bool(numbers) and max(numbers) <= 2 * len(numbers) and max(numbers) > len(numbers)


def duplicated_rows(
    system: System, plausibility: Plausibility, found: Iterable[Block]
) -> Iterator[Explanation]:
    """Yield every row whose amounts are those of one before it, and are just what is too much."""
    for block in found:
        same: dict[tuple[int, ...], list[Row]] = {}
        worded: dict[object, Row] = {}
        for row in below(system, block):
            values = _values(system, row)
            before = same.setdefault(values, [])
            explained = _without(system, block, row) if before else None
            if explained is not None:
                last = [*before[-MOST_COMPARED:], before[0]]
                twin = worded.get((values, _words(row))) or next(
                    (each for each in last if _alike(each, row)), before[0]
                )
                yield _twice(plausibility, twin, row, (values, explained))
            before.append(row)
            worded.setdefault((values, _words(row)), row)


def _values(system: System, row: Row) -> tuple[int, ...]:
    return tuple(system.units[id(row[column])] for column in sorted(row))


def _without(system: System, block: Block, row: Row) -> frozenset[int] | None:
    """Return the equations of a block that hold once a row below it is taken away."""
    shift = {
        block.equations[column]: system.units[id(cell)]
        for column, cell in row.items()
        if column in block.equations
    }
    return system.settled(shift)


def _twice(
    plausibility: Plausibility, twin: Row, row: Row, values: tuple[tuple[int, ...], frozenset[int]]
) -> Explanation:
    cell, other = _first(row), _first(twin)
    amounts, explained = values
    words = SAME_WORDS if _alike(row, twin) else OTHER_WORDS
    weight = log(TWICE) + log(words) - plausibility.habits(cell).row(amounts)
    detail = {"twin": other.entry.node}
    return Explanation(Pattern.DUPLICATED_ROW, explained, (), weight, row=cell.entry, detail=detail)


def _first(row: Row) -> Cell:
    return next(iter(row.values()))


def _words(row: Row) -> tuple[str, ...]:
    """Return the first words of a row: comparing takes the square of their number."""
    return tuple(_first(row).entry.label.casefold().split(maxsplit=MOST_WORDS)[:MOST_WORDS])


def _alike(row: Row, other: Row) -> bool:
    """Tell whether two rows are worded alike."""
    words, against = _words(row), _words(other)
    if words == against:
        return True
    from difflib import SequenceMatcher  # needed only where rows hold the same amounts

    return SequenceMatcher(None, words, against).ratio() >= ALIKE


def _is_of(entry: Entry, home: Entry) -> bool:
    """Tell whether the code or identifier of a row begins with the code of a heading."""
    rest = entry.node.removeprefix(home.node)
    return rest != entry.node and rest[:1] in ("-", ".")


def misplaced_rows(system: System, found: Sequence[Block]) -> Iterator[Explanation]:
    """Yield every row that is too much in its block and just what another block lacks."""
    lacking: dict[object, list[Block]] = {}
    for block in found:
        lacking.setdefault(tuple(block.short.items()), []).append(block)
    for block in found:
        wanted = tuple((column, -amount) for column, amount in block.short.items())
        homes = lacking.get(wanted, []) if all(amount > 0 for _, amount in wanted) else []
        for row in below(system, block) if homes else ():
            explained, entry = _without(system, block, row), _first(row).entry
            if explained is not None:
                for home in (home for home in homes if _may_hold(home, entry)):
                    yield _misplaced(entry, home, explained | home.rows)


def _may_hold(home: Block, entry: Entry) -> bool:
    """Tell whether a row may stand below a heading: not one of its own level, or further down."""
    level, depth = entry.route[-2:-1], len(home.parent.route)
    return level != home.parent.route[-2:-1] and depth <= len(entry.route)


def _misplaced(entry: Entry, home: Block, explained: frozenset[int]) -> Explanation:
    weight = log(MISPLACED) + (log(OWN_CODE) if _is_of(entry, home.parent) else 0)
    detail = {"home": home.parent.node}
    return Explanation(Pattern.MISPLACED_ROW, explained, (), weight, row=entry, detail=detail)
