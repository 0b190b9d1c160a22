"""What stands at one code: its wording, its amounts, what measures it, and its findings."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.finding import Located
from pan_tp_cli.message import CURRENCY_NAMES
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.finding_line import kind
from pan_tp_cli.report.finding_text import finding_lines, wrapped
from pan_tp_cli.report.grid import Head, grid
from pan_tp_cli.report.show_facts import facts, title
from pan_tp_cli.report.show_groups import amounts, summary_line
from pan_tp_cli.report.show_measures import measured, shown_indicators
from pan_tp_cli.report.show_notes import Section, told
from pan_tp_cli.report.show_tree import tree
from pan_tp_cli.report.show_words import column, computed, marks, plain, printed, share
from pan_tp_cli.report.style import ERROR, RIGHT, STRONG, Style
from pan_tp_cli.report.words import accepted, signed
from pan_tp_cli.text import Text
from pan_tp_cli.viewed import Subject, Viewed

AMOUNTS: Final = Text("Montants, en {currency}", "Amounts, in {currency}")
BELOW: Final = Text("Lignes du dessous, en {currency}", "Rows below, in {currency}")
FINDINGS: Final = Text("Constats", "Findings")
NONE: Final = Text("aucun", "none")
FURTHER: Final = Text(
    "d'autres à : {nodes} ; « pan-tp show CODE » les donne",
    "others at: {nodes}; 'pan-tp show CODE' tells them",
)
NODE: Final = Text("{node} {marks}", "{node} {marks}")
PRINTED: Final = Text("imprimé", "printed")
COMPUTED: Final = Text("calculé", "computed")
DIFFERENCE: Final = Text("écart", "difference")
MOST_NAMED: Final = 12


def subject_lines(viewed: Viewed, subject: Subject, style: Style) -> Iterator[str]:
    """Yield all that is known of what stands at a code."""
    yield from (
        style.paint(each, STRONG) for each in wrapped(title(subject, style.lang), style, "")
    )
    for fact in facts(viewed, subject, style.lang):
        yield from wrapped(fact, style, "  ")
    if subject.branch is not None:
        yield from _amounts(viewed, subject.branch, style)
    if subject.summary is not None:
        yield from _summary(viewed, subject, style)
    sections = (*_below(viewed, subject.branch, style), *measured(viewed, subject, style))
    yield from told(sections, style)
    yield from _findings(viewed, subject, style)


def _heading(text: Text, viewed: Viewed, style: Style) -> Iterator[str]:
    currency = viewed.checked.project.currency
    said = text.get(style.lang).format(currency=CURRENCY_NAMES.get(currency, currency))
    yield ""
    yield style.paint(said, STRONG)


def _amounts(viewed: Viewed, branch: Branch, style: Style) -> Iterator[str]:
    """Yield the amounts of a branch: as printed and, where these differ, as computed."""
    lang = style.lang
    yield from _heading(AMOUNTS, viewed, style)
    rows = []
    for name in viewed.columns:
        amount = branch.amounts[name]
        better = computed(amount, lang)
        off = ""
        if better and isinstance(amount.printed, int) and amount.made is not None:
            off = signed(amount.printed - amount.made, None, lang)
        part = share(amount.made, branch.total, lang) if name != TOTAL else ""
        shown = printed(amount, lang).text
        rows.append((f"  {column(name, lang)}", shown, better.text if better else "", off, part))
    heads = [
        Head(PRINTED.get(lang)), Head(COMPUTED.get(lang), RIGHT), Head(DIFFERENCE.get(lang), ERROR),
        Head(column(PART, lang)),
    ]  # fmt: skip
    filled = [rank for rank in range(4) if any(row[rank + 1] for row in rows)]
    kept = [(row[0], *(row[rank + 1] for rank in filled)) for row in rows]
    yield from grid([heads[rank] for rank in filled], kept, style)


def _below(viewed: Viewed, branch: Branch | None, style: Style) -> Iterator[Section]:
    if branch and branch.children and viewed.choice.depth != 0:
        heads = tuple(_heading(BELOW, viewed, style))
        lines = tree(viewed, branch, style.lang).lines
        yield Section(heads, lines, amounts(viewed, style.lang))


def _summary(viewed: Viewed, subject: Subject, style: Style) -> Iterator[str]:
    """Yield a row of tableau 1, a line per column."""
    if subject.summary is None:
        return
    columns = (*viewed.columns, PART)
    line = summary_line(viewed, subject.summary, "", columns, style.lang)
    rows = [
        (
            f"  {column(name, style.lang)}",
            line.figures[name].text,
            line.mended[name].text if name in line.mended else "",
        )
        for name in columns
        if name in line.figures
    ]
    heads = [Head(PRINTED.get(style.lang)), Head(COMPUTED.get(style.lang), RIGHT)]
    yield from _heading(AMOUNTS, viewed, style)
    kept = rows if line.mended else [row[:2] for row in rows]
    yield from grid(heads if line.mended else heads[:1], kept, style)


def _findings(viewed: Viewed, subject: Subject, style: Style) -> Iterator[str]:
    """Yield the findings at the code and at what measures it, in full, then where others are."""
    own = {subject.node, *(row.entry.node for row in shown_indicators(viewed, subject))}
    own |= {each.result.entry.node for each in subject.measures}
    report = viewed.checked.report
    found = [each for each in report.findings if each.finding.node in own] if report else []
    waived = [each for each in report.waived if each.finding.node in own] if report else []
    further = list(_further(subject.branch, own, style)) if subject.branch else []
    yield ""
    yield style.paint(FINDINGS.get(style.lang), STRONG)
    if not (found or waived or further):
        yield f"  {NONE.get(style.lang)}"
    for rank, located in enumerate(found):
        yield from ([""] if rank else [])
        yield from finding_lines(located, style)
    for located in waived:
        yield from wrapped(_accepted(located, style), style, "  ")
    if further:
        nodes = further if len(further) <= MOST_NAMED else [*further[:MOST_NAMED], "…"]
        said = FURTHER.get(style.lang).format(nodes=", ".join(nodes))
        yield from ([""] if found or waived else [])
        yield from wrapped(said, style, "  ")


def _accepted(located: Located, style: Style) -> str:
    said = accepted(located.waiver).render(style.lang) if located.waiver else ""
    return f"{kind(located.finding, style.lang)} {said}"


def _further(branch: Branch, own: set[str], style: Style) -> Iterator[str]:
    """Yield the rows below that have findings, with these counted."""
    for each in branch.walk():
        if each.findings and each.node not in own:
            counted = plain(marks(each.findings, (), style.lang))
            yield NODE.get(style.lang).format(node=each.node, marks=counted)
