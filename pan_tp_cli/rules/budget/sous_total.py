"""A printed amount of an axis, objective or action must be the sum of the level below."""

from collections.abc import Iterator

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Footing
from pan_tp_cli.finding import Severity
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Row
from pan_tp_cli.text import Text


def equations(project: Project) -> Iterator[Equation]:
    """State each amount of a heading as the sum of the rows below it.

    A row below that prints no amounts of its own stands for the rows that it holds. Totals are
    compared only where every row below prints one: else the years already say the same.
    """
    for row in project.budget:
        if row.children:
            for column in (*project.years, TOTAL):
                if column in row.cells:
                    terms = _below(row, column)
                    if terms:
                        target = row.cells[column]
                        yield Equation(RULE.id, Relation.SUM, target, terms, Footing.DOWN)


def _below(row: Row, column: str) -> tuple[Cell, ...]:
    try:
        return tuple([child.cells[column] for child in row.children])
    except KeyError:
        if not all(child.prints(column) for child in row.children):
            return ()
        return tuple(cell for child in row.children for cell in child.printed(column))


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    budget: {{2023: {subtotal}}}
    activites:
      - {{id: 1-01, intitule: Former, budget: {{2023: 5 000 000}}}}
      - {{id: 1-02, intitule: Informer, budget: {{2023: 7 000 000}}}}
"""

RULE = Rule(
    id="budget.sous-total",
    severity=Severity.ERROR,
    title=Text(
        "le montant imprimé n'est pas la somme du niveau inférieur",
        "the printed amount is not the sum of the level below",
    ),
    why=Text(
        "Un axe, un objectif ou une action vaut ce que valent ses lignes : un écart veut dire "
        "qu'une ligne manque, est comptée deux fois, ou qu'un montant a changé sans l'autre.",
        "An axis, objective or action is worth what its rows are worth: a difference means that "
        "a row is missing or counted twice, or that one amount changed without the other.",
    ),
    repair=Text(
        "si les lignes du dessous sont justes, le montant est {expected} ; sinon, corrigez la "
        "ligne fautive",
        "if the rows below are right, the amount is {expected}; otherwise mend the wrong row",
    ),
    bad=Example(plan=PLAN.format(subtotal="13 000 000")),
    good=Example(plan=PLAN.format(subtotal="12 000 000")),
    equations=equations,
)
