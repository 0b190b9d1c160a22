"""The table that ends the report of several plans: a line for each, and one for all."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.checked import Checked
from pan_tp_cli.finding import Severity
from pan_tp_cli.money import write_amount
from pan_tp_cli.report.grid import Head, Row, grid
from pan_tp_cli.report.style import ERROR, OF_SEVERITY, STRONG, Style
from pan_tp_cli.report.words import SEVERITIES, in_number
from pan_tp_cli.text import Lang, Text

SUMMARY: Final = Text("Bilan", "Summary")
WAIVED: Final = Text("dérogations", "waived")
STATE: Final = Text("état", "state")
STATES: Final = {
    True: Text("en partie inutilisable", "partly unusable"),
    False: Text("inutilisable", "unusable"),
}
"""What is said of a plan with faults, by whether some file of it could be checked."""
ALL: Final = Text("ensemble", "all")
PLANS: Final = (Text("{count} plan", "{count} plan"), Text("{count} plans", "{count} plans"))
CLEAN: Final = (
    Text("{count} sans constat", "{count} without findings"),
    Text("{count} sans constat", "{count} without findings"),
)
UNUSABLE: Final = (
    Text("{count} inutilisable", "{count} unusable"),
    Text("{count} inutilisables", "{count} unusable"),
)


def table(checks: Sequence[Checked], style: Style) -> Iterator[str]:
    """Yield how many findings each plan has, which could not be used, and the counts of all."""
    lang = style.lang
    waived, unusable = _any_waived(checks), any(checked.faults for checked in checks)
    heads = [Head(SEVERITIES[each].get(lang), OF_SEVERITY[each]) for each in Severity]
    heads += [Head(WAIVED.get(lang))] if waived else []
    heads += [Head(STATE.get(lang), ERROR)] if unusable else []
    columns = len(heads)
    yield style.paint(SUMMARY.get(lang), STRONG)
    rows: list[Row | str] = []
    for checked in checks:
        cells = _cells([checked], waived, lang) if checked.report else ["–"] * (3 + waived)
        state = STATES[checked.report is not None].get(lang) if checked.faults else ""
        rows.append(("  " + checked.title, *cells, state)[: columns + 1])
    rows.append(("  " + ALL.get(lang), *_cells(checks, waived, lang), "")[: columns + 1])
    yield from grid(heads, rows, style)
    yield "  " + ", ".join(_counts(checks, lang))


def _any_waived(checks: Sequence[Checked]) -> bool:
    return any(checked.report and checked.report.waived for checked in checks)


def _cells(checks: Sequence[Checked], waived: bool, lang: Lang) -> list[str]:
    counts = [sum(checked.count(severity) for checked in checks) for severity in Severity]
    if waived:
        counts.append(sum(len(checked.report.waived) for checked in checks if checked.report))
    return [write_amount(count, lang) if count else "0" for count in counts]


def _counts(checks: Sequence[Checked], lang: Lang) -> Iterator[str]:
    """Yield « 12 plans », then how many of them are without findings, and how many unusable."""
    unusable = sum(bool(checked.faults) for checked in checks)
    clean = sum(not checked.faults and not checked.by_rule() for checked in checks)
    yield in_number(PLANS, len(checks), lang)
    yield in_number(CLEAN, clean, lang)
    if unusable:
        yield in_number(UNUSABLE, unusable, lang)
