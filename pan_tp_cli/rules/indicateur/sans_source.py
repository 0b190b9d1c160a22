"""Each indicator says where its figures will be read."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.merged import indicator_column, told
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text

NOWHERE = Text(
    "aucun indicateur ne nomme de source de vérification",
    "no indicator names a means of verification",
)


def check(project: Project) -> Iterator[Finding]:
    """Find indicators with a blank cell that is not merged with the one above."""
    yield from told(RULE, indicator_column(project, "sources", "sources"), NOWHERE)


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
             sources: {words}}}
          - {{id: P1.1-2, intitule: Juges formés, unite: nombre, cibles: {{2023: 1}},
             sources: [Rapport annuel]}}
"""

RULE = Rule(
    id="indicateur.sans-source",
    severity=Severity.WARNING,
    title=Text(
        "l'indicateur n'a pas de source de vérification",
        "the indicator has no means of verification",
    ),
    why=Text(
        "Un indicateur dont on ne sait pas où lire la valeur ne sera pas renseigné, ou le sera au "
        "jugé.",
        "An indicator whose value nobody knows where to read will not be reported, or be guessed.",
    ),
    repair=Text(
        "nommez le rapport, le registre ou l'enquête qui donnera la valeur",
        "name the report, the register or the survey that will give the value",
    ),
    bad=Example(indicators=FRAMEWORK.format(words="~")),
    good=Example(indicators=FRAMEWORK.format(words="[Rapport annuel]")),
    check=check,
)
