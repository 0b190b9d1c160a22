"""The sheet of the budget: the plan's own rows, with living sums beside what is printed."""

from typing import Final

from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.workbook import formulas
from pan_tp_cli.report.workbook.budget_columns import (
    CODE,
    FIRST_YEAR,
    LABEL,
    LEVEL,
    MADE,
    RESPONSIBLE,
    Columns,
    level_name,
)
from pan_tp_cli.report.workbook.budget_rows import FIRST_ROW, LAST_ROW, Line
from pan_tp_cli.report.workbook.budget_sums import (
    count_wrong_years,
    differs,
    of_total,
    of_year,
    wrong_years,
)
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.footing import Footing, apart
from pan_tp_cli.report.workbook.formulas import cell, letters, quoted
from pan_tp_cli.report.workbook.looks import OF_LEVEL, Form, Kind, Look
from pan_tp_cli.report.workbook.made import Made
from pan_tp_cli.report.workbook.marking import Marking
from pan_tp_cli.text import Lang, Text

HEAD_ROW: Final = FIRST_ROW - 1
WHOLE: Final = Text(
    "ENSEMBLE DU PLAN (années du tableau 1, total annoncé)",
    "THE WHOLE PLAN (years of tableau 1, announced total)",
)
SUMS: Final = Text("somme des lignes ci-dessous", "sum of the rows below")


class BudgetSheet:
    """Writes the rows of the budget, each heading with the sums of its years below it."""

    def __init__(self, marking: Marking, columns: Columns) -> None:
        self.marking = marking
        self.sheet = marking.sheet
        self.columns = columns

    @property
    def lang(self) -> Lang:
        """The language of the workbook."""
        return self.sheet.lang

    def write(self, whole: Line) -> Footing:
        """Write all rows; return how many printed figures are not what the formulas make."""
        self.sheet.head(HEAD_ROW, self.columns.heads(self.lang), self.columns.widths())
        for line in whole.walk():
            if line.sums <= LAST_ROW:
                self._line(line)
                if line.children:
                    self._sums(line)
        last = min(whole.end, LAST_ROW)
        self._behaviour(last)
        return self._footing(whole, last)

    def _line(self, line: Line) -> None:
        """Write a row as printed, with what it comes to."""
        columns, row = self.columns, line.row
        look = Look(OF_LEVEL[line.level])
        self.sheet.sizes.level(row, max(line.depth - 1, 0))
        self._words(line, look)
        amount = look._replace(form=Form.AMOUNT)
        for name, column in (*columns.amounts, (TOTAL, columns.printed)):
            self.marking.value((row, column), line.branch.amounts[name].printed, amount)
        made = of_total(line, columns, self.lang)
        self.sheet.made(row, columns.made, made, amount)
        off = made.below(line.branch.amounts[TOTAL].printed)
        formula = formulas.difference(cell(row, columns.printed), cell(row, columns.made))
        apart = Made(formula, "" if off is None else off)
        self.sheet.made(row, columns.difference, apart, look._replace(form=Form.DIFFERENCE))
        self.marking.findings((row, columns.findings), look)

    def _words(self, line: Line, look: Look) -> None:
        row, branch = line.row, line.branch
        activity = branch.row.activity if branch.row else None
        label = clean(branch.label) if branch.row else WHOLE.get(self.lang)
        responsible = clean((activity and activity.responsible) or "")
        self.marking.text((row, CODE), clean(branch.node) if branch.row else "", look)
        self.sheet.text(row, LEVEL, level_name(line, self.lang), look)
        self.marking.text((row, LABEL), label, look)
        self.marking.text((row, RESPONSIBLE), responsible, look)

    def _sums(self, line: Line) -> None:
        """Write what the rows below a heading make of each year."""
        row, look = line.sums, Look(Kind.MADE)
        self.sheet.sizes.level(row, max(line.depth - 1, 0))
        for column in range(self.columns.findings + 1):
            self.sheet.text(row, column, "", look)
        self.sheet.text(row, LEVEL, MADE.get(self.lang), look)
        self.sheet.text(row, LABEL, SUMS.get(self.lang), look)
        amount = look._replace(form=Form.AMOUNT)
        for year, column in self.columns.amounts:
            self.sheet.made(row, column, of_year(line, year, column, self.lang), amount)

    def _behaviour(self, last: int) -> None:
        """Freeze, filter, group and colour."""
        page, columns = self.sheet.worksheet, self.columns
        page.freeze_panes(FIRST_ROW, RESPONSIBLE)
        page.autofilter(HEAD_ROW, 0, last, columns.findings)
        page.outline_settings(symbols_below=False)
        live = {"type": "formula", "format": self.sheet.palette.live()}
        level, made = f"${letters(LEVEL)}", quoted(MADE.get(self.lang))
        top, year = FIRST_ROW + 1, letters(FIRST_YEAR)
        both = f"ISNUMBER({year}{{0}}),ISNUMBER({year}{{1}}),{year}{{0}}<>{year}{{1}}"
        rules = (f"AND({level}{{1}}={made},{both})", f"AND({level}{{0}}={made},{both})")
        rows = ((top, top + 1), (top, top - 1))
        for rule, pair in zip(rules, rows, strict=True):
            criteria = "=" + rule.format(*pair)
            area = (FIRST_ROW, FIRST_YEAR, last, columns.printed - 1)
            page.conditional_format(*area, {**live, "criteria": criteria})
        difference = f"${letters(columns.difference)}{top}"
        criteria = f"=AND(ISNUMBER({difference}),{difference}<>0)"
        area = (FIRST_ROW, columns.printed, last, columns.difference)
        page.conditional_format(*area, {**live, "criteria": criteria})

    def _footing(self, whole: Line, last: int) -> Footing:
        """Return the formula that counts the printed figures that are not what the rows make."""
        tab, column = self.sheet.tab, letters(self.columns.difference)
        block = tab.of(f"${column}${FIRST_ROW + 1}:${column}${last + 1}", self.lang)
        years = count_wrong_years(
            self.columns, last, tab.of("", self.lang), quoted(MADE.get(self.lang))
        )
        lines = [line for line in whole.walk() if line.sums <= LAST_ROW]
        count = sum(wrong_years(line, self.columns) + differs(line, TOTAL) for line in lines)
        return Footing(f"{apart(block)}+{years}", count)
