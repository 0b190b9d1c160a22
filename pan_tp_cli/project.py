"""A plan and its framework together, as the rules look at them."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from pan_tp_cli.layout import (
    budget_rows,
    grand_total_cells,
    indicator_rows,
    summary_table,
)
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.money import Value
from pan_tp_cli.table import Cell, Entry, IndicatorRow, Row, SummaryTable

T = TypeVar("T")


class Project:
    """What is checked at once; a file that was not given or is not valid is None.

    Its tables are laid out when they are first asked for, and what the plan says of its rows is
    theirs alone then; nothing else ever changes.
    """

    def __init__(self, plan: Plan | None = None, framework: Framework | None = None) -> None:
        self.plan = plan
        self.framework = framework
        self._made: dict[Callable[[Project], Any], tuple[Any, ...]] = {}

    @cached_property
    def axes(self) -> tuple[Row, ...]:
        """The axes of the budget, with all rows below them."""
        if self.plan is None:
            return ()
        rows = budget_rows(self.plan)
        self.plan = self.plan.model_copy(update={"axes": ()})
        return rows

    @cached_property
    def budget(self) -> tuple[Row, ...]:
        """Every row of the budget, in the order of the file."""
        return tuple(row for axis in self.axes for row in axis.walk())

    @cached_property
    def summary(self) -> SummaryTable | None:
        """Tableau 1, where the plan has one."""
        return summary_table(self.plan.summary) if self.plan and self.plan.summary else None

    @cached_property
    def summary_rows(self) -> tuple[Row, ...]:
        """Every row of tableau 1."""
        if self.summary is None:
            return ()
        rows = [row for _, row in self.summary.rows]
        return tuple(row for row in (*rows, self.summary.total, self.summary.shares) if row)

    @cached_property
    def grand_total(self) -> tuple[Cell | None, Cell | None]:
        """The announced total: in figures and in words."""
        total = self.plan.grand_total if self.plan else None
        return grand_total_cells(total) if total else (None, None)

    @cached_property
    def indicators(self) -> tuple[IndicatorRow, ...]:
        """Every indicator, in the order of the file."""
        return tuple(indicator_rows(self.framework)) if self.framework else ()

    def once(self, work: Callable[["Project"], Iterable[T]]) -> tuple[T, ...]:
        """Return all that a function yields of the project, which it is asked for but once.

        Several rules look at the same codes and cells, and a large plan has many.
        """
        if work not in self._made:
            self._made[work] = tuple(work(self))
        return self._made[work]

    def headline(self) -> "Project":
        """Return what is said of the whole, without a row of either table."""
        bare = {"axes": (), "summary": None}
        plan = self.plan and self.plan.model_copy(update=bare)
        return Project(plan, self.framework and self.framework.model_copy(update={"axes": ()}))

    def supposing(
        self,
        axes: tuple[Row, ...] | None = None,
        summary: SummaryTable | None = None,
        indicators: tuple[IndicatorRow, ...] | None = None,
    ) -> "Project":
        """Return the project as it would be with other tables; the rest are the same cells."""
        other = Project(self.plan, self.framework)
        other.axes = self.axes if axes is None else axes
        other.summary = self.summary if summary is None else summary
        other.grand_total = self.grand_total
        other.indicators = self.indicators if indicators is None else indicators
        return other

    @property
    def years(self) -> tuple[str, ...]:
        """The years of the budget, as columns."""
        return tuple(map(str, self.plan.years)) if self.plan else ()

    @property
    def currency(self) -> str:
        """The ISO 4217 code of the amounts of the budget."""
        return self.plan.currency if self.plan else "XOF"

    def total_cells(self) -> tuple[Cell, ...]:
        """Return the cells that add up to the plan: the totals of its axes.

        Where they are not all printed, these are all years of the axes; none where these are not
        all printed either.
        """
        for columns in ((TOTAL,), self.years):
            if all(axis.prints(column) for axis in self.axes for column in columns):
                return tuple(
                    cell
                    for axis in self.axes
                    for column in columns
                    for cell in axis.printed(column)
                )
        return ()

    def cells(self) -> tuple[Cell, ...]:
        """Return every printed cell of every table, in the order of the files."""
        return self.once(Project._each_cell)

    def _each_cell(self) -> Iterator[Cell]:
        yield from (cell for cell in self.grand_total if cell)
        for row in (*self.summary_rows, *self.budget):
            yield from row.cells.values()
        for indicator in self.indicators:
            yield from indicator.all_cells()

    def extras(self) -> Iterator[tuple[Entry, tuple[Value, ...]]]:
        """Yield every row that has more cells than its table has columns, with those cells."""
        yield from ((row.entry, row.extra) for row in self.budget if row.extra)
        for row in self.indicators:
            if row.indicator.extra:
                yield row.entry, row.indicator.extra

    def extra_cells(self) -> Iterator[Cell]:
        """Yield those cells one by one."""
        for entry, extra in self.extras():
            for index, value in enumerate(extra):
                yield Cell(entry, None, value, ("en_trop", index))
