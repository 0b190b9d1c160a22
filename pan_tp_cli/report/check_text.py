"""The report that a reviewer reads: each finding with its lines, its computation and advice."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pan_tp_cli.checked import Checked, Since
from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.message import Message, Money, Shown, show
from pan_tp_cli.place import Role, cell_name
from pan_tp_cli.report.finding_text import finding_lines, wrapped
from pan_tp_cli.report.opening import opening
from pan_tp_cli.report.style import OF_SEVERITY, RIGHT, STRONG, Style
from pan_tp_cli.report.words import accepted, counted, in_number, protected
from pan_tp_cli.text import Text

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
CELLS: Final = Text("cellules : {counts}", "cells: {counts}")
FINDINGS: Final = Text("constats : {counts}", "findings: {counts}")
ALL_AGREE: Final = Text(
    "constats : aucun, les chiffres contrôlés concordent",
    "findings: none, the figures checked agree",
)
WAIVED: Final = Text("dérogations : {count}", "waived: {count}")
LEFT_OUT: Final = Text(
    "constats déjà dans {revision}, laissés de côté : {count}",
    "findings already in {revision}, left out: {count}",
)
BORN_WAIVED: Final = Text(
    "constat nouveau, et sa dérogation avec lui : {rule} {cell}",
    "finding that is new, and its waiver with it: {rule} {cell}",
)
TOLERATED: Final = Text(
    "tolérances : {count} (écarts trop petits pour être dits)",
    "tolerated: {count} (differences too small to be told)",
)
FINGERPRINT: Final = Text("empreinte : {fingerprint}", "fingerprint: {fingerprint}")
MORE: Final = (
    Text(
        "… et {count} autre constat : « --max 0 » le montre aussi",
        "… and {count} more finding: '--max 0' shows it too",
    ),
    Text(
        "… et {count} autres constats : « --max 0 » les montre tous",
        "… and {count} more findings: '--max 0' shows them all",
    ),
)
NOTHING: Final = Text("constats : aucun", "findings: none")


def render(checked: Checked, style: Style) -> str:
    """Return the report; empty where no file could be used."""
    if checked.report is None:
        return ""
    found = _told(checked)
    lines = [*opening(checked, style), "", *_findings(found[: checked.most_shown], checked, style)]
    lines += [*_more(len(found), checked.most_shown, style), *_summary(checked, style)]
    return "\n".join(lines) + "\n"


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return the findings of several plans, plan by plan, and a table of them all."""
    from pan_tp_cli.report.portfolio_text import table  # rare: most reports are of one plan

    lines: list[str] = []
    most = checks[0].most_shown if checks else None
    count = 0
    for checked in checks:
        found = _told(checked)
        shown = found if most is None else found[: max(most - count, 0)]
        count += len(found)
        if shown:
            plan, *others = opening(checked, style)
            lines += [style.paint(plan, STRONG), *others, "", *_findings(shown, checked, style)]
    lines += _more(count, most, style)
    return "\n".join([*lines, *table(checks, style)]) + "\n"


def _told(checked: Checked) -> Sequence[Located]:
    """Return the findings that are to be told, all of them."""
    if checked.report is None:
        return ()
    return checked.report.all_findings if checked.show_waived else checked.report.findings


def _more(count: int, most: int | None, style: Style) -> Iterator[str]:
    """Yield how many findings there are beyond those shown, if any, and a blank line."""
    if most is not None and count > most:
        yield from (*wrapped(in_number(MORE, count - most, style.lang), style, ""), "")


def _findings(found: Iterable[Located], checked: Checked, style: Style) -> Iterator[str]:
    """Yield the lines of each finding, and a blank one after it."""
    for located in found:
        yield from (*finding_lines(located, style), *_settled(located, checked, style), "")


def _settled(located: Located, checked: Checked, style: Style) -> Iterator[str]:
    """Yield why a finding is accepted, and its fingerprint where that is asked for."""
    if located.waiver is not None:
        yield from wrapped(accepted(located.waiver).render(style.lang), style, "  = ")
    if checked.show_fingerprints:
        shown: dict[str, Shown] = {"fingerprint": located.finding.fingerprint}
        yield from wrapped(Message(FINGERPRINT, shown).render(style.lang), style, "  = ")


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
    cells = ", ".join(protected(checked.report.coverage.counts, lang))
    yield from wrapped(CELLS.get(lang).format(counts=cells), style, "  ")
    yield from _counts(checked, style)
    if checked.show_counts:
        yield from (f"    {rule} : {count}" for rule, count in checked.by_rule().items())
    if checked.read(Role.WAIVERS):
        yield "  " + Message(WAIVED, {"count": len(checked.report.waived)}).render(lang)
    for message in _since(checked.since):
        yield from wrapped(message.render(lang), style, "  ")
    if checked.report.tolerated:
        tolerated = Message(TOLERATED, {"count": checked.report.tolerated}).render(lang)
        yield from wrapped(tolerated, style, "  ")


def _since(since: Since | None) -> Iterator[Message]:
    """Yield how many findings are left out, and which were accepted as they came."""
    if since is None:
        return
    yield Message(LEFT_OUT, {"revision": since.revision, "count": since.left_out})
    for located in since.born_waived:
        finding = located.finding
        cell = cell_name(finding.node, finding.column)
        yield Message(BORN_WAIVED, {"rule": finding.rule, "cell": cell})


def _grand_total(checked: Checked, style: Style) -> str:
    figures, _ = checked.project.grand_total
    confirmed = checked.report.arithmetic.grand_total_confirmed if checked.report else None
    if figures is None or confirmed is None:
        return ""
    amount = show(Money(figures.value, checked.project.currency), style.lang)
    return (GRAND_TOTAL if confirmed else GRAND_TOTAL_NOT).get(style.lang).format(amount=amount)


def _counts(checked: Checked, style: Style) -> Iterator[str]:
    """Yield how many findings there are of each severity: in one line, or in several that fit."""
    numbers = {each: number for each in Severity if (number := checked.count(each))}
    if not numbers:
        agree = checked.all_agree
        text = (ALL_AGREE if agree else NOTHING).get(style.lang)
        yield from (
            style.paint(line, RIGHT if agree else "") for line in wrapped(text, style, "  ")
        )
        return
    plain = [counted(number, each, style.lang) for each, number in numbers.items()]
    fits = len(FINDINGS.get(style.lang).format(counts=", ".join(plain))) + 2 <= style.width
    counts = [
        style.paint(text, OF_SEVERITY[each]) for text, each in zip(plain, numbers, strict=True)
    ]
    yield "  " + FINDINGS.get(style.lang).format(counts=(", " if fits else ",\n    ").join(counts))
