"""A share or a level that a plan wants to raise does not fall from one year to the next."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.model.indicators import Aggregation
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.targets import Fall, falls, from_baseline, meant_to_fall
from pan_tp_cli.text import Text

BELOW_BASELINE = Text(
    "la cible {printed} est inférieure à la référence de base ({previous})",
    "the target {printed} is below the baseline ({previous})",
)
STEADILY = Text(
    "les cibles baissent chaque année depuis la référence de base ({previous})",
    "the targets fall every year from the baseline on ({previous})",
)
MEANT = Text(
    "si l'indicateur mesure ce que le plan veut réduire, il n'y a rien à corriger",
    "where the indicator measures what the plan wants to lower, there is nothing to mend",
)


def check(project: Project) -> Iterator[Finding]:
    """Find targets below those of the year before, or below the baseline.

    Of what is counted year by year and added up, a year may well hold less than the one before.
    Targets that fall all along are most likely meant to, and only remarked.
    """
    for row in project.indicators:
        if row.indicator.cumulative or row.indicator.aggregated is Aggregation.SUM:
            continue
        found = list(falls(from_baseline(row)))
        if meant_to_fall(row):
            yield _steadily(found[0])
        else:
            yield from (_finding(fall, row) for fall in found)


def _steadily(fall: Fall) -> Finding:
    finding = RULE.with_texts(fall.after, STEADILY, MEANT, previous=fall.before.value)
    return finding._replace(severity=Severity.INFO)


def _finding(fall: Fall, row: IndicatorRow) -> Finding:
    before, after = fall
    finding = RULE.at(after, previous=before.value, year=before.column)
    if before is row.baseline:
        return finding._replace(message=Message(BELOW_BASELINE, finding.message.values))
    return finding


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    effets:
      - code: 1.1
        intitule: Les acteurs connaissent la traite
        indicateurs:
          - {{id: E1.1-1, intitule: Part des acteurs, unite: pourcentage, reference: 40 %,
             cibles: {{2023: 60 %, 2024: {target}}}}}
"""

RULE = Rule(
    id="indicateur.regression",
    severity=Severity.WARNING,
    title=Text(
        "la cible {printed} est inférieure à celle de {year} ({previous})",
        "the target {printed} is below that of {year} ({previous})",
    ),
    why=Text(
        "Un plan qui vise moins que l'année d'avant, ou moins que ce qui est déjà atteint, prévoit "
        "de reculer ; le plus souvent un chiffre est faux.",
        "A plan that aims lower than the year before, or than what is reached already, plans to "
        "lose ground; most often a figure is wrong.",
    ),
    repair=Text(
        "vérifiez les deux chiffres sur le document signé ; si le recul est voulu, dites pourquoi",
        "check both figures against the signed document; where the fall is meant, say why",
    ),
    bad=Example(indicators=FRAMEWORK.format(target="50 %")),
    good=Example(indicators=FRAMEWORK.format(target="70 %")),
    check=check,
)
