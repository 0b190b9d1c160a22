"""A printed row has more cells than its table has columns."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find every row with cells kept under ``en_trop``."""
    for entry, extra in project.extras():
        cell = Cell(entry, None, None, ("en_trop",))
        finding = RULE.at(cell, extra=extra)
        yield finding._replace(printed=extra[0]) if len(extra) == 1 else finding


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: 5 000 000}}{extra}}}
"""

RULE = Rule(
    id="transcription.cellules-en-trop",
    severity=Severity.WARNING,
    title=Text(
        "la ligne imprimée a plus de cellules que le tableau n'a de colonnes : {extra}",
        "the printed row has more cells than the table has columns: {extra}",
    ),
    why=Text(
        "Une cellule de trop déplace celles qui la suivent : un montant peut se lire sous une "
        "autre année que la sienne.",
        "A cell too many shifts those after it: an amount may be read under another year than "
        "its own.",
    ),
    repair=Text(
        "comparez la ligne avec le document signé ; si la cellule y est, faites-la retirer",
        "compare the row with the signed document; if the cell is there, have it removed",
    ),
    bad=Example(plan=PLAN.format(extra=", en_trop: [5 000 000]")),
    good=Example(plan=PLAN.format(extra="")),
    check=check,
)
