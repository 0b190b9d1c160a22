"""What the budget makes of each cell of tableau 1: a formula, and its value."""

from pan_tp_cli.equation import round_half_up
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.report.workbook.budget_columns import Columns
from pan_tp_cli.report.workbook.budget_rows import LAST_ROW
from pan_tp_cli.report.workbook.formulas import ANY_TEXT, cell, guarded
from pan_tp_cli.report.workbook.made import UNREADABLE, Made
from pan_tp_cli.report.workbook.spots import Tab
from pan_tp_cli.report.workbook.summary_rows import Part, Summary, SummaryRow, columns_of
from pan_tp_cli.text import Lang


class SummarySums:
    """Makes the formulas of the block of what the budget makes."""

    def __init__(self, summary: Summary, budget: Columns, lang: Lang) -> None:
        self.summary = summary
        self.budget = budget
        self.columns = columns_of(budget.years)
        self.lang = lang

    def made(self, place: int, column: str) -> Made | None:
        """Return what a cell should print; None where it should print nothing."""
        row = self.summary.rows[place]
        total = self.summary.place(Part.TOTAL)
        if row.part is Part.SHARES:
            return None if column == PART else self._share((total, column), row, column)
        if column == PART:
            has_share = row.line and row.part is not Part.ANNOUNCED
            return self._share((place, TOTAL), row, column) if has_share else None
        if row.part is Part.ANNOUNCED and column != TOTAL:
            return None
        return self._amount(row, column)

    def _amount(self, row: SummaryRow, column: str) -> Made | None:
        """Return a cell of the sheet of the budget."""
        line = row.line
        if line is None or line.sums > LAST_ROW:
            return None
        year = dict(self.budget.amounts).get(column)
        at = (line.row, self.budget.made) if year is None else (line.sums, year)
        name, made = Tab.BUDGET.of(cell(*at), self.lang), line.made[column]
        if made is not None:
            return Made(name, made)
        otherwise = UNREADABLE.get(self.lang)
        return Made(guarded(name, f"COUNTIF({name},{ANY_TEXT})", otherwise), otherwise)

    def _share(self, part: tuple[int, str], row: SummaryRow, column: str) -> Made:
        """Return the share that a cell of the block has in its grand total, rounded as printed."""
        decimals = _decimals(row.printed.get(column))
        total = self.summary.place(Part.TOTAL)
        one, whole = self._cell(*part), self._cell(total, TOTAL)
        rounded = f"ROUND({one}/{whole},{2 + decimals})"
        formula = f'IF(COUNT({one},{whole})=2,IF({whole}>0,{rounded},""),"")'
        amounts = (self.made(*part), self.made(total, TOTAL))
        values = [each.value for each in amounts if each and isinstance(each.value, int)]
        if len(values) < 2 or values[1] <= 0:
            return Made(formula, "")
        numerator, sign = abs(values[0]), -1 if values[0] < 0 else 1
        units = round_half_up(numerator * 100 * 10**decimals, values[1])
        return Made(formula, Percent(sign * units, decimals))

    def _cell(self, place: int, column: str) -> str:
        return cell(self.summary.first(self.summary.made) + place, self.columns[column])


def _decimals(printed: Value) -> int:
    return printed.decimals if isinstance(printed, Percent) else 0
