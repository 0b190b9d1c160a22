"""A printed share must be the rounded share."""

from collections.abc import Iterator

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation
from pan_tp_cli.finding import Severity
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, SummaryTable
from pan_tp_cli.text import Text


def equations(project: Project) -> Iterator[Equation]:
    """State each share of tableau 1 as its amount over the total of the table."""
    summary = project.summary
    if summary is None or summary.total is None or TOTAL not in summary.total.cells:
        return
    whole = summary.total.cells[TOTAL]
    for share, part in _shares(summary):
        yield Equation(RULE.id, Relation.SHARE, share, (part, whole))


def _shares(summary: SummaryTable) -> Iterator[tuple[Cell, Cell]]:
    """Yield every printed share with the amount that it is the share of."""
    total = summary.total
    for row in (*(row for _, row in summary.rows), total):
        if row and PART in row.cells and TOTAL in row.cells:
            yield row.cells[PART], row.cells[TOTAL]
    if summary.shares and total:
        for column, share in summary.shares.cells.items():
            if share.value is not None:
                yield share, total.cells[column]


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
recapitulatif:
  axes:
    - {{axe: 1, 2023: 5 000 000, total: 5 000 000, part: {share}}}
    - {{axe: 2, 2023: 7 000 000, total: 7 000 000, part: 58 %}}
  total: {{2023: 12 000 000, total: 12 000 000, part: 100 %}}
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: 5 000 000, total: 5 000 000}}}}
  - {{code: 2, intitule: Protection, budget: {{2023: 7 000 000, total: 7 000 000}}}}
"""

RULE = Rule(
    id="budget.pourcentage",
    severity=Severity.ERROR,
    title=Text(
        "la part imprimée n'est pas la part arrondie",
        "the printed share is not the rounded share",
    ),
    why=Text(
        "Les parts sont reprises dans les figures et les discours ; une part fausse déforme les "
        "priorités du plan.",
        "Shares are taken over into charts and speeches; a wrong one distorts the priorities of "
        "the plan.",
    ),
    repair=Text(
        "si les montants sont justes, la part est {expected}",
        "if the amounts are right, the share is {expected}",
    ),
    bad=Example(plan=PLAN.format(share="45 %")),
    good=Example(plan=PLAN.format(share="42 %")),
    equations=equations,
)
