"""The JSON report of a comparison, ``pan-tp/diff-1``: ``schemas/diff-1.schema.json``."""

from pan_tp_cli.checked import Checked
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Diff, MoneyRow, Stale, Transfer
from pan_tp_cli.diff.findings import Kept, Matched
from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.report.diff_figures import grand_total
from pan_tp_cli.report.diff_json_parts import cell, change, money_line, sides
from pan_tp_cli.report.diff_tally import tally
from pan_tp_cli.report.json_finding import cells, finding, json_value, way
from pan_tp_cli.report.json_parts import Json, faults, inputs, place, tool, written
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang

SCHEMA = "pan-tp/diff-1"
NO_FINDINGS = Matched((), (), (), (), (), (), ())
NO_DIFF = Diff((), (), (), (), (), {})


def render(compared: Compared, style: Style) -> str:
    """Return the comparison as one JSON document, in ASCII as all JSON reports are."""
    diff, lang = compared.diff or NO_DIFF, style.lang
    document = {
        **tool(SCHEMA),
        "before": _version(compared.before),
        "after": _version(compared.after),
        "summary": _summary(compared),
        "changes": [change(each, compared, lang) for each in diff.changes],
        "reordered": [sides(pair, compared) for pair in diff.reordered],
        "money": [_money(row) for row in diff.money],
        "transfers": [_transfer(transfer, compared) for transfer in diff.transfers],
        "stale": [
            _stale(located, stale, lang)
            for located, stale in zip(compared.stale, diff.stale, strict=True)
        ],
        "findings": _findings(compared, lang),
        "faults": faults(compared.faults, lang),
    }
    return written(document)


def _version(checked: Checked) -> Json:
    plan = checked.project.plan
    return {
        "inputs": inputs(checked),
        "acronym": plan.acronym or None if plan else None,
        "currency": plan.currency if plan else None,
        "errors": checked.count(Severity.ERROR) if checked.report else None,
    }


def _summary(compared: Compared) -> Json | None:
    """Count what is listed below; None where a version could not be used."""
    diff, findings = compared.diff, compared.findings
    if diff is None or findings is None:
        return None
    counts = tally(diff)
    return {
        **{weight.value: diff.count(weight) for weight in Weight},
        "own": {weight.value: counts.weights[weight] for weight in Weight},
        "rows": counts.rows,
        "along": counts.along,
        "corrections": counts.corrections,
        "stale_totals": diff.left_behind(),
        "grand_total": money_line(grand_total(compared, diff)),
        "stale": len(diff.stale),
        **{name: len(found) for name, found in findings._asdict().items()},
    }


def _money(row: MoneyRow) -> Json:
    node = row.pair.node if row.pair else None
    return {
        "node": node.code if node else None,
        "kind": node.kind.value if node else None,
        "lines": [money_line(line) for line in row.lines],
    }


def _transfer(transfer: Transfer, compared: Compared) -> Json:
    return {
        "sources": [sides(pair, compared) for pair in transfer.sources],
        "sinks": [sides(pair, compared) for pair in transfer.sinks],
        "amounts": dict(transfer.amounts),
        "total": transfer.total,
        "same_years": transfer.same_years,
        "joint": transfer.joint,
    }


def _stale(located: Located, stale: Stale, lang: Lang) -> Json:
    """Write a finding with the figures that it is about; its repairs are the ways out.

    `together` are their cells that are to say something else if all findings take the same way.
    """
    repairs = located.finding.repairs
    return {
        **finding(located, lang),
        "repairs": [{**way(each, lang), "together": cells(each.together)} for each in repairs],
        "leaves": [{"node": pair.node.code, **cell(each)} for pair, each in stale.leaves],
        "totals": [{"node": pair.node.code, **cell(each)} for pair, each in stale.totals],
    }


def _findings(compared: Compared, lang: Lang) -> Json:
    found = compared.findings or NO_FINDINGS
    return {
        "new": [finding(each, lang) for each in found.new],
        "repaired": [finding(each, lang) for each in found.repaired],
        "gone": [finding(each, lang) for each in found.gone],
        "unseen": [finding(each, lang) for each in found.unseen],
        "unchecked": [finding(each, lang) for each in found.unchecked],
        "persisting": [_kept(each, lang) for each in found.persisting],
        "waived": [finding(each, lang) for each in found.waived],
        "born_waived": [finding(each, lang) for each in found.born_waived],
        "newly_waived": [finding(each, lang) for each in found.newly_waived],
        "of_stale": [each.finding.fingerprint for each in compared.of_stale],
    }


def _kept(kept: Kept, lang: Lang) -> Json:
    """Write a finding as it is now, with what it was before."""
    before = {
        "node": kept.before.finding.node,
        "printed": json_value(kept.before.finding.printed),
        "expected": json_value(kept.before.finding.expected),
        "location": place(kept.before.location),
    }
    return {**finding(kept.after, lang), "before": before, "same_values": kept.same_values}
