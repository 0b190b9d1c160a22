"""Findings as programs are given them: where their files are, and how to know them again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pan_tp_cli.checked import Checked
from pan_tp_cli.engine import position
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Finding, Located


class Reported(NamedTuple):
    """A finding of a check, and the path of its file with forward slashes.

    `rank` counts the findings of the same rule, node and column of one file from 1, in the order
    of the file, whatever else moves.
    """

    located: Located
    checked: Checked
    path: str
    rank: int

    @property
    def finding(self) -> Finding:
        """Return the finding itself."""
        return self.located.finding

    @property
    def identity(self) -> str:
        """Return what no other finding of the file is called, now and after lines have moved."""
        return f"{self.finding.fingerprint}:{self.rank}"


def reported(checks: Sequence[Checked]) -> Iterator[Reported]:
    """Yield all findings, the waived ones among them: plan by plan, each in its order."""
    seen: Counter[tuple[str, str]] = Counter()
    for checked in checks:
        found = checked.report.all_findings if checked.report else ()
        ranks = {}
        for each in sorted(found, key=position):
            key = place_of(each.location.file, checked), each.finding.fingerprint
            seen[key] += 1
            ranks[id(each)] = seen[key]
        for each in found:
            yield Reported(each, checked, place_of(each.location.file, checked), ranks[id(each)])


def faults(checks: Sequence[Checked]) -> Iterator[tuple[Fault, str]]:
    """Yield why files could not be used, each with the path of its file."""
    for checked in checks:
        for fault in checked.faults:
            yield fault, place_of(fault.file, checked)


def place_of(name: str, checked: Checked) -> str:
    """Return where a file is, by its name as shown."""
    return checked.places.get(name, name)
