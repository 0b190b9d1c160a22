"""The report that a reviewer reads: each finding with its lines, its computation and advice."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked, Origin
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message, Money, Shown, show
from pan_tp_cli.place import Role
from pan_tp_cli.report.finding_text import finding_lines, wrapped
from pan_tp_cli.report.style import OF_SEVERITY, RIGHT, STRONG, Style
from pan_tp_cli.report.words import counted
from pan_tp_cli.text import Text, one_line

PLAN: Final = {
    Origin.GIVEN: Text("Plan : {name}", "Plan: {name}"),
    Origin.LOCAL: Text("Plan : {name} (dossier courant)", "Plan: {name} (current folder)"),
    Origin.EMBEDDED: Text(
        "Plan : {name} (livré avec pan-tp {version})", "Plan: {name} (comes with pan-tp {version})"
    ),
}
INDICATORS: Final = Text("Indicateurs : {name}", "Indicators: {name}")
UNUSABLE: Final = Text(
    "{line} : fichier inutilisable, rien n'y a été contrôlé",
    "{line}: file not usable, nothing in it was checked",
)
NO_INDICATORS: Final = Text(
    "Indicateurs : aucun (pas d'indicators.yaml à côté du plan)",
    "Indicators: none (no indicators.yaml beside the plan)",
)
SUMMARY: Final = Text("Bilan", "Summary")
EQUATIONS: Final = Text(
    "égalités vérifiées : {count} ; fausses : {violated}",
    "equations checked: {count}; violated: {violated}",
)
UNKNOWN: Final = Text(
    " ; indécidables (cellule illisible) : {unknown}", "; undecided (unreadable cell): {unknown}"
)
APPLIED: Final = Text(
    "règles appliquées : {applied} sur {known}", "rules applied: {applied} of {known}"
)
TOTALS: Final = Text(
    "totaux confirmés : {confirmed} sur {totals}", "totals confirmed: {confirmed} of {totals}"
)
GRAND_TOTAL: Final = Text(
    ", dont le total général de {amount}", ", among them the grand total of {amount}"
)
GRAND_TOTAL_NOT: Final = Text(
    " ; le total général de {amount} n'est pas confirmé",
    "; the grand total of {amount} is not confirmed",
)
FINDINGS: Final = Text("constats : {counts}", "findings: {counts}")
ALL_AGREE: Final = Text(
    "constats : aucun, les chiffres contrôlés concordent",
    "findings: none, the figures checked agree",
)
NOTHING: Final = Text("constats : aucun", "findings: none")


def render(checked: Checked, style: Style) -> str:
    """Return the report; empty where no file could be used."""
    if checked.report is None:
        return ""
    lines = [*_header(checked, style), ""]
    for located in checked.report.findings:
        lines += [*finding_lines(located, style), ""]
    lines += _summary(checked, style)
    return "\n".join(lines) + "\n"


def _header(checked: Checked, style: Style) -> Iterator[str]:
    names = checked.names
    line = PLAN[checked.origin].get(style.lang)
    line = line.format(name=names[Role.PLAN], version=__version__)
    acronym = checked.project.plan.acronym if checked.project.plan else ""
    yield _input(checked, Role.PLAN, f"{line}, {one_line(acronym)}" if acronym else line, style)
    if Role.INDICATORS in names:
        line = INDICATORS.get(style.lang).format(name=names[Role.INDICATORS])
        yield _input(checked, Role.INDICATORS, line, style)
    else:
        yield NO_INDICATORS.get(style.lang)


def _input(checked: Checked, role: Role, line: str, style: Style) -> str:
    return line if checked.read(role) else UNUSABLE.get(style.lang).format(line=line)


def _summary(checked: Checked, style: Style) -> Iterator[str]:
    if checked.report is None:
        return
    arithmetic, lang = checked.report.arithmetic, style.lang
    yield style.paint(SUMMARY.get(lang), STRONG)
    counts: dict[str, Shown] = {
        "count": arithmetic.equations - arithmetic.unknown,
        "violated": arithmetic.violated,
        "unknown": arithmetic.unknown,
        "confirmed": arithmetic.confirmed,
        "totals": arithmetic.totals,
    }
    if checked.applied < checked.known:
        shown: dict[str, Shown] = {"applied": checked.applied, "known": checked.known}
        yield "  " + Message(APPLIED, shown).render(lang)
    unknown = Message(UNKNOWN, counts).render(lang) if arithmetic.unknown else ""
    yield from wrapped(Message(EQUATIONS, counts).render(lang) + unknown, style, "  ")
    totals = Message(TOTALS, counts).render(lang) + _grand_total(checked, style)
    yield from wrapped(totals, style, "  ")
    yield "  " + _counts(checked, style)


def _grand_total(checked: Checked, style: Style) -> str:
    figures, _ = checked.project.grand_total
    confirmed = checked.report.arithmetic.grand_total_confirmed if checked.report else None
    if figures is None or confirmed is None:
        return ""
    amount = show(Money(figures.value, checked.project.currency), style.lang)
    return (GRAND_TOTAL if confirmed else GRAND_TOTAL_NOT).get(style.lang).format(amount=amount)


def _counts(checked: Checked, style: Style) -> str:
    counts = [
        style.paint(counted(number, severity, style.lang), OF_SEVERITY[severity])
        for severity in Severity
        if (number := checked.count(severity))
    ]
    if not counts and all_agree(checked):
        return style.paint(ALL_AGREE.get(style.lang), RIGHT)
    if not counts:
        return NOTHING.get(style.lang)
    return FINDINGS.get(style.lang).format(counts=", ".join(counts))


def all_agree(checked: Checked) -> bool:
    """Tell whether something was checked, all of it, and nothing is wrong with it."""
    if checked.report is None or checked.faults or checked.report.findings:
        return False
    return checked.report.arithmetic.equations > 0 and checked.report.arithmetic.unknown == 0
