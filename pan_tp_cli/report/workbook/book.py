"""The workbook itself: made in memory by XlsxWriter, the same bytes for the same content."""

import datetime
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from pan_tp_cli import __version__
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.looks import Palette
from pan_tp_cli.report.workbook.sheet import Sheet
from pan_tp_cli.report.workbook.spots import Tab
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Arial", "font_size": 9},
}
EVERYWHERE: Final = "A1:XFD1048576"
UNMARKED: Final = ("number_stored_as_text", "formula_range", "formula_differs")
"""What Excel would mark with green corners: codes like 1.1, and sums unlike their neighbours."""
A4: Final = 9
LONGEST_NAME: Final = 90
"""Characters of a name in the head of a page, all of whose parts may have 255."""
MADE_BY: Final = Text("pan-tp {version}, {day}", "pan-tp {version}, {day}")
PAGE: Final = Text("page &P sur &N", "page &P of &N")
TAB_COLOURS: Final = {
    Tab.FRONT: "#102A43",
    Tab.FINDINGS: "#B42318",
    Tab.SUMMARY: "#245A8D",
    Tab.BUDGET: "#245A8D",
    Tab.INDICATORS: "#245A8D",
}


class About(NamedTuple):
    """What each page says of the plan: its name, its file, and the day of the check."""

    title: str
    file: str
    day: datetime.date


class Book:
    """A workbook that is being written; `close` gives its bytes."""

    def __init__(self, about: About, tabs: Iterable[Tab], lang: Lang) -> None:
        from xlsxwriter import Workbook  # 100 ms, for workbooks alone

        self._bytes = BytesIO()
        self._book = Workbook(self._bytes, dict(OPTIONS))
        self._book.set_properties(
            {
                "title": clean(about.title, LONGEST_NAME),
                "author": f"pan-tp {__version__}",
                "created": datetime.datetime.combine(about.day, datetime.time()),
            }
        )
        palette = Palette(self._book, lang)
        self.sheets: Mapping[Tab, Sheet] = {
            tab: Sheet(tab, self._page(tab, about, lang), palette) for tab in tabs
        }

    def _page(self, tab: Tab, about: About, lang: Lang) -> "Worksheet":
        """Add a sheet that is printed on A4 landscape, as wide as the page."""
        page = self._book.add_worksheet(tab.title(lang))
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.65, bottom=0.6)
        # of a long path, the file is at its end
        page.set_header(f"&L&8 {_plain(about.title)}&R&8 {_plain(about.file[-LONGEST_NAME:])}")
        made_by = MADE_BY.get(lang).format(version=__version__, day=about.day.isoformat())
        name, pages = tab.title(lang), PAGE.get(lang)
        page.set_footer(f"&L&8 {_plain(made_by)}&C&8 {name}&R&8 {pages}")
        page.hide_gridlines(2)
        page.ignore_errors(dict.fromkeys(UNMARKED, EVERYWHERE))
        page.set_tab_color(TAB_COLOURS[tab])
        return page

    def close(self) -> bytes:
        """Return the file."""
        for sheet in self.sheets.values():
            sheet.sizes.apply()
        self._book.close()
        return self._bytes.getvalue()


def _plain(text: str) -> str:
    """Return a text for the head of a page, where ``&`` would command."""
    return clean(text, LONGEST_NAME).replace("&", "&&")
