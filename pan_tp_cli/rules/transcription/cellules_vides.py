"""Blank cells of years, and totals that a table leaves blank: one finding per table."""

from collections.abc import Iterator
from typing import NamedTuple

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.place import Part, Place, Role, Route
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Entry
from pan_tp_cli.text import Text

MAX_NAMED = 12
BUDGET = Text("budget par activités", "budget by activity")
SUMMARY = Text("tableau 1", "tableau 1")
FRAMEWORK = Text("cadre de mesure", "measurement framework")
ROWS = Text("lignes à cellules vides : {nodes}", "rows with blank cells: {nodes}")
NO_TARGET = Text(
    "une cible vide compte pour 0 dans une somme, et pour rien dans une moyenne : imprimez N/A où "
    "rien n'est attendu, et le total de chaque indicateur",
    "a blank target counts as 0 in a sum, and not at all in a mean: print N/A where nothing is "
    "expected, and the total of every indicator",
)
MORE = Text("{nodes}, …", "{nodes}, …")


class _Table(NamedTuple):
    """A table: its name in fingerprints and in words, where it stands, and what it leaves blank."""

    node: str
    name: Text
    role: Role
    route: Route
    blank: tuple[Cell, ...]
    totals: int


def _tables(project: Project) -> Iterator[_Table]:
    years = set(project.years)
    for node, name, route, rows in (
        ("recap", SUMMARY, ("recapitulatif",), project.summary_rows),
        ("budget", BUDGET, ("axes",), project.budget),
    ):
        cells = [cell for row in rows for cell in row.cells.values()]
        blank = tuple(cell for cell in cells if cell.value is None and cell.column in years)
        totals = sum(bool(row.cells) and TOTAL not in row.cells for row in rows)
        yield _Table(node, name, Role.PLAN, route, blank, totals)
    targets = [cell for row in project.indicators for cell in row.targets.values()]
    blank = tuple(cell for cell in targets if cell.value is None)
    totals = sum(row.total is None for row in project.indicators)
    yield _Table("indicateurs", FRAMEWORK, Role.INDICATORS, ("axes",), blank, totals)


def check(project: Project) -> Iterator[Finding]:
    """Count, per table, blank cells of years and rows without a printed total."""
    for table in _tables(project):
        if table.blank or table.totals:
            yield _finding(table)


def _finding(table: _Table) -> Finding:
    entry = Entry(table.role, table.node, "", "", table.route)
    finding = RULE.at(
        Cell(entry, None, None, ()),
        table=table.name,
        blank=len(table.blank),
        totals=table.totals,
    )
    finding = finding._replace(place=Place(table.role, table.route, Part.KEY))
    if table.role is Role.INDICATORS:
        finding = finding._replace(help=(Message(NO_TARGET),))
    return finding._replace(help=(*finding.help, *_named(table)))


def _named(table: _Table) -> Iterator[Message]:
    """Name the rows that have blank cells, the first of them where they are many."""
    nodes = tuple(dict.fromkeys(cell.entry.node for cell in table.blank))
    if len(nodes) > MAX_NAMED:
        yield Message(ROWS, {"nodes": Message(MORE, {"nodes": nodes[:MAX_NAMED]})})
    elif nodes:
        yield Message(ROWS, {"nodes": nodes})


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: 5 000 000, 2024: {amount}, total: 5 000 000}}}}
"""

RULE = Rule(
    id="transcription.cellules-vides",
    severity=Severity.INFO,
    title=Text(
        "{table} : cellules d'année vides : {blank} ; totaux non imprimés : {totals}",
        "{table}: blank cells of years: {blank}; totals not printed: {totals}",
    ),
    why=Text(
        "Une cellule vide se lit comme un zéro ou comme un oubli ; un total non imprimé ne "
        "protège pas sa ligne contre une faute de frappe.",
        "A blank cell reads as a zero or as an omission; a total that is not printed does not "
        "protect its row against a typing mistake.",
    ),
    repair=Text(
        "une cellule vide compte pour 0 dans une somme, et pour rien dans une moyenne : imprimez 0 "
        "où rien n'est prévu, et le total de chaque ligne",
        "a blank cell counts as 0 in a sum, and not at all in a mean: print 0 where nothing is "
        "planned, and the total of every row",
    ),
    bad=Example(plan=PLAN.format(amount="~")),
    good=Example(plan=PLAN.format(amount="0")),
    check=check,
)
