"""The columns of the sheet of the budget, and the words in them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.workbook.budget_rows import Line
from pan_tp_cli.report.workbook.marking import FINDINGS, FINDINGS_WIDTH
from pan_tp_cli.table import Level
from pan_tp_cli.text import Lang, Text

CODE, LEVEL, LABEL, RESPONSIBLE, FIRST_YEAR = range(5)
KEYS: Final = {"code": CODE, "id": CODE, "intitule": LABEL, "responsable": RESPONSIBLE}
HEADS: Final = (
    Text("Code", "Code"),
    Text("Niveau", "Level"),
    Text("Intitulé", "Wording"),
    Text("Responsable", "Responsible"),
)
WIDTHS: Final = (9.5, 9.5, 46, 13.5)
PRINTED_TOTAL: Final = Text("Total imprimé", "Printed total")
MADE_TOTAL: Final = Text("Total calculé", "Computed total")
DIFFERENCE: Final = Text("Écart", "Difference")
YEAR_WIDTH: Final = 11.5
TOTAL_WIDTH: Final = 13
LEVELS: Final = {
    Level.AXIS: Text("Axe", "Axis"),
    Level.OBJECTIVE: Text("Objectif", "Objective"),
    Level.ACTION: Text("Action", "Action"),
    Level.ACTIVITY: Text("Activité", "Activity"),
    None: Text("Plan", "Plan"),
}
WITHOUT_ROWS: Final = Text("{level} sans ligne", "{level} without rows")
MADE: Final = Text("calculé", "computed")
"""What the rows of sums have in the column of levels: conditional formats look for it."""


class Columns(NamedTuple):
    """The columns behind the words, which depend on how many years there are."""

    years: Sequence[str]

    @property
    def amounts(self) -> list[tuple[str, int]]:
        """The years with their columns."""
        return [(year, FIRST_YEAR + place) for place, year in enumerate(self.years)]

    @property
    def printed(self) -> int:
        """The column of printed totals."""
        return FIRST_YEAR + len(self.years)

    @property
    def made(self) -> int:
        """The column of totals that formulas make."""
        return self.printed + 1

    @property
    def difference(self) -> int:
        """The column of what is printed less what is made."""
        return self.printed + 2

    @property
    def findings(self) -> int:
        """The last column."""
        return self.printed + 3

    def keys(self) -> dict[str, int]:
        """Return the column of each key of a row."""
        return {**KEYS, **dict(self.amounts), TOTAL: self.printed}

    def heads(self, lang: Lang) -> list[str]:
        """Return what the columns are called."""
        totals = (PRINTED_TOTAL, MADE_TOTAL, DIFFERENCE, FINDINGS)
        return [
            *(head.get(lang) for head in HEADS),
            *self.years,
            *(head.get(lang) for head in totals),
        ]

    def widths(self) -> list[float]:
        """Return how wide the columns are."""
        years = [YEAR_WIDTH] * len(self.years)
        return [*WIDTHS, *years, TOTAL_WIDTH, TOTAL_WIDTH, TOTAL_WIDTH, FINDINGS_WIDTH]


def level_name(line: Line, lang: Lang) -> str:
    """Return the level of a row; a heading without rows is a leaf, and says so."""
    name = LEVELS[line.level].get(lang)
    if line.children or line.level is Level.ACTIVITY:
        return name
    return WITHOUT_ROWS.get(lang).format(level=name)


def leaf_words(lang: Lang) -> tuple[str, ...]:
    """Return what the column of levels says of leaves, as a formula looks for it."""
    return LEVELS[Level.ACTIVITY].get(lang), WITHOUT_ROWS.get(lang).format(level="*")
