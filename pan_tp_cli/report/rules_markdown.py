"""The catalogue of rules as a page of documentation."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pan_tp_cli.report.rule_help import explained
from pan_tp_cli.report.rule_parts import FAMILIES, without_values
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import SEVERITY
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Text

TITLE: Final = Text("Les règles", "The rules")
OPENING: Final = Text(
    "Ce que contrôle `pan-tp check`, famille par famille. Une *erreur* : le document se contredit "
    "ou ne peut pas être lu. Un *avertissement* : quelque chose manque ou ne va pas ensemble, à un "
    "humain de trancher. Une *info* : mérite un coup d'œil. `pan-tp rule RÈGLE` dit la même chose "
    "dans le terminal. Les points de suspension tiennent la place des valeurs du constat.",
    "What `pan-tp check` looks at, family by family. An *error*: the document contradicts itself "
    "or cannot be read. A *warning*: something is missing or does not go together, a human "
    "decides. An *info*: worth a look. `pan-tp rule RULE` says the same in the terminal. Ellipses "
    "stand for the values of a finding.",
)
WRITTEN_BY: Final = Text(
    "Page écrite par `{command}` ; ne pas la modifier à la main.",
    "Page written by `{command}`; not to be changed by hand.",
)
COMMAND: Final = Text(
    "pan-tp rules --format markdown",
    "pan-tp rules --format markdown --lang en",
)
SAYS: Final = Text("{level} : {says}.", "{level}: {says}.")


def render(catalogue: Sequence[Rule], style: Style) -> str:
    """Return the page in Markdown, rules in the order of their identifiers."""
    return "\n".join(_lines(catalogue, style)) + "\n"


def _lines(catalogue: Sequence[Rule], style: Style) -> Iterator[str]:
    lang = style.lang
    yield f"# {TITLE.get(lang)}"
    written = WRITTEN_BY.get(lang).format(command=COMMAND.get(lang))
    yield from ("", OPENING.get(lang), "", written)
    for family, rules in groupby(catalogue, key=lambda rule: rule.family):
        yield from ("", f"## {FAMILIES[family].get(lang)}")
        for rule in rules:
            yield from _rule(rule, style)


def _rule(rule: Rule, style: Style) -> Iterator[str]:
    lang = style.lang
    says = without_values(rule.title, lang)
    level = SEVERITY[rule.severity].get(lang).capitalize()
    yield from ("", f"### `{rule.id}`", "", SAYS.get(lang).format(level=level, says=says))
    yield from ("", *explained(rule, lang))
