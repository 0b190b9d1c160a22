"""The nodes of a project, as two versions of it are compared: plan, headings, rows, indicators."""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.model.indicators import Framework, Indicator
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.money import Value, write_value
from pan_tp_cli.outline import Coded, Kind, framework_codes
from pan_tp_cli.place import Role, Route
from pan_tp_cli.project import Project
from pan_tp_cli.table import Cell, Entry, IndicatorRow, Level, Particulars
from pan_tp_cli.text import Lang

BASELINE: Final = "reference"
"""The column of a baseline, as the file calls it."""
WORDS: Final = "lettres"
"""The column of the announced total in words, as the file calls it."""
PLAN: Final = "plan"
FRAMEWORK: Final = "indicateurs"
"""What the two tables are called where a node is named by a code."""


class NodeKind(Enum):
    """What a node is; the values are those of the JSON report, from the top down."""

    PLAN = "plan"
    GRAND_TOTAL = "grand-total"
    SUMMARY = "summary"
    FRAMEWORK = "framework"
    AXIS = "axis"
    OBJECTIVE = "objective"
    ACTION = "action"
    ACTIVITY = "activity"
    OUTCOME = "outcome"
    OUTPUT = "output"
    INDICATOR = "indicator"


HEADINGS: Final = frozenset((NodeKind.AXIS, NodeKind.OBJECTIVE, NodeKind.ACTION))
"""Kinds that head others, and hold their subtotals."""

Fact = str | tuple[str, ...]
"""What a node says of one aspect: a text, or several in no order; "" or () where it is blank."""
Facts = Mapping[Aspect, Fact]
Cells = Mapping[str, Cell]
Key = tuple[Role, Route]

NO_CELLS: Final[Cells] = MappingProxyType({})
NONE: Final[Mapping[str, str]] = MappingProxyType({})
NO_FACTS: Final[Facts] = MappingProxyType({})
_OF_LEVEL: Final = {
    Level.AXIS: NodeKind.AXIS,
    Level.OBJECTIVE: NodeKind.OBJECTIVE,
    Level.ACTION: NodeKind.ACTION,
    Level.ACTIVITY: NodeKind.ACTIVITY,
}
_OF_RESULT: Final = {Kind.OUTCOME: NodeKind.OUTCOME, Kind.OUTPUT: NodeKind.OUTPUT}


class Node(NamedTuple):
    """A node: what it stands for, the one above it, its cells by column and what it says.

    `structures` are the names of those that a plan knows, by their codes.
    """

    kind: NodeKind
    entry: Entry
    parent: "Node | None" = None
    cells: Cells = NO_CELLS
    facts: Facts = NO_FACTS
    structures: Mapping[str, str] = NONE

    @property
    def key(self) -> Key:
        """Return what tells the node from all others of its project."""
        return self.entry.role, self.entry.route

    @property
    def code(self) -> str:
        """Return its code or id."""
        return self.entry.node

    @property
    def label(self) -> str:
        """Return its wording."""
        return self.entry.label


def nodes(project: Project) -> tuple[Node, ...]:
    """Return every node of a project, each behind the one above it."""
    plan = tuple(_plan_nodes(project, project.plan)) if project.plan else ()
    framework = _framework_nodes(project, project.framework) if project.framework else ()
    return (*plan, *framework)


def _plan_nodes(project: Project, plan: Plan) -> Iterator[Node]:
    entry = _root(Role.PLAN, PLAN, plan.title)
    root = Node(NodeKind.PLAN, entry, facts=_plan_facts(plan), structures=plan.structures)
    yield root
    figures, words = project.grand_total
    announced = {name: cell for name, cell in ((TOTAL, figures), (WORDS, words)) if cell}
    if announced:
        entry = next(iter(announced.values())).entry
        yield Node(NodeKind.GRAND_TOTAL, entry, root, announced)
    for row in project.summary_rows:
        yield Node(NodeKind.SUMMARY, row.entry, root, row.cells)
    above: dict[Route, Node] = {}
    for row in project.budget:
        parent = above.get(row.entry.route[:-2], root)
        facts = {**_row_facts(row.entry, row.extra), **_activity_facts(row.activity)}
        kind = _OF_LEVEL[row.level] if row.level else NodeKind.SUMMARY
        node = above[row.entry.route] = Node(kind, row.entry, parent, row.cells, facts)
        yield node


def _framework_nodes(project: Project, framework: Framework) -> Iterator[Node]:
    years = tuple(map(str, framework.years))
    entry = _root(Role.INDICATORS, FRAMEWORK, "")
    root = Node(NodeKind.FRAMEWORK, entry, facts={Aspect.YEARS: years})
    yield root
    above: dict[Route, Node] = {}
    for coded in framework_codes(project):
        parent = above.get(coded.entry.route[:-2], root)
        facts = _row_facts(coded.entry, ())
        node = Node(_kind(coded), coded.entry, parent, facts=facts)
        above[coded.entry.route] = node
        yield node
    for row in project.indicators:
        yield _indicator(row, above[row.entry.route[:-2]])


def _kind(coded: Coded) -> NodeKind:
    return _OF_LEVEL[coded.level] if coded.level else _OF_RESULT[coded.kind]


def _root(role: Role, code: str, label: str) -> Entry:
    return Entry(role, code, label, "", ())


def _indicator(row: IndicatorRow, parent: Node) -> Node:
    cells = {BASELINE: row.baseline, **row.targets}
    if row.total:
        cells[TOTAL] = row.total
    facts = {**_row_facts(row.entry, row.indicator.extra), **_indicator_facts(row.indicator)}
    return Node(NodeKind.INDICATOR, row.entry, parent, cells, facts)


def _plan_facts(plan: Plan) -> Facts:
    return {
        Aspect.ACRONYM: plan.acronym,
        Aspect.REVISION: plan.revision.isoformat() if plan.revision else "",
        Aspect.CURRENCY: plan.currency,
        Aspect.YEARS: tuple(map(str, plan.years)),
    }


def _row_facts(entry: Entry, extra: tuple[Value, ...]) -> Facts:
    """Return what any row may say; cells too many as they are written in French, as in the file."""
    figures = tuple(write_value(value, Lang.FR) for value in extra)
    return {Aspect.EXTRA: figures, Aspect.NOTE: entry.note}


def _activity_facts(activity: Particulars | None) -> Facts:
    if activity is None:
        return {}
    return {
        Aspect.RESPONSIBLE: activity.responsible or "",
        Aspect.QUANTITY: "" if activity.quantity is None else str(activity.quantity),
        Aspect.PERIODICITY: activity.periodicity or "",
        Aspect.INDICATORS: activity.indicators,
    }


def _indicator_facts(indicator: Indicator) -> Facts:
    return {
        Aspect.UNIT: indicator.unit.value,
        Aspect.AGGREGATION: _aggregation(indicator),
        Aspect.RESPONSIBLE: indicator.responsible or "",
        Aspect.SOURCES: indicator.sources or (),
        Aspect.PARTNERS: indicator.partners or (),
    }


def _aggregation(indicator: Indicator) -> str:
    """Return what the total is; cumulative targets are told beside it, since a rule bears on it."""
    said = indicator.aggregated.value
    return f"{said} (cumulatif)" if indicator.cumulative else said


def in_table(column: str) -> tuple[int, str]:
    """Return what puts columns in the order of the table: baseline, years, total, share, words."""
    first = {BASELINE: 0, TOTAL: 2, PART: 3, WORDS: 4}
    return first.get(column, 1), column
