"""A finding as all JSON reports write it."""

from collections.abc import Iterable
from typing import Final

from pan_tp_cli.finding import Located, Waived
from pan_tp_cli.money import Percent, Unreadable, Value, write_value
from pan_tp_cli.repair import Change, Evidence, MissingRow, Repair
from pan_tp_cli.report.json_parts import Json, place
from pan_tp_cli.report.proposed import proposed
from pan_tp_cli.report.words import sentence
from pan_tp_cli.text import Lang

SHARE_DECIMALS: Final = 4


def finding(located: Located, lang: Lang) -> Json:
    """Return a finding with its place, its evidence, its repairs and the waiver that holds."""
    found = located.finding
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "node": found.node,
        "column": found.column,
        "label": found.label or None,
        "printed": json_value(found.printed),
        "expected": json_value(found.expected),
        "difference": json_value(found.difference),
        "message": sentence(found).render(lang),
        "help": "\n".join(advice.render(lang) for advice in found.help),
        "note": found.note or None,
        "location": place(located.location),
        "sure": found.sure,
        "evidence": [_evidence(each) for each in found.evidence],
        "repairs": [way(repair, lang) for repair in found.repairs],
        "missing_row": _missing_row(found.missing_row),
        "fingerprint": found.fingerprint,
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


def way(repair: Repair, lang: Lang) -> Json:
    """Write a repair; its first change is the main one, and stands beside the pattern too."""
    changes = cells(repair.changes)
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


def cells(changes: Iterable[Change]) -> list[Json]:
    """Write cells with what they print and what is proposed for them."""
    return [
        {
            "node": change.node,
            "column": change.column,
            "printed": json_value(change.printed),
            "proposed": json_value(proposed(change)),
        }
        for change in changes
    ]


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
