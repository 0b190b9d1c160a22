"""What the reports on the catalogue of rules have in common."""

import re
from typing import Final

from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Lang, Text

_PLACEHOLDER: Final = re.compile(r"\{\w+\}")
PLAN_FILE: Final = "plan.yaml"
INDICATORS_FILE: Final = "indicators.yaml"
WAIVERS_FILE: Final = "derogations.yaml"
FAMILIES: Final = {
    "budget": Text("Montants du budget et du tableau 1", "Amounts of the budget and tableau 1"),
    "croisement": Text("Les deux tableaux entre eux", "The two tables against each other"),
    "derogation": Text("Dérogations", "Waivers"),
    "indicateur": Text("Indicateurs et cibles", "Indicators and targets"),
    "plausibilite": Text("Vraisemblance", "Plausibility"),
    "structure": Text("Structure et numérotation", "Structure and numbering"),
    "transcription": Text("Transcription", "Transcription"),
}


def without_values(text: Text, lang: Lang) -> str:
    """Return a text of a rule with an ellipsis for each value that a finding fills in."""
    return _PLACEHOLDER.sub("…", text.get(lang))


def examples(rule: Rule) -> list[tuple[str, str, str]]:
    """Return, for each file of the examples of a rule, its name, the bad text and the good one."""
    files = (
        (PLAN_FILE, rule.bad.plan, rule.good.plan),
        (INDICATORS_FILE, rule.bad.indicators, rule.good.indicators),
        (WAIVERS_FILE, rule.bad.waivers, rule.good.waivers),
    )
    return [file for file in files if file[1] or file[2]]


def changed_lines(bad: str, good: str) -> list[tuple[str, str]]:
    """Return the lines in which two texts of as many lines differ, without their indentation."""
    pairs = zip(bad.splitlines(), good.splitlines(), strict=True)
    return [(one.strip(), other.strip()) for one, other in pairs if one != other]
