"""The JSON report ``pan-tp/show-1``: ``schemas/show-1.schema.json``."""

from collections.abc import Iterator

from pan_tp_cli.finding import Located
from pan_tp_cli.measures import Measure
from pan_tp_cli.money import Percent
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.json_finding import finding, json_value
from pan_tp_cli.report.json_parts import Json, faults, opening, written
from pan_tp_cli.report.style import Style
from pan_tp_cli.table import Cell, IndicatorRow, Level, Row
from pan_tp_cli.text import Lang
from pan_tp_cli.viewed import Viewed

SCHEMA = "pan-tp/show-1"
WHOLE = "plan"
LEVEL = {
    Level.AXIS: "axis",
    Level.OBJECTIVE: "objective",
    Level.ACTION: "action",
    Level.ACTIVITY: "activity",
}


def render(viewed: Viewed, style: Style) -> str:
    """Return the rows of a plan as one JSON document, in ASCII as all JSON reports are.

    Where a code is asked for, these are the rows that stand at it, and those below.
    """
    document = {
        **opening(SCHEMA, viewed.checked),
        "currency": viewed.checked.project.currency,
        "columns": list(viewed.columns),
        "rows": [row for branch in _branches(viewed) for row in _rows(viewed, branch, style.lang)],
        "summary": [_summary(viewed, row, style.lang) for row in _summary_rows(viewed)],
        "indicators": [
            _indicator(viewed, measure, row, style.lang) for measure, row in _indicators(viewed)
        ],
        "faults": faults(viewed.checked.faults, style.lang),
    }
    return written(document)


def _branches(viewed: Viewed) -> list[Branch]:
    if not viewed.subjects:
        return [viewed.overview.whole] if viewed.checked.project.plan else []
    return [subject.branch for subject in viewed.subjects if subject.branch]


def _rows(
    viewed: Viewed, branch: Branch, lang: Lang, above: Branch | None = None, depth: int = 0
) -> Iterator[Json]:
    """Yield a row and those below it, down to the depth that is asked for."""
    yield _row(viewed, branch, above, lang)
    if viewed.choice.depth is None or depth < viewed.choice.depth:
        for child in branch.children:
            yield from _rows(viewed, child, lang, branch, depth + 1)


def _row(viewed: Viewed, branch: Branch, above: Branch | None, lang: Lang) -> Json:
    activity = branch.row.activity if branch.row else None
    part = branch.share(above) if above else None
    return {
        "node": branch.node,
        "level": LEVEL[branch.row.level] if branch.row and branch.row.level else WHOLE,
        "parent": above.node if above else None,
        "label": branch.label or None,
        "responsible": activity.responsible if activity else None,
        "amounts": {
            column: {
                "printed": json_value(branch.amounts[column].printed),
                "computed": branch.amounts[column].made,
            }
            for column in viewed.columns
        },
        "share": None if part is None else round(100 * part, 4),
        "findings": _findings(branch.findings, lang),
    }


def _findings(found: tuple[Located, ...], lang: Lang) -> list[Json]:
    return [finding(located, lang) for located in found]


def _summary_rows(viewed: Viewed) -> tuple[Row, ...]:
    if not viewed.subjects:
        return viewed.checked.project.summary_rows
    return tuple(subject.summary for subject in viewed.subjects if subject.summary)


def _summary(viewed: Viewed, row: Row, lang: Lang) -> Json:
    node = row.entry.node
    found = tuple(each for each in viewed.overview.summary if each.finding.node == node)
    cells = {name: cell for name, cell in row.cells.items() if _told(viewed, name)}
    return {
        "node": node,
        "label": row.entry.label or None,
        "cells": {name: _cell(viewed, cell) for name, cell in cells.items()},
        "findings": _findings(found, lang),
    }


def _told(viewed: Viewed, column: str) -> bool:
    return not column.isdigit() or column in viewed.columns


def _cell(viewed: Viewed, cell: Cell) -> Json:
    """Write what a cell prints and what its equations make; null where that is not known."""
    right = viewed.recomputed.values.get(cell.place)
    known = right if isinstance(right, int | Percent) else None
    return {"printed": json_value(cell.value), "computed": json_value(known)}


def _indicators(viewed: Viewed) -> Iterator[tuple[Measure, IndicatorRow]]:
    """Yield the indicators asked for: all, one, or those that measure the rows told."""
    asked = {subject.node for subject in viewed.subjects}
    below = {branch.node for each in _branches(viewed) for branch in each.walk()}
    for measure in viewed.measures:
        of_rows = not asked or measure.heading in below or measure.result.entry.node in asked
        for row in measure.indicators:
            if of_rows or row.entry.node in asked:
                yield measure, row


def _indicator(viewed: Viewed, measure: Measure, row: IndicatorRow, lang: Lang) -> Json:
    indicator, node = row.indicator, row.entry.node
    targets = {year: json_value(cell.value) for year, cell in row.targets.items()}
    return {
        "node": node,
        "result": measure.result.entry.node,
        "heading": measure.heading,
        "label": row.entry.label,
        "unit": "percent" if indicator.unit.value == "pourcentage" else "count",
        "baseline": json_value(row.baseline.value),
        "targets": {year: target for year, target in targets.items() if _told(viewed, year)},
        "total": _cell(viewed, row.total) if row.total else None,
        "findings": _findings(viewed.overview.indicators.get(node, ()), lang),
    }
