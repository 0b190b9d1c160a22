"""The waivers of a plan and what each is worth, for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pan_tp_cli.checked import Checked
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.place import Role
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.opening import opening
from pan_tp_cli.report.style import ERROR, FAINT, RIGHT, Style
from pan_tp_cli.report.words import few
from pan_tp_cli.text import Text, one_line

if TYPE_CHECKING:
    from pan_tp_cli.standing import Judged

STANDINGS: Final = {
    "holds": Text("en vigueur", "holds"),
    "expired": Text("expirée", "expired"),
    "void": Text("périmée", "void"),
    "unused": Text("inutile", "unused"),
    "doubled": Text("en double", "doubled"),
    "unknown-rule": Text("règle inconnue", "unknown rule"),
    "not-judged": Text("non jugée", "not judged"),
}
"""What a waiver is worth, by the values of `standing.Standing`, loaded where there are waivers."""
NONE: Final = Text("aucune dérogation", "no waivers")
FILE: Final = Text("Dérogations : {name}", "Waivers: {name}")
PINNED: Final = Text(
    "imprimé {printed}, attendu {expected}", "printed {printed}, expected {expected}"
)
PRINTED: Final = Text("imprimé {printed}", "printed {printed}")
UNTIL: Final = Text("jusqu'au {date}", "until {date}")
FOR_GOOD: Final = Text("sans terme", "for good")
BY: Final = Text("{reason} ({by})", "{reason} ({by})")
COUNT_ONE: Final = Text("{count} dérogation", "{count} waiver")
COUNT: Final = Text("{count} dérogations", "{count} waivers")
GAP: Final = "  "


def render(checked: Checked, style: Style) -> str:
    """Return a line per waiver, with its values and its reason below; "" without a plan."""
    if checked.report is None:
        return ""
    lines = [*opening(checked, style), *_file(checked, style), ""]
    judged = checked.report.judged
    width = max((len(_name(each)) for each in judged), default=0)
    for each in judged:
        lines += _waiver(each, width, style)
    lines.append(_count(len(judged), style))
    return "\n".join(lines) + "\n"


def _file(checked: Checked, style: Style) -> Iterator[str]:
    if Role.WAIVERS in checked.names:
        yield FILE.get(style.lang).format(name=checked.names[Role.WAIVERS])


def _name(judged: "Judged") -> str:
    waiver = judged.waiver
    return f"{waiver.rule}@{waiver.node}" + (f",{waiver.column}" if waiver.column else "")


def _waiver(judged: "Judged", width: int, style: Style) -> Iterator[str]:
    """Yield the lines of a waiver: its cells in columns where there is room for them."""
    waiver, holds = judged.waiver, judged.standing.value == "holds"
    state = STANDINGS[judged.standing.value].get(style.lang)
    until = Message(UNTIL, {"date": str(waiver.expires)}) if waiver.expires else Message(FOR_GOOD)
    longest = max(len(text.get(style.lang)) for text in STANDINGS.values())
    columns = (_name(judged).ljust(width), state.ljust(longest), until.render(style.lang))
    line = GAP.join(columns)
    if len(line) <= style.width:
        yield line.replace(state, style.paint(state, RIGHT if holds else ERROR), 1)
    else:
        yield _name(judged)
        yield f"{GAP}{style.paint(state, RIGHT if holds else ERROR)}, {columns[2]}"
    for text in _below(judged, style):
        yield from (style.paint(each, FAINT) for each in wrapped(text, style, GAP * 2))


def _below(judged: "Judged", style: Style) -> Iterator[str]:
    """Yield the values that a waiver pins, and its reason."""
    waiver = judged.waiver
    values: dict[str, Shown] = {"printed": waiver.printed, "expected": waiver.expected}
    if waiver.printed is not None:
        text = PRINTED if waiver.expected is None else PINNED
        yield Message(text, values).render(style.lang)
    reason = one_line(waiver.reason or "")
    said = BY.get(style.lang).format(reason=reason, by=waiver.by) if waiver.by else reason
    if said:
        yield said


def _count(number: int, style: Style) -> str:
    if not number:
        return NONE.get(style.lang)
    return (COUNT_ONE if few(number, style.lang) else COUNT).get(style.lang).format(count=number)
