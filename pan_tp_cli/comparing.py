"""Comparing two versions: both are checked, then told apart."""

from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Checked, Conventions
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.compare import compare
from pan_tp_cli.diff.findings import match
from pan_tp_cli.engine import located
from pan_tp_cli.finding import Finding
from pan_tp_cli.place import Place

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath


def diff(
    before: "AnyPath",
    after: "AnyPath | None",
    identifiers: Sequence[str],
    conventions: Conventions,
) -> Compared:
    """Compare two versions of a plan; faults are returned, never raised."""
    sides = [app.check(plan, None, identifiers, conventions) for plan in (before, after)]
    return compared(*sides)


def compared(before: Checked, after: Checked) -> Compared:
    """Compare two versions that were checked."""
    if before.faults or after.faults or before.report is None or after.report is None:
        return Compared(before, after)
    found = compare(before.project, after.project, rules.load(rules.of_plans()))
    stale = tuple(located((each.finding for each in found.stale), after.documents))
    findings = match(before.report, after.report, found.renamed)
    places = frozenset(_places(found))
    of_stale = tuple(each for each in findings.new if _stands_at(each.finding, places))
    return Compared(before, after, found, findings, stale, of_stale)


def _places(found: Diff) -> Iterator[Place]:
    """Yield where totals left behind stand, and what changed below them."""
    for stale in found.stale:
        yield stale.finding.place
        for _, change in (*stale.leaves, *stale.totals):
            if change.after:
                yield change.after.place


def _stands_at(finding: Finding, places: Container[Place]) -> bool:
    return finding.place in places or any(each.place in places for each in finding.evidence)
