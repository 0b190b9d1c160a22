"""A code begins with that of the heading that it stands below."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.numbering import Key, alike, key, within
from pan_tp_cli.outline import RESULTS, Coded, Kind, framework_codes, plan_headings
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Level
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find headings and results below another heading than the one that their code names.

    Activities and indicators keep the identifier that the transcriber gave them when they move.
    """
    for codes in (list(plan_headings(project)), list(framework_codes(project))):
        headings = {coded.entry.route: coded for coded in codes if coded.kind is Kind.HEADING}
        places = {(coded.level, key(coded.entry.node)) for coded in headings.values()}
        for coded in codes:
            if coded.above is not None:
                heading = headings[coded.above.route]
                astray = _result_astray if coded.kind in RESULTS else _astray
                if astray(key(coded.entry.node), heading, places):
                    yield RULE.at(coded.cell, above=heading.entry.node)


Places = set[tuple[Level | None, Key]]


def _astray(code: Key, heading: Coded, _places: Places) -> bool:
    """Tell whether a code goes on from another heading's than the one that it stands below.

    Axes I and II may hold objectives 1.1 and 2.1, or axes 1 and 2 objectives 1, 2 and 3.
    """
    return _elsewhere(code, key(heading.entry.node))


def _elsewhere(code: Key, above: Key) -> bool:
    return alike(code, above) and len(code) > len(above) and not within(code, above)


def _result_astray(code: Key, heading: Coded, places: Places) -> bool:
    """Tell the same of a result, which may be numbered within the heading above its own.

    Outputs 1.1.1 and 1.1.2 may both stand below action 1.1.1, unless there is an action 1.1.2.
    """
    own = key(heading.entry.node)
    if within(code, own) or not alike(code, own):
        return False
    if any((heading.level, code[:length]) in places for length in range(1, len(code) + 1)):
        return True
    return heading.above is not None and _elsewhere(code, key(heading.above.node))


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        activites: [{{id: 1-01, intitule: Former 20 agents, budget: {{2023: 5 000 000}}}}]
  - code: 2
    intitule: Protection
    actions:
      - code: {code}
        intitule: Équiper
        activites: [{{id: 2-01, intitule: Équiper 3 centres, budget: {{2023: 2 000 000}}}}]
"""

RULE = Rule(
    id="structure.code-mal-place",
    severity=Severity.ERROR,
    title=Text("ce code ne va pas sous {above}", "this code does not belong below {above}"),
    why=Text(
        "Le code dit de quel intitulé une ligne dépend ; s'il dit autre chose que sa place, on ne "
        "sait plus dans quel total elle compte.",
        "The code says which heading a row belongs to; where it says something else than its "
        "place, nobody knows in which total it counts.",
    ),
    repair=Text(
        "corrigez le code, ou remettez le bloc sous l'intitulé dont il porte le numéro",
        "mend the code, or move the block below the heading whose number it bears",
    ),
    bad=Example(plan=PLAN.format(code="1.2")),
    good=Example(plan=PLAN.format(code="2.1")),
    check=check,
)
