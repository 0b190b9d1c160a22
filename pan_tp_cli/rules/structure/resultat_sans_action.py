"""An output has the number of an action of the budget, and an outcome that of an objective."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.numbering import Key, key
from pan_tp_cli.outline import RESULTS, Coded, Kind, framework_codes, plan_headings
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Level
from pan_tp_cli.text import Text

NO_OBJECTIVE = Text(
    "l'effet {code} ne porte le numéro d'aucun intitulé du budget auquel le rattacher",
    "outcome {code} bears the number of no heading of the budget to which it could belong",
)
PRINTED_BELOW = Text("il est imprimé sous {above}", "it is printed below {above}")


def check(project: Project) -> Iterator[Finding]:
    """Find results that go on from no code of the budget at the level that they stand below.

    A level that the budget skips has no codes to pair with.
    """
    headings: dict[Level | None, set[Key]] = {}
    for coded in plan_headings(project):
        headings.setdefault(coded.level, set()).add(key(coded.entry.node))
    levels = {coded.entry.route: coded.level for coded in framework_codes(project)}
    for result in framework_codes(project):
        if result.kind in RESULTS and result.above:
            homes = headings.get(levels[result.above.route])
            if homes and not _pairs(key(result.entry.node), homes):
                yield _finding(result, result.above.node)


def _pairs(code: Key, homes: set[Key]) -> bool:
    return any(code[:length] in homes for length in range(1, len(code) + 1))


def _finding(result: Coded, above: str) -> Finding:
    code = result.entry.node
    finding = RULE.at(result.cell, code=code)
    if result.kind is Kind.OUTCOME:
        finding = finding._replace(message=Message(NO_OBJECTIVE, {"code": code}))
    return finding._replace(help=(*finding.help, Message(PRINTED_BELOW, {"above": above})))


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        activites: [{id: 1.1-01, intitule: Former 20 agents, budget: {2023: 5 000 000}}]
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        produits:
          - {{code: 1.1, intitule: Les agents sont formés}}
          - {{code: {code}, intitule: Les centres sont équipés}}
"""

RULE = Rule(
    id="structure.resultat-sans-action",
    severity=Severity.WARNING,
    title=Text(
        "le produit {code} ne porte le numéro d'aucune action du budget",
        "output {code} bears the number of no action of the budget",
    ),
    why=Text(
        "Un résultat que rien ne finance ne sera pas atteint ; un résultat mal numéroté sera "
        "cherché sous une action qui n'existe pas.",
        "A result that nothing pays for will not be reached; one that is misnumbered will be "
        "looked for below an action that does not exist.",
    ),
    repair=Text(
        "renumérotez-le d'après ce qui le produit, ou ajoutez au budget l'intitulé qui manque",
        "renumber it after what brings it about, or add the missing heading to the budget",
    ),
    bad=Example(plan=PLAN, indicators=FRAMEWORK.format(code="1.2")),
    good=Example(plan=PLAN, indicators=FRAMEWORK.format(code="1.1.a")),
    check=check,
)
