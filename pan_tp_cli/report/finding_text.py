"""One finding as a reviewer reads it: headline, place, lines, computation and advice."""

import textwrap
from collections.abc import Iterator
from typing import Final

from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.money import write_value
from pan_tp_cli.place import Role
from pan_tp_cli.report.computation import write_calculation
from pan_tp_cli.report.excerpt import excerpt
from pan_tp_cli.report.finding_line import kind, painted
from pan_tp_cli.report.repair_text import evidence_line, repair_lines
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import signed
from pan_tp_cli.text import LONGEST_SHOWN, Lang, Text, cut, one_line

PRINTED: Final = Text("imprimé", "printed")
COMPUTATION: Final = Text("calcul : {steps}", "computation: {steps}")
DIFFERENCE: Final = Text("écart : {difference}", "difference: {difference}")
EXPECTED: Final = Text("attendu : {expected}", "expected: {expected}")
JOIN: Final = Text(" ; ", "; ")
HELP: Final = Text("aide : {help}", "help: {help}")
NOTE: Final = Text("note : {note}", "note: {note}")
QUOTED: Final = Text(" « {label} »", ' "{label}"')
QUOTES: Final = 5
SHORTEST_LABEL: Final = 24


def finding_lines(located: Located, style: Style) -> Iterator[str]:
    """Yield the lines of a finding."""
    finding = located.finding
    headline = f"{kind(finding, style.lang)} {finding.message.render(style.lang)}"
    first, *more = textwrap.wrap(cut(headline), style.width, subsequent_indent="  ")
    yield painted(first, finding, style)
    yield from more
    yield from _where(located, style)
    of_cell = finding.place.role is not Role.WAIVERS and (
        finding.column is not None or finding.expected is not None
    )
    label = PRINTED.get(style.lang) if of_cell else ""
    yield from excerpt(located, label, style)
    for remark in remarks(finding, style.lang):
        yield from wrapped(remark, style, "  = ")


def _where(located: Located, style: Style) -> Iterator[str]:
    """Yield where a finding stands: place, node and wording, on two lines where one is short."""
    finding = located.finding
    year = finding.column if finding.column and finding.column.isdigit() else ""
    name = cut(finding.node, LONGEST_SHOWN)
    node = f"{name}, {year}" if year else name
    place = f"  --> {located.location.start}"
    if len(place) + len(node) + SHORTEST_LABEL > style.width:
        yield place
        place = "     "
    place = f"{place}   {node}"
    yield place + (_label(finding, style.width - len(place), style) if finding.label else "")


def _label(finding: Finding, width: int, style: Style) -> str:
    room = max(width - QUOTES, 1)
    label = one_line(finding.label)
    label = label if len(label) <= room else label[: room - 1] + "…"
    return QUOTED.get(style.lang).format(label=label)


def remarks(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield how the expected value is computed, what may mend the finding, and its notes."""
    parts = []
    if finding.calculation is not None:
        steps = write_calculation(finding.calculation, lang)
        parts.append(COMPUTATION.get(lang).format(steps=steps))
    elif finding.expected is not None:
        parts.append(EXPECTED.get(lang).format(expected=write_value(finding.expected, lang)))
    if finding.difference is not None:
        difference = signed(finding.difference, finding.currency, lang)
        parts.append(DIFFERENCE.get(lang).format(difference=difference))
    if parts:
        yield JOIN.get(lang).join(parts)
    yield from repair_lines(finding, lang)
    for advice in finding.help:
        yield HELP.get(lang).format(help=advice.render(lang))
    if finding.evidence:
        yield evidence_line(finding.evidence, lang)
    if finding.note:
        yield NOTE.get(lang).format(note=one_line(finding.note))


def wrapped(text: str, style: Style, first: str) -> list[str]:
    """Return a text, or the start of a long one, in lines that fit, the first behind `first`."""
    return textwrap.wrap(
        cut(text),
        style.width,
        initial_indent=first,
        subsequent_indent="    ",
        break_long_words=False,
    )
