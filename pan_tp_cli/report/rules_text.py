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


def render(catalogue: Sequence[Rule], style: Style) -> str:
    """Return a line per rule, in the order of their identifiers."""
    widths = (
        max(len(rule.id) for rule in catalogue),
        max(len(SEVERITY[rule.severity].get(style.lang)) for rule in catalogue),
    )
    lines = [line for rule in catalogue for line in _lines(rule, widths, style)]
    count = COUNT.get(style.lang).format(count=len(catalogue))
    return "\n".join([*lines, "", count]) + "\n"


def _lines(rule: Rule, widths: tuple[int, int], style: Style) -> Iterator[str]:
    """Yield a rule in one row, or below its identifier where the terminal is narrow."""
    level = SEVERITY[rule.severity].get(style.lang)
    painted = style.paint(level, OF_SEVERITY[rule.severity]) + " " * (widths[1] - len(level))
    says = without_values(rule.title, style.lang)
    if style.width < NARROW:
        yield f"{rule.id}  {painted.rstrip()}"
        yield from textwrap.wrap(says, style.width, initial_indent="  ", subsequent_indent="  ")
        return
    before = widths[0] + widths[1] + 4
    first, *more = textwrap.wrap(says, style.width - before)
    yield f"{rule.id:{widths[0]}}  {painted}  {first}"
    yield from (" " * before + line for line in more)
