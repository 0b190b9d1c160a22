"""The cells that errors ask to correct, in a list that a secretary can work through."""

from collections.abc import Iterable
from typing import NamedTuple

from pan_tp_cli.finding import Finding, Located, Severity
from pan_tp_cli.money import write_value
from pan_tp_cli.place import Place
from pan_tp_cli.repair import Change
from pan_tp_cli.report.briefing_page.anchors import Anchors
from pan_tp_cli.report.briefing_page.cells import ABSENT
from pan_tp_cli.report.diff_named import cell_words
from pan_tp_cli.report.proposed import proposed
from pan_tp_cli.text import Lang, one_line


class Correction(NamedTuple):
    """A cell with what it prints, and what to write if that is sure, else ""; `href` says why."""

    where: str
    label: str
    printed: str
    proposed: str
    href: str


def corrections(found: Iterable[Located], anchors: Anchors, lang: Lang) -> tuple[Correction, ...]:
    """Return each cell once, in the order of the findings."""
    listed: dict[Place, Correction] = {}
    for located in found:
        finding = located.finding
        if finding.severity is not Severity.ERROR:
            continue
        href = f"#{anchors.findings[id(located)]}"
        for change in _changes(finding):
            listed.setdefault(change.place, _correction(change, finding, href, lang))
    return tuple(listed.values())


def _changes(finding: Finding) -> tuple[Change, ...]:
    """Return what the surest repair changes; where none is sure, the cell of the finding itself."""
    if finding.sure and finding.repairs and finding.repairs[0].changes:
        return finding.repairs[0].changes
    return (Change(finding.node, finding.column, finding.place, finding.printed, None),)


def _correction(change: Change, finding: Finding, href: str, lang: Lang) -> Correction:
    printed = ABSENT if change.printed is None else write_value(change.printed, lang)
    wanted = "" if change.proposed is None else write_value(proposed(change), lang)
    label = finding.label if change.node == finding.node else ""
    return Correction(
        cell_words(change.node, change.column, lang), one_line(label), printed, wanted, href
    )
