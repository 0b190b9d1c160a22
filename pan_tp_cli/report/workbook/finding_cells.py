"""What the sheet of findings says of one of them, in words and numbers."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.money import Value
from pan_tp_cli.report.computation import write_calculation
from pan_tp_cli.report.diff_named import named
from pan_tp_cli.report.finding_text import HELP, NOTE
from pan_tp_cli.report.repair_text import evidence_line, repair_lines
from pan_tp_cli.report.rule_help import sentence as capital
from pan_tp_cli.report.words import SEVERITY, accepted
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.text import Lang, one_line

LINE_END: Final = "\n"
LONGEST_LABEL: Final = 90


class FindingCells(NamedTuple):
    """A finding as cells; `printed`, `expected` and `difference` are shown as what they are."""

    severity: str
    rule: str
    node: str
    column: str
    message: str
    printed: Value
    expected: Value
    difference: Value
    computation: str
    repair: str
    besides: str
    waiver: str
    place: str


def cells_of(located: Located, lang: Lang) -> FindingCells:
    """Return what a finding says, its cells called as people call them."""
    finding = named(located, lang).finding
    return FindingCells(
        SEVERITY[finding.severity].get(lang),
        finding.rule,
        clean(finding.node),
        clean(finding.column or ""),
        _message(finding, lang),
        finding.printed,
        finding.expected,
        finding.difference,
        clean(write_calculation(finding.calculation, lang)) if finding.calculation else "",
        _lines(repair_lines(finding, lang)),
        _lines(_besides(finding, lang)),
        clean(accepted(located.waiver).render(lang)) if located.waiver else "",
        clean(located.location.start),
    )


def _message(finding: Finding, lang: Lang) -> str:
    """Return what is wrong, and the wording of the row below it."""
    said = capital(clean(finding.message.render(lang)))
    return _lines((said, one_line(finding.label, LONGEST_LABEL)))


def _besides(finding: Finding, lang: Lang) -> Iterator[str]:
    for advice in finding.help:
        yield HELP.get(lang).format(help=advice.render(lang))
    if finding.evidence:
        yield evidence_line(finding.evidence, lang)
    if finding.note:
        yield NOTE.get(lang).format(note=finding.note)


def _lines(texts: Iterator[str] | tuple[str, ...]) -> str:
    shown = (clean(each) for each in texts)
    return LINE_END.join(each[:1].upper() + each[1:] for each in shown if each)
