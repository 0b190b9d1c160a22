"""The table of coverage that a reviewer reads: a line per heading, a legend, and advice."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.checked import Covered
from pan_tp_cli.coverage import Counts, Coverage, Protection
from pan_tp_cli.money import Percent, write_amount, write_percent
from pan_tp_cli.project import Project
from pan_tp_cli.report.coverage_outline import Line, outline
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.opening import opening
from pan_tp_cli.report.style import STRONG, Style
from pan_tp_cli.report.words import recommended
from pan_tp_cli.text import Lang, Text

HEADINGS: Final = (
    Text("localisables", "locatable"),
    Text("part", "share"),
    Text("détectables", "detectable"),
    Text("sans protection", "unprotected"),
)
SHORT_HEADINGS: Final = (
    Text("loc.", "loc."),
    Text("part", "share"),
    Text("dét.", "det."),
    Text("sans", "none"),
)
NARROW: Final = 72
"""Narrower than this, headings in full would leave too little room for the names."""
GAP: Final = 2
INDENT: Final = "  "

LEGEND: Final = (
    Text(
        "localisable (loc.) : une erreur y est vue, et aucune autre cellule ne peut l'expliquer "
        "seule",
        "locatable (loc.): an error there is seen, and no other single cell can explain it",
    ),
    Text(
        "détectable (dét.) : une erreur y est vue, sans qu'on sache dans quelle cellule ; un "
        "arrondi peut la cacher",
        "detectable (det.): an error there is seen, not in which cell it is; rounding may hide it",
    ),
    Text(
        "sans protection (sans) : aucune égalité ne verrait une erreur",
        "unprotected (none): no equation would see an error",
    ),
)
ROWS_ALONE: Final = Text(
    "cadre de mesure : aucune cellule n'est localisable, car chaque ligne n'a que sa propre "
    "égalité ; imprimer d'autres totaux n'y changerait rien",
    "measurement framework: no cell is locatable, for each row has no equation but its own; "
    "printing more totals would not change that",
)
BASELINES: Final = Text(
    "références de base sans protection : {count} ; aucune égalité ne les contient",
    "unprotected baselines: {count}; no equation holds them",
)
ADVICE: Final = Text("Pour protéger davantage", "To protect more")


def render(covered: Covered, style: Style) -> str:
    """Return the table; empty where no file could be used."""
    checked, lang = covered.checked, style.lang
    if checked.report is None:
        return ""
    coverage = checked.report.coverage
    lines = [*opening(checked, style), ""]
    lines += _table(list(outline(checked.project, coverage, lang)), style)
    lines.append("")
    for text in (*(text.get(lang) for text in LEGEND), *_notes(checked.project, coverage, lang)):
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
    rows += [_numbers(line.counts, style.lang) for line in lines]
    widths = [max(map(len, column)) + GAP for column in zip(*rows, strict=True)]
    names = ["", *(INDENT * line.depth + line.name for line in lines)]
    room = min(max(map(len, names)), style.width - sum(widths))
    for index, (name, numbers) in enumerate(zip(names, rows, strict=True)):
        cells = [f"{text:>{width}}" for text, width in zip(numbers, widths, strict=True)]
        line = f"{_cut(name, room):{room}}{''.join(cells)}"
        yield style.paint(line, STRONG) if index in (0, len(lines)) else line


def _numbers(counts: Counts, lang: Lang) -> tuple[str, ...]:
    """Return the cells of a line: the share of locatable ones is cut off, so that 100 % is all."""
    share = "–"
    if counts.total:
        share = write_percent(Percent(counts.locatable * 100 // counts.total), lang)
    locatable, *others = (write_amount(count, lang) for count in counts)
    return (locatable, share, *others)


def _cut(name: str, room: int) -> str:
    return name if len(name) <= room else name[: room - 1] + "…"


def _notes(project: Project, coverage: Coverage, lang: Lang) -> Iterator[str]:
    """Yield what no printing would change."""
    cells = (cell for row in project.indicators for cell in row.all_cells())
    counts = coverage.counts_of(cells)
    if counts.detectable and not counts.locatable:
        yield ROWS_ALONE.get(lang)
    baselines = [coverage.protections.get(id(row.baseline)) for row in project.indicators]
    unprotected = baselines.count(Protection.UNPROTECTED)
    if unprotected:
        yield BASELINES.get(lang).format(count=write_amount(unprotected, lang))
