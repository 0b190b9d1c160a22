"""How likely an explanation is: the slip of the hand, and how the rows look once mended."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log
from types import MappingProxyType
from typing import Final, NamedTuple

from pan_tp_cli.diagnosis.habits import Habits
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.diagnosis.typing_errors import BLANKED, COPIED, OTHER, Slip, slips
from pan_tp_cli.message import NO_VALUES, Shown
from pan_tp_cli.money import Percent
from pan_tp_cli.place import Role
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell, Entry

Kind = tuple[Role, bool]
"""Amounts that are alike: of one file, and percentages or not."""
COMPUTED: Final = log(20)
"""How much oftener a computed cell is wrong than a leaf: it is also added up wrongly, or left
behind when a leaf changes. An estimate."""
ANY_AMOUNT: Final = 1e-3
"""The probability of one given amount where a computed cell holds any other."""
BEYOND: Final = log(10_000)
"""How much less likely a share above 100 % is, as a logarithm."""
UNIT_COST: Final = log(20)
"""How much less likely a row is whose quantity does not divide its amounts, as a logarithm."""
NO_QUANTITIES: Final[Mapping[int, int]] = MappingProxyType({})


class Origin(NamedTuple):
    """How a printed figure most likely came about; `weight` is a natural logarithm."""

    pattern: Pattern
    weight: float
    detail: Mapping[str, Shown] = NO_VALUES


class Plausibility:
    """Judges explanations by the habits of the tables that the system of equations is about."""

    def __init__(self, system: System, quantities: Mapping[int, int] = NO_QUANTITIES) -> None:
        self.system = system
        self._quantities = quantities
        self._years: dict[int, list[Cell]] = {}
        self._habits: dict[Kind, Habits] = {}

    def row(self, entry: Entry) -> list[Cell]:
        """Return the cells of a row that no equation computes, in the order of the table."""
        if id(entry) not in self._years:
            computed = self.system.computed
            cells = [cell for cell in self.system.rows[id(entry)] if id(cell) not in computed]
            self._years[id(entry)] = sorted(cells, key=in_table)
        return self._years[id(entry)]

    def habits(self, cell: Cell) -> Habits:
        """Return how amounts of the same kind as a cell's are written."""
        kind = _kind(cell)
        if kind not in self._habits:
            rows = (self.row(cells[0].entry) for cells in self.system.rows.values())
            units = self.system.units
            self._habits[kind] = Habits(
                [units[id(cell)] for cell in row] for row in rows if row and _kind(row[0]) == kind
            )
        return self._habits[kind]

    def gain(self, changes: Iterable[tuple[Cell, int]]) -> float:
        """Return how much likelier the rows are with `changes` than as printed: a logarithm.

        Cells that an equation computes weigh nothing: what they should be does not depend on
        habits.
        """
        right: dict[int, int] = {}
        entries: dict[int, Entry] = {}
        for cell, units in changes:
            if id(cell) not in self.system.computed:
                right[id(cell)] = units
                entries[id(cell.entry)] = cell.entry
        return sum(self._row_gain(entry, right) for entry in entries.values())

    def _row_gain(self, entry: Entry, right: Mapping[int, int]) -> float:
        row, units = self.row(entry), self.system.units
        habits = self.habits(row[0])
        before = [units[id(cell)] for cell in row]
        after = [right.get(id(cell), units[id(cell)]) for cell in row]
        own = [id(cell) in right for cell in row]
        others = self._oddities(row, before) - self._oddities(row, after)
        return habits.row(after) - habits.row(before, own) + others

    def _oddities(self, row: Sequence[Cell], amounts: Sequence[int]) -> float:
        """Return what speaks against a row, as a logarithm: shares beyond the whole, odd costs."""
        odd = 0.0
        if isinstance(row[0].value, Percent):
            whole = 100 * 10**self.system.decimals
            odd += BEYOND * sum((amount > whole) for amount in amounts)
        quantity = self._quantities.get(id(row[0].entry), 1)
        return odd + UNIT_COST * (sum(amounts) % quantity != 0)

    def origin(self, cell: Cell, right: int, neighbours: Sequence[Cell]) -> Origin:
        """Return how the printed figure most likely came about, all ways of it added up."""
        printed = self.system.units[id(cell)]
        if cell.value is None:
            return Origin(Pattern.BLANK, log(BLANKED))
        found = list(slips(printed, right))
        found.append(Slip(Pattern.OTHER_VALUE, OTHER * self._free(cell, printed)))
        alike = [other for other in neighbours if other.column and other.value == cell.value]
        if alike:
            found.append(Slip(Pattern.COPIED_NEIGHBOUR, COPIED * len(alike) / len(neighbours)))
        best = max(found, key=lambda slip: slip.probability)
        total = sum(slip.probability for slip in found)
        weight = log(total) + (COMPUTED if id(cell) in self.system.computed else 0)
        if best.pattern is Pattern.COPIED_NEIGHBOUR:
            detail = {"node": alike[0].entry.node, "column": alike[0].column or ""}
            return Origin(best.pattern, weight, detail)
        return Origin(best.pattern, weight)

    def _free(self, cell: Cell, printed: int) -> float:
        if id(cell) in self.system.computed:
            return ANY_AMOUNT
        return self.habits(cell).amount(printed, own=1)


def _kind(cell: Cell) -> Kind:
    return cell.entry.role, isinstance(cell.value, Percent)


def in_table(cell: Cell) -> tuple[bool, str]:
    """Return a key that puts the cells of a row in the order of the table: years, then totals."""
    column = cell.column or ""
    return not column.isdigit(), column


def shares(weights: Sequence[float]) -> list[float]:
    """Return the part that each weight, a natural logarithm, has in all of them together."""
    if not weights:
        return []
    highest = max(weights)
    likely = [exp(weight - highest) for weight in weights]
    total = sum(likely)
    return [value / total for value in likely]
