"""The code quality report of GitLab, which merge requests show."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.checked import Checked
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.json_parts import Json, written
from pan_tp_cli.report.reported import Reported, faults, reported
from pan_tp_cli.report.said import headline, reason
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, printable

GRADE: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
UNUSABLE: Final = "blocker"
OF_FAULTS: Final = "fichier.inutilisable"
"""What the check of a file that could not be used is called; no rule is called so."""


def render(checked: Checked, style: Style) -> str:
    """Return the findings of one check that are not accepted, and its faults."""
    return render_all([checked], style)


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return all checks as one list, in ASCII so that no terminal changes it."""
    found = [each for each in reported(checks) if each.located.waiver is None]
    issues = [*_faults(checks, style.lang), *(_finding(each, style.lang) for each in found)]
    return written(issues)


def _finding(given: Reported, lang: Lang) -> Json:
    finding = given.finding
    return {
        "description": headline(finding, lang),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(given.path, given.identity),
        "severity": GRADE[finding.severity],
        "location": _place(given.path, given.located.location.line),
    }


def _faults(checks: Sequence[Checked], lang: Lang) -> Iterator[Json]:
    """Yield the reasons why files could not be used; those of one file are told by their order."""
    ranks: Counter[str] = Counter()
    for fault, path in faults(checks):
        ranks[path] += 1
        yield {
            "description": reason(fault, lang),
            "check_name": OF_FAULTS,
            "fingerprint": _fingerprint(path, f"{OF_FAULTS}:{ranks[path]}"),
            "severity": UNUSABLE,
            "location": _place(path, _line(fault)),
        }


def _line(fault: Fault) -> int:
    return fault.location.line if fault.location else 1


def _place(path: str, line: int) -> Json:
    return {"path": printable(path), "lines": {"begin": line}}


def _fingerprint(path: str, identity: str) -> str:
    """Return what an issue is known by from one report to the next, wherever its line is."""
    text = f"{path}\0{identity}".encode(errors="surrogateescape")
    return hashlib.sha256(text).hexdigest()[:32]
