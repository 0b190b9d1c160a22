"""An activity stands in the plan once."""

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import NamedTuple

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


class _Listed(NamedTuple):
    """An activity, the heading that it is listed below, and its wording squeezed."""

    row: Row
    parent: Row
    words: str


def check(project: Project) -> Iterator[Finding]:
    """Find activities with the words of an earlier one.

    A short wording may come back below another heading, unless the amounts do too.
    """
    listed = list(_listed(project))
    said = Counter(each.words for each in listed)
    seen: dict[Hashable, Entry] = {}
    for each in listed:
        if said[each.words] > 1:
            marks = list(_marks(each))
            entry = each.row.entry
            first = next((seen[mark] for mark in marks if mark in seen), None)
            if first:
                yield RULE.at(wording(entry), first=first.node)
            for mark in marks:
                seen.setdefault(mark, first or entry)


def _listed(project: Project) -> Iterator[_Listed]:
    for parent in project.budget:
        for row in parent.children:
            if row.activity:
                yield _Listed(row, parent, squeezed(row.entry.label))


def _marks(each: _Listed) -> Iterator[Hashable]:
    """Yield what two activities that are the same have in common, any of it being enough."""
    yield each.words, each.parent.entry.route
    if len(each.words) >= TELLING:
        yield each.words
    amounts = tuple(each.row.cells[column].value for column in sorted(each.row.cells))
    if any(amounts):
        yield each.words, amounts


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
