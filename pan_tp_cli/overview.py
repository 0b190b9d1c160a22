"""A plan seen whole: each row with what it prints, what its rows make, and what was found there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Unreadable, Value
from pan_tp_cli.project import Project
from pan_tp_cli.table import Row

WHOLE: Final = "total_general"
"""The node that the announced total stands at."""


class Amount(NamedTuple):
    """Money of a row in one column: as printed, and as the leaves below make it.

    `printed` is None where nothing is printed; `made` is None where a leaf cannot be read.
    """

    printed: Value
    made: int | None

    @property
    def differs(self) -> bool:
        """Tell whether something is printed, and the leaves make something else."""
        if self.printed is None or self.made is None:
            return False
        return isinstance(self.printed, int) and self.printed != self.made


class Branch(NamedTuple):
    """A row of the budget with all below it; the plan as a whole has no `row`.

    `amounts` are by column, each year and the total. `findings` are those at the row itself,
    `below` those at rows below it.
    """

    row: Row | None
    node: str
    label: str
    amounts: Mapping[str, Amount]
    findings: tuple[Located, ...]
    children: tuple["Branch", ...] = ()

    @property
    def below(self) -> tuple[Located, ...]:
        """Return the findings of the rows below."""
        return tuple(each for child in self.children for each in (*child.findings, *child.below))

    @property
    def total(self) -> int | None:
        """Return what the leaves make in all; None where one cannot be read."""
        return self.amounts[TOTAL].made

    def walk(self) -> Iterator["Branch"]:
        """Yield the branch and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def share(self, of: "Branch") -> float | None:
        """Return which part of another branch the money is, from 0 to 1; None where unknown."""
        return self.total / of.total if self.total is not None and of.total else None

    def gravest(self) -> Severity | None:
        """Return the gravest severity found at the row or below it; None where nothing is."""
        found = (each.finding.severity for each in (*self.findings, *self.below))
        return min(found, key=lambda severity: severity.rank, default=None)


class Overview(NamedTuple):
    """The plan as a tree, and the findings that stand at no row of the budget.

    These are of tableau 1 (`summary`), of indicators by their node (`indicators`), or of anything
    else (`others`). `columns` are the years and the total.
    """

    whole: Branch
    columns: tuple[str, ...]
    summary: tuple[Located, ...] = ()
    indicators: Mapping[str, tuple[Located, ...]] = {}
    others: tuple[Located, ...] = ()

    def find(self, node: str) -> Branch | None:
        """Return the branch of a code or identifier; None where the budget has none."""
        return next((each for each in self.whole.walk() if each.node == node), None)


def overview(project: Project, found: Sequence[Located]) -> Overview:
    """Lay out the budget of a project as a tree with findings, in time linear in both."""
    columns = (*project.years, TOTAL)
    by_node: dict[str, list[Located]] = {}
    for located in found:
        by_node.setdefault(located.finding.node, []).append(located)
    children = tuple(_branch(axis, columns, by_node) for axis in project.axes)
    whole = Branch(
        None,
        WHOLE,
        project.plan.title if project.plan else "",
        _whole(project, children, columns),
        tuple(by_node.pop(WHOLE, ())),
        children,
    )
    for branch in whole.walk():
        by_node.pop(branch.node, None)
    return _with_others(Overview(whole, columns), project, by_node)


def _with_others(
    seen: Overview, project: Project, by_node: Mapping[str, Sequence[Located]]
) -> Overview:
    rows = {row.entry.node for row in project.summary_rows}
    indicators = {row.entry.node for row in project.indicators}
    of_summary = (each for node, found in by_node.items() if node in rows for each in found)
    others = (
        each for node, found in by_node.items() if node not in rows | indicators for each in found
    )
    return seen._replace(
        summary=tuple(of_summary),
        indicators={node: tuple(by_node[node]) for node in by_node if node in indicators},
        others=tuple(others),
    )


def _branch(row: Row, columns: Sequence[str], by_node: Mapping[str, Sequence[Located]]) -> Branch:
    children = tuple(_branch(child, columns, by_node) for child in row.children)
    made = _made(row, children, columns)
    amounts = {column: Amount(_printed(row, column), made[column]) for column in columns}
    found = tuple(by_node.get(row.entry.node, ()))
    return Branch(row, row.entry.node, row.entry.label, amounts, found, children)


def _printed(row: Row, column: str) -> Value:
    cell = row.cells.get(column)
    return cell.value if cell else None


def _made(row: Row, children: Sequence[Branch], columns: Sequence[str]) -> dict[str, int | None]:
    """Return what the leaves make of each column; a blank cell of a leaf counts as 0.

    The total is the sum of the years; of a leaf without years it is the one printed.
    """
    years = columns[:-1]
    if children:
        made = {year: added(child.amounts[year].made for child in children) for year in years}
        return {**made, TOTAL: added(child.total for child in children)}
    leaf: dict[str, int | None] = {year: _number(_printed(row, year)) for year in years}
    stated = any(year in row.cells for year in years)
    return {**leaf, TOTAL: added(leaf.values()) if stated else _number(_printed(row, TOTAL))}


def _number(value: Value) -> int | None:
    if value is None:
        return 0
    return value if isinstance(value, int) and not isinstance(value, Unreadable) else None


def added(values: Iterable[int | None]) -> int | None:
    """Return the sum of amounts; None where one of them is not known."""
    total = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def _whole(
    project: Project, children: Sequence[Branch], columns: Sequence[str]
) -> dict[str, Amount]:
    """Return the money of the plan: years as tableau 1 prints them, the total as announced."""
    row = project.summary.total if project.summary else None
    printed = {column: _printed(row, column) if row else None for column in columns}
    figures, _ = project.grand_total
    if figures is not None:
        printed[TOTAL] = figures.value
    return {
        column: Amount(printed[column], added(child.amounts[column].made for child in children))
        for column in columns
    }
