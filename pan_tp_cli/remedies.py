"""Explanations and violations as they stand in a finding: repairs, missing row, evidence."""

from collections.abc import Iterable, Iterator, Sequence

from pan_tp_cli.calculation import Relation
from pan_tp_cli.diagnosis.diagnose import Cause
from pan_tp_cli.diagnosis.explanation import Explanation, Missing
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Violation
from pan_tp_cli.message import Shown
from pan_tp_cli.repair import Change, Evidence, MissingRow, Pattern, Repair
from pan_tp_cli.repair_words import amounts_in_words, changes_in_words, in_words

Precedence = tuple[bool, str, str, str]


def repairs(cause: Cause, system: System) -> Iterator[Repair]:
    """Yield what may mend a cause, likeliest first."""
    for explanation, share in zip(cause.explanations, cause.shares, strict=True):
        main = explanation.changes[0][0] if explanation.changes else None
        message = in_words(explanation.pattern, main, detail(explanation))
        changes = tuple(_changes(explanation, system))
        yield Repair(explanation.pattern, message, changes, share, _about(explanation))


def _changes(explanation: Explanation, system: System) -> Iterator[Change]:
    for cell, units in explanation.changes:
        right = system.number(cell, units)
        yield Change(cell.entry.node, cell.column, cell.place, cell.value, right)


def _about(explanation: Explanation) -> str:
    """Return the node that an explanation is about."""
    if explanation.missing is not None:
        return explanation.missing.parent.node
    if explanation.changes:
        return explanation.changes[0][0].entry.node
    return explanation.row.node if explanation.row else ""


def detail(explanation: Explanation) -> dict[str, Shown]:
    """Return what fills the placeholders of the words for an explanation."""
    shown: dict[str, Shown] = dict(explanation.detail)
    if explanation.pattern in (Pattern.STALE_TOTALS, Pattern.PUT_BACK):
        shown["changes"] = changes_in_words(shown["column"], shown["change"])
    if explanation.row is not None:
        shown["row"] = explanation.row.node
    if explanation.missing is not None:
        shown["parent"] = explanation.missing.parent.node
        shown["amounts"] = amounts_in_words(explanation.missing.amounts)
    return shown


def missing_row(missing: Missing, years: Sequence[str]) -> MissingRow:
    """Return a missing row with the amounts of all years, or of the total where only it says.

    Zero in years in which nothing is short.
    """
    amounts = {year: missing.amounts.get(year, 0) for year in years}
    return MissingRow(missing.parent.node, amounts if any(amounts.values()) else missing.amounts)


def evidence(violations: Iterable[Violation]) -> tuple[Evidence, ...]:
    """Return violated equations as they are told beside a finding."""
    return tuple(
        Evidence(
            each.equation.rule,
            each.equation.target.entry.node,
            each.equation.target.column,
            each.equation.target.place,
            each.equation.target.value,
            each.expected,
        )
        for each in sorted(violations, key=precedence)
    )


def precedence(violation: Violation) -> Precedence:
    """Return a key that does not depend on the order of rules or rows of the file: sums first."""
    equation = violation.equation
    target, rounded = equation.target, equation.relation is not Relation.SUM
    return rounded, equation.rule, target.entry.node, target.column or ""
