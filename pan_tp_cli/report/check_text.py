"""The report that a reviewer reads: each finding with its lines, its computation and advice."""

import textwrap
from collections.abc import Iterator
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked, Origin
from pan_tp_cli.finding import Finding, Located, Role, Severity
from pan_tp_cli.message import Message, Money, Shown, show
from pan_tp_cli.money import write_value
from pan_tp_cli.report.computation import write_calculation
from pan_tp_cli.report.excerpt import excerpt
from pan_tp_cli.report.style import OF_SEVERITY, RIGHT, STRONG, Style
from pan_tp_cli.report.words import SEVERITY, counted, signed
from pan_tp_cli.text import Text

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
PRINTED: Final = Text("imprimé", "printed")
COMPUTATION: Final = Text("calcul : {steps}", "computation: {steps}")
DIFFERENCE: Final = Text("écart : {difference}", "difference: {difference}")
EXPECTED: Final = Text("attendu : {expected}", "expected: {expected}")
HELP: Final = Text("aide : {help}", "help: {help}")
NOTE: Final = Text("note : {note}", "note: {note}")
QUOTED: Final = Text(" « {label} »", ' "{label}"')
QUOTES: Final = 5
SHORTEST_LABEL: Final = 24
SUMMARY: Final = Text("Bilan", "Summary")
EQUATIONS: Final = Text(
    "égalités vérifiées : {count} ; fausses : {violated}",
    "equations checked: {count}; violated: {violated}",
)
UNKNOWN: Final = Text(
    " ; invérifiables, une cellule étant illisible : {unknown}",
    "; undecided, a cell being unreadable: {unknown}",
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
NOTHING: Final = Text(
    "constats : aucun, les chiffres contrôlés concordent",
    "findings: none, the figures checked agree",
)


def render(checked: Checked, style: Style) -> str:
    """Return the report; empty where no file could be used."""
    if checked.report is None:
        return ""
    lines = [*_header(checked, style), ""]
    for located in checked.report.findings:
        lines += [*_finding(located, style), ""]
    lines += _summary(checked, style)
    return "\n".join(lines) + "\n"


def _header(checked: Checked, style: Style) -> Iterator[str]:
    names = {given.role: given.name for given in checked.inputs}
    line = PLAN[checked.origin].get(style.lang)
    line = line.format(name=names.get(Role.PLAN, "?"), version=__version__)
    acronym = checked.project.plan.acronym if checked.project.plan else ""
    yield _input(checked, Role.PLAN, f"{line}, {acronym}" if acronym else line, style)
    if Role.INDICATORS in names:
        line = INDICATORS.get(style.lang).format(name=names[Role.INDICATORS])
        yield _input(checked, Role.INDICATORS, line, style)
    else:
        yield NO_INDICATORS.get(style.lang)


def _input(checked: Checked, role: Role, line: str, style: Style) -> str:
    return line if checked.read(role) else UNUSABLE.get(style.lang).format(line=line)


def _finding(located: Located, style: Style) -> Iterator[str]:
    finding = located.finding
    colour = OF_SEVERITY[finding.severity]
    kind = f"{SEVERITY[finding.severity].get(style.lang)}[{finding.rule}]"
    headline = finding.message.render(style.lang)
    first, *more = textwrap.wrap(f"{kind} {headline}", style.width, subsequent_indent="  ")
    yield first.replace(kind, style.paint(kind, colour), 1)
    yield from more
    yield from _where(located, style)
    label = PRINTED.get(style.lang) if finding.column or finding.expected is not None else ""
    yield from excerpt(located, label, style)
    for remark in _remarks(finding, style):
        yield from _wrapped(remark, style, "  = ")


def _where(located: Located, style: Style) -> Iterator[str]:
    """Yield where a finding stands: place, node and wording, on two lines where one is short."""
    finding = located.finding
    year = finding.column if finding.column and finding.column.isdigit() else ""
    node = f"{finding.node}, {year}" if year else finding.node
    place = f"  --> {located.location.start}"
    if len(place) + len(node) + SHORTEST_LABEL > style.width:
        yield place
        place = "     "
    place = f"{place}   {node}"
    yield place + (_label(finding, style.width - len(place), style) if finding.label else "")


def _label(finding: Finding, width: int, style: Style) -> str:
    room = max(width - QUOTES, 1)
    label = " ".join(finding.label.split())
    label = label if len(label) <= room else label[: room - 1] + "…"
    return QUOTED.get(style.lang).format(label=label)


def _remarks(finding: Finding, style: Style) -> Iterator[str]:
    lang = style.lang
    parts = []
    if finding.calculation is not None:
        steps = write_calculation(finding.calculation, lang)
        parts.append(COMPUTATION.get(lang).format(steps=steps))
    elif finding.expected is not None:
        parts.append(EXPECTED.get(lang).format(expected=write_value(finding.expected, lang)))
    if finding.difference is not None:
        currency = finding.calculation.currency if finding.calculation else None
        difference = signed(finding.difference, currency, lang)
        parts.append(DIFFERENCE.get(lang).format(difference=difference))
    if parts:
        yield (" ; " if lang.value == "fr" else "; ").join(parts)
    for advice in finding.help:
        yield HELP.get(lang).format(help=advice.render(lang))
    if finding.note:
        yield NOTE.get(lang).format(note=" ".join(finding.note.split()))


def _wrapped(text: str, style: Style, first: str) -> list[str]:
    return textwrap.wrap(
        text,
        style.width,
        initial_indent=first,
        subsequent_indent="    ",
        break_long_words=False,
    )


def _summary(checked: Checked, style: Style) -> Iterator[str]:
    if checked.report is None:
        return
    arithmetic, lang = checked.report.arithmetic, style.lang
    yield style.paint(SUMMARY.get(lang), STRONG)
    counts: dict[str, Shown] = {
        "count": arithmetic.equations,
        "violated": arithmetic.violated,
        "unknown": arithmetic.unknown,
        "confirmed": arithmetic.confirmed,
        "totals": arithmetic.totals,
    }
    unknown = Message(UNKNOWN, counts).render(lang) if arithmetic.unknown else ""
    yield from _wrapped(Message(EQUATIONS, counts).render(lang) + unknown, style, "  ")
    totals = Message(TOTALS, counts).render(lang) + _grand_total(checked, style)
    yield from _wrapped(totals, style, "  ")
    yield "  " + _counts(checked, style)


def _grand_total(checked: Checked, style: Style) -> str:
    figures, _ = checked.project.grand_total
    if figures is None or checked.report is None:
        return ""
    confirmed = checked.report.arithmetic.grand_total_confirmed
    amount = show(Money(figures.value, checked.project.currency), style.lang)
    return (GRAND_TOTAL if confirmed else GRAND_TOTAL_NOT).get(style.lang).format(amount=amount)


def _counts(checked: Checked, style: Style) -> str:
    counts = [
        style.paint(counted(number, severity, style.lang), OF_SEVERITY[severity])
        for severity in Severity
        if (number := checked.count(severity))
    ]
    if not counts:
        return style.paint(NOTHING.get(style.lang), RIGHT)
    return FINDINGS.get(style.lang).format(counts=", ".join(counts))
