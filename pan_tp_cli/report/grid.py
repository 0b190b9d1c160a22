"""Figures in columns or, where the columns do not fit, one below another."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.report.style import FAINT, Style

GAP: Final = "  "
Row = tuple[str, ...]
"""What a row is called, then its cells; a text alone is a heading of rows."""


class Head(NamedTuple):
    """What a column is called, and the colour of its cells, if any."""

    name: str
    colour: str = ""


def grid(heads: Sequence[Head], rows: Sequence[Row | str], style: Style) -> Iterator[str]:
    """Yield the lines of a table: names to the left, cells to the right in columns that fit.

    `heads` are those of the cells alone. Where the columns are too wide, each row takes several
    lines, and its blank cells none.
    """
    cells = [row for row in rows if not isinstance(row, str)]
    names = max((len(row[0]) for row in cells), default=0)
    widths = [
        max(len(each) for each in (head.name, *(row[rank] for row in cells)))
        for rank, head in enumerate(heads, start=1)
    ]
    if names + sum(len(GAP) + width for width in widths) > style.width:
        yield from _stacked(heads, rows, style)
        return
    aligned = (f"{head.name:>{width}}" for head, width in zip(heads, widths, strict=True))
    yield style.paint(GAP.join((" " * names, *aligned)), FAINT)
    for row in rows:
        yield row if isinstance(row, str) else _line(row, heads, (names, *widths), style)


def _line(row: Row, heads: Sequence[Head], widths: Sequence[int], style: Style) -> str:
    name, *cells = row
    painted = (
        style.paint(f"{cell:>{width}}", head.colour) if head.colour and cell else f"{cell:>{width}}"
        for cell, head, width in zip(cells, heads, widths[1:], strict=True)
    )
    return GAP.join((f"{name:{widths[0]}}", *painted)).rstrip()


def _stacked(heads: Sequence[Head], rows: Sequence[Row | str], style: Style) -> Iterator[str]:
    cells = [cell for row in rows if not isinstance(row, str) for cell in row[1:]]
    width = max(map(len, cells), default=0)
    names = max(len(head.name) for head in heads)
    for row in rows:
        if isinstance(row, str):
            yield row
            continue
        indent = " " * (len(row[0]) - len(row[0].lstrip()))
        yield row[0]
        for head, cell in zip(heads, row[1:], strict=True):
            if cell:
                value = style.paint(f"{cell:>{width}}", head.colour) if head.colour else cell
                yield f"{indent}{GAP}{head.name:{names}}{GAP}{value:>{width}}"
