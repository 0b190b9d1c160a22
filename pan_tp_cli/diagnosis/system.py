"""The sums of a plan as one system of linear equations, and by how much each of them fails."""

from collections.abc import Iterable, Mapping, Sequence

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Number
from pan_tp_cli.money import NOT_APPLICABLE, Percent
from pan_tp_cli.table import Cell

Deltas = Mapping[int, int]
"""Changes of cells, in units, by the identity of the cell."""
Shift = dict[int, int]
"""Changes of residuals, in units, by the index of the equation."""
Explained = frozenset[int]
"""The indices of violated equations that some change makes hold."""


class System:
    """Exact sums over cells.

    A cell is known by its identity, an equation by its index. Values are whole `units`: francs, or
    steps of ``10 ** -decimals`` percent. The residual of an equation is target - sum of terms;
    an equation is violated where it is not 0. All equations given must be ones that can be told:
    no unreadable cell, no sum of percentages and amounts, no target that is « N/A ». Those that
    are no sums (`others`) have no residual, but their cells are known.
    """

    def __init__(self, equations: Iterable[Equation]) -> None:
        given = list(equations)
        self.decimals = _decimals(given)
        self.equations: list[Equation] = []
        self.others: list[Equation] = []
        self.cells: dict[int, Cell] = {}
        self.units: dict[int, int] = {}
        self.uses: dict[int, list[tuple[int, int]]] = {}
        self.residuals: list[int] = []
        self.rows: dict[int, list[Cell]] = {}
        self.computed: set[int] = set()
        self._blank: dict[int, Percent] = {}
        self._positions: dict[int, dict[int, int]] = {}
        for equation in given:
            self._add(equation)
        self.violated: Explained = frozenset(
            index for index, residual in enumerate(self.residuals) if residual
        )

    def _add(self, equation: Equation) -> None:
        target, terms = equation.target, equation.terms
        self.computed.add(id(target))
        if isinstance(target.value, Percent) and equation.relation is not Relation.SHARE:
            self._note_blanks(target.value, terms)
        if equation.relation is not Relation.SUM:
            self.others.append(equation)
            for cell in (target, *terms):
                self._note(cell)
            return
        step = len(self.equations), 1
        self._note(target).append(step)
        residual = self.units[id(target)]
        step = len(self.equations), -1
        for term in terms:
            self._note(term).append(step)
            residual -= self.units.get(id(term), 0)
        self.equations.append(equation)
        self.residuals.append(residual)

    def _note(self, cell: Cell) -> list[tuple[int, int]]:
        """Return the equations noted for a cell; « N/A » is no number that could be wrong."""
        identity = id(cell)
        uses = self.uses.get(identity)
        if uses is not None:
            return uses
        if cell.value is NOT_APPLICABLE:
            return []
        self.cells[identity] = cell
        self.units[identity] = self._read(cell)
        self.rows.setdefault(id(cell.entry), []).append(cell)
        self.uses[identity] = uses = []
        return uses

    def _note_blanks(self, total: Percent, terms: Iterable[Cell]) -> None:
        """Keep, of each blank cell among percentages, how precise these are printed."""
        printed = [cell.value for cell in terms if isinstance(cell.value, Percent)]
        model = max((total, *printed), key=lambda value: value.decimals)
        self._blank.update((id(cell), model) for cell in terms if cell.value is None)

    def _read(self, cell: Cell) -> int:
        value = cell.value
        if isinstance(value, int):
            return value
        return value.scaled(self.decimals) if isinstance(value, Percent) else 0

    def number(self, cell: Cell, units: int) -> Number:
        """Return units as a value for a cell: an amount, or a percentage at its precision."""
        model = self._blank.get(id(cell), cell.value)
        if not isinstance(model, Percent):
            return units
        step = 10 ** (self.decimals - model.decimals)
        if units % step:
            return Percent(units, self.decimals)
        return Percent(units // step, model.decimals)

    def step(self, cell: Cell) -> int:
        """Return the least change of a cell, in units, at the precision that it is printed with."""
        model = self._blank.get(id(cell), cell.value)
        return 10 ** (self.decimals - model.decimals) if isinstance(model, Percent) else 1

    def shift(self, deltas: Deltas) -> Shift:
        """Return how changes of cells change the residuals."""
        shift: Shift = {}
        for identity, delta in deltas.items():
            for index, sign in self.uses[identity]:
                shift[index] = shift.get(index, 0) + sign * delta
        return shift

    def settled(self, shift: Shift) -> Explained | None:
        """Return the equations that a shift makes hold.

        None where it leaves or makes one of those that it touches violated, or touches none.
        """
        touched = [index for index, change in shift.items() if change]
        if not touched or any(self.residuals[index] + shift[index] for index in touched):
            return None
        return frozenset(touched)

    def explained(self, deltas: Deltas) -> Explained | None:
        """Return the equations that changes of cells make hold, as `settled` does."""
        return self.settled(self.shift(deltas))

    def fails(self, cell: Cell) -> bool:
        """Tell whether some equation of a cell is violated."""
        return any(self.residuals[index] for index, _ in self.uses[id(cell)])

    def members(self, index: int) -> Sequence[Cell]:
        """Return the cells of an equation, its target first."""
        equation = self.equations[index]
        return (equation.target, *equation.terms)

    def positions(self, index: int) -> dict[int, int]:
        """Return the place of each term of an equation, by the identity of the cell."""
        if index not in self._positions:
            terms = self.equations[index].terms
            self._positions[index] = {id(term): place for place, term in enumerate(terms)}
        return self._positions[index]


def _decimals(equations: Iterable[Equation]) -> int:
    """Return the highest number of decimals of the percentages of equations between them."""
    return max(
        (
            cell.value.decimals
            for equation in equations
            if isinstance(equation.target.value, Percent)
            for cell in (equation.target, *equation.terms)
            if isinstance(cell.value, Percent)
        ),
        default=0,
    )
