"""One line a finding, as compilers write them: ``file:line:column: severity[rule] node …``."""

from pan_tp_cli.checked import Checked
from pan_tp_cli.finding import Located
from pan_tp_cli.place import cell_name
from pan_tp_cli.report.style import OF_SEVERITY, Style
from pan_tp_cli.report.words import SEVERITY, sentence


def render(checked: Checked, style: Style) -> str:
    """Return a line per finding, and nothing else."""
    found = checked.report.findings if checked.report else ()
    return "".join(_line(located, style) + "\n" for located in found)


def _line(located: Located, style: Style) -> str:
    finding = located.finding
    severity = SEVERITY[finding.severity].get(style.lang)
    kind = style.paint(f"{severity}[{finding.rule}]", OF_SEVERITY[finding.severity])
    cell = cell_name(finding.node, finding.column)
    return f"{located.location.start}: {kind} {cell}: {sentence(finding).render(style.lang)}"
