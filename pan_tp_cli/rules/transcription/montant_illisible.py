"""A cell that should hold a number holds something that is not well written as one."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.money import Unreadable
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find every cell whose text is not a well-grouped number; the sums leave it out."""
    for cell in (*project.cells(), *project.extra_cells()):
        if isinstance(cell.value, Unreadable):
            yield RULE.at(cell)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: {amount}}}}}
"""

RULE = Rule(
    id="transcription.montant-illisible",
    severity=Severity.ERROR,
    title=Text(
        "« {printed} » n'est pas un nombre bien écrit",
        "'{printed}' is not a well-written number",
    ),
    why=Text(
        "« 50 000 00 » peut être 5 000 000 ou 50 000 000 : le deviner, c'est signer un montant "
        "que personne n'a écrit.",
        "'50 000 00' may be 5 000 000 or 50 000 000: to guess is to sign an amount that nobody "
        "wrote.",
    ),
    repair=Text(
        "un montant ou un nombre s'écrit par groupes de trois chiffres (5 000 000), un "
        "pourcentage avec son signe (52.5 %) sous « unite: pourcentage », une année sans cible "
        "N/A, une cellule vide ~",
        "an amount or a count is written in groups of three digits (5 000 000), a percentage with "
        "its sign (52.5 %) under 'unite: pourcentage', a year without target N/A, a blank cell ~",
    ),
    bad=Example(plan=PLAN.format(amount="50 000 00")),
    good=Example(plan=PLAN.format(amount="5 000 000")),
    check=check,
)
