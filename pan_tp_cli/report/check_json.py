"""The JSON report ``pan-tp/check-1``, a shape of its own: ``schemas/check-1.schema.json``.

Of several plans it is ``pan-tp/portfolio-1``, ``schemas/portfolio-1.schema.json``.
"""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.checked import Checked, Since
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.json_finding import finding
from pan_tp_cli.report.json_parts import Json, cell_counts, faults, opening, tool, written
from pan_tp_cli.report.style import Style

SCHEMA: Final = "pan-tp/check-1"
PORTFOLIO_SCHEMA: Final = "pan-tp/portfolio-1"


def render(checked: Checked, style: Style) -> str:
    """Return the report as one JSON document, in ASCII so that no terminal changes it."""
    return written(_document(checked, style))


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return the reports of several plans as one JSON document, ``pan-tp/portfolio-1``."""
    document = {
        **tool(PORTFOLIO_SCHEMA),
        "summary": _portfolio_summary(checks),
        "plans": [_document(checked, style) for checked in checks],
    }
    return written(document)


def _document(checked: Checked, style: Style) -> Json:
    found = checked.report.all_findings if checked.report else ()
    return {
        **opening(SCHEMA, checked),
        "summary": _summary(checked),
        "findings": [finding(located, style.lang) for located in found],
        "faults": faults(checked.faults, style.lang),
    }


def _portfolio_summary(checks: Sequence[Checked]) -> Json:
    """Count plans, those with faults, and the findings of all."""
    reports = [checked.report for checked in checks if checked.report]
    return {
        "plans": len(checks),
        "unusable": sum(bool(checked.faults) for checked in checks),
        **{each.value: sum(checked.count(each) for checked in checks) for each in Severity},
        "waived": sum(len(report.waived) for report in reports),
        "equations": sum(report.arithmetic.equations for report in reports),
        "violated": sum(report.arithmetic.violated for report in reports),
    }


def _summary(checked: Checked) -> Json:
    arithmetic = checked.report.arithmetic if checked.report else None
    return {
        **{severity.value: checked.count(severity) for severity in Severity},
        "waived": len(checked.report.waived) if checked.report else 0,
        "tolerated": checked.report.tolerated if checked.report else 0,
        "equations": arithmetic.equations if arithmetic else 0,
        "violated": arithmetic.violated if arithmetic else 0,
        "unknown": arithmetic.unknown if arithmetic else 0,
        "totals": arithmetic.totals if arithmetic else 0,
        "confirmed": arithmetic.confirmed if arithmetic else 0,
        "rules": {"applied": checked.applied, "known": checked.known},
        "by_rule": checked.by_rule(),
        "since": _since(checked.since),
        "cells": cell_counts(checked.report.coverage.counts) if checked.report else None,
    }


def _since(since: Since | None) -> Json | None:
    """Write what the findings are limited to, if they are."""
    if since is None:
        return None
    born = [located.finding.fingerprint for located in since.born_waived]
    return {"revision": since.revision, "left_out": since.left_out, "born_waived": born}
