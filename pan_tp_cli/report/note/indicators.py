"""The indicators in a note that something was found at, as printed and as recomputed."""

from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.money import Unreadable, Value
from pan_tp_cli.report.note.amounts import Refs, both, pointer
from pan_tp_cli.report.note.blocks import (
    Cell,
    Line,
    Look,
    Row,
    Section,
    Table,
    column,
    figures,
    short,
)
from pan_tp_cli.table import Cell as Printed
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.text import Lang, Text

TITLE: Final = Text("Indicateurs concernés", "Indicators concerned")
MEANING: Final = Text(
    "Un total barré est imprimé et n'est pas ce que donnent les cibles ; au-dessous, ce qu'elles "
    "donnent.",
    "A total struck out is printed and is not what the targets give; below it, what they give.",
)
INDICATOR: Final = Text("Indicateur", "Indicator")
BASELINE: Final = Text("Référence", "Baseline")
TOTAL: Final = Text("Total", "Total")
LONGEST_LABEL: Final = 120


def section(briefing: Briefing, by: Refs, lang: Lang) -> Section | None:
    """Return a row for each indicator with a finding; None where there is none."""
    project, found = briefing.checked.project, briefing.overview.indicators
    rows = [row for row in project.indicators if row.entry.node in found]
    if not rows or project.framework is None:
        return None
    years = tuple(map(str, project.framework.years))
    heads = [
        column(INDICATOR, 55, lang),
        figures(BASELINE.get(lang)),
        *map(figures, years),
        figures(TOTAL.get(lang)),
    ]
    shows = [Row(_cells(row, years, (briefing, by), lang)) for row in rows]
    table = Table(TITLE.get(lang), heads, shows)
    return Section(TITLE.get(lang), paragraphs=(MEANING.get(lang),), table=table)


def _cells(
    row: IndicatorRow, years: tuple[str, ...], of: tuple[Briefing, Refs], lang: Lang
) -> tuple[Cell, ...]:
    briefing, by = of
    label = short(row.entry.label, LONGEST_LABEL)
    name = (Line(row.entry.node, Look.STRONG), Line(label))
    found = pointer(row.entry.node, briefing.overview.indicators[row.entry.node], by, lang)
    targets = (_printed(row.targets.get(year)) for year in years)
    printed = (_printed(row.baseline), *targets)
    total = both(_printed(row.total), _made(row.total, briefing), lang)
    return ((*name, *found), *(both(each, None, lang) for each in printed), total)


def _printed(cell: Printed | None) -> Value:
    return cell.value if cell else None


def _made(total: Printed | None, briefing: Briefing) -> Value:
    """Return what the targets make of a total that is printed; None where that is unknown."""
    value = briefing.recomputed.values.get(total.place) if total else None
    return None if isinstance(value, Unreadable) else value
