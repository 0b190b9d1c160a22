"""Cells of the plan that lead to the findings about them, and are framed by how grave these are."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from pan_tp_cli.money import Value
from pan_tp_cli.report.words import counted, sentence
from pan_tp_cli.report.workbook.looks import Look
from pan_tp_cli.report.workbook.sheet import Sheet
from pan_tp_cli.report.workbook.spots import Marks, Spot
from pan_tp_cli.text import Lang, Text

ACCEPTED: Final = Text("accepté", "accepted")
FINDINGS: Final = Text("Constats", "Findings")
FINDINGS_WIDTH: Final = 14.5
AND_MORE: Final = Text("{said} (+{count})", "{said} (+{count})")


class Marking:
    """A sheet that shows a table of the plan, and the findings of its cells."""

    def __init__(self, sheet: Sheet, marks: Marks) -> None:
        self.sheet = sheet
        self.marks = marks

    def value(self, at: tuple[int, int], value: Value, look: Look) -> None:
        """Write what a cell prints."""
        self.sheet.value(*at, value, self._led(at, look))

    def text(self, at: tuple[int, int], text: str, look: Look) -> None:
        """Write what a row says in words; LibreOffice would not break the lines of a link."""
        numbers = self.marks.by_spot.get(Spot(self.sheet.tab, *at), ())
        self.sheet.text(*at, text, look._replace(mark=self.marks.gravest(numbers)))

    def _led(self, at: tuple[int, int], look: Look) -> Look:
        """Let a cell lead to its first finding, and frame it."""
        numbers = self.marks.by_spot.get(Spot(self.sheet.tab, *at))
        if not numbers:
            return look
        tip = sentence(self.marks.found[numbers[0]].finding).render(self.sheet.lang)
        self.sheet.lead(at, Marks.spot(numbers[0]), tip)
        return look._replace(mark=self.marks.gravest(numbers))

    def findings(self, at: tuple[int, int], look: Look) -> None:
        """Write how many findings a row has, of which severities, and lead to the first."""
        numbers = self.marks.by_row.get((self.sheet.tab, at[0]), [])
        if not numbers:
            self.sheet.text(*at, "", look)
            return
        said = self._said(numbers, self.sheet.lang)
        self.sheet.link(at, Marks.spot(numbers[0]), said, look)

    def _said(self, numbers: Sequence[int], lang: Lang) -> str:
        """Return « 1 erreur (+2) »: how many of the gravest there are, and how many others."""
        open_ = [self.marks.found[n] for n in numbers if self.marks.found[n].waiver is None]
        if not open_:
            return ACCEPTED.get(lang)
        counts = Counter(each.finding.severity for each in open_)
        gravest = min(counts, key=lambda severity: severity.rank)
        said = counted(counts[gravest], gravest, lang)
        rest = len(open_) - counts[gravest]
        return AND_MORE.get(lang).format(said=said, count=rest) if rest else said
