"""The codes of a plan and of its framework, each with its entry and the headings above it."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from pan_tp_cli.model.indicators import (
    FrameworkAction,
    FrameworkAxis,
    FrameworkObjective,
    Result,
)
from pan_tp_cli.numbering import Key, key
from pan_tp_cli.place import Role, Route
from pan_tp_cli.project import Project
from pan_tp_cli.table import Cell, Entry, Level, Row


class Kind(Enum):
    """What a code numbers; each kind has codes of its own."""

    HEADING = "heading"
    ACTIVITY = "activites"
    OUTCOME = "effets"
    OUTPUT = "produits"
    INDICATOR = "indicateurs"


RESULTS = (Kind.OUTCOME, Kind.OUTPUT)


class Coded(NamedTuple):
    """A node with a code: its kind, its level where it is a heading, and the heading above it."""

    entry: Entry
    kind: Kind
    level: Level | None = None
    above: Entry | None = None

    @property
    def cell(self) -> Cell:
        """Return the cell of its code."""
        key = "id" if self.kind in (Kind.ACTIVITY, Kind.INDICATOR) else "code"
        return Cell(self.entry, None, self.entry.node, (key,))


def wording(entry: Entry) -> Cell:
    """Return the cell of the wording of an entry."""
    return Cell(entry, None, entry.label, ("intitule",))


def plan_headings(project: Project) -> tuple[Coded, ...]:
    """Return every heading of the budget, in the order of the file."""
    return project.once(_plan_headings)


def _plan_headings(project: Project) -> Iterator[Coded]:
    for axis in project.axes:
        yield from _headings(axis, None)


def _headings(row: Row, above: Entry | None) -> Iterator[Coded]:
    yield Coded(row.entry, Kind.HEADING, row.level, above)
    for child in row.children:
        if child.level is not Level.ACTIVITY:
            yield from _headings(child, row.entry)


def framework_codes(project: Project) -> tuple[Coded, ...]:
    """Return every heading and result of the framework, in its order."""
    return project.once(_framework_codes)


def _framework_codes(project: Project) -> Iterator[Coded]:
    if project.framework:
        for index, axis in enumerate(project.framework.axes):
            yield from _axis(axis, ("axes", index))


def _axis(axis: FrameworkAxis, route: Route) -> Iterator[Coded]:
    entry = Entry(Role.INDICATORS, axis.code, axis.label, "", route)
    yield Coded(entry, Kind.HEADING, Level.AXIS)
    yield from _results(axis.outcomes, Kind.OUTCOME, entry)
    for index, objective in enumerate(axis.objectives):
        yield from _objective(objective, (*route, "objectifs", index), entry)
    yield from _actions(axis.actions, entry)
    yield from _results(axis.outputs, Kind.OUTPUT, entry)


def _objective(objective: FrameworkObjective, route: Route, above: Entry) -> Iterator[Coded]:
    entry = Entry(Role.INDICATORS, objective.code, objective.label, "", route)
    yield Coded(entry, Kind.HEADING, Level.OBJECTIVE, above)
    yield from _results(objective.outcomes, Kind.OUTCOME, entry)
    yield from _actions(objective.actions, entry)
    yield from _results(objective.outputs, Kind.OUTPUT, entry)


def _actions(actions: tuple[FrameworkAction, ...], above: Entry) -> Iterator[Coded]:
    for index, action in enumerate(actions):
        route = (*above.route, "actions", index)
        entry = Entry(Role.INDICATORS, action.code, action.label, "", route)
        yield Coded(entry, Kind.HEADING, Level.ACTION, above)
        yield from _results(action.outputs, Kind.OUTPUT, entry)


def _results(results: tuple[Result, ...], kind: Kind, above: Entry) -> Iterator[Coded]:
    for index, result in enumerate(results):
        route = (*above.route, kind.value, index)
        entry = Entry(Role.INDICATORS, result.code, result.label, result.note or "", route)
        yield Coded(entry, kind, None, above)


def measured(project: Project, kind: Kind) -> set[Key]:
    """Return the codes that results of a kind measure: their own, all above, and their heading's.

    Produit 1.2.1.a below action 1.2.2 measures 1.2.1.a, 1.2.1, 1.2, 1 and 1.2.2.
    """
    codes: set[Key] = set()
    for result in framework_codes(project):
        if result.kind is kind and result.above:
            own = key(result.entry.node)
            codes |= {own[:length] for length in range(1, len(own) + 1)}
            codes.add(key(result.above.node))
    return codes
