"""A waiver that is there twice."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.standing import Judged, Standing
from pan_tp_cli.text import Text


def judge(waivers: Sequence[Judged]) -> Iterator[Finding]:
    """Find every such waiver."""
    for each in waivers:
        if each.standing is Standing.DOUBLED:
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
    noeud: 1
    colonne: total
    imprime: 9
    attendu: 3
    motif: ainsi dans le document signé
    expire: jamais
  - regle: budget.somme-annees
    noeud: 1
    colonne: total
    imprime: {printed}
    attendu: 3
    motif: ainsi dans le document signé
    expire: jamais
"""

RULE = Rule(
    id="derogation.doublon",
    severity=Severity.ERROR,
    title=Text(
        "la dérogation à {rule} est écrite deux fois",
        "the waiver of {rule} is there twice",
    ),
    why=Text(
        "De deux dérogations au même constat, avec deux motifs ou deux dates, personne ne sait "
        "laquelle vaut.",
        "Of two waivers of one finding, with two reasons or two dates, nobody knows which one "
        "holds.",
    ),
    repair=Text(
        "gardez celle dont le motif et la date sont les bons",
        "keep the one with the right reason and date",
    ),
    bad=Example(plan=PLAN, waivers=WAIVERS.format(printed="9")),
    good=Example(plan=PLAN, waivers=WAIVERS.format(printed="8")),
    judge=judge,
)
