"""Where everything stands in the workbook, before any of it is written."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.model.base import PART
from pan_tp_cli.place import Role, Route
from pan_tp_cli.report.workbook import indicator_rows, summary_rows
from pan_tp_cli.report.workbook.budget_columns import Columns
from pan_tp_cli.report.workbook.budget_rows import LAST_ROW, Line, place
from pan_tp_cli.report.workbook.indicator_rows import FrameworkLine, framework_lines
from pan_tp_cli.report.workbook.indicator_sheet import IndicatorColumns
from pan_tp_cli.report.workbook.spots import FIRST_FINDING, Marks, Spots, Tab
from pan_tp_cli.report.workbook.summary_rows import Summary, summary_of


class Layout(NamedTuple):
    """The rows and columns of the tables, and the findings at their cells.

    Without a plan there is neither `budget` nor `summary`, without a framework no `indicators`.
    """

    columns: Columns
    budget: Line | None
    summary: Summary | None
    indicators: tuple[FrameworkLine, ...]
    indicator_columns: IndicatorColumns
    marks: Marks

    def tabs(self) -> Iterator[Tab]:
        """Yield the sheets that there are, in order."""
        yield Tab.FRONT
        yield Tab.FINDINGS
        if self.budget is not None:
            yield from (Tab.SUMMARY, Tab.BUDGET)
        if self.indicators:
            yield Tab.INDICATORS

    def left_out(self, tab: Tab) -> int:
        """Return how many rows of a table there is no room for on its sheet."""
        lasts = {
            Tab.FINDINGS: range(FIRST_FINDING, FIRST_FINDING + len(self.marks.found)),
            Tab.BUDGET: [line.sums for line in self.budget.walk()] if self.budget else (),
            Tab.INDICATORS: range(
                indicator_rows.FIRST_ROW, indicator_rows.FIRST_ROW + len(self.indicators)
            ),
        }
        return sum(row > LAST_ROW for row in lasts.get(tab, ()))


def lay_out(briefing: Briefing) -> Layout:
    """Place all rows, and find the cells of all findings."""
    project = briefing.checked.project
    columns = Columns(project.years)
    budget = place(briefing.overview.whole, project.years) if project.axes else None
    summary = summary_of(project, budget) if budget else None
    indicators = framework_lines(project)
    years = tuple(map(str, project.framework.years)) if project.framework else ()
    indicator_columns = IndicatorColumns(years)
    spots = Spots(
        {
            **dict(_budget(budget)),
            **dict(_summary(summary)),
            **{at: (Tab.INDICATORS, row) for at, row in indicator_rows.rows_of(indicators)},
        },
        {
            Tab.BUDGET: columns.keys(),
            Tab.SUMMARY: summary_keys(project.years),
            Tab.INDICATORS: indicator_columns.keys(),
        },
    )
    marks = Marks.of(briefing.report.all_findings, spots)
    return Layout(columns, budget, summary, indicators, indicator_columns, marks)


def summary_keys(years: tuple[str, ...]) -> Mapping[str, int]:
    """Return the column of each key of a row of tableau 1, and of the announced total."""
    columns = summary_rows.columns_of(years)
    words = {
        "axe": summary_rows.AXIS,
        "intitule": summary_rows.LABEL,
        "lettres": summary_rows.LABEL,
    }
    return {**columns, "part": columns[PART], "chiffres": columns["total"], **words}


Placed = Iterator[tuple[tuple[Role, Route], tuple[Tab, int]]]


def _budget(whole: Line | None) -> Placed:
    for line in whole.walk() if whole else ():
        if line.branch.row is not None:
            yield (Role.PLAN, line.branch.row.entry.route), (Tab.BUDGET, line.row)


def _summary(summary: Summary | None) -> Placed:
    for row, printed in enumerate(summary.rows, summary.first(0)) if summary else ():
        if printed.route is not None:
            yield (Role.PLAN, printed.route), (Tab.SUMMARY, row)
