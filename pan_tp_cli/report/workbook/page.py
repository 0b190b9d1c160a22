"""A sheet that is read from the top like a page: paragraphs and tables across a grid of columns."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.report.workbook.looks import Form, Kind, Look
from pan_tp_cli.report.workbook.made import Made
from pan_tp_cli.report.workbook.sheet import Sheet
from pan_tp_cli.report.workbook.sizes import height
from pan_tp_cli.report.workbook.spots import Spot

COLUMNS: Final = 12
WIDTH: Final = 12.8
Content = str | int | Made | tuple[str, Spot]
"""A text, a number, a formula, or a text that leads to another cell."""


class Page:
    """Writes a sheet from the top."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.row = 0
        sheet.worksheet.set_column(0, COLUMNS - 1, WIDTH)

    def space(self, points: float = 8) -> None:
        """Leave room."""
        self.sheet.worksheet.set_row(self.row, points)
        self.row += 1

    def paragraph(self, text: str, kind: Kind = Kind.FREE, points: float = 0) -> None:
        """Write a text across the page, in a row that is high enough."""
        self.sheet.worksheet.set_row(self.row, points or height(text, COLUMNS * WIDTH))
        self.sheet.wide(self.row, (0, COLUMNS - 1), text, Look(kind))
        self.row += 1

    def heading(self, text: str) -> None:
        """Write the heading of a section, with room above it."""
        self.space()
        self.paragraph(text, Kind.SUBTITLE, 20)

    def tiles(self, figures: Sequence[str], captions: Sequence[str]) -> None:
        """Write figures, each above what it counts."""
        span = COLUMNS // len(figures)
        for points, texts, kind in ((32, figures, Kind.FIGURE), (18, captions, Kind.CAPTION)):
            self.sheet.worksheet.set_row(self.row, points)
            self.cells(texts, [span] * len(texts), [Look(kind)] * len(texts))
            self.row += 1

    def line(
        self, contents: Sequence[Content], spans: Sequence[int], looks: Sequence[Look]
    ) -> None:
        """Write a row of a table, as high as its longest text asks for."""
        pairs = zip(contents, spans, strict=True)
        texts = ((each, span) for each, span in pairs if isinstance(each, str))
        points = max((height(text, span * WIDTH) for text, span in texts), default=0)
        self.sheet.worksheet.set_row(self.row, max(points, 15))
        self.cells(contents, spans, looks)
        self.row += 1

    def cells(
        self, contents: Sequence[Content], spans: Sequence[int], looks: Sequence[Look]
    ) -> None:
        """Write cells side by side, each as many columns wide as its span."""
        column = 0
        for content, span, look in zip(contents, spans, looks, strict=True):
            if span > 1:
                columns = (column, column + span - 1)
                self.sheet.wide(self.row, columns, "", look)
            self._cell(column, content, look)
            column += span

    def _cell(self, column: int, content: Content, look: Look) -> None:
        if isinstance(content, Made):
            self.sheet.made(self.row, column, content, look)
        elif isinstance(content, str):
            self.sheet.text(self.row, column, content, look)
        elif isinstance(content, int):
            self.sheet.value(self.row, column, content, look._replace(form=Form.AMOUNT))
        else:
            text, spot = content
            self.sheet.link((self.row, column), spot, text, look)
