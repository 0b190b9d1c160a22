"""The indicators that measure what stands at a code, with baselines, targets and totals."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.show_facts import RESULT, TITLED, UNTITLED
from pan_tp_cli.report.show_notes import Section
from pan_tp_cli.report.show_table import Columns, Line
from pan_tp_cli.report.show_tree import indicator
from pan_tp_cli.report.show_words import column, label, value
from pan_tp_cli.report.style import STRONG, Style
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.text import Lang, Text
from pan_tp_cli.viewed import Subject, Viewed

INDICATORS: Final = Text("Indicateurs", "Indicators")
TARGETS: Final = Text("Cibles", "Targets")
NAMED: Final = Text("nommés par les activités", "named by activities")
BASELINE: Final = "reference"
BASELINE_HEAD: Final = Text("réf.", "baseline")


def shown_indicators(viewed: Viewed, subject: Subject) -> Iterator[IndicatorRow]:
    """Yield every indicator that is told of a code: its own, and those that its rows name."""
    if subject.indicator is not None:
        yield subject.indicator
    for each in subject.measures:
        yield from each.indicators
    yield from _named(viewed, subject)


def _named(viewed: Viewed, subject: Subject) -> Iterator[IndicatorRow]:
    """Yield the indicators that activities name, but those that measure the code anyway."""
    if subject.branch is None or subject.branch.row is None:
        return
    measuring = {id(row) for each in subject.measures for row in each.indicators}
    rows = (each.activity for each in subject.branch.row.walk() if each.activity)
    named = {code for row in rows for code in row.indicators}
    for row in viewed.checked.project.indicators:
        if row.entry.node in named and id(row) not in measuring:
            yield row


def measured(viewed: Viewed, subject: Subject, style: Style) -> Iterator[Section]:
    """Yield the indicators of a code, a table for each result."""
    title: tuple[str, ...] = ("", style.paint(INDICATORS.get(style.lang), STRONG))
    if subject.indicator is not None:
        title = ("", style.paint(TARGETS.get(style.lang), STRONG))
        yield _section(viewed, title, [subject.indicator], style.lang)
    for each in subject.measures:
        entry = each.result.entry
        text = TITLED if entry.label else UNTITLED
        kind = RESULT[each.result.kind].get(style.lang)
        titled = text.get(style.lang).format(kind=kind, node=entry.node, label=label(entry.label))
        heads = (*title, *wrapped(titled, style, "  "))
        yield _section(viewed, heads, each.indicators, style.lang)
        title = ()
    named = list(_named(viewed, subject))
    if named:
        yield _section(viewed, (*title, f"  {NAMED.get(style.lang)}"), named, style.lang)


def _section(
    viewed: Viewed, heads: tuple[str, ...], rows: Sequence[IndicatorRow], lang: Lang
) -> Section:
    lines = [_line(viewed, row, lang) for row in rows]
    columns = {BASELINE: BASELINE_HEAD.get(lang)}
    columns |= {name: column(name, lang) for name in (*_years(viewed), TOTAL)}
    return Section(heads, lines, Columns(columns, ""))


def _years(viewed: Viewed) -> list[str]:
    framework, asked = viewed.checked.project.framework, viewed.choice.years
    years = map(str, framework.years) if framework else ()
    return [year for year in years if not asked or year in asked]


def _line(viewed: Viewed, row: IndicatorRow, lang: Lang) -> Line:
    line = indicator(viewed, row, lang)
    baseline, _ = value(row.baseline.value, None, lang)
    return line._replace(guide="  ", rest="    ", figures={BASELINE: baseline, **line.figures})
