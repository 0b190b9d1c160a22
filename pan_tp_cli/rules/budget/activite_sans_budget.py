"""An activity has an amount in some year."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Row
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find activities whose cells are all blank or 0; any other has money, or another fault."""
    for row in project.budget:
        if row.activity and not _has_money(row):
            yield RULE.at(Cell(row.entry, None, None, ("budget",)))


def _has_money(row: Row) -> bool:
    values = (*(cell.value for cell in row.cells.values()), *row.extra)
    return any(value not in (0, None) for value in values)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - {{id: 1-01, intitule: Informer, budget: {{2023: {amount}, 2024: 0}}}}
"""

RULE = Rule(
    id="budget.activite-sans-budget",
    severity=Severity.WARNING,
    title=Text(
        "l'activité n'a de montant dans aucune année", "the activity has no amount in any year"
    ),
    why=Text(
        "Une activité sans argent ne sera pas menée, ou le sera sur celui d'une autre : dans les "
        "deux cas le budget ne dit pas ce que le plan coûte.",
        "An activity without money will not be carried out, or will be with the money of another: "
        "either way the budget does not say what the plan costs.",
    ),
    repair=Text(
        "donnez-lui un montant, retirez-la, ou dites dans son intitulé qui la paie",
        "give it an amount, remove it, or say in its wording who pays for it",
    ),
    bad=Example(plan=PLAN.format(amount="~")),
    good=Example(plan=PLAN.format(amount="5 000 000")),
    check=check,
)
