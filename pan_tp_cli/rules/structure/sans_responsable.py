"""Each activity has a structure that answers for it."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.merged import Line, told, words_of
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text

NOWHERE = Text(
    "aucune activité ne nomme de structure responsable",
    "no activity names a responsible structure",
)


def check(project: Project) -> Iterator[Finding]:
    """Find activities without a responsible structure of their own or of the rows above."""
    yield from told(RULE, list(_column(project)), NOWHERE)


def _column(project: Project) -> Iterator[Line]:
    for row in project.budget:
        if row.activity:
            words = words_of(row.activity.responsible)
            printed = row.activity.names_responsible
            yield Line(row.entry, row.entry.route[:-1], "responsable", words, printed)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - {{id: 1-01, intitule: Former 20 agents, responsable: {first}, budget: {{2023: 5 000 000}}}}
      - {{id: 1-02, intitule: Équiper 3 centres, responsable: OIM, budget: {{2023: 3 000 000}}}}
"""

RULE = Rule(
    id="structure.sans-responsable",
    severity=Severity.WARNING,
    title=Text(
        "l'activité n'a pas de structure responsable", "the activity has no responsible structure"
    ),
    why=Text(
        "Une activité dont personne ne répond ne sera pas menée, et personne n'en rendra compte.",
        "An activity that nobody answers for will not be carried out, and nobody will report "
        "on it.",
    ),
    repair=Text(
        "nommez la structure qui en répond",
        "name the structure that answers for it",
    ),
    bad=Example(plan=PLAN.format(first="~")),
    good=Example(plan=PLAN.format(first="OIM")),
    check=check,
)
