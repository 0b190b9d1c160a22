"""A waiver whose finding is no longer there."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.standing import Judged, Standing
from pan_tp_cli.text import Text


def judge(waivers: Sequence[Judged]) -> Iterator[Finding]:
    """Find every such waiver."""
    for each in waivers:
        if each.standing is Standing.UNUSED:
            yield RULE.at(each.cell(), rule=each.waiver.rule)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - {code: 1, intitule: Prévention, budget: {2023: 1, 2024: 2, total: 9}}
"""
WAIVERS = """\
format: pan-tp/derogations-1
derogations:
  - regle: budget.somme-annees
    noeud: {node}
    colonne: total
    imprime: 9
    attendu: 3
    motif: ainsi dans le document signé
    expire: jamais
"""

RULE = Rule(
    id="derogation.inutile",
    severity=Severity.ERROR,
    title=Text(
        "la dérogation à {rule} ne sert pas : le plan n'a pas ce constat",
        "the waiver of {rule} is of no use: the plan does not have this finding",
    ),
    why=Text(
        "Une dérogation qui reste après sa faute couvrirait sans bruit la même faute, le jour où "
        "elle revient.",
        "A waiver that outlives its fault would silently cover the same fault, the day it "
        "comes back.",
    ),
    repair=Text(
        "retirez-la : « pan-tp waive prune » montre celles qui ne servent plus",
        "remove it: 'pan-tp waive prune' shows those that no longer serve",
    ),
    bad=Example(plan=PLAN, waivers=WAIVERS.format(node="2")),
    good=Example(plan=PLAN, waivers=WAIVERS.format(node="1")),
    judge=judge,
)
