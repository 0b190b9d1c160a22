"""A code names one row of its table."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.outline import Coded, Kind, framework_codes
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import LONGEST_SHOWN, Text, one_line

OFTEN = Text("ce code est porté par {count} lignes", "{count} rows bear this code")


def check(project: Project) -> Iterator[Finding]:
    """Find codes and identifiers that stand twice in a table, at the second place."""
    for first, second, *more in _bearers(project):
        label = one_line(first.entry.label, LONGEST_SHOWN)
        finding = RULE.at(second.cell, first=label)
        if more:
            count = Message(OFTEN, {"count": 2 + len(more)})
            finding = finding._replace(help=(*finding.help, count))
        yield finding


def _bearers(project: Project) -> Iterator[list[Coded]]:
    """Yield the rows of each code that several bear.

    An outcome may have the code of its objective, and an output that of its action.
    """
    first: dict[tuple[Role, Kind, str], Coded] = {}
    several: dict[tuple[Role, Kind, str], list[Coded]] = {}
    for coded in _codes(project):
        kind = Kind.HEADING if coded.kind is Kind.ACTIVITY else coded.kind
        code = coded.entry.role, kind, coded.entry.node
        earlier = first.setdefault(code, coded)
        if earlier is not coded:
            several.setdefault(code, [earlier]).append(coded)
    yield from several.values()


def _codes(project: Project) -> Iterator[Coded]:
    for row in project.budget:
        yield Coded(row.entry, Kind.ACTIVITY if row.activity else Kind.HEADING)
    yield from framework_codes(project)
    yield from (Coded(row.entry, Kind.INDICATOR) for row in project.indicators)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - {{id: 1-01, intitule: Former 20 agents, responsable: OIM, budget: {{2023: 5 000 000}}}}
      - {{id: {second}, intitule: Équiper 3 centres, responsable: OIM, budget: {{2023: 0}}}}
"""

RULE = Rule(
    id="structure.code-duplique",
    severity=Severity.ERROR,
    title=Text("ce code est déjà celui de « {first} »", "this code is already that of '{first}'"),
    why=Text(
        "Un code désigne une ligne : s'il en désigne deux, un renvoi, un suivi ou une dépense "
        "peuvent être portés sur la mauvaise.",
        "A code stands for one row: where it stands for two, a reference, a report or an expense "
        "may be booked on the wrong one.",
    ),
    repair=Text(
        "vérifiez les deux lignes sur le document signé et donnez à chacune son code",
        "check both rows against the signed document and give each its own code",
    ),
    bad=Example(plan=PLAN.format(second="1-01")),
    good=Example(plan=PLAN.format(second="1-02")),
    check=check,
)
