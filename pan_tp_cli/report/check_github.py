"""Annotations of GitHub Actions: a workflow command a finding, the gravest first."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.checked import Checked
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Severity
from pan_tp_cli.place import Location, cell_name
from pan_tp_cli.report.reported import Reported, faults, reported
from pan_tp_cli.report.said import details, headline, line, reason
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text, printable

COMMAND: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
UNUSABLE: Final = Text("fichier inutilisable", "file not usable")
# As GitHub's own toolkit escapes them: actions/toolkit, packages/core/src/command.ts.
_data = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_property = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(checked: Checked, style: Style) -> str:
    """Return a command a finding that is not accepted, and one a fault of a file."""
    return render_all([checked], style)


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return the commands of all checks.

    GitHub shows ten of each kind: files that could not be used come first, then the gravest
    findings of all plans, by the money at stake, in whatever order the reports are.
    """
    found = sorted((each for each in reported(checks) if each.located.waiver is None), key=_gravity)
    lines = [_fault(fault, path, style.lang) for fault, path in faults(checks)]
    lines += [_finding(each, style.lang) for each in found]
    return "".join(f"{each}\n" for each in lines)


def _gravity(given: Reported) -> tuple[int, int]:
    return given.finding.severity.rank, -given.finding.at_stake


def _finding(given: Reported, lang: Lang) -> str:
    finding = given.finding
    title = f"{finding.rule} {cell_name(finding.node, finding.column)}"
    text = "\n".join((headline(finding, lang), *details(finding, lang)))
    place = dict(_place(given.path, given.located.location))
    return command(COMMAND[finding.severity], {**place, "title": line(title)}, text)


def _fault(fault: Fault, path: str, lang: Lang) -> str:
    place = dict(_place(path, fault.location))
    title = UNUSABLE.get(lang)
    return command(COMMAND[Severity.ERROR], {**place, "title": title}, reason(fault, lang))


def _place(path: str, location: Location | None) -> Iterator[tuple[str, str]]:
    """Yield where something is; of what spans several lines GitHub takes no columns."""
    yield "file", printable(path)
    if location is None:
        return
    last = location.end_line - (location.end_column == 1 and location.end_line > location.line)
    yield "line", str(location.line)
    yield "endLine", str(last)
    if location.line == location.end_line:
        yield "col", str(location.column)
        yield "endColumn", str(location.end_column)


def command(name: str, properties: dict[str, str], text: str) -> str:
    """Return a workflow command on one line, whatever its properties and its text hold."""
    given = ",".join(f"{key}={value.translate(_property)}" for key, value in properties.items())
    return f"::{name} {given}::{text.translate(_data)}"
