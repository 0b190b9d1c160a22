"""Source lines with a span marked under them, cut to the width of the terminal."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.report.style import ERROR, FAINT, OF_SEVERITY, Style

INDENT: Final = "  "
ELLIPSIS: Final = "…"
HEAD: Final = 0.4
"""How much of a line that is too long keeps its beginning; the rest goes to the marked part."""


def excerpt(located: Located, label: str, style: Style) -> Iterator[str]:
    """Yield the lines of a finding with their numbers, and carets with `label` under the span.

    The label is left out where it fits on neither side.
    """
    location = located.location
    gutter = len(str(location.line + len(located.lines) - 1))
    bar = style.paint("|", FAINT)
    yield f"{'':{gutter}} {bar}"
    for offset, line in enumerate(located.lines):
        number = location.line + offset
        first = location.column - 1 if offset == 0 else len(line) - len(line.lstrip())
        last = location.end_column - 1 if number == location.end_line else len(line)
        room = style.width - gutter - 5
        text, start, length = _cut(line, first, max(last, first + 1), room)
        yield f"{style.paint(f'{number:{gutter}}', FAINT)} {bar} {INDENT}{text}"
        said = label if offset == len(located.lines) - 1 else ""
        before, mark = _mark(start, length, said, room)
        colour = _colour(located.finding.severity)
        yield f"{'':{gutter}} {bar} {INDENT}{before}{style.paint(mark, colour)}".rstrip()


def _mark(start: int, length: int, label: str, room: int) -> tuple[str, str]:
    """Return what stands before a mark, and carets with their label: on the side where it fits."""
    if label and start + length + len(label) < room:
        return " " * start, "^" * length + f" {label}"
    if label and start > len(label):
        return " " * (start - len(label) - 1), f"{label} " + "^" * length
    return " " * start, "^" * length


def _colour(severity: Severity) -> str:
    return OF_SEVERITY.get(severity, ERROR)


def _cut(line: str, first: int, last: int, room: int) -> tuple[str, int, int]:
    """Return a line without its indentation, at most `room` wide, and where its span now is.

    The span stays visible: what is cut away is what stands between the beginning of the line and
    the span, then what follows it.
    """
    indent = len(line) - len(line.lstrip(" "))
    line, first, last = line[indent:], first - indent, last - indent
    last = max(min(last, len(line)), first + 1)
    if len(line) <= room:
        return line, first, last - first
    if last >= room:
        head = _head(line[: int(room * HEAD)])
        tail_room = room - len(head) - len(ELLIPSIS) - 1
        start = max(len(head), min(last - tail_room, first))
        start = _after_separator(line, start, first)
        if start > len(head):
            line = head + ELLIPSIS + line[start:]
            shift = len(head) + len(ELLIPSIS) - start
            first, last = first + shift, last + shift
    if len(line) > room:
        line = line[: room - 1] + ELLIPSIS
    last = min(last, len(line))
    return line, first, max(last - first, 1)


def _head(text: str) -> str:
    """Cut a beginning behind its last comma or colon, so that no cell is shown in part."""
    for separator in (", ", ": "):
        cut = text.rfind(separator)
        if cut > 0:
            return text[: cut + len(separator)]
    return text


def _after_separator(line: str, start: int, first: int) -> int:
    """Move a cut forward to the next cell, but not past the span."""
    comma = line.find(", ", start, first)
    return start if comma < 0 else comma
