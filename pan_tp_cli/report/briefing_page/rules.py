"""Why the rules that a report names matter, and what to do about what they find."""

from collections.abc import Iterable
from typing import NamedTuple

from pan_tp_cli import rules
from pan_tp_cli.finding import Located
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.report.rule_parts import without_values
from pan_tp_cli.text import Lang


class ShownRule(NamedTuple):
    """A rule: its identifier, what it says, why that matters, and what to do."""

    id: str
    title: str
    why: str
    repair: str


def named_rules(found: Iterable[Located], lang: Lang) -> tuple[ShownRule, ...]:
    """Return the rules of some findings, by name."""
    names = sorted({each.finding.rule for each in found})
    return tuple(
        ShownRule(
            rule.id,
            sentence(without_values(rule.title, lang)),
            sentence(without_values(rule.why, lang)),
            sentence(without_values(rule.repair, lang)),
        )
        for rule in rules.load(names)
    )
