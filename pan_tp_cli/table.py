"""Tables: rows of cells, each cell with its place in the file."""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from pan_tp_cli.model.indicators import Indicator
from pan_tp_cli.money import Value
from pan_tp_cli.place import Part, Place, Role, Route


class Level(Enum):
    """The levels of a plan, from the top; the values are the keys that list them in a file."""

    AXIS = "axes"
    OBJECTIVE = "objectifs"
    ACTION = "actions"
    ACTIVITY = "activites"


class Entry(NamedTuple):
    """What a row stands for: its node, wording and note, and the route of its mapping."""

    role: Role
    node: str
    label: str
    note: str
    route: Route

    def place(self, *steps: str | int, part: Part = Part.VALUE) -> Place:
        """Return the place of something inside the entry."""
        return Place(self.role, self.route + steps, part)


class _Cell(NamedTuple):
    entry: Entry
    column: str | None
    value: Value
    steps: Route


class Cell(_Cell):
    """A printed cell: whose it is, its column, its value, and the way to it from its entry."""

    @cached_property  # a comparison asks each cell dozens of times
    def place(self) -> Place:
        """Where the cell stands."""
        return self.entry.place(*self.steps)


class Particulars(NamedTuple):
    """What an activity says besides its amounts; `names_responsible` where it has that key at all.

    The model that it was read into is not kept: those of a large plan take as much room as all
    cells.
    """

    responsible: str | None = None
    names_responsible: bool = False
    quantity: int | None = None
    periodicity: str | None = None
    indicators: tuple[str, ...] = ()


class Row(NamedTuple):
    """A row of the budget or of tableau 1; `cells` by column, empty where nothing is printed.

    `activity` is what an activity says besides its amounts.
    """

    entry: Entry
    cells: Mapping[str, Cell]
    extra: tuple[Value, ...] = ()
    level: Level | None = None
    children: tuple["Row", ...] = ()
    activity: Particulars | None = None

    def walk(self) -> Iterator["Row"]:
        """Yield the row and all rows below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def printed(self, column: str) -> tuple[Cell, ...]:
        """Return the cell of a column or, where the row prints none, those of the level below."""
        if column in self.cells:
            return (self.cells[column],)
        return tuple(cell for child in self.children for cell in child.printed(column))

    def prints(self, column: str) -> bool:
        """Tell whether the row, or else each row below it, prints a column."""
        if column in self.cells:
            return True
        return bool(self.children) and all(child.prints(column) for child in self.children)


class SummaryTable(NamedTuple):
    """Tableau 1: rows by code of axis, the row of totals and the row of shares."""

    rows: tuple[tuple[str, Row], ...]
    total: Row | None
    shares: Row | None


class IndicatorRow(NamedTuple):
    """A row of the framework: targets by year, and the total where it is printed."""

    entry: Entry
    indicator: Indicator
    baseline: Cell
    targets: Mapping[str, Cell]
    total: Cell | None

    def all_cells(self) -> Iterator[Cell]:
        """Yield the cells of the row: its baseline, its targets and its total."""
        yield self.baseline
        yield from self.targets.values()
        if self.total:
            yield self.total
