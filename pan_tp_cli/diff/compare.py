"""Two versions of a project compared, from nodes to judgement."""

from collections.abc import Iterable, Iterator, Mapping

from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.changes import changes
from pan_tp_cli.diff.matching import Pair, Pairs, pairs
from pan_tp_cli.diff.money import money
from pan_tp_cli.diff.node import NodeKind, nodes
from pan_tp_cli.diff.stale import stale_totals
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.diff.touched import Touched
from pan_tp_cli.diff.transfers import transfers
from pan_tp_cli.project import Project
from pan_tp_cli.recompute import recompute
from pan_tp_cli.rule import Rule


def compare(before: Project, after: Project, rules: Iterable[Rule]) -> Diff:
    """Say what changed from one version to the other; `rules` state which figures are totals."""
    catalogue = tuple(rules)
    found = pairs(nodes(before), nodes(after))
    totals = Totals(recompute(before, catalogue), recompute(after, catalogue))
    return Diff(
        changes=tuple(changes(found, totals)),
        reordered=tuple(_reordered(found)),
        money=tuple(money(found)),
        transfers=tuple(transfers(found)),
        stale=tuple(stale_totals(found, totals)),
        renamed=renamed(found),
        pairs=found.all,
        touched=Touched(found.all, totals),
    )


def _reordered(found: Pairs) -> Iterator[Pair]:
    """Yield the headings whose rows stand in another order than before."""
    below: dict[tuple[int, NodeKind], tuple[Pair, list[int]]] = {}
    for pair in found.all:
        above, same = found.above(pair)
        rank = pair.before.entry.route[-1:] if pair.before and pair.after else ()
        if above and above is same and rank and isinstance(rank[0], int):
            below.setdefault((id(above), pair.node.kind), (above, []))[1].append(rank[0])
    told: set[int] = set()
    for above, ranks in below.values():
        if ranks != sorted(ranks) and id(above) not in told:
            told.add(id(above))
            yield above


def renamed(found: Pairs) -> Mapping[tuple[str, str], str]:
    """Return new codes by role of the file and old code, where they changed."""
    return {
        (pair.before.entry.role.value, pair.before.code): pair.after.code
        for pair in found.all
        if pair.before and pair.after and pair.before.code != pair.after.code
    }
