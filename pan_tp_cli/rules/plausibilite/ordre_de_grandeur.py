"""A figure that is exactly ten, a hundred or a thousand times its neighbours, or a tenth of them.

A zero typed too many or too few multiplies by exactly ten, a group of thousands by a thousand.
Amounts that start small (1 000 000, then 25 000 000) or that pay for setting up, then for running
(52 500 000, then 4 750 000), are as far apart but hardly ever by exactly that; so only an exact
factor counts, and only against two neighbours that agree with each other. A slip hits one cell: a
row in which several stand out that way changes its level, or starts and ends low, on purpose.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.model.indicators import Unit
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

FACTORS: Final = (10, 100, 1_000)
SMALLER = Text(
    "{printed} est {factor} fois moins que chacune des deux cellules voisines ({neighbour})",
    "{printed} is {factor} times less than either of the two neighbouring cells ({neighbour})",
)


class _Odd(NamedTuple):
    """A cell, the figure that both its neighbours hold, and by how much they differ."""

    cell: Cell
    neighbour: int
    factor: int
    larger: bool


def check(project: Project) -> Iterator[Finding]:
    """Look at the rows that nothing is summed up in: amounts of leaves, and counted targets."""
    leaves = ((row.cells, project.years) for row in project.budget if not row.children)
    targets = (
        (row.targets, tuple(row.targets))
        for row in project.indicators
        if row.indicator.unit is Unit.COUNT
    )
    for cells, columns in chain(leaves, targets):
        row = [cells[column] for column in columns if column in cells]
        filled = [cell for cell in row if cell.value]
        if len({cell.value for cell in filled}) == len(filled):
            continue  # no two neighbours agree
        odd = list(_standing_out(filled))
        if len(odd) == 1:
            yield _finding(odd[0])


def _standing_out(cells: Sequence[Cell]) -> Iterator[_Odd]:
    """Yield the cells that differ by a factor from two equal neighbours; there is no 0 in them."""
    for index, cell in enumerate(cells):
        for pair in (
            cells[max(index - 2, 0) : index],
            cells[index + 1 : index + 3],
            (*cells[max(index - 1, 0) : index], *cells[index + 1 : index + 2]),
        ):
            odd = _compared(cell, pair)
            if odd:
                yield odd
                break


def _compared(cell: Cell, pair: Sequence[Cell]) -> _Odd | None:
    values = {neighbour.value for neighbour in pair}
    if len(pair) < 2 or len(values) > 1:
        return None
    (neighbour,) = values
    if not isinstance(cell.value, int) or not isinstance(neighbour, int):
        return None
    for factor in FACTORS:
        if cell.value == neighbour * factor:
            return _Odd(cell, neighbour, factor, larger=True)
        if cell.value * factor == neighbour:
            return _Odd(cell, neighbour, factor, larger=False)
    return None


def _finding(odd: _Odd) -> Finding:
    title = RULE.title if odd.larger else SMALLER
    values = {"printed": odd.cell.value, "factor": odd.factor, "neighbour": odd.neighbour}
    return RULE.with_texts(odd.cell, title, RULE.repair, **values)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024, 2025]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - id: 1-01
        intitule: Former les enquêteurs
        budget: {{2023: 25 000 000, 2024: 25 000 000, 2025: {amount}}}
"""

RULE = Rule(
    id="plausibilite.ordre-de-grandeur",
    severity=Severity.INFO,
    title=Text(
        "{printed} est {factor} fois plus que chacune des deux cellules voisines ({neighbour})",
        "{printed} is {factor} times more than either of the two neighbouring cells ({neighbour})",
    ),
    why=Text(
        "Un zéro oublié ou de trop se tape vite, et les totaux calculés sur le montant faux lui "
        "donnent raison : seuls ses voisins le trahissent.",
        "A zero dropped or added is quickly typed, and totals computed from the wrong amount agree "
        "with it: only its neighbours give it away.",
    ),
    repair=Text(
        "comparez avec le document signé ; si un zéro manque ou est de trop, corrigez la cellule "
        "et tous les totaux où elle entre",
        "compare with the signed document; if a zero is missing or too many, correct the cell and "
        "every total that it is part of",
    ),
    bad=Example(plan=PLAN.format(amount="2 500 000")),
    good=Example(plan=PLAN.format(amount="12 500 000")),
    check=check,
)
