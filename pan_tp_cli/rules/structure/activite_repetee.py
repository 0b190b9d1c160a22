"""An activity stands in the plan once."""

from collections.abc import Hashable, Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.outline import wording
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Entry, Row
from pan_tp_cli.text import Text
from pan_tp_cli.wording import squeezed

TELLING = 30
"""Letters from which a wording is not one that any action may have, such as « Suivi et évaluation »
(17): the shortest activity of the PAN-TP 2023-2027 has 44."""


def check(project: Project) -> Iterator[Finding]:
    """Find activities with the words of an earlier one.

    A short wording may come back below another heading, unless the amounts do too.
    """
    seen: dict[Hashable, Entry] = {}
    for parent in project.budget:
        for row in parent.children:
            if row.activity:
                marks = list(_marks(row, parent))
                first = next((seen[mark] for mark in marks if mark in seen), None)
                if first:
                    yield RULE.at(wording(row.entry), first=first.node)
                for mark in marks:
                    seen.setdefault(mark, first or row.entry)


def _marks(row: Row, parent: Row) -> Iterator[Hashable]:
    """Yield what two activities that are the same have in common, any of it being enough."""
    words = squeezed(row.entry.label)
    yield words, parent.entry.route
    if len(words) >= TELLING:
        yield words
    amounts = tuple(row.cells[column].value for column in sorted(row.cells))
    if any(amounts):
        yield words, amounts


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - {{id: 1-01, intitule: Former 20 agents, responsable: OIM, budget: {{2023: 5 000 000}}}}
      - {{id: 1-02, intitule: {second}, responsable: OIM, budget: {{2023: 3 000 000}}}}
"""

RULE = Rule(
    id="structure.activite-repetee",
    severity=Severity.WARNING,
    title=Text(
        "l'activité a le même intitulé que {first}", "the activity has the same wording as {first}"
    ),
    why=Text(
        "Une activité inscrite deux fois est payée deux fois, ou cache celle dont elle a pris la "
        "place.",
        "An activity that is entered twice is paid twice, or hides the one whose place it took.",
    ),
    repair=Text(
        "comparez les deux lignes avec le document signé : retirez celle qui est de trop, ou dites "
        "en quoi elles diffèrent",
        "compare both rows with the signed document: remove the one that is too many, or say in "
        "what they differ",
    ),
    bad=Example(plan=PLAN.format(second="FORMER 20 AGENTS")),
    good=Example(plan=PLAN.format(second="Former 20 magistrats")),
    check=check,
)
