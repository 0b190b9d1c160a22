"""Changes of cells as a patch on standard output, and what no patch mends on standard error."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from pan_tp_cli.cli import terminal
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.place import cell_name
from pan_tp_cli.repair import Change
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked

LEFT: Final = Text(
    "erreurs qu'aucun correctif sûr ne règle : {count} ({findings})",
    "errors that no sure patch mends: {count} ({findings})",
)


def put(checked: "Checked", changes: Iterable[Change]) -> None:
    """Write changes to standard output as a patch, byte for byte as the files are."""
    from pan_tp_cli import amending  # no part of a check that only reports

    terminal.write_exactly(amending.patch(checked, changes))


def put_repairs(checked: "Checked", lang: Lang) -> None:
    """Write the best repairs as a patch, and name in one line the errors that it leaves."""
    from pan_tp_cli.mending import mend  # no part of a check that only reports

    found = checked.report.findings if checked.report else ()
    findings = [located.finding for located in found]
    mending = mend(each for each in findings if each.severity is Severity.ERROR)
    put(checked, mending.changes)
    if mending.left:
        names = tuple(map(_name, mending.left))
        shown = Message(LEFT, {"count": len(names), "findings": names})
        terminal.complain(shown.render(lang))


def _name(finding: Finding) -> str:
    return f"{finding.rule} {cell_name(finding.node, finding.column)}"
