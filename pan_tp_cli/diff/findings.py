"""The findings of two versions matched: repaired, new, persisting, waived."""

from collections.abc import Container, Iterable, Mapping
from typing import Final, NamedTuple

from pan_tp_cli.engine import Report
from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.standing import canonical

Renamed = Mapping[tuple[str, str], str]
"""New codes by role of the file and old code."""
Removed = Container[tuple[str, str]]
NONE: Final[Removed] = frozenset()
Identity = tuple[str, str, str | None]


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

    Of those that only the earlier one has, some are `repaired`, and some `gone` with their row or
    file. `waived` are accepted in the later version; of these, `born_waived` were not found before,
    so that the fault and the waiver came together, and `newly_waived` were found before.
    """

    new: tuple[Located, ...]
    repaired: tuple[Located, ...]
    gone: tuple[Located, ...]
    persisting: tuple[Kept, ...]
    waived: tuple[Located, ...]
    born_waived: tuple[Located, ...]
    newly_waived: tuple[Located, ...]


def match(before: Report, after: Report, renamed: Renamed, removed: Removed = NONE) -> Matched:
    """Match the findings of two reports by rule, node and column; `renamed` nodes are followed.

    A finding that was accepted before and is no longer counts as new. `removed` are the codes, with
    the role of their file, that the later version does not have.
    """
    old = _Waiting(before.findings, renamed)
    persisting, new = [], []
    for located in after.findings:
        found = old.take(located)
        if found:
            persisting.append(Kept(found, located))
        else:
            new.append(located)
    known = _Waiting(before.waived, renamed)
    others = [each for each in after.waived if not known.take(each)]
    newly = tuple(each for each in others if old.take(each))
    born = tuple(each for each in others if each not in newly)
    left = old.left()
    gone = tuple(each for each in left if _node(each) in removed)
    repaired = tuple(each for each in left if _node(each) not in removed)
    return Matched(tuple(new), repaired, gone, tuple(persisting), after.waived, born, newly)


def _node(located: Located) -> tuple[str, str]:
    return located.finding.place.role.value, located.finding.node


class _Waiting:
    """Findings of the earlier version that none of the later one was matched to yet."""

    def __init__(self, findings: Iterable[Located], renamed: Renamed) -> None:
        self._findings: dict[Identity, list[Located]] = {}
        for located in findings:
            finding = located.finding
            node = renamed.get((finding.place.role.value, finding.node), finding.node)
            identity = finding.rule, node, finding.column
            self._findings.setdefault(identity, []).append(located)

    def take(self, located: Located) -> Located | None:
        """Take out the finding that another one goes on from, the one of the same values if any."""
        finding = located.finding
        waiting = self._findings.get((finding.rule, finding.node, finding.column), [])
        same = [each for each in waiting if Kept(each, located).same_values]
        found = (same or waiting)[:1]
        for each in found:
            waiting.remove(each)
        return found[0] if found else None

    def left(self) -> tuple[Located, ...]:
        """Return the findings that were not taken."""
        return tuple(located for each in self._findings.values() for located in each)
