"""The JSON report ``pan-tp/coverage-1``: ``schemas/coverage-1.schema.json``."""

from collections.abc import Iterator

from pan_tp_cli.advice import Advice
from pan_tp_cli.checked import Covered
from pan_tp_cli.coverage import Coverage
from pan_tp_cli.report.json_parts import Json, cell_counts, faults, opening, written
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import recommended
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Lang

SCHEMA = "pan-tp/coverage-1"


def render(covered: Covered, style: Style) -> str:
    """Return the coverage of every row as one JSON document, in ASCII as all JSON reports are."""
    checked = covered.checked
    coverage = checked.report.coverage if checked.report else None
    document = {
        **opening(SCHEMA, checked),
        "summary": cell_counts(coverage.counts) if coverage else None,
        "nodes": [_node(cells, coverage) for cells in _rows(coverage)] if coverage else [],
        "advice": [_advice(advice, style.lang) for advice in covered.advice],
        "faults": faults(checked.faults, style.lang),
    }
    return written(document)


def _rows(coverage: Coverage) -> Iterator[list[Cell]]:
    """Yield the cells that count of each row that has any."""
    rows: dict[int, list[Cell]] = {}
    for cell in coverage.cells:
        rows.setdefault(id(cell.entry), []).append(cell)
    yield from rows.values()


def _node(cells: list[Cell], coverage: Coverage) -> Json:
    entry = cells[0].entry
    return {
        "role": entry.role.value,
        "node": entry.node,
        "label": entry.label or None,
        **cell_counts(coverage.counts_of(cells)),
        "cells": [
            {"column": cell.column, "protection": coverage.protections[id(cell)].value}
            for cell in cells
        ],
    }


def _advice(advice: Advice, lang: Lang) -> Json:
    return {
        "print": advice.id,
        "rows": advice.rows,
        "locatable": advice.locatable,
        "detectable": advice.detectable,
        "message": recommended(advice, lang),
    }
