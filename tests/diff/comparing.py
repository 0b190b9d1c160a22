"""Two versions compared by all rules, and what came of it in short."""

from collections.abc import Iterable

from pan_tp_cli import rules
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.compare import compare
from pan_tp_cli.diff.matching import Pair, Pairs, pairs
from pan_tp_cli.diff.node import nodes
from tests.projects import Read

CATALOGUE = rules.load(rules.of_plans())


def compared(before: Read, after: Read) -> Diff:
    """Compare two versions by all rules."""
    return compare(before.project, after.project, CATALOGUE)


def paired(before: Read, after: Read) -> Pairs:
    """Pair the nodes of two versions."""
    return pairs(nodes(before.project), nodes(after.project))


def named(pair: Pair) -> tuple[str | None, str | None]:
    """Return the codes of a pair, before and after."""
    before, after = (node.code if node else None for node in pair[:2])
    return before, after


def told(changes: Iterable[Change]) -> list[tuple[str, str]]:
    """Return the node and aspect of each change: what a test of changes asserts."""
    return [(change.pair.node.code, change.aspect.value) for change in changes]
