"""The sheet of findings: one a row, to be filtered, each linked to the cell that it is about."""

from typing import Final

from pan_tp_cli.finding import Located
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.report.workbook import cell_text
from pan_tp_cli.report.workbook.budget_rows import LAST_ROW
from pan_tp_cli.report.workbook.finding_cells import FindingCells, cells_of
from pan_tp_cli.report.workbook.looks import OF_SEVERITY, Form, Kind, Look
from pan_tp_cli.report.workbook.sheet import Sheet
from pan_tp_cli.report.workbook.spots import FIRST_FINDING, Marks, Spot
from pan_tp_cli.text import Text, one_line

NUMBER: Final = Text("N°", "No.")
HEADS: Final = {
    "severity": (Text("Gravité", "Severity"), 13),
    "rule": (Text("Règle", "Rule"), 20),
    "node": (Text("Où", "Where"), 12),
    "column": (Text("Colonne", "Column"), 8.5),
    "message": (Text("Constat", "Finding"), 32),
    "printed": (Text("Imprimé", "Printed"), 12),
    "expected": (Text("Attendu", "Expected"), 12),
    "difference": (Text("Écart", "Difference"), 12),
    "computation": (Text("Calcul", "Computation"), 22),
    "repair": (Text("Réparation proposée", "Proposed repair"), 28),
    "besides": (Text("À savoir aussi", "Besides"), 32),
    "waiver": (Text("Dérogation", "Waiver"), 22),
    "place": (Text("Fichier", "File"), 15),
}
"""The columns behind the number, by the field that they show, with their widths."""
SHORT: Final = 12
LONGEST_FIGURE: Final = 40
FIGURES: Final = ("printed", "expected", "difference")
NONE: Final = Text("Aucun constat.", "No findings.")


class FindingsSheet:
    """Writes the findings, the accepted ones among them where there are any."""

    def __init__(self, sheet: Sheet, marks: Marks) -> None:
        self.sheet = sheet
        self.marks = marks
        waived = any(each.waiver for each in marks.found)
        self.fields = [field for field in HEADS if field != "waiver" or waived]

    def write(self) -> None:
        """Write all findings that fit on a sheet."""
        lang = self.sheet.lang
        names = [NUMBER.get(lang), *(HEADS[field][0].get(lang) for field in self.fields)]
        widths = [5.5, *(HEADS[field][1] for field in self.fields)]
        self.sheet.head(FIRST_FINDING - 1, names, widths)
        fitting = self.marks.found[: LAST_ROW + 1 - FIRST_FINDING]
        for number, located in enumerate(fitting):
            self._finding(number, located)
        if not fitting:
            self.sheet.text(FIRST_FINDING, 1, NONE.get(lang), Look(Kind.NOTE))
        last = FIRST_FINDING + max(len(fitting), 1) - 1
        page = self.sheet.worksheet
        page.freeze_panes(FIRST_FINDING, 1 + self.fields.index("message"))
        page.autofilter(FIRST_FINDING - 1, 0, last, len(self.fields))
        # the place in the file is for those who edit it, on screen
        page.print_area(0, 0, last, len(self.fields) - 1)

    def _finding(self, number: int, located: Located) -> None:
        row, cells = FIRST_FINDING + number, cells_of(located, self.sheet.lang)
        accepted = located.waiver is not None
        look = Look(Kind.ACCEPTED if accepted else Kind.PLAIN)
        self._number(row, number, look)
        for column, field in enumerate(self.fields, 1):
            shown = look
            if field == "severity" and not accepted:
                shown = Look(OF_SEVERITY[located.finding.severity])
            if field in FIGURES:
                self._figure((row, column), field, getattr(cells, field), shown)
            elif field == "node":
                self._node((row, column), number, cells, shown)
            else:
                self.sheet.text(row, column, getattr(cells, field), shown)

    def _number(self, row: int, number: int, look: Look) -> None:
        """Write the number of a finding, which leads to its cell."""
        spot = self._spot(number)
        if spot is not None and self.sheet.lead((row, 0), spot):
            look = look._replace(link=True)
        shown = self.sheet.palette.format(look._replace(form=Form.CENTRED))
        self.sheet.worksheet.write_number(row, 0, number + 1, shown)

    def _node(self, at: tuple[int, int], number: int, cells: FindingCells, look: Look) -> None:
        """Write where a finding stands, which leads there where it is short enough for a line."""
        spot = self._spot(number)
        if spot is None or len(cells.node) > SHORT:
            self.sheet.text(*at, cells.node, look)
        else:
            self.sheet.link(at, spot, cells.node, look)

    def _spot(self, number: int) -> Spot | None:
        spot = self.marks.spots[number]
        return None if spot is None or spot.row > LAST_ROW else spot

    def _figure(self, at: tuple[int, int], field: str, value: Value, look: Look) -> None:
        """Write a number as a number, and anything else as it is printed."""
        number = cell_text.number(value)
        if value is None or number is None:
            text = "" if value is None else cell_text.text(value, self.sheet.lang)
            self.sheet.text(*at, one_line(text, LONGEST_FIGURE), look)
            return
        if field != "difference":
            self.sheet.value(*at, value, look._replace(form=Form.AMOUNT))
            return
        form, decimals = Form.DIFFERENCE, 0
        if isinstance(value, Percent):  # points of percent
            form, decimals, number = Form.POINTS, value.decimals, number * 100
        shown = self.sheet.palette.format(look._replace(form=form, decimals=decimals))
        self.sheet.worksheet.write_number(*at, number, shown)
