"""One finding in one line, as compilers write it: ``file:line:column: severity[rule] node …``."""

from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.place import cell_name
from pan_tp_cli.report.style import OF_SEVERITY, Style
from pan_tp_cli.report.words import SEVERITY, sentence
from pan_tp_cli.text import Lang, cut


def finding_line(located: Located, lang: Lang) -> str:
    """Return a finding with its place, without colours."""
    finding = located.finding
    cell = cell_name(finding.node, finding.column)
    said = sentence(finding).render(lang)
    return cut(f"{located.location.start}: {kind(finding, lang)} {cell}: {said}")


def kind(finding: Finding, lang: Lang) -> str:
    """Return what a finding is: « erreur[budget.sous-total] »."""
    return f"{SEVERITY[finding.severity].get(lang)}[{finding.rule}]"


def painted(line: str, finding: Finding, style: Style) -> str:
    """Return a line with what the finding is in the colour of its severity, where it says it."""
    said = kind(finding, style.lang)
    return line.replace(said, style.paint(said, OF_SEVERITY[finding.severity]), 1)
