"""A target asks for something only in years in which its action has money."""

from collections.abc import Iterator

from pan_tp_cli.crossing import early, expecting, measured
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.funding import unfunded
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find targets of outputs in years without money, one finding per indicator.

    Targets before an activity of their own has money are told as early deliverables instead.
    """
    told = {id(cell) for found in early(project) for cell in found.targets}
    for heading, indicators in measured(project):
        without = unfunded(heading, project.years)
        for row in indicators if without else ():
            cells = [
                cell for cell in expecting(row) if cell.column in without and id(cell) not in told
            ]
            if cells:
                years = tuple(cell.column for cell in cells)
                yield RULE.at(cells[0], heading=heading.entry.node, years=years)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - {code: 1.1, intitule: Former, budget: {2023: 0, 2024: 5 000 000}}
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        produits:
          - code: 1.1
            intitule: Les acteurs sont formés
            indicateurs:
              - {{id: P1.1-1, intitule: Nombre d'acteurs formés, unite: nombre,
                 cibles: {{2023: {target}, 2024: 200}}}}
"""

RULE = Rule(
    id="croisement.cible-sans-budget",
    severity=Severity.WARNING,
    title=Text(
        "une cible est fixée sans budget : {heading} ne reçoit rien en {years}",
        "a target is set without a budget: {heading} receives nothing in {years}",
    ),
    why=Text(
        "Une cible sans argent ne sera pas atteinte l'année dite, et l'évaluation du plan le "
        "comptera comme un échec.",
        "A target without money will not be met in its year, and the evaluation of the plan will "
        "count that as a failure.",
    ),
    repair=Text(
        "reportez la cible à une année financée, ou prévoyez un montant",
        "move the target to a year that is funded, or plan an amount",
    ),
    bad=Example(PLAN, FRAMEWORK.format(target="100")),
    good=Example(PLAN, FRAMEWORK.format(target="0")),
    check=check,
)
