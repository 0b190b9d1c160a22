"""Each objective of the budget has an outcome in the framework."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.numbering import key
from pan_tp_cli.outline import Kind, measured, plan_headings
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Level
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find objectives that no outcome of the framework has the number of, or stands below."""
    if project.framework is None:
        return
    outcomes = measured(project, Kind.OUTCOME)
    for coded in plan_headings(project):
        if coded.level is Level.OBJECTIVE and key(coded.entry.node) not in outcomes:
            yield RULE.at(coded.cell)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    objectifs:
      - code: 1.1
        intitule: Informer
        activites: [{id: 1.1-01, intitule: Former 20 agents, budget: {2023: 5 000 000}}]
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    objectifs:
      - {{code: 1.1, intitule: Informer, effets: [{outcomes}]}}
"""

RULE = Rule(
    id="structure.objectif-sans-effet",
    severity=Severity.WARNING,
    title=Text(
        "l'objectif n'a aucun effet dans le cadre de mesure",
        "the objective has no outcome in the measurement framework",
    ),
    why=Text(
        "Un objectif sans effet attendu ne peut être évalué : on saura ce qui a été fait, pas si "
        "cela a servi.",
        "An objective without an expected outcome cannot be evaluated: it will be known what was "
        "done, not whether it helped.",
    ),
    repair=Text(
        "ajoutez au cadre de mesure l'effet de cet objectif, ou vérifiez les numéros des deux "
        "tableaux",
        "add the outcome of this objective to the framework, or check the numbers of both tables",
    ),
    bad=Example(plan=PLAN, indicators=FRAMEWORK.format(outcomes="")),
    good=Example(
        plan=PLAN,
        indicators=FRAMEWORK.format(outcomes="{code: 1.1, intitule: Les agents savent}"),
    ),
    check=check,
)
