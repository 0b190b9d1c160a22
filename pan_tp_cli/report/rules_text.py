"""The catalogue of rules as a table: identifier, severity, what a finding says."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.report.rule_parts import without_values
from pan_tp_cli.report.style import OF_SEVERITY, Style
from pan_tp_cli.report.words import SEVERITY
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Text

COUNT: Final = Text(
    "{count} règles ; « pan-tp rule RÈGLE » en explique une",
    "{count} rules; 'pan-tp rule RULE' explains one",
)
NARROW: Final = 80
GAP: Final = "  "


def render(catalogue: Sequence[Rule], style: Style) -> str:
    """Return a line per rule, in the order of their identifiers."""
    widths = (
        max(len(rule.id) for rule in catalogue),
        max(len(SEVERITY[rule.severity].get(style.lang)) for rule in catalogue),
    )
    lines = [line for rule in catalogue for line in _lines(rule, widths, style)]
    count = COUNT.get(style.lang).format(count=len(catalogue))
    return "\n".join([*lines, "", *textwrap.wrap(count, style.width)]) + "\n"


def _lines(rule: Rule, widths: tuple[int, int], style: Style) -> Iterator[str]:
    """Yield a rule in one row, or below its identifier where the terminal is narrow."""
    level = SEVERITY[rule.severity].get(style.lang)
    painted = style.paint(level, OF_SEVERITY[rule.severity])
    says = without_values(rule.title, style.lang)
    if style.width < NARROW:
        fits = len(rule.id) + len(GAP) + len(level) <= style.width
        yield from (f"{rule.id}{GAP}{painted}",) if fits else (rule.id, GAP + painted)
        yield from textwrap.wrap(says, style.width, initial_indent="  ", subsequent_indent="  ")
        return
    before = sum(widths) + 2 * len(GAP)
    first, *more = textwrap.wrap(says, style.width - before)
    painted += " " * (widths[1] - len(level))
    yield f"{rule.id:{widths[0]}}{GAP}{painted}{GAP}{first}"
    yield from (" " * before + line for line in more)
