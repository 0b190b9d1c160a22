"""A waiver whose last day is past."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.standing import Judged, Standing
from pan_tp_cli.text import Text


def judge(waivers: Sequence[Judged]) -> Iterator[Finding]:
    """Find every such waiver."""
    for each in waivers:
        if each.standing is Standing.EXPIRED:
            yield RULE.at(each.cell("expire"), rule=each.waiver.rule, date=str(each.waiver.expires))


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
    noeud: 1
    colonne: total
    imprime: 9
    attendu: 3
    motif: ainsi dans le document signé
    expire: {last}
"""

RULE = Rule(
    id="derogation.expiree",
    severity=Severity.ERROR,
    title=Text(
        "la dérogation à {rule} a expiré : elle valait jusqu'au {date}",
        "the waiver of {rule} has expired: it held until {date}",
    ),
    why=Text(
        "Ce qui a été accepté pour un temps est à revoir après : sinon le provisoire dure sans "
        "que personne ne l'ait décidé.",
        "What was accepted for a time is to be looked at again after it: else the provisional "
        "lasts without anyone having decided so.",
    ),
    repair=Text(
        "corrigez le plan et retirez la dérogation, ou fixez une nouvelle date",
        "mend the plan and remove the waiver, or set a new date",
    ),
    bad=Example(plan=PLAN, waivers=WAIVERS.format(last="2000-01-31")),
    good=Example(plan=PLAN, waivers=WAIVERS.format(last="jamais")),
    judge=judge,
)
