"""One line a finding, and nothing else."""

from collections.abc import Sequence

from pan_tp_cli.checked import Checked
from pan_tp_cli.report.finding_line import finding_line, painted
from pan_tp_cli.report.style import Style


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return the lines of several plans, one plan after the other."""
    return "".join(render(checked, style) for checked in checks)


def render(checked: Checked, style: Style) -> str:
    """Return a line per finding, and nothing else."""
    found = checked.report.findings if checked.report else ()
    lines = (painted(finding_line(each, style.lang), each.finding, style) for each in found)
    return "".join(f"{line}\n" for line in lines)
