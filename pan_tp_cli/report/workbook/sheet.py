"""A sheet that is written cell by cell: texts stay texts, numbers numbers, blanks blank."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pan_tp_cli.money import Percent, Value, write_value
from pan_tp_cli.report.workbook import cell_text
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.looks import KINDS, Form, Kind, Look, Palette
from pan_tp_cli.report.workbook.made import Made
from pan_tp_cli.report.workbook.sizes import Sizes
from pan_tp_cli.report.workbook.spots import Spot, Tab
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_LINKS: Final = 65_530
"""Links of a sheet: a limit of Excel."""
LONGEST_TIP: Final = 250


class Sheet:
    """One sheet of the workbook; rows and columns count from 0."""

    def __init__(self, tab: Tab, worksheet: "Worksheet", palette: Palette) -> None:
        self.tab = tab
        self.worksheet = worksheet
        self.palette = palette
        self.sizes = Sizes(worksheet)
        self.links = 0

    @property
    def lang(self) -> Lang:
        """The language of the workbook."""
        return self.palette.lang

    def text(self, row: int, column: int, text: str, look: Look) -> None:
        """Write a text; a blank cell where it is empty."""
        shown = self.palette.format(look)
        if text:
            self.worksheet.write_string(row, column, text, shown)
            if KINDS[look.kind].get("text_wrap"):
                self.sizes.text((row, column), text, bool(KINDS[look.kind].get("bold")))
        else:
            self.worksheet.write_blank(row, column, None, shown)

    def value(self, row: int, column: int, value: Value, look: Look) -> None:
        """Write what a cell prints: a number, the text in the place of one, or nothing."""
        number = cell_text.number(value)
        if value is None:
            self.text(row, column, "", look)
        elif number is None:
            self.text(row, column, cell_text.text(value, self.lang), look._replace(odd=True))
        else:
            self._sized(column, value)
            self.worksheet.write_number(row, column, number, self.palette.format(of(value, look)))

    def made(self, row: int, column: int, made: Made, look: Look) -> None:
        """Write a formula with what it makes; that alone where there is no formula."""
        value = made.value
        look = look._replace(odd=True) if isinstance(value, str) and value else of(value, look)
        if not made.formula:
            self.value(row, column, value, look)
            return
        self._sized(column, value)
        cached = value if isinstance(value, str) else cell_text.number(value) or 0
        shown = self.palette.format(look)
        self.worksheet.write_formula(row, column, f"={made.formula}", shown, cached)

    def _sized(self, column: int, value: Value) -> None:
        self.sizes.number(column, len(write_value(value, self.lang)))

    def link(self, at: tuple[int, int], spot: Spot, text: str, look: Look) -> None:
        """Write a text that leads to another cell, while there is room for links."""
        if self.lead(at, spot):
            look = look._replace(link=True)
        self.text(*at, text, look)

    def lead(self, at: tuple[int, int], spot: Spot, tip: str = "") -> bool:
        """Let a cell that is written next lead to another; tell whether that could be done."""
        if self.links >= MOST_LINKS:
            return False
        self.links += 1
        shown = self.palette.format(Look())
        self.worksheet.write_url(*at, spot.link(self.lang), shown, "-", clean(tip, LONGEST_TIP))
        return True

    def wide(self, row: int, columns: tuple[int, int], text: str, look: Look) -> None:
        """Write a text across columns."""
        first, last = columns
        self.worksheet.merge_range(row, first, row, last, "", self.palette.format(look))
        self.text(row, first, text, look)

    def head(self, row: int, names: Sequence[str], widths: Sequence[float]) -> None:
        """Write the heads of columns, with their widths; they stay on screen and on each page."""
        self.sizes.columns(widths)
        for column, name in enumerate(names):
            self.text(row, column, name, Look(Kind.HEAD))
        self.worksheet.repeat_rows(row)

    def title(self, title: str, note: str) -> None:
        """Write the title of the sheet, and how to read it."""
        self.worksheet.set_row(0, 24)
        self.text(0, 0, title, Look(Kind.TITLE))
        self.worksheet.set_row(1, 16)
        self.text(1, 0, note, Look(Kind.NOTE))


def of(value: Value, look: Look) -> Look:
    """Return the look of a number: a percentage is shown as one, at the precision printed."""
    if not isinstance(value, Percent):
        return look
    form = Form.PERCENT_DIFFERENCE if look.form is Form.DIFFERENCE else Form.PERCENT
    return look._replace(form=form, decimals=value.decimals)
