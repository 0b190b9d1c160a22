"""Rows of a plan with their amounts: in one line each, in two, or figure below figure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.report.show_words import Figure, painted, plain
from pan_tp_cli.report.style import FAINT, STRONG, Style

GAP: Final = "  "
LEAST_NAME: Final = 30
"""Where names would have less room than this beside their figures, they stand above these."""
ENOUGH_NAME: Final = 36
"""Where names have at least as much room, some of it goes to bars."""
LONGEST_BAR: Final = 12
USUAL_BAR: Final = 8
SHORTEST_BAR: Final = 5
BLOCK: Final = "█"
PARTS: Final = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
"""What is left of a block, in eighths."""


class Line(NamedTuple):
    """A row: its name behind a guide, its figures by column, and what they should be.

    `rest` is the guide of further lines of the row. `share` is written beside the figures and
    `part`, the same from 0 to 1, drawn as a bar; `marks` tell of findings.
    """

    name: str
    guide: str = ""
    rest: str = ""
    figures: Mapping[str, Figure] = {}
    mended: Mapping[str, Figure] = {}
    share: str = ""
    part: float | None = None
    marks: tuple[Figure, ...] = ()
    strong: bool = False


class Columns(NamedTuple):
    """What the columns are called, by their keys; `spare` may be left out where room is short."""

    heads: Mapping[str, str]
    share: str
    spare: frozenset[str] = frozenset()


class _Plan(NamedTuple):
    """How a table is laid out: its columns with their widths, and those of its other parts."""

    widths: Mapping[str, int]
    share: int
    names: int
    bar: int = 0
    beside: bool = True

    @property
    def figures(self) -> int:
        return sum(len(GAP) + width for width in self.widths.values())


def table(lines: Sequence[Line], columns: Columns, style: Style) -> tuple[list[str], set[str]]:
    """Return the lines of a table that fits, and the keys of the columns that are left out."""
    if not lines:
        return [], set()
    kept = {key: head for key, head in columns.heads.items() if key not in columns.spare}
    for heads in (columns.heads, kept):
        plan = _fitting(lines, columns._replace(heads=heads), style)
        if plan is not None:
            left_out = set(columns.heads) - set(heads)
            return list(_written(lines, columns._replace(heads=heads), plan, style)), left_out
    return list(_stacked(lines, columns, style)), set()


def _fitting(lines: Sequence[Line], columns: Columns, style: Style) -> _Plan | None:
    """Return how the columns fit: beside the names, or else below them; None where they do not."""
    widths = {key: _width(key, head, lines) for key, head in columns.heads.items()}
    share = max([len(columns.share), *(len(line.share) for line in lines)])
    share = share + len(GAP) if any(line.share for line in lines) else 0
    drawn = any(line.part is not None for line in lines)
    marks = max(len(plain(line.marks)) for line in lines)
    marks = marks + len(GAP) if marks else 0
    longest = max(len(line.guide + line.name) for line in lines)
    plan = _Plan(widths, share, longest)
    room = style.width - plan.figures - share - marks
    if room >= min(longest, LEAST_NAME):
        bars = drawn and room - len(GAP) - USUAL_BAR >= min(longest, ENOUGH_NAME)
        names = min(longest, room - (len(GAP) + USUAL_BAR if bars else 0))
        return plan._replace(names=names, bar=_bar(room - names, drawn))
    indent = max(len(line.rest) for line in lines)
    room = style.width - plan.figures - share - indent
    if room >= 0:
        return plan._replace(names=indent, bar=_bar(room, drawn), beside=False)
    return None


def _width(key: str, head: str, lines: Iterable[Line]) -> int:
    texts = (line.figures.get(key) for line in lines)
    mended = (line.mended.get(key) for line in lines)
    return max([len(head), *(len(each.text) for each in (*texts, *mended) if each)])


def _bar(room: int, drawn: bool) -> int:
    width = min(room - len(GAP), LONGEST_BAR)
    return width if drawn and width >= SHORTEST_BAR else 0


def _written(lines: Sequence[Line], columns: Columns, plan: _Plan, style: Style) -> Iterator[str]:
    heads = {key: Figure(head) for key, head in columns.heads.items()}
    head = (
        " " * plan.names
        + _figures(heads, plan, style)
        + _tail(columns.share if plan.share else "", None, plan)
    )
    yield style.paint(head.rstrip(), FAINT)
    for line in lines:
        yield from _row(line, plan, style)
        yield from _differing(line, plan, style)


def _row(line: Line, plan: _Plan, style: Style) -> Iterator[str]:
    """Yield a row as printed: in one line, or its figures below its name."""
    figures = _figures(line.figures, plan, style) + _tail(line.share, line.part, plan)
    if plan.beside:
        yield (_name(line, plan.names, style) + figures + _marks(line, style)).rstrip()
        return
    yield _titled(line, style)
    if line.figures:
        yield f"{_rest(line, plan.names, style)}{figures}".rstrip()


def _differing(line: Line, plan: _Plan, style: Style) -> Iterator[str]:
    """Yield what figures should be, below these; beside them where their column is left out."""
    if any(key in plan.widths for key in line.mended):
        yield _rest(line, plan.names, style) + _figures(line.mended, plan, style).rstrip()
    for key, figure in line.mended.items():
        if key not in plan.widths and key in line.figures:
            both = GAP.join(style.paint(*each) for each in (line.figures[key], figure))
            yield f"{style.paint(line.rest, FAINT)}{GAP}{key}{GAP}{both}"


def _titled(line: Line, style: Style) -> str:
    """Return the name of a row with its findings, in a line of their own."""
    room = style.width - len(GAP + plain(line.marks)) * bool(line.marks)
    return _name(line, room, style).rstrip() + _marks(line, style)


def _marks(line: Line, style: Style) -> str:
    return GAP + painted(line.marks, style) if line.marks else ""


def _name(line: Line, width: int, style: Style) -> str:
    room = width - len(line.guide)
    name = line.name if len(line.name) <= room else line.name[: max(room - 1, 0)] + "…"
    shown = style.paint(name, STRONG) if line.strong else name
    return style.paint(line.guide, FAINT) + shown + " " * (room - len(name))


def _rest(line: Line, width: int, style: Style) -> str:
    return style.paint(line.rest, FAINT) + " " * (width - len(line.rest))


def _figures(figures: Mapping[str, Figure], plan: _Plan, style: Style) -> str:
    return "".join(
        GAP + style.paint(f"{figure.text:>{width}}", figure.colour)
        if (figure := figures.get(key)) and figure.text
        else " " * (width + len(GAP))
        for key, width in plan.widths.items()
    )


def _tail(share: str, part: float | None, plan: _Plan) -> str:
    bar = GAP + f"{bar_of(part, plan.bar):{plan.bar}}" if plan.bar else ""
    return f"{share:>{plan.share}}{bar}"


def bar_of(part: float | None, width: int) -> str:
    """Draw a part, from 0 to 1, as blocks that fill `width` columns where it is the whole."""
    if part is None or not 0 <= part <= 1:
        return ""
    full, eighths = divmod(round(part * width * len(PARTS)), len(PARTS))
    return BLOCK * full + PARTS[eighths]


def _stacked(lines: Sequence[Line], columns: Columns, style: Style) -> Iterator[str]:
    """Yield each figure in a line of its own, below the name of its row."""
    width = max(len(head) for head in columns.heads.values())
    room = max(_width(key, "", lines) for key in columns.heads)
    for line in lines:
        rest = style.paint(line.rest, FAINT) + GAP
        yield _titled(line, style)
        for key, head in columns.heads.items():
            for rank, figure in enumerate((line.figures.get(key), line.mended.get(key))):
                if figure and figure.text:
                    shown = style.paint(f"{figure.text:>{room}}", figure.colour)
                    yield f"{rest}{'' if rank else head:{width}}{GAP}{shown}"
        if line.share:
            yield f"{rest}{columns.share:{width}}{GAP}{line.share:>{room}}"
