"""The formulas of the sheet of the budget, and what each of them makes."""

from collections.abc import Sequence

from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.workbook.budget_columns import FIRST_YEAR, LEVEL, Columns, leaf_words
from pan_tp_cli.report.workbook.budget_rows import LAST_ROW, Line, only_total
from pan_tp_cli.report.workbook.cell_text import number
from pan_tp_cli.report.workbook.formulas import (
    ANY_TEXT,
    Area,
    Leaves,
    add_up,
    cell,
    guarded,
    letters,
    texts_in,
)
from pan_tp_cli.report.workbook.made import UNREADABLE, Made
from pan_tp_cli.text import Lang


def of_year(line: Line, year: str, column: int, lang: Lang) -> Made:
    """Return what the rows below a heading make of a year."""
    return _added(line, line.parts_of_years(), (year, column), lang)


def of_total(line: Line, columns: Columns, lang: Lang) -> Made:
    """Return what a row comes to: its years, or the totals of the rows below."""
    if line.children:
        return _added(line, line.parts_of_total(), (TOTAL, columns.made), lang)
    if only_total(line.branch, columns.years):
        made = line.made[TOTAL]
        formula = cell(line.row, columns.printed)
        return Made(formula, UNREADABLE.get(lang) if made is None else made)
    across = f"{cell(line.row, FIRST_YEAR)}:{cell(line.row, columns.printed - 1)}"
    formula, made = f"SUM({across})", line.made[TOTAL]
    if made is not None:
        return Made(formula, made)
    otherwise = UNREADABLE.get(lang)
    return Made(guarded(formula, f"COUNTIF({across},{ANY_TEXT})", otherwise), otherwise)


def _added(line: Line, parts: Sequence[Area], at: tuple[str, int], lang: Lang) -> Made:
    name, column = at
    made = line.made[name]
    shown = UNREADABLE.get(lang) if made is None else made
    if parts[-1].last > LAST_ROW:
        return Made("", shown)
    below = Leaves(Area(line.row + 1, min(line.end, LAST_ROW)), LEVEL, leaf_words(lang))
    formula = add_up(parts, column, below)
    if made is None:
        formula = guarded(formula, texts_in(parts, column, below), UNREADABLE.get(lang))
    return Made(formula, shown)


def wrong_years(line: Line, columns: Columns) -> int:
    """Return how many yearly amounts of a heading are printed, and not what its rows make."""
    if not line.children:
        return 0
    return sum(differs(line, year) for year in columns.years)


def differs(line: Line, column: str) -> bool:
    """Tell whether an amount is printed, and is not what leaves make."""
    printed, made = number(line.branch.amounts[column].printed), line.made[column]
    return printed is not None and made is not None and printed != made


def count_wrong_years(columns: Columns, last: int, sheet: str, made: str) -> str:
    """Return the formula that counts those: each heading has its sums in the row below it."""
    start, end = letters(FIRST_YEAR), letters(columns.printed - 1)
    levels = f"{sheet}${letters(LEVEL)}$5:${letters(LEVEL)}${last + 1}"
    printed = f"{sheet}${start}$4:${end}${last}"
    sums = f"{sheet}${start}$5:${end}${last + 1}"
    return f"SUMPRODUCT(({levels}={made})*ISNUMBER({printed})*ISNUMBER({sums})*({printed}<>{sums}))"
