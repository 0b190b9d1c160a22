"""An amount of a budget is never below zero."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find amounts of the budget and of tableau 1 below zero."""
    for cell in project.cells():
        if isinstance(cell.value, int) and cell.value < 0 and cell.entry.role is Role.PLAN:
            yield RULE.at(cell)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: {amount}}}}}
"""

RULE = Rule(
    id="budget.montant-negatif",
    severity=Severity.ERROR,
    title=Text("un montant est négatif", "an amount is negative"),
    why=Text(
        "Un plan finance des activités ; un montant négatif est une erreur de frappe, ou une "
        "compensation cachée qui fausse les totaux.",
        "A plan funds activities; a negative amount is a typing mistake, or a hidden offset that "
        "distorts the totals.",
    ),
    repair=Text(
        "retirez le signe, ou réduisez la ligne concernée",
        "remove the sign, or reduce the row concerned",
    ),
    bad=Example(plan=PLAN.format(amount="-5 000 000")),
    good=Example(plan=PLAN.format(amount="5 000 000")),
    check=check,
)
