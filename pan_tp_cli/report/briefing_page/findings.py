"""Findings as a page tells them: what is wrong, how that is computed, what proves and mends it."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pan_tp_cli.finding import Finding, Located, Severity
from pan_tp_cli.money import write_value
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.report.briefing_page.anchors import SUMMARY, Anchors, axis_of, row_of
from pan_tp_cli.report.briefing_page.labels import IN_BUDGET, IN_SUMMARY
from pan_tp_cli.report.computation import write_calculation
from pan_tp_cli.report.coverage_outline import BUDGET, FRAMEWORK
from pan_tp_cli.report.coverage_outline import SUMMARY as SUMMARY_TABLE
from pan_tp_cli.report.diff_named import cell_words, named
from pan_tp_cli.report.repair_text import (
    AND_MORE,
    OTHERWISE,
    PERHAPS,
    REPAIR,
    equation,
    joined,
    ways,
)
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.report.words import SEVERITY, accepted, signed
from pan_tp_cli.text import Lang, Text, one_line

TABLES: Final = {"budget": BUDGET, "recap": SUMMARY_TABLE, "indicateurs": FRAMEWORK}
"""The nodes of findings about a table as a whole."""
PRINTED: Final = Text("Imprimé", "Printed")
COMPUTED: Final = Text("Calculé", "Computed")
DIFFERENCE: Final = Text("Écart", "Difference")
COMPUTATION: Final = Text("Calcul", "Computation")
WAYS: Final = {
    REPAIR: Text("Réparation", "Repair"),
    PERHAPS: Text("Peut-être", "Perhaps"),
    OTHERWISE: Text("Sinon", "Otherwise"),
}
MORE_WAYS: Final = Text("Et aussi", "And also")
PROOF: Final = Text("Faux pour la même raison", "Wrong for the same reason")
HELP: Final = Text("Aide", "Help")
NOTE: Final = Text("Note", "Note")


class Fact(NamedTuple):
    """Something that is said of a finding, and what it is called."""

    name: str
    said: str


class Back(NamedTuple):
    """Where a finding shows in the tables of the page, and what is said of the link."""

    href: str
    said: str


class ShownFinding(NamedTuple):
    """A finding; `axis` is the code of the axis that it belongs to, "" where it belongs to none."""

    id: str
    severity: Severity
    level: str
    rule: str
    where: str
    label: str
    message: str
    figures: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    waiver: str
    place: str
    fingerprint: str
    axis: str
    back: Back | None


def findings(
    found: Iterable[Located], project: Project, anchors: Anchors, lang: Lang
) -> tuple[ShownFinding, ...]:
    """Return findings in their order."""
    return tuple(_shown(each, project, anchors, lang) for each in found)


def _shown(located: Located, project: Project, anchors: Anchors, lang: Lang) -> ShownFinding:
    finding = located.finding
    in_words = named(located, lang).finding
    return ShownFinding(
        anchors.findings[id(located)],
        finding.severity,
        SEVERITY[finding.severity].get(lang),
        finding.rule,
        _where(finding, lang),
        one_line(finding.label),
        sentence(finding.message.render(lang)),
        tuple(_figures(finding, lang)),
        tuple(_facts(in_words, lang)),
        accepted(located.waiver).render(lang) if located.waiver else "",
        located.location.start,
        finding.fingerprint,
        axis_of(finding.place, project),
        _back(finding, project, anchors, lang),
    )


def _where(finding: Finding, lang: Lang) -> str:
    table = TABLES.get(finding.node)
    return table.get(lang) if table else cell_words(finding.node, finding.column, lang)


def _figures(finding: Finding, lang: Lang) -> Iterator[Fact]:
    """Yield what is printed and what should be, where that is known."""
    if finding.expected is None:
        return
    yield Fact(PRINTED.get(lang), write_value(finding.printed, lang))
    yield Fact(COMPUTED.get(lang), write_value(finding.expected, lang))
    if finding.difference is not None:
        yield Fact(DIFFERENCE.get(lang), signed(finding.difference, finding.currency, lang))


def _facts(finding: Finding, lang: Lang) -> Iterator[Fact]:
    if finding.expected is None and finding.printed is not None:
        yield Fact(PRINTED.get(lang), write_value(finding.printed, lang))
    if finding.calculation is not None:
        yield Fact(COMPUTATION.get(lang), write_calculation(finding.calculation, lang))
    for way, said in ways(finding, lang):
        yield Fact((WAYS[way] if way else MORE_WAYS).get(lang), said)
    if finding.evidence:
        equations = dict.fromkeys(equation(each, lang) for each in finding.evidence)
        yield Fact(PROOF.get(lang), joined(list(equations), AND_MORE, lang))
    for advice in finding.help:
        yield Fact(HELP.get(lang), sentence(advice.render(lang)))
    if finding.note:
        yield Fact(NOTE.get(lang), one_line(finding.note))


def _back(finding: Finding, project: Project, anchors: Anchors, lang: Lang) -> Back | None:
    """Return where the cell of a finding is on the page."""
    row = row_of(finding.place, anchors.rows)
    if row is not None:
        return Back(f"#{row}", IN_BUDGET.get(lang))
    in_summary = finding.place.role is Role.PLAN and finding.place.route[:1] == ("recapitulatif",)
    if in_summary and project.summary:
        return Back(f"#{SUMMARY}", IN_SUMMARY.get(lang))
    return None
