"""SARIF 2.1.0, which code scanning services and editors read."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli import __version__, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.json_parts import Json, written
from pan_tp_cli.report.reported import faults, reported
from pan_tp_cli.report.said import reason
from pan_tp_cli.report.sarif_location import ROOT, physical
from pan_tp_cli.report.sarif_result import LEVEL, message, result
from pan_tp_cli.report.sarif_rule import descriptor
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text

VERSION: Final = "2.1.0"
SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT_IS: Final = Text(
    "Le dossier où pan-tp a été lancé, d'ordinaire le haut du dépôt.",
    "The folder that pan-tp was run in, usually the top of the repository.",
)


def render(checked: Checked, style: Style) -> str:
    """Return the report of one check."""
    return render_all([checked], style)


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return checks as one run, in ASCII so that no terminal changes it."""
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [_run(checks, style.lang)]}
    return written(log)


def _run(checks: Sequence[Checked], lang: Lang) -> Json:
    """Write all findings, and of the rules those that they are of: the others say nothing."""
    found = list(reported(checks))
    named = sorted({each.finding.rule for each in found})
    ranks = {rule: rank for rank, rule in enumerate(named)}
    return {
        "tool": {"driver": _driver(named, lang)},
        "language": lang.value,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": ROOT_IS.get(lang)}}},
        "invocations": [_invocation(checks, lang)],
        "results": [result(each, ranks[each.finding.rule], lang) for each in found],
    }


def _driver(named: Sequence[str], lang: Lang) -> Json:
    return {
        "name": "pan-tp",
        "semanticVersion": __version__,
        "language": lang.value,
        "rules": [descriptor(rule, lang) for rule in rules.load(named)],
    }


def _invocation(checks: Sequence[Checked], lang: Lang) -> Json:
    """Write whether all files could be used, and why not."""
    notes = [
        {
            "level": LEVEL[Severity.ERROR],
            "message": message([reason(fault, lang)]),
            "locations": [{"physicalLocation": physical(path, fault.location)}],
        }
        for fault, path in faults(checks)
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}
