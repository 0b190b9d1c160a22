"""The sheet of tableau 1: as printed, as the budget makes it, and what lies between."""

from collections.abc import Callable
from typing import Final

from pan_tp_cli.equation import is_zero
from pan_tp_cli.model.base import PART
from pan_tp_cli.report.workbook import formulas
from pan_tp_cli.report.workbook.budget_columns import Columns
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.footing import Footing, apart
from pan_tp_cli.report.workbook.formulas import Area, absolute, cell
from pan_tp_cli.report.workbook.looks import Form, Kind, Look
from pan_tp_cli.report.workbook.made import Made
from pan_tp_cli.report.workbook.marking import FINDINGS, FINDINGS_WIDTH, Marking
from pan_tp_cli.report.workbook.summary_rows import (
    AXIS,
    FIRST_ROW,
    FIRST_YEAR,
    LABEL,
    Part,
    Summary,
    SummaryRow,
)
from pan_tp_cli.report.workbook.summary_sums import SummarySums
from pan_tp_cli.text import Lang, Text

PRINTED: Final = Text("Tel qu'imprimé", "As printed")
MADE: Final = Text("Recalculé d'après les activités", "Recomputed from the activities")
APART: Final = Text("Écart : imprimé − recalculé", "Difference: printed − recomputed")
HEADS: Final = (Text("Axe", "Axis"), Text("Intitulé", "Wording"))
TOTALS: Final = (Text("Total", "Total"), Text("Part", "Share"))
NAMES: Final = {
    Part.TOTAL: Text("TOTAL", "TOTAL"),
    Part.SHARES: Text("Part de l'année", "Share of the year"),
    Part.ANNOUNCED: Text("Total annoncé", "Announced total"),
}
ANNOUNCED: Final = Text("Total annoncé : {words}", "Announced total: {words}")
WIDTHS: Final = (8, 44)
YEAR_WIDTH: Final = 13.5
TOTAL_WIDTH: Final = 15
SHARE_WIDTH: Final = 9
Write = Callable[[int, int, str], None]
"""Writes a cell: the place of its row in the block, its row on the sheet, its column by name."""


class SummarySheet:
    """Writes tableau 1 in blocks of the same rows."""

    def __init__(self, marking: Marking, summary: Summary, budget: Columns) -> None:
        self.marking = marking
        self.sheet = marking.sheet
        self.summary = summary
        self.years = budget.years
        self.sums = SummarySums(summary, budget, self.sheet.lang)
        self.columns = self.sums.columns

    @property
    def lang(self) -> Lang:
        """The language of the workbook."""
        return self.sheet.lang

    def write(self) -> Footing:
        """Write the blocks; return how many printed figures are not what the budget makes."""
        self._heads()
        if self.summary.is_printed:
            self._block(0, PRINTED, self._printed)
        self._block(self.summary.made, MADE, self._made)
        if not self.summary.is_printed:
            return Footing()
        self._block(2, APART, self._apart)
        self._live()
        columns = (FIRST_YEAR, self.columns[PART])
        block = absolute(Area(self.summary.first(2), self.summary.last(2)), columns)
        return Footing(apart(self.sheet.tab.of(block, self.lang)), self._count())

    def _heads(self) -> None:
        names = [*(head.get(self.lang) for head in HEADS), *self.years]
        names += [head.get(self.lang) for head in (*TOTALS, FINDINGS)]
        years = [YEAR_WIDTH] * len(self.years)
        widths = [*WIDTHS, *years, TOTAL_WIDTH, SHARE_WIDTH, FINDINGS_WIDTH]
        self.sheet.head(FIRST_ROW - 1, names, widths)
        self.sheet.worksheet.freeze_panes(FIRST_ROW, FIRST_YEAR)

    def _block(self, block: int, title: Text, write: Write) -> None:
        first = self.summary.first(block)
        self.sheet.worksheet.set_row(first - 1, 22)
        for column in range(self.columns[PART] + 2):
            name = title.get(self.lang) if column == 0 else ""
            self.sheet.text(first - 1, column, name, Look(Kind.SUBTITLE))
        for place, row in enumerate(self.summary.rows):
            at = first + place
            look = self._look(row)
            self.marking.text((at, AXIS), clean(row.code), look)
            self.marking.text((at, LABEL), self._label(row, block), look)
            for name in self.columns:
                write(place, at, name)
            self.marking.findings((at, self.columns[PART] + 1), look)

    @staticmethod
    def _look(row: SummaryRow) -> Look:
        return Look(Kind.PLAIN if row.part is Part.AXIS else Kind.ACTION)

    def _label(self, row: SummaryRow, block: int) -> str:
        """Return what a row is called; the announced total, as printed, with its words."""
        if row.part is Part.ANNOUNCED and row.label and block == 0:
            return ANNOUNCED.get(self.lang).format(words=clean(row.label))
        return NAMES[row.part].get(self.lang) if row.part in NAMES else clean(row.label)

    def _printed(self, place: int, at: int, column: str) -> None:
        row = self.summary.rows[place]
        look = self._look(row)._replace(form=self._form(row, column))
        self.marking.value((at, self.columns[column]), row.printed.get(column), look)

    def _made(self, place: int, at: int, column: str) -> None:
        row = self.summary.rows[place]
        look = self._look(row)._replace(form=self._form(row, column))
        made = self.sums.made(place, column)
        if made is None:
            self.sheet.text(at, self.columns[column], "", look)
            return
        self.sheet.made(at, self.columns[column], made, look)

    def _apart(self, place: int, at: int, column: str) -> None:
        look = self._look(self.summary.rows[place])._replace(form=Form.DIFFERENCE)
        made = self.sums.made(place, column)
        if made is None:
            self.sheet.text(at, self.columns[column], "", look)
            return
        one, other = (self._name(block, place, column) for block in (0, 1))
        formula = formulas.difference(one, other, rounded=True)
        off = made.below(self.summary.rows[place].printed.get(column))
        apart = Made(formula, "" if off is None else off)
        self.sheet.made(at, self.columns[column], apart, look)

    def _count(self) -> int:
        places = range(len(self.summary.rows))
        cells = ((place, column) for place in places for column in self.columns)
        made = ((self.sums.made(*at), self.summary.rows[at[0]].printed.get(at[1])) for at in cells)
        offs = (each.below(printed) for each, printed in made if each)
        return sum(off is not None and not is_zero(off) for off in offs)

    def _form(self, row: SummaryRow, column: str) -> Form:
        return Form.PERCENT if row.part is Part.SHARES or column == PART else Form.AMOUNT

    def _name(self, block: int, place: int, column: str) -> str:
        return cell(self.summary.first(block) + place, self.columns[column])

    def _live(self) -> None:
        """Colour the printed figures that are not what formulas make."""
        first, last = self.summary.first(0), self.summary.last(0)
        one, other = (self._name(block, 0, next(iter(self.columns))) for block in (0, 1))
        criteria = f"=AND(COUNT({one},{other})=2,ROUND({one}-{other},{formulas.DIFFERS})<>0)"
        live = {"type": "formula", "format": self.sheet.palette.live(), "criteria": criteria}
        area = (first, FIRST_YEAR, last, self.columns[PART])
        self.sheet.worksheet.conditional_format(*area, live)
