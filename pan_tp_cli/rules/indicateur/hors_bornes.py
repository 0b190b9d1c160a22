"""A percentage of the framework lies between 0 and 100."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find baselines, targets and totals below 0 % or above 100 %."""
    for cell in project.cells():
        if not _within_bounds(cell.value) and cell.entry.role is Role.INDICATORS:
            yield RULE.at(cell)


def _within_bounds(value: Value) -> bool:
    return not isinstance(value, Percent) or 0 <= value.units <= 100 * 10**value.decimals


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    effets:
      - code: 1.1
        intitule: Les acteurs connaissent la traite
        indicateurs:
          - {{id: E1.1-1, intitule: Part des acteurs, unite: pourcentage,
             cibles: {{2023: {target}}}}}
"""

RULE = Rule(
    id="indicateur.hors-bornes",
    severity=Severity.ERROR,
    title=Text(
        "un pourcentage n'est pas entre 0 et 100 %",
        "a percentage does not lie between 0 and 100%",
    ),
    why=Text(
        "Une part de population ou d'acteurs ne peut dépasser 100 % ; une hausse qui le peut "
        "n'est pas une part et doit être comptée autrement.",
        "A share of a population cannot exceed 100%; a growth that can is no share and must be "
        "counted otherwise.",
    ),
    repair=Text(
        "vérifiez le chiffre sur le document signé",
        "check the figure against the signed document",
    ),
    bad=Example(indicators=FRAMEWORK.format(target="750 %")),
    good=Example(indicators=FRAMEWORK.format(target="75 %")),
    check=check,
)
