"""The announced total must be the total of the plan."""

from collections.abc import Iterator

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation
from pan_tp_cli.finding import Severity
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def equations(project: Project) -> Iterator[Equation]:
    """State the announced total as the sum of the axes, and as the total of tableau 1."""
    figures, _ = project.grand_total
    if figures is None:
        return
    cells = project.total_cells()
    if cells:
        yield Equation(RULE.id, Relation.SUM, figures, cells)
    summary = project.summary.total if project.summary else None
    if summary and TOTAL in summary.cells:
        yield Equation(RULE.id, Relation.SUM, figures, (summary.cells[TOTAL],))


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
total_general: {{chiffres: {total}}}
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: 5 000 000, total: 5 000 000}}}}
  - {{code: 2, intitule: Protection, budget: {{2023: 7 000 000, total: 7 000 000}}}}
"""

RULE = Rule(
    id="budget.total-general",
    severity=Severity.ERROR,
    title=Text(
        "le total annoncé n'est pas le total du plan",
        "the announced total is not the total of the plan",
    ),
    why=Text(
        "Le total annoncé est le chiffre que le pays s'engage à mobiliser ; il est repris partout.",
        "The announced total is the figure that the country commits to raise; it is quoted "
        "everywhere.",
    ),
    repair=Text(
        "si le budget est juste, annoncez {expected}",
        "if the budget is right, announce {expected}",
    ),
    bad=Example(plan=PLAN.format(total="21 000 000")),
    good=Example(plan=PLAN.format(total="12 000 000")),
    equations=equations,
)
