"""What a reviewer takes into a meeting: a check, the plan seen whole, and the day it was made."""

import datetime
from typing import NamedTuple

from pan_tp_cli.checked import Checked, Covered
from pan_tp_cli.engine import Report
from pan_tp_cli.overview import Overview
from pan_tp_cli.recompute import Recomputed


class Briefing(NamedTuple):
    """A check with all its findings, its coverage, its totals computed anew, and the plan whole.

    The check is one whose files could be used, at least in part: `checked.report` is there.
    """

    covered: Covered
    overview: Overview
    recomputed: Recomputed
    day: datetime.date

    @property
    def checked(self) -> Checked:
        """Return the check."""
        return self.covered.checked

    @property
    def report(self) -> Report:
        """Return what the check found."""
        if self.checked.report is None:
            raise ValueError("no briefing is made where no file could be used")
        return self.checked.report
