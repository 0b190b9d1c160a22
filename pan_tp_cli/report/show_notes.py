"""A table of a plan with what its signs mean below it."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.finding import Severity
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.show_table import Columns, Line, table
from pan_tp_cli.report.show_words import COMPUTED, LETTERS, OPENING
from pan_tp_cli.report.style import FAINT, Style
from pan_tp_cli.report.words import SEVERITY
from pan_tp_cli.text import Text

COMPUTED_IS: Final = Text(
    "{sign} : calculé (rien n'est imprimé, ou un autre chiffre)",
    "{sign}: computed (nothing is printed, or another figure)",
)
LETTERS_ARE: Final = Text("constats : {letters}", "findings: {letters}")
LETTERS_BELOW_TOO: Final = Text(
    "constats : {letters} ; entre parenthèses, ceux des lignes du dessous",
    "findings: {letters}; in parentheses, those of the rows below",
)
NO_ROOM: Final = Text(
    "années : --year, ou un terminal plus large", "years: --year, or a wider terminal"
)


class Section(NamedTuple):
    """A table, the lines above it, and what its columns are."""

    heads: tuple[str, ...]
    lines: Sequence[Line]
    columns: Columns


def told(sections: Sequence[Section], style: Style, more: Sequence[str] = ()) -> Iterator[str]:
    """Yield tables, and below them what their signs mean and `more` notes."""
    lines: list[Line] = []
    left_out: set[str] = set()
    for section in sections:
        written, without = table(section.lines, section.columns, style)
        yield from (*section.heads, *written)
        lines += section.lines
        left_out |= without
    notes = [*_legend(lines, left_out, style), *more]
    yield from [""] if notes else []
    for note in notes:
        yield from (style.paint(each, FAINT) for each in wrapped(note, style, "  "))


def _legend(lines: Sequence[Line], left_out: Collection[str], style: Style) -> Iterator[str]:
    figures = (each for line in lines for each in (*line.figures.values(), *line.mended.values()))
    if any(figure.text.startswith(COMPUTED) for figure in figures):
        yield COMPUTED_IS.get(style.lang).format(sign=COMPUTED)
    if any(line.marks for line in lines):
        letters = ", ".join(
            f"{LETTERS[each].get(style.lang)} {SEVERITY[each].get(style.lang)}" for each in Severity
        )
        below = any(piece.text == OPENING for line in lines for piece in line.marks)
        yield (LETTERS_BELOW_TOO if below else LETTERS_ARE).get(style.lang).format(letters=letters)
    if any(key.isdigit() for key in left_out):
        yield NO_ROOM.get(style.lang)
