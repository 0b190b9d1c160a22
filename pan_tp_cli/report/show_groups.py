"""The money of a plan in other orders: by responsible structure, by year, by axis as tableau 1."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.breakdown import Group, Year, by_structure, by_year
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Percent, write_amount
from pan_tp_cli.overview import Amount
from pan_tp_cli.report.show_table import Columns, Line
from pan_tp_cli.report.show_tree import line as branch_line
from pan_tp_cli.report.show_tree import name
from pan_tp_cli.report.show_words import (
    Figure,
    column,
    computed,
    label,
    marks,
    printed,
    share,
    value,
)
from pan_tp_cli.table import Row
from pan_tp_cli.text import Lang, Text
from pan_tp_cli.viewed import Viewed

NOBODY: Final = Text("(aucune structure)", "(no structure)")
NO_ACTIVITY: Final = Text("(intitulés sans activité)", "(headings without activities)")
PRINTED: Final = Text("imprimé", "printed")
ACTIVITIES: Final = Text("activités", "activities")
FUNDED: Final = Text("activités financées", "funded activities")
TARGETED: Final = Text("indicateurs ciblés", "indicators targeted")
SHARE: Final = Text("part", "share")
TOTALS: Final = Text("total", "total")
SHARES: Final = Text("parts", "shares")
ROWS: Final = "rows"
TARGETS: Final = "targets"


def amounts(viewed: Viewed, lang: Lang) -> Columns:
    """Return the columns of years and total; years that nobody asked for may be left out."""
    heads = {name: column(name, lang) for name in viewed.columns}
    spare = () if viewed.choice.years else viewed.columns[:-1]
    return Columns(heads, SHARE.get(lang), frozenset(spare))


def structures(viewed: Viewed, lang: Lang) -> tuple[list[Line], Columns]:
    """Return a line per structure, then one for all."""
    groups = by_structure(viewed.root, viewed.overview.columns)
    columns = amounts(viewed, lang)
    columns = columns._replace(heads={**columns.heads, ROWS: ACTIVITIES.get(lang)})
    lines = [_structure(group, viewed, lang) for group in groups]
    count = sum(len(group.rows) for group in groups)
    whole = _whole(viewed, lang)
    figures = {**whole.figures, ROWS: Figure(write_amount(count, lang))}
    return [*lines, whole._replace(figures=figures)], columns


def _structure(group: Group, viewed: Viewed, lang: Lang) -> Line:
    total, of = group.made[TOTAL], viewed.root.total
    figures = {
        each: printed(Amount(group.made[each], group.made[each]), lang) for each in viewed.columns
    }
    count = Figure(write_amount(len(group.rows), lang))
    called = NO_ACTIVITY.get(lang) if group.name is None else label(group.name)
    return Line(
        called or NOBODY.get(lang),
        figures={**figures, ROWS: count},
        share=share(total, of, lang),
        part=total / of if total is not None and of else None,
        marks=marks([each for row in group.rows for each in row.findings], (), lang),
    )


def _whole(viewed: Viewed, lang: Lang) -> Line:
    whole = branch_line(viewed, viewed.root, None, lang)
    return whole._replace(strong=True, marks=())


def years(viewed: Viewed, lang: Lang) -> tuple[list[Line], Columns]:
    """Return a line per year, with its money and what is to be reached, then one for all."""
    below = {branch.node for branch in viewed.root.walk()}
    whole = viewed.root.row is None
    counted = [each for each in viewed.measures if whole or each.heading in below]
    found = by_year(viewed.root, viewed.columns[:-1], counted)
    heads = {TOTAL: PRINTED.get(lang), ROWS: FUNDED.get(lang), TARGETS: TARGETED.get(lang)}
    if not counted:
        del heads[TARGETS]
    lines = [_year(year, viewed, lang) for year in found]
    if not viewed.choice.years:
        amount = viewed.root.amounts[TOTAL]
        lines.append(_money(name(viewed, viewed.root, lang), amount, lang)._replace(strong=True))
    return lines, Columns(heads, SHARE.get(lang), frozenset((ROWS, TARGETS)))


def _money(called: str, amount: Amount, lang: Lang) -> Line:
    better = computed(amount, lang)
    mended = {TOTAL: better} if better else {}
    return Line(called, figures={TOTAL: printed(amount, lang)}, mended=mended)


def _year(year: Year, viewed: Viewed, lang: Lang) -> Line:
    line = _money(year.year, year.amount, lang)
    counts = {
        ROWS: Figure(write_amount(year.funded, lang)),
        TARGETS: Figure(write_amount(year.targeted, lang)),
    }
    made, of = year.amount.made, viewed.root.total
    return line._replace(
        figures={**line.figures, **counts},
        share=share(made, of, lang),
        part=made / of if made is not None and of else None,
    )


def axes(viewed: Viewed, lang: Lang) -> tuple[list[Line], Columns]:
    """Return tableau 1 as printed, with what its cells should say; the axes where there is none."""
    columns = amounts(viewed, lang)
    if viewed.checked.project.summary is None:
        whole = viewed.overview.whole
        lines = [branch_line(viewed, axis, whole, lang) for axis in whole.children]
        return [*lines, _whole(viewed, lang)], columns
    heads = {**columns.heads, PART: column(PART, lang)}
    return list(_summary(viewed, (*viewed.columns, PART), lang)), columns._replace(heads=heads)


def _summary(viewed: Viewed, columns: Sequence[str], lang: Lang) -> Iterator[Line]:
    table = viewed.checked.project.summary
    if table is None:
        return
    for axis, row in table.rows:
        yield summary_line(viewed, row, label(f"{axis} {row.entry.label}"), columns, lang)
    for last, text in ((table.total, TOTALS), (table.shares, SHARES)):
        if last is not None:
            yield summary_line(viewed, last, text.get(lang), columns, lang)._replace(strong=True)


def summary_line(viewed: Viewed, row: Row, called: str, columns: Sequence[str], lang: Lang) -> Line:
    """Return a row of tableau 1 as printed, with what its cells should say; a share as a bar."""
    cells = {each: row.cells[each] for each in columns if each in row.cells}
    written = {
        each: value(cell.value, viewed.recomputed.values.get(cell.place), lang)
        for each, cell in cells.items()
    }
    found = [each for each in viewed.overview.summary if each.finding.node == row.entry.node]
    return Line(
        called,
        figures={each: figure for each, (figure, _) in written.items()},
        mended={each: better for each, (_, better) in written.items() if better},
        part=_part(cells[PART].value if PART in cells else None),
        marks=marks(found, (), lang),
    )


def _part(cell: object) -> float | None:
    return cell.units / 10**cell.decimals / 100 if isinstance(cell, Percent) else None
