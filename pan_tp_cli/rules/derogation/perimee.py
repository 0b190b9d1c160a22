"""A waiver whose finding has other values than it pins."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Shown
from pan_tp_cli.model.waivers import Waiver
from pan_tp_cli.money import Value, read_amount
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.standing import Judged, Standing, canonical
from pan_tp_cli.text import Text

NONE = Text("rien", "nothing")


def judge(waivers: Sequence[Judged]) -> Iterator[Finding]:
    """Find every waiver whose finding has other values now."""
    for each in waivers:
        if each.standing is Standing.VOID and each.now is not None:
            yield _moved(each, each.waiver, each.now)


def _moved(judged: Judged, was: Waiver, now: Finding) -> Finding:
    """Say which value has moved: the printed one, or else the expected one."""
    if canonical(was.printed) != canonical(now.printed):
        key, title, pinned, value = "imprime", PRINTED, was.printed, now.printed
    else:
        key, title, pinned, value = "attendu", EXPECTED, was.expected, now.expected
    cell = judged.cell(key if pinned is not None else "regle")
    shown = {"rule": was.rule, "was": _shown(pinned), "now": _shown(value)}
    return RULE.with_texts(cell, title, RULE.repair, **shown)


def _shown(value: Value) -> Shown:
    if isinstance(value, str):
        read = read_amount(value)
        return read if isinstance(read, int) else value
    return NONE if value is None else value


PRINTED = Text(
    "la dérogation à {rule} est périmée : la cellule imprimait {was}, elle imprime {now}",
    "the waiver of {rule} is void: the cell printed {was}, it prints {now}",
)
EXPECTED = Text(
    "la dérogation à {rule} est périmée : le calcul donnait {was}, il donne {now}",
    "the waiver of {rule} is void: the computation gave {was}, it gives {now}",
)


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
    imprime: {printed}
    attendu: 3
    motif: ainsi dans le document signé
    expire: jamais
"""

RULE = Rule(
    id="derogation.perimee",
    severity=Severity.ERROR,
    title=Text(
        "une valeur a changé depuis que le constat a été accepté",
        "a value has changed since the finding was accepted",
    ),
    why=Text(
        "Ce qui a été accepté, c'est un chiffre précis : un autre chiffre à la même place est une "
        "autre faute, que personne n'a vue.",
        "What was accepted is one figure: another figure in its place is another fault, which "
        "nobody has looked at.",
    ),
    repair=Text(
        "corrigez le plan, ou acceptez le nouveau chiffre par « pan-tp waive add »",
        "mend the plan, or accept the new figure with 'pan-tp waive add'",
    ),
    bad=Example(plan=PLAN, waivers=WAIVERS.format(printed="8")),
    good=Example(plan=PLAN, waivers=WAIVERS.format(printed="9")),
    judge=judge,
)
