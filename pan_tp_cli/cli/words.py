"""typer's own sentences, in French: headings of the help, and what it says of wrong usage."""

import re
from typing import Final

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from pan_tp_cli.text import Lang, Text, french_spacing

HELP_OF_HELP: Final = Text("Affiche cette aide et quitte.", "Show this message and exit.")
HEADINGS: Final = (
    (r"^Usage: ", "Usage : "),
    (r"^Arguments:$", "Arguments :"),
    (r"^Options:$", "Options :"),
    (r"^Commands:$", "Commandes :"),
    (r"\[required\]", "[obligatoire]"),
    (r"COMMAND \[ARGS\]\.\.\.", "COMMANDE [ARGUMENTS]..."),
)
SENTENCES: Final = (
    (
        r"No such option: (?P<a>\S+?)(?: \(Possible options: (?P<b>.*)\))?\.?",
        "option inconnue « {a} »{b}",
    ),
    (
        r"No such command '(?P<a>.*)'\.(?: Did you mean (?P<b>.*)\?)?",
        "commande inconnue « {a} »{b}",
    ),
    (r"Missing command\.", "il manque une commande"),
    (r"Missing (?:argument|option) '?(?P<a>.*?)'?\.", "il manque « {a} »"),
    (r"Got unexpected extra argument\(?s?\)? \((?P<a>.*)\)", "argument en trop « {a} »"),
    (r"Option '(?P<a>.*)' requires an argument\.", "l'option « {a} » attend une valeur"),
    (r"Option '(?P<a>.*)' does not take a value\.", "l'option « {a} » ne prend pas de valeur"),
    (r"Invalid value for '?(?P<a>.*?)'?: (?P<b>.*)", "valeur refusée pour « {a} » : {b}"),
    (r"Invalid value: (?P<a>.*)", "valeur refusée : {a}"),
)
NOT_AN_INTEGER: Final = r"'(?P<a>.*)' is not a valid int(?:eger)?\."
NOT_ONE_OF: Final = r"'(?P<a>.*)' is not one of (?P<b>.*)\."
SUGGESTION: Final = " : vouliez-vous écrire « {b} » ?"


def in_french(sentence: str) -> str:
    """Return what typer says of a wrong usage, in French; unchanged where it is not known."""
    for pattern, template in SENTENCES:
        match = re.fullmatch(pattern, sentence, re.DOTALL)
        if match:
            return french_spacing(_fill(template, match))
    return sentence


def _fill(template: str, match: re.Match[str]) -> str:
    groups = match.groupdict()
    first, second = groups.get("a") or "", groups.get("b") or ""
    if second:
        second = re.sub(NOT_ONE_OF, r"« \g<a> » n'est pas parmi \g<b>", second)
        second = re.sub(NOT_AN_INTEGER, r"« \g<a> » n'est pas un nombre entier", second)
        if "refusée" not in template:
            second = SUGGESTION.format(b=second.strip("'"))
    return template.format(a=first, b=second)


def help_in_french(text: str) -> str:
    """Return the help that typer wrote with its headings in French."""
    for pattern, heading in HEADINGS:
        text = re.sub(pattern, french_spacing(heading), text, flags=re.MULTILINE)
    return text


class _Speaking:
    """What a command needs to write its help in one language throughout."""

    lang: Lang

    def get_help(self, ctx: typer.Context) -> str:
        """Return the help text."""
        return self._translate(super().get_help(ctx))  # type: ignore[misc]

    def get_usage(self, ctx: typer.Context) -> str:
        """Return the usage line."""
        return self._translate(super().get_usage(ctx))  # type: ignore[misc]

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:
        """Return the option ``--help``."""
        option: TyperOption | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = HELP_OF_HELP.get(self.lang)
        return option

    def _translate(self, text: str) -> str:
        return help_in_french(text) if self.lang is Lang.FR else text


def localised(lang: Lang) -> tuple[type[TyperCommand], type[TyperGroup]]:
    """Return command and group classes that write their help in `lang`."""
    command = type("Command", (_Speaking, TyperCommand), {"lang": lang})
    group = type("Group", (_Speaking, TyperGroup), {"lang": lang})
    return command, group
