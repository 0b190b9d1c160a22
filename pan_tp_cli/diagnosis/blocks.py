"""Blocks: a row that sums up others, and those of its columns in which the sum fails."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Footing
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.table import Cell, Entry


class Block(NamedTuple):
    """The sums of one row over the rows below it.

    `equations` are the indices of all of them by column, `short` what the rows below lack in each
    column whose sum fails, in units: negative where they have too much.
    """

    parent: Entry
    equations: Mapping[str, int]
    short: Mapping[str, int]

    @property
    def rows(self) -> frozenset[int]:
        """Return the indices of the equations that fail."""
        return frozenset(self.equations[column] for column in self.short)


def blocks(system: System) -> Iterator[Block]:
    """Yield every block in which some sum fails."""
    found: dict[int, tuple[Entry, dict[str, int]]] = {}
    for index in sorted(system.violated):
        equation = system.equations[index]
        if equation.footing is Footing.DOWN:
            entry = equation.target.entry
            found.setdefault(id(entry), (entry, {}))
    for entry, equations in found.values():
        for cell in system.rows[id(entry)]:
            for index, sign in system.uses[id(cell)]:
                if sign > 0 and system.equations[index].footing is Footing.DOWN:
                    equations[cell.column or ""] = index
        short = {
            column: system.residuals[index]
            for column, index in sorted(equations.items())
            if system.residuals[index]
        }
        yield Block(entry, equations, short)


def below(system: System, block: Block) -> list[dict[str, Cell]]:
    """Return the cells, by column, of each row that a block sums up."""
    rows: dict[int, dict[str, Cell]] = {}
    for index in block.equations.values():
        for term in system.equations[index].terms:
            rows.setdefault(id(term.entry), {})[term.column or ""] = term
    return list(rows.values())


def rows_below(system: System, block: Block) -> list[Entry]:
    """Return the rows that a block sums up."""
    return [next(iter(row.values())).entry for row in below(system, block)]


def adds_up(amounts: Mapping[str, int], equations: Mapping[str, int]) -> bool:
    """Tell whether the amounts of a row agree with its total, where the block sums totals too."""
    if TOTAL not in equations:
        return True
    years = sum(amount for column, amount in amounts.items() if column != TOTAL)
    return len(equations) == 1 or amounts.get(TOTAL, 0) == years
