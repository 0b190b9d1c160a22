"""A rule as SARIF describes it."""

import re

from pan_tp_cli.report.json_parts import Json
from pan_tp_cli.report.rule_help import explained, explained_plainly, sentence
from pan_tp_cli.report.rule_parts import without_values
from pan_tp_cli.report.sarif_result import LEVEL
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Lang


def descriptor(rule: Rule, lang: Lang) -> Json:
    """Return what a rule says, why it matters, what to do, and how grave it is by default."""
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in re.split("[.-]", rule.id)),
        "shortDescription": {"text": sentence(without_values(rule.title, lang))},
        "fullDescription": {"text": sentence(without_values(rule.why, lang))},
        "help": {
            "text": "\n".join(explained_plainly(rule, lang)),
            "markdown": "\n".join(explained(rule, lang)),
        },
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {"tags": [rule.family]},
    }
