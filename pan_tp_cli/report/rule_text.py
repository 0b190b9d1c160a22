"""One rule explained: what it says, why it matters, both examples, how to repair."""

import textwrap
from collections.abc import Iterator
from typing import Final

from pan_tp_cli.report.rule_parts import changed_lines, examples, without_values
from pan_tp_cli.report.style import OF_SEVERITY, RIGHT, STRONG, Style
from pan_tp_cli.report.words import SEVERITY
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Text

WHY: Final = Text("Pourquoi", "Why")
REPAIR: Final = Text("Que faire", "What to do")
BAD: Final = Text(
    "Un exemple qui déclenche la règle ({file})", "An example that triggers the rule ({file})"
)
GOOD: Final = Text("Le même, corrigé", "The same, mended")


def render(rule: Rule, style: Style) -> str:
    """Return the page of a rule; of its good example, only the lines that differ."""
    return "\n".join(_lines(rule, style)) + "\n"


def _lines(rule: Rule, style: Style) -> Iterator[str]:
    lang = style.lang
    level = SEVERITY[rule.severity].get(lang)
    yield f"{style.paint(rule.id, STRONG)}  {style.paint(level, OF_SEVERITY[rule.severity])}"
    yield from _paragraph(without_values(rule.title, lang), style)
    for title, text in ((WHY, rule.why), (REPAIR, rule.repair)):
        yield ""
        yield style.paint(title.get(lang), STRONG)
        yield from _paragraph(without_values(text, lang), style)
    for name, bad, good in examples(rule):
        yield ""
        heading = BAD.get(lang).format(file=name)
        yield from (style.paint(line, STRONG) for line in textwrap.wrap(heading, style.width))
        for line, other in zip(bad.splitlines(), good.splitlines(), strict=True):
            mark = " " if line == other else style.paint("!", OF_SEVERITY[rule.severity])
            yield f"{mark} {line}"
        changed = changed_lines(bad, good)
        if changed:
            yield ""
            yield style.paint(GOOD.get(lang), STRONG)
            yield from (f"{style.paint('+', RIGHT)} {line}" for _, line in changed)


def _paragraph(text: str, style: Style) -> list[str]:
    return textwrap.wrap(text, style.width, initial_indent="  ", subsequent_indent="  ")
