"""The two tables against each other: which money pays for what an indicator expects.

Outputs belong to the heading below which the framework prints them, activities name the
indicators that count what they deliver. A code that stands twice belongs to nothing: structural
rules tell of it, and no figure can be held against it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from pan_tp_cli.funding import funded, yearly
from pan_tp_cli.model.indicators import Framework, FrameworkAction, Result, Unit
from pan_tp_cli.money import MAX_DIGITS, Percent, Unreadable, Value
from pan_tp_cli.project import Project
from pan_tp_cli.table import Cell, IndicatorRow, Level, Row

R = TypeVar("R", Row, IndicatorRow)


class Measured(NamedTuple):
    """A heading of the budget, with the indicators of its outputs."""

    heading: Row
    indicators: tuple[IndicatorRow, ...]


class Deliverable(NamedTuple):
    """An indicator, with the activities that name it: it counts what they deliver."""

    indicator: IndicatorRow
    activities: tuple[Row, ...]


class Early(NamedTuple):
    """Targets of a deliverable before the first year in which its activities have money."""

    deliverable: Deliverable
    targets: tuple[Cell, ...]
    first_funded: str


def measured(project: Project) -> tuple[Measured, ...]:
    """Return the headings of the budget whose outputs have indicators, in the framework's order."""
    return project.once(_measured)


def _measured(project: Project) -> Iterator[Measured]:
    if project.framework is None:
        return
    headings = _unique(row for row in project.budget if row.level is not Level.ACTIVITY)
    codes = {
        id(indicator): ways
        for result, ways in _outputs(project.framework)
        for indicator in result.indicators
    }
    found: dict[str, list[IndicatorRow]] = {}
    for row in project.indicators:
        ways = codes.get(id(row.indicator), ())
        code = next((way for way in ways if way in headings), None)
        if code is not None:
            found.setdefault(code, []).append(row)
    for code, rows in found.items():
        yield Measured(headings[code], tuple(rows))


def _outputs(framework: Framework) -> Iterator[tuple[Result, tuple[str, ...]]]:
    """Yield each output with the codes that its heading may have, the surest first."""
    for axis in framework.axes:
        yield from _below(axis.actions, axis.outputs, axis.code)
        for objective in axis.objectives:
            yield from _below(objective.actions, objective.outputs, objective.code)


def _below(
    actions: Iterable[FrameworkAction], outputs: Iterable[Result], code: str
) -> Iterator[tuple[Result, tuple[str, ...]]]:
    for action in actions:
        for output in action.outputs:
            yield output, (action.code, output.code)
    for output in outputs:  # the level of actions is skipped
        yield output, (output.code, code)


def deliverables(project: Project) -> tuple[Deliverable, ...]:
    """Return the indicators that activities name, in the order in which they are first named."""
    return project.once(_deliverables)


def _deliverables(project: Project) -> Iterator[Deliverable]:
    indicators = _unique(project.indicators)
    named: dict[str, list[Row]] = {}
    for row in project.budget:
        for code in dict.fromkeys(row.activity.indicators if row.activity else ()):
            if code in indicators:
                named.setdefault(code, []).append(row)
    for code, rows in named.items():
        yield Deliverable(indicators[code], tuple(rows))


def _unique(rows: Iterable[R]) -> Mapping[str, R]:
    given = tuple(rows)
    counts = Counter(row.entry.node for row in given)
    return {row.entry.node: row for row in given if counts[row.entry.node] == 1}


def early(project: Project) -> Iterator[Early]:
    """Yield the deliverables that are expected before there is money for them.

    Activities that never have money are not early: there is no year that pays.
    """
    for deliverable in deliverables(project):
        first = _first_funded(deliverable, project)
        if first is not None:
            before = (cell for cell in expecting(deliverable.indicator) if str(cell.column) < first)
            targets = tuple(before)
            if targets:
                yield Early(deliverable, targets, first)


def _first_funded(deliverable: Deliverable, project: Project) -> str | None:
    years: set[str] = set()
    for activity in deliverable.activities:
        amounts = yearly(activity, project.years)
        if amounts is None:
            return None
        years.update(funded(amounts))
    return min(years, default=None)


def expecting(row: IndicatorRow) -> Iterator[Cell]:
    """Yield the targets that ask for something: a count above zero, a level above that reached.

    A share is a level, to be raised above its baseline; a cumulative target stands on the one
    before it. A row with more cells than columns has no sure year, and yields nothing.
    """
    if row.indicator.extra:
        return
    cumulative = row.indicator.cumulative
    is_level = cumulative or row.indicator.unit is Unit.PERCENT
    reached = _size(row.baseline.value) if is_level else 0
    for cell in row.targets.values():
        size = _size(cell.value)
        if size > reached:
            yield cell
            reached = size if cumulative else reached


def _size(value: Value) -> int:
    if isinstance(value, Percent):
        return value.scaled(MAX_DIGITS)
    return value if isinstance(value, int) else 0


def may_expect(row: IndicatorRow, year: str) -> bool:
    """Tell whether an indicator may ask for something in a year.

    So it may where the target cannot be read, or where the row has more cells than columns.
    """
    value = row.targets[year].value
    return bool(row.indicator.extra) or isinstance(value, Unreadable) or _size(value) > 0
