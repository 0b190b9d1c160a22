"""Where cells of the plan stand in the workbook: what findings are linked to, and marked at."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, NamedTuple

from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.place import Place, Role, Route
from pan_tp_cli.report.workbook.formulas import cell
from pan_tp_cli.text import Lang, Text


class Tab(Enum):
    """The sheets, in their order."""

    FRONT = Text("Synthèse", "Summary")
    FINDINGS = Text("Constats", "Findings")
    SUMMARY = Text("Tableau 1", "Tableau 1")
    BUDGET = Text("Budget", "Budget")
    INDICATORS = Text("Indicateurs", "Indicators")

    def title(self, lang: Lang) -> str:
        """Return what the sheet is called."""
        return self.value.get(lang)

    def of(self, name: str, lang: Lang) -> str:
        """Return the name of a cell or block of the sheet, as a formula elsewhere calls it."""
        return f"'{self.title(lang)}'!{name}"


class Spot(NamedTuple):
    """A cell of the workbook; row and column count from 0."""

    tab: Tab
    row: int
    column: int

    def link(self, lang: Lang) -> str:
        """Return what a link to the cell leads to."""
        return f"internal:{self.tab.of(cell(self.row, self.column), lang)}"


Rows = Mapping[tuple[Role, Route], tuple[Tab, int]]
"""The row of each entry, by its file and route."""
Columns = Mapping[Tab, Mapping[str, int]]
"""The column of each key of an entry."""


class Spots(NamedTuple):
    """Where entries of the files stand, row by row, and their keys, column by column."""

    rows: Rows
    columns: Columns

    def find(self, place: Place) -> Spot | None:
        """Return the cell of a place, the first of its row where that has none; None where none."""
        for end in range(len(place.route), 0, -1):
            found = self.rows.get((place.role, place.route[:end]))
            if found is not None:
                tab, row = found
                known = self.columns[tab]
                keys = [str(step) for step in place.route[end:] if str(step) in known]
                return Spot(tab, row, known[keys[-1]] if keys else 0)
        return None


FIRST_FINDING: Final = 3
"""The row of the first finding on its sheet."""


class Marks(NamedTuple):
    """The findings of each cell and of each row, gravest first, by their numbers from 0."""

    found: tuple[Located, ...]
    spots: tuple[Spot | None, ...]
    by_spot: Mapping[Spot, list[int]]
    by_row: Mapping[tuple[Tab, int], list[int]]

    @classmethod
    def of(cls, found: Iterable[Located], spots: Spots) -> "Marks":
        """Find where each finding stands."""
        all_found = tuple(found)
        places = tuple(spots.find(each.finding.place) for each in all_found)
        by_spot: dict[Spot, list[int]] = {}
        by_row: dict[tuple[Tab, int], list[int]] = {}
        for number, spot in enumerate(places):
            if spot is not None:
                by_spot.setdefault(spot, []).append(number)
                by_row.setdefault((spot.tab, spot.row), []).append(number)
        return cls(all_found, places, by_spot, by_row)

    def gravest(self, numbers: Iterable[int]) -> Severity | None:
        """Return the gravest severity of findings that are not accepted."""
        open_ = (self.found[n] for n in numbers if self.found[n].waiver is None)
        return min((e.finding.severity for e in open_), key=lambda s: s.rank, default=None)

    @staticmethod
    def spot(number: int) -> Spot:
        """Return where a finding is told."""
        return Spot(Tab.FINDINGS, FIRST_FINDING + number, 0)
