"""Cells, sums and systems of them made by hand."""

from collections.abc import Mapping, Sequence
from typing import Final

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


def across(name: str, target: Cell, *terms: Cell) -> Equation:
    """State a cell as the sum of others along a row, where no row can be at fault, by a name."""
    return Equation(name, Relation.SUM, target, terms, Footing.ACROSS)


SIZE: Final = 4
"""Rows and columns of a block."""


def block(name: str, corner: Cell) -> list[Equation]:
    """Return the ten sums of a table of four rows and their sum, by four columns and their sum.

    All are wrong, each by another amount. A cell stands in two of them, one of a row and one of a
    column, so that no cell settles two, and no four cells settle all.
    """
    table = [
        [*(cell(f"{name}{i}{j}", 7) for j in range(SIZE)), cell(f"{name}{i}t", 900 + i * i)]
        for i in range(SIZE)
    ]
    table[0][0] = corner
    table.append([cell(f"{name}t{j}", 5000 + j**3) for j in range(SIZE)] + [cell(f"{name}tt", 77)])
    columns = zip(*table, strict=True)
    return [
        *(across(f"{name} row {i}", row[-1], *row[:-1]) for i, row in enumerate(table)),
        *(across(f"{name} column {j}", line[-1], *line[:-1]) for j, line in enumerate(columns)),
    ]


def heading(code: str, level: str, cells: str, below: str) -> str:
    """Write a heading that prints `cells`, with what is below it under the key of its level."""
    return f"{{code: {code}, intitule: {code}, budget: {{{cells}}}, {level}: [{below}]}}"


def leaf(node: str, cells: str) -> str:
    """Write an activity that prints `cells`."""
    return f"{{id: {node}, intitule: {node}, budget: {{{cells}}}}}"


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
