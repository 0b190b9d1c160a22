"""Each action of the budget has an output in the framework."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.numbering import key
from pan_tp_cli.outline import Kind, measured, plan_headings
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Level
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find actions that no output of the framework has the number of, or stands below."""
    if project.framework is None:
        return
    outputs = measured(project, Kind.OUTPUT)
    for coded in plan_headings(project):
        if coded.level is Level.ACTION and key(coded.entry.node) not in outputs:
            yield RULE.at(coded.cell)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        activites: [{id: 1.1-01, intitule: Former 20 agents, budget: {2023: 5 000 000}}]
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - {{code: 1.1, intitule: Former, produits: [{outputs}]}}
"""

RULE = Rule(
    id="structure.action-sans-produit",
    severity=Severity.WARNING,
    title=Text(
        "l'action n'a aucun produit dans le cadre de mesure",
        "the action has no output in the measurement framework",
    ),
    why=Text(
        "Une action dont rien ne mesure le résultat dépense sans que l'on puisse dire ce qu'elle "
        "a produit.",
        "An action whose result nothing measures spends money without anyone being able to say "
        "what it brought about.",
    ),
    repair=Text(
        "ajoutez au cadre de mesure le produit de cette action, ou vérifiez les numéros des deux "
        "tableaux",
        "add the output of this action to the framework, or check the numbers of both tables",
    ),
    bad=Example(plan=PLAN, indicators=FRAMEWORK.format(outputs="")),
    good=Example(
        plan=PLAN,
        indicators=FRAMEWORK.format(outputs="{code: 1.1, intitule: Les agents sont formés}"),
    ),
    check=check,
)
