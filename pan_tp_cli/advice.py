"""What a plan could print to be better protected, found by trying it on the plan at hand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.coverage import Coverage, Protection, cover
from pan_tp_cli.engine import evaluate_all
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Rule
from pan_tp_cli.table import Cell, Entry, IndicatorRow, Level, Row, SummaryTable
from pan_tp_cli.text import Text

AMOUNTS: Final = {
    Level.AXIS: Text(
        "imprimer les montants par année et le total de chaque axe où il en manque",
        "printing the yearly amounts and the total of each axis that lacks any",
    ),
    Level.OBJECTIVE: Text(
        "imprimer les montants par année et le total de chaque objectif où il en manque",
        "printing the yearly amounts and the total of each objective that lacks any",
    ),
    Level.ACTION: Text(
        "imprimer les montants par année et le total de chaque action où il en manque",
        "printing the yearly amounts and the total of each action that lacks any",
    ),
    Level.ACTIVITY: Text(
        "imprimer le total de chaque activité qui n'en porte pas",
        "printing the total of each activity that shows none",
    ),
}
SUMMARY: Final = Text(
    "imprimer un tableau 1 qui récapitule les axes, avec sa ligne de totaux",
    "printing a tableau 1 that sums up the axes, with its row of totals",
)
INDICATORS: Final = Text(
    "imprimer le total des cibles de chaque indicateur qui n'en porte pas",
    "printing the total of the targets of each indicator that shows none",
)


class Advice(NamedTuple):
    """What to print, in how many rows, and what the cells that the plan has now gain by it.

    `id` names the advice for programs, `text` is the subject of a sentence. `locatable` cells
    would become so; `detectable` ones too, and are unprotected now. The cells to be printed are
    not among them.
    """

    id: str
    text: Text
    rows: int
    locatable: int
    detectable: int


class _Trial(NamedTuple):
    """A project with cells that its plan does not print; whatever they say, they are compared."""

    id: str
    text: Text
    rows: int
    project: Project


def advise(project: Project, rules: Sequence[Rule], now: Coverage) -> tuple[Advice, ...]:
    """Return what helps, most helpful first; `now` is the coverage as the plan is printed."""
    given = (_gain(trial, rules, now) for trial in _trials(project))
    helping = [advice for advice in given if advice.locatable or advice.detectable]
    return tuple(sorted(helping, key=lambda advice: (-advice.locatable, -advice.detectable)))


def _gain(trial: _Trial, rules: Sequence[Rule], now: Coverage) -> Advice:
    told = evaluate_all(trial.project, rules).told
    then = cover(trial.project.cells(), told).protections
    changes = Counter((was, then.get(key, was)) for key, was in now.protections.items())
    gained = Protection.LOCATABLE
    return Advice(
        trial.id,
        trial.text,
        trial.rows,
        sum(changes[was, gained] for was in Protection if was is not gained),
        changes[Protection.UNPROTECTED, Protection.DETECTABLE],
    )


def _trials(project: Project) -> Iterator[_Trial]:
    """Yield one trial for each kind of row that lacks cells."""
    yield from _with_amounts(project)
    if project.axes and project.summary is None:
        table = _summary(project)
        rows = len(table.rows) + 1
        yield _Trial("summary-table", SUMMARY, rows, project.supposing(summary=table))
    lacking = sum(row.total is None for row in project.indicators)
    if lacking:
        rows_with = tuple(map(_with_total, project.indicators))
        other = project.supposing(indicators=rows_with)
        yield _Trial("indicator-totals", INDICATORS, lacking, other)


def _with_amounts(project: Project) -> Iterator[_Trial]:
    """Yield a trial for each level of the budget where a row lacks years or its total."""
    for level, text in AMOUNTS.items():
        more = {
            id(row.entry): cells
            for row in project.budget
            if row.level is level and (cells := _lacking(row, project.years))
        }
        if more:
            axes = tuple(_completed(axis, more) for axis in project.axes)
            other = project.supposing(axes=axes)
            yield _Trial(f"{level.name.lower()}-amounts", text, len(more), other)


def _lacking(row: Row, years: Sequence[str]) -> dict[str, Cell]:
    """Return the cells that a row could print besides its own, by column.

    A heading without amounts could print those of the rows below it where they print all years;
    an activity without amounts has none to add up.
    """
    if TOTAL in row.cells:
        return {}
    if not row.cells and not (row.children and all(map(row.prints, years))):
        return {}
    columns = (TOTAL,) if row.cells else (*years, TOTAL)
    return {column: _supposed(row.entry, column) for column in columns}


def _completed(row: Row, more: Mapping[int, dict[str, Cell]]) -> Row:
    """Return a row, and all rows below it, with more cells where there are any."""
    cells = {**row.cells, **more.get(id(row.entry), {})}
    children = tuple(_completed(child, more) for child in row.children)
    return row._replace(cells=cells, children=children)


def _summary(project: Project) -> SummaryTable:
    """Return a tableau 1 of what the axes print, with a total of each column."""
    columns = [c for c in (*project.years, TOTAL) if all(axis.prints(c) for axis in project.axes)]

    def row(name: str) -> Row:
        entry = Entry(Role.PLAN, f"recap:{name}", "", "", ())
        return Row(entry, {column: _supposed(entry, column) for column in columns})

    codes = [axis.entry.node for axis in project.axes]
    return SummaryTable(tuple((code, row(code)) for code in codes), row(TOTAL), None)


def _with_total(row: IndicatorRow) -> IndicatorRow:
    """Return the row of an indicator with a total in the unit of its targets."""
    values = [cell.value for cell in row.targets.values()]
    numbers = [value for value in values if isinstance(value, int | Percent)]
    if row.total is not None or not numbers:
        return row
    return row._replace(total=_supposed(row.entry, TOTAL, numbers[0]))


def _supposed(entry: Entry, column: str, value: Value = 0) -> Cell:
    return Cell(entry, column, value, (column,))
