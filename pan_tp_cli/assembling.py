"""Assembling what a reviewer takes into a meeting, from a check of a plan."""

import datetime

from pan_tp_cli import amending, rules
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked, Covered
from pan_tp_cli.overview import Overview, overview


def assemble(checked: Checked, day: datetime.date) -> Briefing | None:
    """Return the briefing of a plan that was checked; None where no file could be used."""
    if checked.report is None:
        return None
    from pan_tp_cli.advice import advise  # no part of a check, which is to start fast

    loaded = rules.load(rules.of_plans())
    advice = advise(checked.project, loaded, checked.report.coverage)
    covered = Covered(checked, advice)
    return Briefing(covered, seen(checked), amending.recompute(checked), day)


def seen(checked: Checked) -> Overview:
    """Return the plan seen whole, with the findings that are not waived."""
    return overview(checked.project, checked.report.findings if checked.report else ())
