"""Which indicators measure which heading of the budget."""

from typing import NamedTuple

from pan_tp_cli.numbering import Key, key
from pan_tp_cli.outline import RESULTS, Coded, framework_codes, plan_headings
from pan_tp_cli.place import Route
from pan_tp_cli.project import Project
from pan_tp_cli.table import IndicatorRow


class Measure(NamedTuple):
    """A result with its indicators, and the node of the heading of the budget that it measures.

    That is the heading of its own code or, where the budget has none, of the heading that the
    framework prints it below (produit 1.2.1 below action 1.2.2); None where there is neither.
    """

    result: Coded
    heading: str | None
    indicators: tuple[IndicatorRow, ...]


def measures(project: Project) -> tuple[Measure, ...]:
    """Return every result of the framework, in its order."""
    headings: dict[Key, str] = {}
    for coded in plan_headings(project):
        headings.setdefault(key(coded.entry.node), coded.entry.node)
    rows: dict[Route, list[IndicatorRow]] = {}
    for row in project.indicators:
        *result, _, _ = row.entry.route
        rows.setdefault(tuple(result), []).append(row)
    return tuple(
        Measure(coded, _heading(coded, headings), tuple(rows.get(coded.entry.route, ())))
        for coded in framework_codes(project)
        if coded.kind in RESULTS
    )


def _heading(result: Coded, headings: dict[Key, str]) -> str | None:
    codes = [key(entry.node) for entry in (result.entry, result.above) if entry]
    return next((headings[code] for code in codes if code in headings), None)
