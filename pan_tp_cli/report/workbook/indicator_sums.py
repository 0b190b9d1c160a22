"""What the targets of an indicator come to: a formula by its aggregation, and its value."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, expected
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.model.indicators import Unit
from pan_tp_cli.money import NOT_APPLICABLE, Percent, Value
from pan_tp_cli.report.workbook.cell_text import number
from pan_tp_cli.report.workbook.formulas import ANY_TEXT, guarded, quoted
from pan_tp_cli.report.workbook.made import UNREADABLE, Made
from pan_tp_cli.rules.indicateur.total import RELATIONS
from pan_tp_cli.table import Cell, IndicatorRow
from pan_tp_cli.text import Lang

LARGEST: Final = "9E+307"
"""A number that no target is beyond: LOOKUP then finds the last number."""


def of_targets(row: IndicatorRow, cells: str, lang: Lang) -> Made | None:
    """Return what the targets, in `cells` of the sheet, come to; None where there are none."""
    values = [cell.value for cell in row.targets.values()]
    targets = [value for value in values if value is not None and value is not NOT_APPLICABLE]
    if not targets:
        return None
    relation, total = RELATIONS[row.indicator.aggregated], row.total
    formula = _formula(relation, cells, row, targets)
    if any(number(value) is None for value in targets):
        texts = f"COUNTIF({cells},{ANY_TEXT})-COUNTIF({cells},{quoted(NOT_APPLICABLE.value)})"
        return Made(guarded(formula, texts, UNREADABLE.get(lang)), UNREADABLE.get(lang))
    target = total or Cell(row.entry, TOTAL, None, ())
    made = expected(Equation("", relation, target, tuple(row.targets.values())))
    return Made(formula, "" if made is None else made)


def decimals(row: IndicatorRow) -> int:
    """Return the decimals of percent that the total is printed with."""
    total = row.total.value if row.total else None
    return total.decimals if isinstance(total, Percent) else 0


def _formula(relation: Relation, cells: str, row: IndicatorRow, targets: Sequence[Value]) -> str:
    if relation is Relation.SUM:
        return f"SUM({cells})"
    forms = {
        Relation.MEAN: _mean(cells, row, targets),
        Relation.LAST: f"LOOKUP({LARGEST},{cells})",
        Relation.MAXIMUM: f"MAX({cells})",
    }
    return f'IF(COUNT({cells}),{forms[relation]},"")'


def _mean(cells: str, row: IndicatorRow, targets: Sequence[Value]) -> str:
    """Return the mean, rounded half up; ROUND does so above zero alone."""
    places = decimals(row) + (2 if row.indicator.unit is Unit.PERCENT else 0)
    if all((number(value) or 0) >= 0 for value in targets):
        return f"ROUND(AVERAGE({cells}),{places})"
    scale = 10**places
    return f"INT(ROUND(AVERAGE({cells})*{scale},6)+0.5)/{scale}"
