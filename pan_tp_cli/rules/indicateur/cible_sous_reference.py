"""The total of the targets is not below the baseline that the plan starts from."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.model.indicators import Aggregation
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.targets import meant_to_fall, numbers, size
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find totals of targets below the baseline.

    A total that is merely wrong is not told again: what its years add up to counts as well.
    """
    for row in project.indicators:
        baseline, reached = size(row.baseline.value), _reached(row)
        if baseline is None or reached is None or row.total is None:
            continue
        if reached < baseline and not meant_to_fall(row):
            yield RULE.at(row.total, baseline=row.baseline.value)


def _reached(row: IndicatorRow) -> int | None:
    """Return the total, or what the years add up to where that is more."""
    total = size(row.total.value) if row.total else None
    if total is None or row.indicator.aggregated is not Aggregation.SUM:
        return total
    return max(total, sum(number for _, number in numbers(row)))


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
          - {{id: P1.1-1, intitule: Nombre de personnes formées, unite: nombre,
             reference: {baseline}, cibles: {{2023: 10, 2024: 10}}, total: 20}}
"""

RULE = Rule(
    id="indicateur.cible-sous-reference",
    severity=Severity.WARNING,
    title=Text(
        "le total des cibles ({printed}) est inférieur à la référence de base ({baseline})",
        "the total of the targets ({printed}) is below the baseline ({baseline})",
    ),
    why=Text(
        "Tout le plan viserait moins que ce qui est déjà atteint ; le plus souvent la référence et "
        "les cibles ne comptent pas la même chose.",
        "The whole plan would aim lower than what is reached already; most often baseline and "
        "targets do not count the same thing.",
    ),
    repair=Text(
        "vérifiez que la référence et les cibles sont dans la même unité et sur la même durée, "
        "puis corrigez celle qui est fausse",
        "check that baseline and targets have the same unit and cover the same time, then mend the "
        "wrong one",
    ),
    bad=Example(indicators=FRAMEWORK.format(baseline="210")),
    good=Example(indicators=FRAMEWORK.format(baseline="10")),
    check=check,
)
