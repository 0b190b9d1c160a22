"""Each indicator names the partners that contribute to it."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.merged import indicator_column, told
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text

NOWHERE = Text(
    "aucun indicateur ne nomme de structure partenaire",
    "no indicator names a partner",
)


def check(project: Project) -> Iterator[Finding]:
    """Find indicators with a blank cell that is not merged with the one above."""
    yield from told(RULE, indicator_column(project, "partenaires", "partners"), NOWHERE)


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
             partenaires: {words}}}
          - {{id: P1.1-2, intitule: Juges formés, unite: nombre, cibles: {{2023: 1}},
             partenaires: [OSC, OI]}}
"""

RULE = Rule(
    id="indicateur.sans-partenaire",
    severity=Severity.WARNING,
    title=Text(
        "l'indicateur n'a pas de structure partenaire",
        "the indicator has no partner",
    ),
    why=Text(
        "Le cadre répartit le travail entre le responsable et ses partenaires ; une case vide ne "
        "dit pas si le responsable est seul, ou si l'on a oublié les autres.",
        "The framework shares the work out between the responsible structure and its partners; a "
        "blank cell does not say whether it is alone, or whether the others were left out.",
    ),
    repair=Text(
        "nommez les partenaires, ou écrivez « aucun »",
        "name the partners, or write 'aucun'",
    ),
    bad=Example(indicators=FRAMEWORK.format(words="~")),
    good=Example(indicators=FRAMEWORK.format(words="[OSC, OI]")),
    check=check,
)
