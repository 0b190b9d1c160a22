"""The catalogue of rules as JSON, ``pan-tp/rules-1``."""

from collections.abc import Sequence

from pan_tp_cli.report.json_parts import Json, written
from pan_tp_cli.report.rule_parts import examples, without_values
from pan_tp_cli.report.style import Style
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Lang

SCHEMA = "pan-tp/rules-1"


def render(catalogue: Sequence[Rule], style: Style) -> str:
    """Return all rules as one JSON document, in ASCII as all JSON reports are."""
    rules = [_rule(rule, style.lang) for rule in catalogue]
    return written({"schema": SCHEMA, "rules": rules})


def _rule(rule: Rule, lang: Lang) -> Json:
    return {
        "rule": rule.id,
        "severity": rule.severity.value,
        "title": without_values(rule.title, lang),
        "why": rule.why.get(lang),
        "repair": without_values(rule.repair, lang),
        "bad": {name: bad for name, bad, _ in examples(rule)},
        "good": {name: good for name, _, good in examples(rule)},
    }
