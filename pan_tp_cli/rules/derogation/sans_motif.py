"""A waiver that does not say why."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.standing import Judged, says_nothing
from pan_tp_cli.text import Text


def judge(waivers: Sequence[Judged]) -> Iterator[Finding]:
    """Find every waiver whose reason is blank or too short to be one."""
    for each in waivers:
        if says_nothing(each.waiver.reason):
            key = "regle" if each.waiver.reason is None else "motif"
            yield RULE.at(each.cell(key), rule=each.waiver.rule)


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
    motif: {reason}
    expire: jamais
"""

RULE = Rule(
    id="derogation.sans-motif",
    severity=Severity.ERROR,
    title=Text(
        "la dérogation à {rule} ne dit pas pourquoi",
        "the waiver of {rule} does not say why",
    ),
    why=Text(
        "Sans motif, le suivant ne peut ni juger la dérogation ni la lever.",
        "Without a reason, whoever comes next can neither judge the waiver nor lift it.",
    ),
    repair=Text(
        "écrivez sous « motif » qui a accepté quoi, et sur quelle base",
        "write under 'motif' who accepted what, and on what ground",
    ),
    bad=Example(plan=PLAN, waivers=WAIVERS.format(reason="accepté")),
    good=Example(plan=PLAN, waivers=WAIVERS.format(reason="accepté en atelier")),
    judge=judge,
)
