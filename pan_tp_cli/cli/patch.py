"""Changes of cells as a patch on standard output, and what no patch mends on standard error."""

import os
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

RUNNER: Final = "GITHUB_ACTIONS"
"""Set where GitHub runs a step, and looks for commands in all that it writes."""
LEFT: Final = Text(
    "erreurs qu'aucun correctif sûr ne règle : {count} ({findings})",
    "errors that no sure patch mends: {count} ({findings})",
)


def put(checked: "Checked", changes: Iterable[Change]) -> None:
    """Write changes to standard output as a patch, byte for byte as the files are."""
    from pan_tp_cli import amending  # no part of a check that only reports

    text = amending.patch(checked, changes)
    terminal.write_exactly(held_off(text) if os.environ.get(RUNNER) else text)


def held_off(patch: str) -> str:
    """Return a patch between two lines that keep GitHub from obeying those of the files in it.

    Its lines must stay as they are, or it would not apply; git and patch(1) pass over what stands
    before and behind. GitHub obeys nothing until it sees the word again, and that is made of the
    patch itself, so that no file can hold it. A patch without commands is left as it is.
    """
    if terminal.inert(patch) == patch:
        return patch
    from hashlib import sha256  # for a patch that would be obeyed alone

    word = sha256(patch.encode("utf-8", terminal.ESCAPED)).hexdigest()
    return f"::stop-commands::{word}\n{patch}::{word}::\n"


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
