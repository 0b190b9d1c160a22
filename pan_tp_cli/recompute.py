"""The totals of a project computed anew from its leaves, exactly.

A leaf is a cell that no equation computes. Each computed cell follows from its equations, once
the cells that these are made of are known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Final, NamedTuple

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Number, expected, is_zero, subtract
from pan_tp_cli.finding import Severity
from pan_tp_cli.money import MAX_DIGITS, Percent, Unreadable, Value
from pan_tp_cli.place import Place
from pan_tp_cli.project import Project
from pan_tp_cli.repair import Change
from pan_tp_cli.rule import Rule
from pan_tp_cli.rules.budget import total_en_lettres
from pan_tp_cli.table import Cell

Targets = Mapping[Place, Sequence[Equation]]
"""The equations that compute each cell."""

UNKNOWN: Final = Unreadable("")
DISPUTED: Final = Unreadable("")
"""These stand, in the sums above them, for a total that cannot be computed."""


class Recomputed(NamedTuple):
    """What the leaves make of the totals.

    `targets` are the equations of all cells that are computed and `values` what these should say;
    `changes` are those that print another value, in the order of the files.
    Some are left as printed: the `unknown` ones, made of a cell that cannot be read (`unreadable`
    are the leaves among these) or shares of nothing; and the `disputed` ones, whose equations ask
    for different values.
    """

    targets: Targets
    values: Mapping[Place, Value]
    changes: tuple[Change, ...]
    unknown: tuple[Cell, ...]
    disputed: tuple[Cell, ...]
    unreadable: tuple[Cell, ...]

    def off(self, cell: Cell) -> Number | None:
        """Return by how much a cell is above what it should say; None where that is not known."""
        right = self.values.get(cell.place)
        if not isinstance(right, int | Percent):
            return None
        says = said(cell, right)
        return None if says is None else subtract(says, right)


def recompute(project: Project, rules: Iterable[Rule]) -> Recomputed:
    """Compute every target of the rules' equations, but of those of rules that only remark."""
    targets = _by_target(_equations(project, rules))
    values = _values(targets)
    cells = _in_order(targets, project)
    changes = [change for cell in cells for change in _change(cell, values[cell.place])]
    unknown = [cell for cell in cells if values[cell.place] is UNKNOWN]
    disputed = [cell for cell in cells if values[cell.place] is DISPUTED]
    leaves = tuple(_unreadable(targets, project))
    return Recomputed(targets, values, tuple(changes), tuple(unknown), tuple(disputed), leaves)


def _equations(project: Project, rules: Iterable[Rule]) -> Iterator[Equation]:
    """Yield what the rules declare, and always that the words say the total.

    The rule of the words has no equation where they, or the figures, cannot be read.
    """
    _, words = project.grand_total
    for rule in rules:
        if rule.severity is not Severity.INFO:
            yield from (each for each in rule.equations(project) if not _same(each.target, words))
    figures, _ = project.grand_total
    terms = (figures,) if figures else project.total_cells()
    if words and terms:
        yield Equation(total_en_lettres.RULE.id, Relation.SUM, words, terms)


def _same(cell: Cell, other: Cell | None) -> bool:
    return other is not None and cell.place == other.place


def _by_target(equations: Iterable[Equation]) -> Targets:
    targets: dict[Place, list[Equation]] = {}
    for equation in equations:
        targets.setdefault(equation.target.place, []).append(equation)
    return targets


def _in_order(targets: Targets, project: Project) -> list[Cell]:
    """Return the cells that are computed, in the order of the files."""
    ranks = {cell.place: rank for rank, cell in enumerate(project.cells())}
    return [targets[place][0].target for place in sorted(targets, key=ranks.__getitem__)]


def _values(targets: Targets) -> dict[Place, Value]:
    """Return what each target should say, or UNKNOWN or DISPUTED."""
    values: dict[Place, Value] = {}
    for place in _order(targets):
        values[place] = _agreed([_expected(equation, values) for equation in targets[place]])
    return values


def _agreed(wanted: Sequence[Number | None]) -> Value:
    """Return the value that all equations of a target ask for."""
    first = wanted[0]
    if first is None or None in wanted or not _writable(first):
        return UNKNOWN
    return DISPUTED if any(_differ(other, first) for other in wanted) else first


def _order(targets: Targets) -> Iterator[Place]:
    """Yield the targets, each behind all those that it is made of."""
    graph = {
        place: {term.place for equation in equations for term in equation.terms}
        for place, equations in targets.items()
    }
    return (place for place in TopologicalSorter(graph).static_order() if place in targets)


def _expected(equation: Equation, values: Mapping[Place, Value]) -> Number | None:
    """Return what the target should be, by the values computed so far and the printed leaves."""
    terms = tuple(
        term._replace(value=values.get(term.place, term.value)) for term in equation.terms
    )
    return expected(equation._replace(terms=terms))


def _differ(one: Number | None, other: Number) -> bool:
    difference = None if one is None else subtract(one, other)
    return difference is None or not is_zero(difference)


def _writable(number: Number) -> bool:
    """Tell whether a number is short enough to be read again."""
    return abs(number.units if isinstance(number, Percent) else number) < 10**MAX_DIGITS


def _change(cell: Cell, wanted: Value) -> Iterator[Change]:
    """Yield the change that makes a cell say what it should, if that is known and it does not."""
    if isinstance(wanted, int | Percent) and _differ(said(cell, wanted), wanted):
        yield Change(cell.entry.node, cell.column, cell.place, cell.value, wanted)


def said(cell: Cell, wanted: Number) -> Number | None:
    """Return the number that a cell says, in words or figures; a blank cell counts as 0."""
    if isinstance(cell.value, str) and isinstance(wanted, int):
        return total_en_lettres.read(cell.value, wanted)
    if cell.value is None:
        return wanted if is_zero(wanted) else None
    return cell.value if isinstance(cell.value, int | Percent) else None


def _unreadable(targets: Targets, project: Project) -> Iterator[Cell]:
    """Yield every leaf that cannot be read, in the order of the files."""
    equations = (equation for each in targets.values() for equation in each)
    leaves = {term.place for equation in equations for term in equation.terms} - targets.keys()
    for cell in project.cells():
        if isinstance(cell.value, Unreadable) and cell.place in leaves:
            yield cell
