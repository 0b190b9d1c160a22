"""The sheet of the framework: targets as printed, and their totals by living formulas."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pan_tp_cli.equation import is_zero
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.model.indicators import Aggregation, Unit
from pan_tp_cli.money import NotApplicable, Value
from pan_tp_cli.report.workbook import formulas
from pan_tp_cli.report.workbook.budget_columns import DIFFERENCE, MADE_TOTAL, PRINTED_TOTAL
from pan_tp_cli.report.workbook.budget_rows import LAST_ROW
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.footing import Footing, apart
from pan_tp_cli.report.workbook.formulas import cell, letters
from pan_tp_cli.report.workbook.indicator_rows import FIRST_ROW, FrameworkLine, Rank
from pan_tp_cli.report.workbook.indicator_sums import of_targets
from pan_tp_cli.report.workbook.looks import Form, Kind, Look
from pan_tp_cli.report.workbook.made import Made
from pan_tp_cli.report.workbook.marking import FINDINGS, FINDINGS_WIDTH, Marking
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.text import Lang, Text

CODE, RANK, LABEL, UNIT, BASELINE, FIRST_YEAR = range(6)
HEADS: Final = (
    Text("Code", "Code"),
    Text("Niveau", "Level"),
    Text("Intitulé", "Wording"),
    Text("Unité", "Unit"),
    Text("Référence", "Baseline"),
)
TAIL: Final = (
    PRINTED_TOTAL,
    MADE_TOTAL,
    DIFFERENCE,
    Text("Total = …", "Total = …"),
    Text("Responsable", "Responsible"),
    Text("Sources", "Sources"),
    Text("Partenaires", "Partners"),
    FINDINGS,
)
WIDTHS: Final = (10.5, 9, 44, 5, 9)
YEAR_WIDTH: Final = 8.5
TAIL_WIDTHS: Final = (9.5, 9.5, 9.5, 10, 11.5, 16, 16, FINDINGS_WIDTH)
RANKS: Final = {
    Rank.AXIS: (Text("Axe", "Axis"), Kind.AXIS),
    Rank.OBJECTIVE: (Text("Objectif", "Objective"), Kind.OBJECTIVE),
    Rank.ACTION: (Text("Action", "Action"), Kind.ACTION),
    Rank.OUTCOME: (Text("Effet", "Outcome"), Kind.RESULT),
    Rank.OUTPUT: (Text("Produit", "Output"), Kind.RESULT),
    Rank.INDICATOR: (Text("Indicateur", "Indicator"), Kind.PLAIN),
}
UNITS: Final = {Unit.COUNT: Text("nb", "no."), Unit.PERCENT: Text("%", "%")}
AGGREGATIONS: Final = {
    Aggregation.SUM: Text("somme", "sum"),
    Aggregation.MEAN: Text("moyenne", "mean"),
    Aggregation.LAST: Text("dernière", "last"),
    Aggregation.MAXIMUM: Text("maximum", "highest"),
}


class IndicatorColumns(NamedTuple):
    """The columns behind the baseline, which depend on how many years there are."""

    years: Sequence[str]

    @property
    def printed(self) -> int:
        """The column of printed totals; those that follow stand in the order of `TAIL`."""
        return FIRST_YEAR + len(self.years)

    @property
    def last(self) -> int:
        """The column of findings."""
        return self.printed + len(TAIL) - 1

    def keys(self) -> dict[str, int]:
        """Return the column of each key of a row."""
        years = {year: FIRST_YEAR + place for place, year in enumerate(self.years)}
        words = {"responsable": 4, "sources": 5, "partenaires": 6, "agregation": 3}
        tail = {key: self.printed + place for key, place in words.items()}
        head = {"code": CODE, "id": CODE, "intitule": LABEL, "unite": UNIT, "reference": BASELINE}
        return {**head, **years, TOTAL: self.printed, **tail}


class IndicatorSheet:
    """Writes the rows of the framework."""

    def __init__(self, marking: Marking, columns: IndicatorColumns) -> None:
        self.marking = marking
        self.sheet = marking.sheet
        self.columns = columns
        self.wrong = 0

    @property
    def lang(self) -> Lang:
        """The language of the workbook."""
        return self.sheet.lang

    def write(self, lines: Sequence[FrameworkLine]) -> Footing:
        """Write all rows; return how many printed totals are not what their targets make."""
        years = [YEAR_WIDTH] * len(self.columns.years)
        names = [*HEADS, *(Text(year, year) for year in self.columns.years), *TAIL]
        widths = [*WIDTHS, *years, *TAIL_WIDTHS]
        self.sheet.head(FIRST_ROW - 1, [name.get(self.lang) for name in names], widths)
        fitting = lines[: LAST_ROW + 1 - FIRST_ROW]
        for place, line in enumerate(fitting):
            self._line(FIRST_ROW + place, line)
        last = FIRST_ROW + max(len(fitting), 1) - 1
        self._behaviour(last)
        column = letters(self.columns.printed + 2)
        block = self.sheet.tab.of(f"${column}${FIRST_ROW + 1}:${column}${last + 1}", self.lang)
        return Footing(apart(block), self.wrong)

    def _line(self, row: int, line: FrameworkLine) -> None:
        rank, kind = RANKS[line.rank]
        look = Look(kind)
        self.sheet.sizes.level(row, line.depth)
        for column in range(self.columns.last) if line.indicator is None else ():
            self.sheet.text(row, column, "", look)
        self.marking.text((row, CODE), clean(line.code), look)
        self.sheet.text(row, RANK, rank.get(self.lang), look)
        self.marking.text((row, LABEL), clean(line.label), look)
        if line.indicator is not None:
            self._figures(row, line.indicator, look)
            self._words(row, line.indicator, look)
        self.marking.findings((row, self.columns.last), look)

    def _figures(self, row: int, given: IndicatorRow, look: Look) -> None:
        amount, printed = look._replace(form=Form.AMOUNT), self.columns.printed
        self._value((row, BASELINE), given.baseline.value, amount)
        for place, year in enumerate(self.columns.years):
            target = given.targets.get(year)
            self._value((row, FIRST_YEAR + place), target.value if target else None, amount)
        self._value((row, printed), given.total.value if given.total else None, amount)
        made = self._made(given, row)
        if made is None:
            self.sheet.text(row, printed + 1, "", look)
            self.sheet.text(row, printed + 2, "", look)
            return
        self.sheet.made(row, printed + 1, made, amount)
        off = made.below(given.total.value if given.total else None)
        formula = formulas.difference(cell(row, printed), cell(row, printed + 1), rounded=True)
        apart = Made(formula, "" if off is None else off)
        self.sheet.made(row, printed + 2, apart, look._replace(form=Form.DIFFERENCE))
        self.wrong += off is not None and not is_zero(off)

    def _value(self, at: tuple[int, int], value: Value, look: Look) -> None:
        if isinstance(value, NotApplicable):
            self.marking.text(at, value.value, look._replace(form=Form.CENTRED))
        else:
            self.marking.value(at, value, look)

    def _made(self, given: IndicatorRow, row: int) -> Made | None:
        first, last = cell(row, FIRST_YEAR), cell(row, self.columns.printed - 1)
        return of_targets(given, f"{first}:{last}", self.lang)

    def _words(self, row: int, given: IndicatorRow, look: Look) -> None:
        indicator, printed = given.indicator, self.columns.printed
        unit = UNITS[indicator.unit].get(self.lang)
        self.marking.text((row, UNIT), unit, look._replace(form=Form.CENTRED))
        words = (
            AGGREGATIONS[indicator.aggregated].get(self.lang),
            clean(indicator.responsible or ""),
            clean(" ; ".join(indicator.sources or ())),
            clean(" ; ".join(indicator.partners or ())),
        )
        for place, said in enumerate(words, 3):
            self.marking.text((row, printed + place), said, look)

    def _behaviour(self, last: int) -> None:
        """Freeze, filter, group and colour."""
        page = self.sheet.worksheet
        page.freeze_panes(FIRST_ROW, UNIT)
        page.autofilter(FIRST_ROW - 1, 0, last, self.columns.last)
        page.outline_settings(symbols_below=False)
        difference = f"${letters(self.columns.printed + 2)}{FIRST_ROW + 1}"
        criteria = f"=AND(ISNUMBER({difference}),{difference}<>0)"
        live = {"type": "formula", "format": self.sheet.palette.live(), "criteria": criteria}
        area = (FIRST_ROW, self.columns.printed, last, self.columns.printed + 2)
        page.conditional_format(*area, live)
