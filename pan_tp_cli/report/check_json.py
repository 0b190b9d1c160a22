"""The JSON report ``pan-tp/check-1``, a shape of its own: ``schemas/check-1.schema.json``."""

import json

from pan_tp_cli.checked import Checked, Since
from pan_tp_cli.finding import Located, Severity, Waived
from pan_tp_cli.money import Percent, Unreadable, Value, write_value
from pan_tp_cli.repair import Evidence, MissingRow, Repair
from pan_tp_cli.report.json_parts import Json, cell_counts, faults, opening, place
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import sentence
from pan_tp_cli.text import Lang

SCHEMA = "pan-tp/check-1"
SHARE_DECIMALS = 4


def render(checked: Checked, style: Style) -> str:
    """Return the report as one JSON document, in ASCII so that no terminal changes it."""
    found = checked.report.all_findings if checked.report else ()
    document = {
        **opening(SCHEMA, checked),
        "summary": _summary(checked),
        "findings": [_finding(located, style.lang) for located in found],
        "faults": faults(checked, style.lang),
    }
    return json.dumps(document, indent=2) + "\n"


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


def _finding(located: Located, lang: Lang) -> Json:
    finding = located.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "node": finding.node,
        "column": finding.column,
        "label": finding.label or None,
        "printed": json_value(finding.printed),
        "expected": json_value(finding.expected),
        "difference": json_value(finding.difference),
        "message": sentence(finding).render(lang),
        "help": "\n".join(advice.render(lang) for advice in finding.help),
        "note": finding.note or None,
        "location": place(located.location),
        "sure": finding.sure,
        "evidence": [_evidence(each) for each in finding.evidence],
        "repairs": [_repair(repair, lang) for repair in finding.repairs],
        "missing_row": _missing_row(finding.missing_row),
        "fingerprint": finding.fingerprint,
        "waiver": _waiver(located.waiver),
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "rule": evidence.rule,
        "node": evidence.node,
        "column": evidence.column,
        "printed": json_value(evidence.printed),
        "computed": json_value(evidence.computed),
    }


def _repair(repair: Repair, lang: Lang) -> Json:
    """Write a repair; its first change is the main one, and stands beside the pattern too."""
    changes: list[Json] = [
        {
            "node": change.node,
            "column": change.column,
            "printed": json_value(change.printed),
            "proposed": json_value(change.proposed),
        }
        for change in repair.changes
    ]
    main = changes[0] if changes else dict.fromkeys(("column", "proposed"))
    return {
        "node": repair.node,
        "column": main["column"],
        "proposed": main["proposed"],
        "pattern": repair.pattern.value,
        "message": repair.message.render(lang),
        "share": round(repair.share, SHARE_DECIMALS),
        "changes": changes,
    }


def _waiver(waiver: Waived | None) -> Json | None:
    """Write why a finding is accepted; the keys are those of the file of waivers."""
    if waiver is None:
        return None
    return {"motif": waiver.reason, "par": waiver.by or None, "expire": waiver.expires}


def _missing_row(missing: MissingRow | None) -> Json | None:
    if missing is None:
        return None
    return {"parent": missing.parent, "amounts": dict(missing.amounts)}


def json_value(value: Value) -> int | float | str | None:
    """Write amounts and counts as integers, percentages as numbers in percent, words as strings."""
    if isinstance(value, Percent):
        return value.units / 10**value.decimals if value.decimals else value.units
    if value is None or isinstance(value, int | str):
        return value
    return value.raw if isinstance(value, Unreadable) else write_value(value, Lang.EN)
