"""What to do about findings: which cells their best repairs change, and which bar recomputing."""

from collections.abc import Container, Iterable
from typing import Final, NamedTuple

from pan_tp_cli.finding import Finding
from pan_tp_cli.place import Place
from pan_tp_cli.repair import Change, Pattern

STALE: Final = frozenset((Pattern.STALE_TOTALS, Pattern.PUT_BACK))
"""Both ways out where totals did not follow a change."""
MOSTLY: Final = 0.8
"""The least part of the likelihood that lets totals follow."""
ROWS: Final = frozenset((Pattern.MISSING_ROW, Pattern.DUPLICATED_ROW, Pattern.MISPLACED_ROW))
"""Faults of a row as a whole: totals recomputed without mending it would confirm it."""


def leaf_at_fault(finding: Finding, targets: Container[Place]) -> bool:
    """Tell whether a leaf is, or may be, what is wrong; `targets` are the cells that are computed.

    Totals recomputed from a wrong leaf would agree with one another, and hide the fault for good.
    """
    best = finding.repairs[:1]
    stale = sum(repair.share for repair in finding.repairs if repair.pattern in STALE)
    if stale >= MOSTLY and best[0].pattern is Pattern.STALE_TOTALS:
        return False  # what did not follow are totals: to recompute them is the way out
    if not finding.sure or finding.missing_row is not None:
        return True
    return any(
        repair.pattern in ROWS or any(change.place not in targets for change in repair.changes)
        for repair in best
    )


def suspected(finding: Finding) -> tuple[Change, ...]:
    """Return the cells that a finding suspects: those of its best repair, or of all if unsure."""
    repairs = finding.repairs[:1] if finding.sure else finding.repairs
    cells = {change.place: change for repair in repairs for change in repair.changes}
    return tuple(cells.values())


class Mending(NamedTuple):
    """The changes that mend findings, and the findings that they leave."""

    changes: tuple[Change, ...]
    left: tuple[Finding, ...]


def mend(findings: Iterable[Finding]) -> Mending:
    """Take the best repair of every finding that is sure of one.

    Where two would change one cell differently, the first wins and the other finding is left.
    """
    taken: dict[Place, Change] = {}
    left = []
    for finding in findings:
        changes = finding.repairs[0].changes if finding.sure and finding.repairs else ()
        if changes and all(_agrees(change, taken.get(change.place)) for change in changes):
            taken.update((change.place, change) for change in changes)
        else:
            left.append(finding)
    return Mending(tuple(taken.values()), tuple(left))


def _agrees(change: Change, other: Change | None) -> bool:
    return other is None or change.proposed == other.proposed
