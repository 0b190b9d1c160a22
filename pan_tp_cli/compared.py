"""What came of a comparison of two versions: what reports of it are made from."""

from typing import NamedTuple

from pan_tp_cli.checked import Checked
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.findings import Matched
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Located


class Compared(NamedTuple):
    """Both versions checked, what changed, and what became of the findings.

    `stale` are the findings of totals left behind, in the order of `diff.stale`; `of_stale` are
    the new findings of the check that stand at one of their cells, and say the same. `diff` and
    `findings` are None where a version could not be used.
    """

    before: Checked
    after: Checked
    diff: Diff | None = None
    findings: Matched | None = None
    stale: tuple[Located, ...] = ()
    of_stale: tuple[Located, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return why files of either version could not be used."""
        return (*self.before.faults, *self.after.faults)
