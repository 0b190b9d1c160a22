"""The rows of the framework on its sheet: headings and results, and the indicators below them."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from pan_tp_cli.model.indicators import Framework, FrameworkAction, Result
from pan_tp_cli.place import Role, Route
from pan_tp_cli.project import Project
from pan_tp_cli.table import IndicatorRow

FIRST_ROW: Final = 3


class Rank(Enum):
    """What a row of the framework is."""

    AXIS = "axis"
    OBJECTIVE = "objective"
    ACTION = "action"
    OUTCOME = "outcome"
    OUTPUT = "output"
    INDICATOR = "indicator"


class FrameworkLine(NamedTuple):
    """A row of the sheet: a heading or a result in words, or an indicator; `depth` from 0."""

    rank: Rank
    code: str
    label: str
    route: Route
    depth: int
    indicator: IndicatorRow | None = None


def framework_lines(project: Project) -> tuple[FrameworkLine, ...]:
    """Return the rows of the framework, in the order of the file."""
    if project.framework is None:
        return ()
    indicators = {row.entry.route: row for row in project.indicators}
    return tuple(_with_indicators(_headings(project.framework), indicators))


def _with_indicators(
    lines: Iterator[tuple[FrameworkLine, Result | None]], rows: dict[Route, IndicatorRow]
) -> Iterator[FrameworkLine]:
    for line, result in lines:
        yield line
        for index in range(len(result.indicators) if result else 0):
            row = rows[(*line.route, "indicateurs", index)]
            entry = row.entry
            yield FrameworkLine(
                Rank.INDICATOR, entry.node, entry.label, entry.route, line.depth + 1, row
            )


Headed = tuple[FrameworkLine, Result | None]


def _headings(framework: Framework) -> Iterator[Headed]:
    for i, axis in enumerate(framework.axes):
        route: Route = ("axes", i)
        yield FrameworkLine(Rank.AXIS, axis.code, axis.label, route, 0), None
        yield from _results(axis.outcomes, Rank.OUTCOME, (*route, "effets"), 1)
        for j, objective in enumerate(axis.objectives):
            below: Route = (*route, "objectifs", j)
            yield FrameworkLine(Rank.OBJECTIVE, objective.code, objective.label, below, 1), None
            yield from _results(objective.outcomes, Rank.OUTCOME, (*below, "effets"), 2)
            yield from _actions(objective.actions, below, 2)
            yield from _results(objective.outputs, Rank.OUTPUT, (*below, "produits"), 2)
        yield from _actions(axis.actions, route, 1)
        yield from _results(axis.outputs, Rank.OUTPUT, (*route, "produits"), 1)


def _actions(actions: Sequence[FrameworkAction], route: Route, depth: int) -> Iterator[Headed]:
    for index, action in enumerate(actions):
        way: Route = (*route, "actions", index)
        yield FrameworkLine(Rank.ACTION, action.code, action.label, way, depth), None
        yield from _results(action.outputs, Rank.OUTPUT, (*way, "produits"), depth + 1)


def _results(results: Sequence[Result], rank: Rank, way: Route, depth: int) -> Iterator[Headed]:
    for index, result in enumerate(results):
        route = (*way, index)
        yield FrameworkLine(rank, result.code, result.label, route, depth), result


def rows_of(lines: Sequence[FrameworkLine]) -> Iterator[tuple[tuple[Role, Route], int]]:
    """Yield the row of each entry."""
    for place, line in enumerate(lines):
        yield (Role.INDICATORS, line.route), FIRST_ROW + place
