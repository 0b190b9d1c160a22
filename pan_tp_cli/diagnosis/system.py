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
    an equation is violated where it is not 0. Equations with an unreadable cell are left out;
    those that are no sums (`others`) have no residual, but their cells are known.
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
        cells = (equation.target, *equation.terms)
        values = [self._read(cell) for cell in cells]
        if None in values or (equation.relation is Relation.SUM and _mixed(cells)):
            return
        self.computed.add(id(equation.target))
        self._note_blanks(equation)
        known = [
            (cell, value)
            for cell, value in zip(cells, values, strict=True)
            if value is not None and cell.value is not NOT_APPLICABLE
        ]
        if equation.relation is not Relation.SUM:
            self.others.append(equation)
            for cell, value in known:
                self._note(cell, value)
            return
        index, residual = len(self.equations), 0
        self.equations.append(equation)
        for cell, value in known:
            sign = 1 if cell is equation.target else -1
            residual += sign * value
            self._note(cell, value).append((index, sign))
        self.residuals.append(residual)

    def _note(self, cell: Cell, value: int) -> list[tuple[int, int]]:
        identity = id(cell)
        if identity not in self.cells:
            self.cells[identity] = cell
            self.units[identity] = value
            self.uses[identity] = []
            self.rows.setdefault(id(cell.entry), []).append(cell)
        return self.uses[identity]

    def _note_blanks(self, equation: Equation) -> None:
        """Keep, of each blank cell among percentages, how precise these are printed."""
        if equation.relation is Relation.SHARE:
            return
        cells = (equation.target, *equation.terms)
        printed = [cell.value for cell in cells if isinstance(cell.value, Percent)]
        if printed:
            model = max(printed, key=lambda value: value.decimals)
            self._blank.update((id(cell), model) for cell in cells if cell.value is None)

    def _read(self, cell: Cell) -> int | None:
        value = cell.value
        if isinstance(value, int):
            return value
        if value is None or value is NOT_APPLICABLE:
            return 0
        return value.scaled(self.decimals) if isinstance(value, Percent) else None

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

    def below(self, index: int) -> Iterable[int]:
        """Yield the identities of the entries whose cells an equation adds up, each once."""
        return dict.fromkeys(id(term.entry) for term in self.equations[index].terms)


def _mixed(cells: Iterable[Cell]) -> bool:
    """Tell whether some cells hold percentages and others do not."""
    numbers = [cell.value for cell in cells if isinstance(cell.value, int | Percent)]
    return len({isinstance(number, Percent) for number in numbers}) > 1


def _decimals(equations: Iterable[Equation]) -> int:
    """Return the highest number of decimals that a percentage of the equations has."""
    return max(
        (
            cell.value.decimals
            for equation in equations
            for cell in (equation.target, *equation.terms)
            if isinstance(cell.value, Percent)
        ),
        default=0,
    )
