"""An action is carried out by activities."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.outline import Coded, Kind
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Level
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find actions of the budget without any activity."""
    for row in project.budget:
        if row.level is Level.ACTION and not row.children:
            yield RULE.at(Coded(row.entry, Kind.HEADING).cell)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        activites: [{rows}]
"""

RULE = Rule(
    id="structure.action-sans-activite",
    severity=Severity.ERROR,
    title=Text("l'action n'a aucune activité", "the action has no activity"),
    why=Text(
        "Une action sans activité n'a ni contenu ni coût : personne ne la mènera, ou ses lignes "
        "ont été oubliées.",
        "An action without activities has neither content nor cost: nobody will carry it out, or "
        "its rows were left out.",
    ),
    repair=Text(
        "ajoutez les activités qui figurent dans le document signé, ou faites retirer l'action",
        "add the activities that the signed document has, or have the action removed",
    ),
    bad=Example(plan=PLAN.format(rows="")),
    good=Example(
        plan=PLAN.format(rows="{id: 1.1-01, intitule: Former 20 agents, budget: {2023: 5 000 000}}")
    ),
    check=check,
)
