"""Cumulative targets never fall."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.targets import falls, numbers
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find targets of a cumulative indicator below the one before."""
    for row in project.indicators:
        if row.indicator.cumulative:
            for before, after in falls(numbers(row)):
                yield RULE.at(after, previous=before.value, year=before.column)


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    produits:
      - code: 1.1
        intitule: Les acteurs sont formés
        indicateurs:
          - {{id: P1.1-1, intitule: Nombre cumulé de personnes formées, unite: nombre,
             cumulatif: oui, cibles: {{2023: 200, 2024: {target}}}}}
"""

RULE = Rule(
    id="indicateur.cumul-decroissant",
    severity=Severity.ERROR,
    title=Text(
        "la cible cumulée {printed} est inférieure à celle de {year} ({previous})",
        "the cumulative target {printed} is below that of {year} ({previous})",
    ),
    why=Text(
        "Ce qui est compté depuis le début du plan ne peut pas diminuer ; la cible est fausse, ou "
        "elle compte l'année seule.",
        "What is counted from the beginning of the plan cannot fall; the target is wrong, or it "
        "counts the year alone.",
    ),
    repair=Text(
        "corrigez la cible ; si chaque année est comptée seule, retirez « cumulatif: oui »",
        "mend the target; where each year is counted alone, remove 'cumulatif: oui'",
    ),
    bad=Example(indicators=FRAMEWORK.format(target="100")),
    good=Example(indicators=FRAMEWORK.format(target="300")),
    check=check,
)
