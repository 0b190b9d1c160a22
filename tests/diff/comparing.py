"""Two versions compared by all rules, and what came of it in short."""

from collections.abc import Iterable

from pan_tp_cli import rules
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.compare import compare
from pan_tp_cli.diff.matching import Pair, Pairs, pairs
from pan_tp_cli.diff.node import nodes
from tests.projects import Read

CATALOGUE = rules.load(rules.of_plans())
Name = tuple[str | None, str | None]


def replaced(text: str, *edits: tuple[str, str]) -> str:
    """Return a text with edits, each of a piece that stands in it once."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def compared(before: Read, after: Read) -> Diff:
    """Compare two versions by all rules."""
    return compare(before.project, after.project, CATALOGUE)


def paired(before: Read, after: Read) -> Pairs:
    """Pair the nodes of two versions."""
    return pairs(nodes(before.project), nodes(after.project))


def named(pair: Pair) -> Name:
    """Return the codes of a pair, before and after."""
    before, after = (node.code if node else None for node in pair[:2])
    return before, after


def told(changes: Iterable[Change]) -> set[tuple[str, str, str]]:
    """Return the node, aspect and weight of each change: what a test of changes asserts."""
    return {(each.pair.node.code, each.aspect.value, each.weight.value) for each in changes}


def figures(change: Change) -> list[tuple[str, object, object]]:
    """Return the cells of a change: column, old and new value."""
    return [(cell.column, cell.old, cell.new) for cell in change.cells]


def remarks(change: Change) -> list[object]:
    """Return the texts of the remarks of a change."""
    return [remark.text for remark in change.remarks]
