"""The table of coverage that a reviewer reads: a line per heading, a legend, and advice."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.checked import Covered
from pan_tp_cli.report.coverage_outline import Line, outline
from pan_tp_cli.report.coverage_words import (
    ADVICE,
    HEADINGS,
    SHORT_HEADINGS,
    legend_of_both,
    notes,
    numbers,
)
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.opening import opening
from pan_tp_cli.report.style import STRONG, Style
from pan_tp_cli.report.words import recommended

NARROW: Final = 72
"""Narrower than this, headings in full would leave too little room for the names."""
GAP: Final = 2
INDENT: Final = "  "


def render(covered: Covered, style: Style) -> str:
    """Return the table; empty where no file could be used."""
    checked, lang = covered.checked, style.lang
    if checked.report is None:
        return ""
    coverage = checked.report.coverage
    lines = [*opening(checked, style), ""]
    lines += _table(list(outline(checked.project, coverage, lang)), style)
    lines.append("")
    for text in (*legend_of_both(lang), *notes(checked.project, coverage, lang)):
        lines += wrapped(text, style, INDENT)
    if covered.advice:
        lines += ["", style.paint(ADVICE.get(lang), STRONG)]
    for advice in covered.advice:
        lines += wrapped(recommended(advice, lang), style, INDENT)
    return "\n".join(lines) + "\n"


def _table(lines: Sequence[Line], style: Style) -> Iterator[str]:
    """Yield the table: names to the left, numbers in columns to the right; strong head and foot."""
    headings = SHORT_HEADINGS if style.width < NARROW else HEADINGS
    rows = [tuple(heading.get(style.lang) for heading in headings)]
    rows += [numbers(line.counts, style.lang) for line in lines]
    widths = [max(map(len, column)) + GAP for column in zip(*rows, strict=True)]
    names = ["", *(INDENT * line.depth + line.name for line in lines)]
    room = min(max(map(len, names)), style.width - sum(widths))
    for index, (name, row) in enumerate(zip(names, rows, strict=True)):
        cells = [f"{text:>{width}}" for text, width in zip(row, widths, strict=True)]
        line = f"{_cut(name, room):{room}}{''.join(cells)}"
        yield style.paint(line, STRONG) if index in (0, len(lines)) else line


def _cut(name: str, room: int) -> str:
    return name if len(name) <= room else name[: room - 1] + "…"
