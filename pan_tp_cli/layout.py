"""The models of a plan and of its framework, laid out as tables."""

from collections.abc import Iterator

from pan_tp_cli.model.base import PART, TOTAL, Cells
from pan_tp_cli.model.indicators import Framework, FrameworkAction, Indicator, Result
from pan_tp_cli.model.plan import Activity, GrandTotal, Heading, Plan, Summary
from pan_tp_cli.place import Role, Route
from pan_tp_cli.table import Cell, Entry, IndicatorRow, Level, Particulars, Row, SummaryTable

FIGURES, WORDS = "chiffres", "lettres"


class _Columns(dict[str, Route]):
    """The way to each column inside its row, made once and shared by all rows."""

    def __init__(self, prefix: Route) -> None:
        super().__init__()
        self.prefix = prefix

    def __missing__(self, column: str) -> Route:
        steps = self[column] = (*self.prefix, column)
        return steps


_BUDGET, _SUMMARY, _TARGETS = _Columns(("budget",)), _Columns(()), _Columns(("cibles",))


def _cells(entry: Entry, cells: Cells | None, ways: _Columns) -> dict[str, Cell]:
    if cells is None:
        return {}
    new = tuple.__new__  # what a named tuple does by a call of its own, for each of a million cells
    return {
        column: new(Cell, (entry, column, value, ways[column])) for column, value in cells.items()
    }


def budget_rows(plan: Plan) -> tuple[Row, ...]:
    """Lay out the budget; a total that the table leaves blank has no cell."""
    return tuple(
        _heading(axis, Level.AXIS, ("axes", index)) for index, axis in enumerate(plan.axes)
    )


def _heading(heading: Heading, level: Level, route: Route) -> Row:
    entry = Entry(Role.PLAN, heading.code, heading.label, heading.note or "", route)
    children = tuple(_children(heading, level, route))
    cells = _cells(entry, heading.budget, _BUDGET)
    return Row(entry, _without_blank_total(cells), heading.extra, level, children)


def _children(heading: Heading, level: Level, route: Route) -> Iterator[Row]:
    levels = list(Level)
    for below in levels[levels.index(level) + 1 :]:
        for index, child in enumerate(getattr(heading, _FIELDS[below], ())):
            way = (*route, below.value, index)
            yield (
                _activity(child, way)
                if isinstance(child, Activity)
                else _heading(child, below, way)
            )


_FIELDS = {
    Level.OBJECTIVE: "objectives",
    Level.ACTION: "actions",
    Level.ACTIVITY: "activities",
}


def _activity(activity: Activity, route: Route) -> Row:
    entry = Entry(Role.PLAN, activity.id, activity.label, activity.note or "", route)
    cells = _cells(entry, activity.budget, _BUDGET)
    cells = _without_blank_total(cells)
    particulars = Particulars(
        activity.responsible,
        "responsible" in activity.model_fields_set,
        activity.quantity,
        activity.periodicity,
        activity.indicators,
    )
    return Row(entry, cells, activity.extra, Level.ACTIVITY, (), particulars)


def _without_blank_total(cells: dict[str, Cell]) -> dict[str, Cell]:
    total = cells.get(TOTAL)
    if total is not None and total.value is None:
        del cells[TOTAL]
    return cells


def summary_table(summary: Summary) -> SummaryTable:
    """Lay out tableau 1; its nodes are ``recap:1``, ``recap:total`` and ``recap:parts``."""
    base: Route = ("recapitulatif",)
    rows = []
    for index, row in enumerate(summary.axes):
        entry = Entry(Role.PLAN, f"recap:{row.axis}", row.label, "", (*base, "axes", index))
        rows.append((row.axis, _summary_row(entry, row.cells)))
    total = Entry(Role.PLAN, "recap:total", "", "", (*base, "total"))
    shares = Entry(Role.PLAN, "recap:parts", "", "", (*base, "parts"))
    return SummaryTable(
        tuple(rows),
        None if summary.total is None else _summary_row(total, summary.total),
        None if summary.shares is None else _summary_row(shares, summary.shares),
    )


def _summary_row(entry: Entry, cells: Cells) -> Row:
    laid = _without_blank_total(_cells(entry, cells, _SUMMARY))
    if PART in laid and laid[PART].value is None:
        del laid[PART]
    return Row(entry, laid)


def grand_total_cells(total: GrandTotal) -> tuple[Cell | None, Cell | None]:
    """Return the cells of the announced total: in figures (column ``total``), and in words."""
    entry = Entry(Role.PLAN, "total_general", "", "", ("total_general",))
    figures = Cell(entry, TOTAL, total.figures, (FIGURES,))
    words = Cell(entry, None, total.words, (WORDS,))
    return (
        None if total.figures is None else figures,
        None if total.words is None else words,
    )


def indicator_rows(framework: Framework) -> Iterator[IndicatorRow]:
    """Lay out the framework, in the order of the file."""
    for result, route in _results(framework):
        for index, indicator in enumerate(result.indicators):
            yield _indicator_row(indicator, (*route, "indicateurs", index))


def _indicator_row(indicator: Indicator, route: Route) -> IndicatorRow:
    note = indicator.note or ""
    entry = Entry(Role.INDICATORS, indicator.id, indicator.label, note, route)
    total = None
    if indicator.total is not None:
        total = Cell(entry, TOTAL, indicator.total, (TOTAL,))
    return IndicatorRow(
        entry,
        indicator,
        Cell(entry, None, indicator.baseline, ("reference",)),
        _cells(entry, indicator.targets, _TARGETS),
        total,
    )


def _results(framework: Framework) -> Iterator[tuple[Result, Route]]:
    for i, axis in enumerate(framework.axes):
        route: Route = ("axes", i)
        yield from _listed(axis.outcomes, route, "effets")
        for j, objective in enumerate(axis.objectives):
            below = (*route, "objectifs", j)
            yield from _listed(objective.outcomes, below, "effets")
            yield from _outputs(objective.actions, objective.outputs, below)
        yield from _outputs(axis.actions, axis.outputs, route)


def _outputs(
    actions: tuple[FrameworkAction, ...], outputs: tuple[Result, ...], route: Route
) -> Iterator[tuple[Result, Route]]:
    for index, action in enumerate(actions):
        yield from _listed(action.outputs, (*route, "actions", index), "produits")
    yield from _listed(outputs, route, "produits")


def _listed(results: tuple[Result, ...], route: Route, key: str) -> Iterator[tuple[Result, Route]]:
    for index, result in enumerate(results):
        yield result, (*route, key, index)
