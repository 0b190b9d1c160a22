"""A waiver of a rule that does not exist, or that cannot be waived."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.standing import FAMILY, Judged, Standing
from pan_tp_cli.text import Text

RESERVED = Text(
    "{rule} ne se déroge pas : cette règle juge les dérogations elles-mêmes",
    "{rule} cannot be waived: this rule judges the waivers themselves",
)


def judge(waivers: Sequence[Judged]) -> Iterator[Finding]:
    """Find every waiver of a rule that is not there, or that cannot be waived."""
    for each in waivers:
        if each.standing is Standing.UNKNOWN:
            rule = each.waiver.rule
            finding = RULE.at(each.cell(), rule=rule)
            if rule.startswith(f"{FAMILY}."):
                finding = finding._replace(message=Message(RESERVED, {"rule": rule}))
            yield finding


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - {code: 1, intitule: Prévention, budget: {2023: 1, 2024: 2, total: 9}}
"""
WAIVERS = """\
format: pan-tp/derogations-1
derogations:
  - regle: {rule}
    noeud: 1
    colonne: total
    imprime: 9
    attendu: 3
    motif: ainsi dans le document signé
    expire: jamais
"""

RULE = Rule(
    id="derogation.inconnue",
    severity=Severity.ERROR,
    title=Text(
        "la dérogation vise une règle inconnue : {rule}",
        "the waiver is of an unknown rule: {rule}",
    ),
    why=Text(
        "Une dérogation à une règle mal écrite ne couvre rien, et son auteur croit le contraire.",
        "A waiver of a misspelt rule covers nothing, and its author believes that it does.",
    ),
    repair=Text(
        "recopiez l'identifiant de la règle tel que le rapport l'écrit",
        "copy the identifier of the rule as the report writes it",
    ),
    bad=Example(plan=PLAN, waivers=WAIVERS.format(rule="budget.some-annees")),
    good=Example(plan=PLAN, waivers=WAIVERS.format(rule="budget.somme-annees")),
    judge=judge,
)
