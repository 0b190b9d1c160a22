"""Workbooks made of plans, and read back as another program reads them."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pan_tp_cli import app, rules
from pan_tp_cli.assembling import assemble
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked, Conventions
from pan_tp_cli.report import briefing_xlsx
from pan_tp_cli.text import Lang
from tests.projects import DATA, TODAY


def briefing_of(folder: Path) -> Briefing:
    """Check a plan in a folder, and assemble what a reviewer takes along."""
    return _assembled(app.check(folder, None, rules.identifiers(), Conventions(TODAY)))


def _assembled(checked: Checked) -> Briefing:
    made = assemble(checked, TODAY)
    assert made is not None
    return made


def briefing(folder: Path, plan: str = "", indicators: str = "", waivers: str = "") -> Briefing:
    """Write the files that are given into a folder, and brief on them."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"plan.yaml": plan, "indicators.yaml": indicators, "derogations.yaml": waivers}
    for name, text in texts.items():
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    if plan:
        return briefing_of(folder)
    name = "indicators.yaml"
    return _assembled(app.check_alone(folder / name, name, "", rules.of_plans()))


def embedded() -> Briefing:
    """Brief on the embedded plan."""
    return briefing_of(DATA)


class Readings(NamedTuple):
    """A workbook with its formulas, and the same with what these made when it was written."""

    formulas: Workbook
    values: Workbook

    def sheet(self, name: str) -> Worksheet:
        """Return a sheet with its formulas."""
        sheet = self.formulas[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def cached(self, name: str) -> Worksheet:
        """Return a sheet with what its formulas made."""
        sheet = self.values[name]
        assert isinstance(sheet, Worksheet)
        return sheet


def read(data: bytes) -> Readings:
    """Read a workbook."""
    return Readings(load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True))


def workbook(given: Briefing, lang: Lang = Lang.FR) -> Readings:
    """Make a workbook and read it."""
    return read(briefing_xlsx.render(given, lang))


def row_of(sheet: Worksheet, code: str, column: int = 1) -> int:
    """Return the first row that has a text in a column."""
    rows = (row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == code)
    return next(rows)


def column_of(sheet: Worksheet, head: str, row: int = 3) -> int:
    """Return the column of a head."""
    columns = range(1, sheet.max_column + 1)
    return next(column for column in columns if sheet.cell(row, column).value == head)
