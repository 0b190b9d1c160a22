"""What holds for a command: the command line before the environment, the settings, the defaults."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import typer

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.language import VARIABLE
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.checked import SettingsFile

COMMAND_LINE: Final = Text("ligne de commande", "command line")
ENVIRONMENT: Final = Text("variable {name}", "variable {name}")
DEFAULT: Final = Text("par défaut", "default")
FAIL_ON: Final = "erreur"


class Asked(NamedTuple):
    """What the command line asks for, None where it does not say; `spoken` says who chose `lang`.

    `spoken` is None where nobody did.
    """

    select: Sequence[str] | None
    ignore: Sequence[str] | None
    fail_on: str | None
    lang: Lang
    spoken: Message | None


class Held(NamedTuple):
    """What holds, and for each key where its value comes from."""

    select: Sequence[str]
    ignore: Sequence[str]
    fail_on: str
    lang: Lang
    sources: dict[str, Shown]


def spoken(context: typer.Context) -> Message | None:
    """Return who chose the language: the command line or the environment; None for neither."""
    # also as `pan-tp --lang en check`, and in groups of commands
    parents = (context, context.parent, context.parent and context.parent.parent)
    sources = [each.get_parameter_source("lang") for each in parents if each]
    if any(source is not None and source.name == "COMMANDLINE" for source in sources):
        return Message(COMMAND_LINE)
    given = os.environ.get(VARIABLE, "").strip().lower()[:2]
    named = given in {lang.value for lang in Lang}
    return Message(ENVIRONMENT, {"name": VARIABLE}) if named else None


def held(asked: Asked, file: "SettingsFile | None") -> Held:
    """Return what holds for a command."""
    settings = file.settings if file else None
    sources: dict[str, Shown] = dict.fromkeys(("select", "ignore", "fail-on", "lang"), DEFAULT)
    for key in sources:
        if file and key in file.stated():
            sources[key] = file.where(key)
    said = {"select": asked.select, "ignore": asked.ignore, "fail-on": asked.fail_on}
    sources |= {key: COMMAND_LINE for key, value in said.items() if value is not None}
    if asked.spoken:
        sources["lang"] = asked.spoken
    own_lang = Lang(settings.lang) if settings and settings.lang else asked.lang
    return Held(
        asked.select if asked.select is not None else settings.select if settings else (),
        asked.ignore if asked.ignore is not None else settings.ignore if settings else (),
        asked.fail_on or (settings.fail_on if settings else None) or FAIL_ON,
        asked.lang if asked.spoken else own_lang,
        sources,
    )


def put_settings(holding: Held, file: "SettingsFile | None") -> None:
    """Write what holds to standard output."""
    from pan_tp_cli.report import settings_text  # loaded with what a check loads

    values: dict[str, Shown] = {
        "select": tuple(holding.select),
        "ignore": tuple(holding.ignore),
        "fail-on": holding.fail_on,
        "lang": holding.lang.value,
    }
    told = settings_text.Held(values, holding.sources, file)
    terminal.write(settings_text.render(told, terminal.style(holding.lang)))
