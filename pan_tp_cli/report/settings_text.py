"""What holds for a check and where each value comes from, a line each, for people."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pan_tp_cli.checked import SettingsFile
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.report.style import STRONG, Style
from pan_tp_cli.report.words import SEVERITY
from pan_tp_cli.text import Text, one_line

FILE: Final = Text("Réglages : {name}", "Settings: {name}")
NO_FILE: Final = Text("Réglages : pas de fichier pan-tp.yaml", "Settings: no file pan-tp.yaml")
LINE: Final = Text("{key} : {value} ({source})", "{key}: {value} ({source})")
NONE: Final = {
    "select": Text("toutes les règles", "all rules"),
    "ignore": Text("aucune règle", "no rule"),
    "severites": Text("celles des règles", "those of the rules"),
    "tolerances": Text("aucune", "none"),
}
"""What holds where nothing is said, by key."""
DEFAULT: Final = Text("par défaut", "default")
GRADED: Final = Text("{rule} = {severity}", "{rule} = {severity}")
TOLERANCE: Final = Text(
    "{rule}, {node} : jusqu'à {amount}, « {why} »", '{rule}, {node}: up to {amount}, "{why}"'
)
EVERYWHERE: Final = Text("partout", "everywhere")


class Held(NamedTuple):
    """The settings that hold: values and sources by key, and the file they may come from."""

    values: Mapping[str, Shown]
    sources: Mapping[str, Shown]
    file: SettingsFile | None


def render(held: Held, style: Style) -> str:
    """Return a line per value, each with its source."""
    name = held.file.given.name if held.file else ""
    title = FILE.get(style.lang).format(name=name) if held.file else NO_FILE.get(style.lang)
    lines = [style.paint(title, STRONG)]
    for key, value, source in (*_simple(held), *_severities(held), *_tolerances(held)):
        shown: dict[str, Shown] = {"key": key, "value": value, "source": source}
        lines += _wrapped(Message(LINE, shown).render(style.lang), style)
    return "\n".join(lines) + "\n"


def _wrapped(line: str, style: Style) -> list[str]:
    """Return a line in lines that fit; names of rules and files are never broken at a hyphen."""
    return textwrap.wrap(
        line,
        style.width,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


_Line = tuple[str, Shown, Shown]


def _simple(held: Held) -> Iterator[_Line]:
    for key, value in held.values.items():
        yield key, value or NONE[key], held.sources[key]


def _severities(held: Held) -> Iterator[_Line]:
    graded = held.file.settings.severities if held.file else {}
    for rule, severity in graded.items():
        value = Message(GRADED, {"rule": rule, "severity": SEVERITY[severity]})
        yield "severites", value, held.file.where("severites", rule) if held.file else ""
    if not graded:
        yield "severites", NONE["severites"], DEFAULT


def _tolerances(held: Held) -> Iterator[_Line]:
    tolerances = held.file.settings.tolerances if held.file else ()
    for rank, each in enumerate(tolerances):
        shown: dict[str, Shown] = {
            "rule": each.rule,
            "node": each.node or EVERYWHERE,
            "amount": each.amount,
            "why": one_line(each.why),
        }
        value = Message(TOLERANCE, shown)
        yield "tolerances", value, held.file.where("tolerances", rank) if held.file else ""
    if not tolerances:
        yield "tolerances", NONE["tolerances"], DEFAULT
