"""A printed total must be the sum of its years."""

from collections.abc import Iterator

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Footing
from pan_tp_cli.finding import Severity
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def equations(project: Project) -> Iterator[Equation]:
    """State that every total of a row, in the budget and in tableau 1, is the sum of its years."""
    shares = project.summary.shares if project.summary else None
    years = project.years
    for row in (*project.summary_rows, *project.budget):
        cells = row.cells
        if TOTAL in cells and row is not shares:
            terms = tuple([cells[year] for year in years])
            yield Equation(RULE.id, Relation.SUM, cells[TOTAL], terms, Footing.ACROSS)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    budget: {{2023: 5 000 000, 2024: 7 000 000, total: {total}}}
"""

RULE = Rule(
    id="budget.somme-annees",
    severity=Severity.ERROR,
    title=Text(
        "le total imprimé n'est pas la somme des années",
        "the printed total is not the sum of its years",
    ),
    why=Text(
        "Le total d'une ligne est ce qui sera engagé ; s'il n'est pas la somme de ses années, "
        "le plan promet deux montants différents.",
        "The total of a row is what will be committed; where it is not the sum of its years, "
        "the plan promises two different amounts.",
    ),
    repair=Text(
        "si les années sont justes, le total est {expected} ; sinon, corrigez l'année fautive",
        "if the years are right, the total is {expected}; otherwise mend the wrong year",
    ),
    bad=Example(plan=PLAN.format(total="7 000 000")),
    good=Example(plan=PLAN.format(total="12 000 000")),
    equations=equations,
)
