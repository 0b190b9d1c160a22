"""Each indicator has a structure that answers for it."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.merged import indicator_column, told
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text

NOWHERE = Text(
    "aucun indicateur ne nomme de structure responsable",
    "no indicator names a responsible structure",
)


def check(project: Project) -> Iterator[Finding]:
    """Find indicators with a blank cell that is not merged with the one above."""
    yield from told(RULE, indicator_column(project, "responsable", "responsible"), NOWHERE)


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    produits:
      - code: 1.1
        intitule: Les acteurs sont formés
        indicateurs:
          - {{id: P1.1-1, intitule: Agents formés, unite: nombre, cibles: {{2023: 1}},
             responsable: {words}}}
          - {{id: P1.1-2, intitule: Juges formés, unite: nombre, cibles: {{2023: 1}},
             responsable: OIM}}
"""

RULE = Rule(
    id="indicateur.sans-responsable",
    severity=Severity.WARNING,
    title=Text(
        "l'indicateur n'a pas de structure responsable",
        "the indicator has no responsible structure",
    ),
    why=Text(
        "Un indicateur que personne n'est chargé de suivre ne sera pas mesuré.",
        "An indicator that nobody is charged with following will not be measured.",
    ),
    repair=Text(
        "nommez la structure qui mesure l'indicateur et en rend compte",
        "name the structure that measures the indicator and reports on it",
    ),
    bad=Example(indicators=FRAMEWORK.format(words="~")),
    good=Example(indicators=FRAMEWORK.format(words="OIM")),
    check=check,
)
