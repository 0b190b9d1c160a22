"""Tableau 1 must say what the axes that it sums up say."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Footing, Violation
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Entry, Row, SummaryTable
from pan_tp_cli.text import Text

NO_SUCH_AXIS = Text(
    "le tableau 1 récapitule un axe que le plan n'a pas",
    "tableau 1 sums up an axis that the plan does not have",
)
AXIS_LEFT_OUT = Text("le tableau 1 ne récapitule pas cet axe", "tableau 1 leaves this axis out")
TWICE = Text("le tableau 1 récapitule deux fois cet axe", "tableau 1 sums up this axis twice")
NOT_THE_SUM = Text(
    "le total du tableau 1 n'est pas la somme de ses lignes",
    "the total of tableau 1 is not the sum of its rows",
)
MEND_THE_SUM = Text(
    "si les lignes du tableau 1 sont justes, le total est {expected} ; sinon, corrigez la ligne "
    "fautive",
    "if the rows of tableau 1 are right, the total is {expected}; otherwise mend the wrong row",
)
CHECK_CODE = Text(
    "vérifiez le code de l'axe dans le tableau 1 et dans le plan",
    "check the code of the axis in tableau 1 and in the plan",
)


def equations(project: Project) -> Iterator[Equation]:
    """State each row of tableau 1 as its axis, and its row of totals as the sum of the rows."""
    if project.summary is None:
        return
    axes = _once(project.axes)
    columns = (*project.years, TOTAL)
    for code, row in dict(reversed(project.summary.rows)).items():
        for column in columns:
            if column in row.cells and code in axes and axes[code].prints(column):
                terms = axes[code].printed(column)
                yield Equation(RULE.id, Relation.SUM, row.cells[column], terms)
    yield from _totals(project.summary, columns)


def _once(axes: Iterable[Row]) -> dict[str, Row]:
    """Return the axes by code, without those whose code is there twice: no row can be theirs."""
    counts = Counter(row.entry.node for row in axes)
    return {row.entry.node: row for row in axes if counts[row.entry.node] == 1}


def _totals(summary: SummaryTable, columns: tuple[str, ...]) -> Iterator[Equation]:
    rows = [row for _, row in summary.rows]
    if summary.total is None or not rows:
        return
    for column in columns:
        if column in summary.total.cells and all(column in row.cells for row in rows):
            terms = tuple(row.cells[column] for row in rows)
            target = summary.total.cells[column]
            yield Equation(RULE.id, Relation.SUM, target, terms, Footing.DOWN)


def refine(finding: Finding, violation: Violation, project: Project) -> Finding:
    """Tell a wrong sum of tableau 1 from a row that is not its axis."""
    total = project.summary.total if project.summary else None
    if total is None or violation.equation.target.entry != total.entry:
        return finding
    shown = finding.message.values
    return finding._replace(
        message=Message(NOT_THE_SUM, shown), help=(Message(MEND_THE_SUM, shown),)
    )


def check(project: Project) -> Iterator[Finding]:
    """Find rows of tableau 1 without an axis, and axes without a row."""
    if project.summary is None or not project.summary.rows:
        return
    axes = {row.entry.node: row.entry for row in project.axes}
    summed: dict[str, Entry] = {}
    for code, row in project.summary.rows:
        if code in summed:
            cell = Cell(row.entry, None, code, ("axe",))
            yield RULE.with_texts(cell, TWICE, CHECK_CODE)
        summed[code] = row.entry
    for code, entry in summed.items():
        if code not in axes:
            cell = Cell(entry, None, code, ("axe",))
            yield RULE.with_texts(cell, NO_SUCH_AXIS, CHECK_CODE)
    for code, entry in axes.items():
        if code not in summed:
            cell = Cell(entry, None, code, ("code",))
            yield RULE.with_texts(cell, AXIS_LEFT_OUT, CHECK_CODE)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
recapitulatif:
  axes:
    - {{axe: 1, intitule: Prévention, 2023: {amount}}}
axes:
  - code: 1
    intitule: Prévention
    budget: {{2023: 5 000 000}}
"""

RULE = Rule(
    id="budget.recapitulatif",
    severity=Severity.ERROR,
    title=Text(
        "le tableau 1 ne dit pas ce que disent les axes",
        "tableau 1 does not say what the axes say",
    ),
    why=Text(
        "Le récapitulatif est ce que lisent les décideurs et les bailleurs ; il doit redire le "
        "budget par activités, au franc près.",
        "The summary is what decision makers and donors read; it must repeat the budget by "
        "activity, to the franc.",
    ),
    repair=Text(
        "si le budget par activités est juste, imprimez {expected} dans le tableau 1",
        "if the budget by activity is right, print {expected} in tableau 1",
    ),
    bad=Example(plan=PLAN.format(amount="6 000 000")),
    good=Example(plan=PLAN.format(amount="5 000 000")),
    equations=equations,
    check=check,
    refine=refine,
)
