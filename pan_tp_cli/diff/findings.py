"""The findings of two versions matched: repaired, new, persisting, waived."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from pan_tp_cli.diff.departed import Departed, Fate
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Key
from pan_tp_cli.engine import Report
from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.place import Place
from pan_tp_cli.standing import canonical

Identity = tuple[str, object, str | None]


class Kept(NamedTuple):
    """A finding that both versions have."""

    before: Located
    after: Located

    @property
    def same_values(self) -> bool:
        """Tell whether it prints and expects the same values in both; its own code is none."""
        before, after = (_values(located.finding) for located in self)
        return before == after


def _values(finding: Finding) -> tuple[object, object]:
    printed = None if finding.printed == finding.node else canonical(finding.printed)
    return printed, canonical(finding.expected)


class Matched(NamedTuple):
    """Findings that only the earlier version has, only the later one, and both.

    Of those that only the earlier one has, some are `repaired`, and some `gone` with their row. Of
    some nothing changed that they are about: they are `unseen`, because of a change elsewhere, or
    `unchecked`, because a file went. `waived` are accepted in the later version; of these,
    `born_waived` were not found before, so that the fault and the waiver came together, and
    `newly_waived` were found before.
    """

    new: tuple[Located, ...]
    repaired: tuple[Located, ...]
    gone: tuple[Located, ...]
    persisting: tuple[Kept, ...]
    waived: tuple[Located, ...]
    born_waived: tuple[Located, ...]
    newly_waived: tuple[Located, ...]
    unseen: tuple[Located, ...] = ()
    unchecked: tuple[Located, ...] = ()


def match(
    before: Report, after: Report, pairs: Iterable[Pair], touched: Container[Place] = frozenset()
) -> Matched:
    """Match the findings of two reports by rule, node and column; `pairs` say which node is which.

    `touched` are the cells of the earlier version that changed, or whose parts did. A finding that
    was accepted before and is no longer counts as new.
    """
    every = tuple(pairs)
    nodes = _Nodes(every)
    old = _Waiting(before.findings, nodes)
    persisting, new = [], []
    for located in after.findings:
        found = old.take(located)
        if found:
            persisting.append(Kept(found, located))
        else:
            new.append(located)
    known = _Waiting(before.waived, nodes)
    others = [each for each in after.waived if not known.take(each)]
    newly = tuple(each for each in others if old.take(each))
    born = tuple(each for each in others if each not in newly)
    departed = Departed(every, touched)
    fates: dict[Fate, list[Located]] = {fate: [] for fate in Fate}
    for each in old.left():
        fates[departed.fate(each.finding, nodes.pair(each.finding))].append(each)
    return Matched(
        new=tuple(new),
        persisting=tuple(persisting),
        waived=after.waived,
        born_waived=born,
        newly_waived=newly,
        **{fate.value: tuple(found) for fate, found in fates.items()},
    )


class _Nodes:
    """The nodes of both versions by where they stand, so that findings tell theirs.

    Their codes do not: a heading and a result of the framework, or two rows, may have the same.
    """

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._before: dict[Key, object] = {}
        self._after: dict[Key, object] = {}
        self._pairs: dict[object, Pair] = {}
        for pair in pairs:
            self._pairs[id(pair)] = pair
            if pair.before:
                self._before[pair.before.key] = id(pair)
            if pair.after:
                self._after[pair.after.key] = id(pair)

    def before(self, finding: Finding) -> object:
        """Return what stands for the node of a finding of the earlier version in both."""
        return _nearest(self._before, finding)

    def pair(self, finding: Finding) -> Pair | None:
        """Return the node of a finding of the earlier version; None where it stands in none."""
        return self._pairs.get(self.before(finding))

    def after(self, finding: Finding) -> object:
        """Return what stands for the node of a finding of the later version in both."""
        return _nearest(self._after, finding)


def _nearest(nodes: dict[Key, object], finding: Finding) -> object:
    """Return the node that a finding stands in or, outside of all, what the finding calls it."""
    role, route, _ = finding.place
    for end in range(len(route), 0, -1):
        if (role, route[:end]) in nodes:
            return nodes[role, route[:end]]
    return role, finding.node


class _Waiting:
    """Findings of the earlier version that none of the later one was matched to yet."""

    def __init__(self, findings: Iterable[Located], nodes: _Nodes) -> None:
        self._nodes = nodes
        self._findings: dict[Identity, list[Located]] = {}
        for located in findings:
            finding = located.finding
            identity = finding.rule, nodes.before(finding), finding.column
            self._findings.setdefault(identity, []).append(located)

    def take(self, located: Located) -> Located | None:
        """Take out the finding that another one goes on from, the one of the same values if any."""
        finding = located.finding
        identity = finding.rule, self._nodes.after(finding), finding.column
        waiting = self._findings.get(identity, [])
        same = [each for each in waiting if Kept(each, located).same_values]
        found = (same or waiting)[:1]
        for each in found:
            waiting.remove(each)
        return found[0] if found else None

    def left(self) -> tuple[Located, ...]:
        """Return the findings that were not taken."""
        return tuple(located for each in self._findings.values() for located in each)
