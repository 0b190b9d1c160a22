"""A deliverable is expected no earlier than the year that pays for it."""

from collections.abc import Iterator

from pan_tp_cli.crossing import early
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find indicators with targets before the activities that they measure have any money."""
    for deliverable, targets, first in early(project):
        nodes = tuple(activity.entry.node for activity in deliverable.activities)
        years = tuple(cell.column for cell in targets)
        yield RULE.at(targets[0], years=years, activities=nodes, first=first)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - id: 1-01
        intitule: Imprimer un manuel
        indicateurs: [P1-1]
        budget: {{2023: {amount}, 2024: 5 000 000}}
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    produits:
      - code: 1
        intitule: Le manuel est connu
        indicateurs:
          - {id: P1-1, intitule: Nombre de copies, unite: nombre, cibles: {2023: 500, 2024: 500}}
"""

RULE = Rule(
    id="croisement.livrable-avant-financement",
    severity=Severity.WARNING,
    title=Text(
        "livrable attendu en {years}, mais {activities} n'a d'argent qu'à partir de {first}",
        "deliverable expected in {years}, but {activities} has money from {first} only",
    ),
    why=Text(
        "Ce qui n'est pas encore payé ne peut pas être livré : la première cible sera manquée, ou "
        "l'argent arrive trop tard.",
        "What is not yet paid for cannot be delivered: the first target will be missed, or the "
        "money comes too late.",
    ),
    repair=Text(
        "décalez les cibles à {first} ou après, ou avancez le montant",
        "move the targets to {first} or later, or bring the amount forward",
    ),
    bad=Example(PLAN.format(amount="0"), FRAMEWORK),
    good=Example(PLAN.format(amount="5 000 000"), FRAMEWORK),
    check=check,
)
