"""Cells, sums and systems of them made by hand."""

from collections.abc import Mapping, Sequence

from pan_tp_cli import engine, rules
from pan_tp_cli.calculation import Relation
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation, Footing
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Role
from pan_tp_cli.table import Cell, Entry
from tests.projects import Read

CATALOGUE = rules.load(rules.identifiers())


def row(node: str, amounts: Mapping[str, Value]) -> dict[str, Cell]:
    """Return the cells of one row, by column."""
    entry = Entry(Role.PLAN, node, f"Ligne {node}", "", ("axes", node))
    return {column: Cell(entry, column, value, (column,)) for column, value in amounts.items()}


def cell(node: str, value: Value) -> Cell:
    """Return a cell that is alone in its row."""
    return row(node, {"2023": value})["2023"]


def equation(target: Cell, *terms: Cell, relation: Relation = Relation.SUM) -> Equation:
    """State a cell as the sum, or what `relation` says, of others."""
    return Equation("budget.sous-total", relation, target, terms, Footing.DOWN)


def share(percent: int, part: Cell, whole: Cell) -> Equation:
    """State a percentage, in a cell that is named after its part, as the share of a whole."""
    target = cell(f"share of {part.entry.node}", Percent(percent))
    return equation(target, part, whole, relation=Relation.SHARE)


def system_of(given: Read) -> System:
    """Return the system of all equations of a project that can be told."""
    return System(engine.evaluate_all(given.project, CATALOGUE).told)


def judged(system: System) -> tuple[System, Plausibility]:
    """Return a system and what judges its explanations."""
    return system, Plausibility(system)


def named(system: System, changes: Mapping[int, int] | Sequence[tuple[Cell, int]]) -> object:
    """Return changes by node and column, with the right value in units."""
    pairs = (
        [(system.cells[identity], units) for identity, units in changes.items()]
        if isinstance(changes, Mapping)
        else changes
    )
    return {(each.entry.node, each.column): units for each, units in pairs}
