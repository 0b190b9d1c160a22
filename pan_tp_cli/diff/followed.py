"""What is said of totals that did not change just as what they are made of."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.course import Course, Due
from pan_tp_cli.diff.node import WORDS
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.model.base import PART
from pan_tp_cli.money import Percent
from pan_tp_cli.place import Role
from pan_tp_cli.standing import canonical
from pan_tp_cli.text import Text

OF_ROWS: Final = {
    Course.BEHIND: Text(
        "le total n'a pas suivi les lignes, qui donnent {figures}",
        "the total did not follow the rows, which make {figures}",
    ),
    Course.ALONE: Text(
        "le total a changé seul ; les lignes donnent toujours {figures}",
        "the total changed alone; the rows still make {figures}",
    ),
    Course.CAUGHT_UP: Text(
        "total corrigé ; les lignes donnent {figures}",
        "total corrected; the rows make {figures}",
    ),
}
OF_OTHERS: Final = {
    Course.BEHIND: Text(
        "ce chiffre n'a pas suivi ; le calcul donne {figures}",
        "this figure did not follow; the computation gives {figures}",
    ),
    Course.ALONE: Text(
        "ce chiffre a changé seul ; le calcul donne toujours {figures}",
        "this figure changed alone; the computation still gives {figures}",
    ),
    Course.CAUGHT_UP: Text(
        "chiffre corrigé ; le calcul donne {figures}",
        "figure corrected; the computation gives {figures}",
    ),
}
FIGURE: Final = Text("{column} : {value}", "{column}: {value}")
RAISED: Final = Text("{column} : {value} (+{difference})", "{column}: {value} (+{difference})")
LOWERED: Final = Text("{column} : {value} ({difference})", "{column}: {value} ({difference})")
SHARE: Final = Text("part", "share")
IN_WORDS: Final = Text("en lettres", "in words")


def followed(cells: Sequence[CellChange]) -> Iterator[Message]:
    """Yield, for each course that totals took, what they should say by what they are made of.

    An amount in words is told with its figures, unless it is alone.
    """
    for course in OF_ROWS:
        took = [cell for cell in cells if cell.due and cell.due.course is course]
        told = [cell for cell in took if cell.column != WORDS] or took
        if told:
            texts = OF_ROWS if all(map(_is_amount, told)) else OF_OTHERS
            figures = tuple(_figure(cell, cell.due) for cell in told if cell.due)
            yield Message(texts[course], {"figures": figures})


def _is_amount(cell: CellChange) -> bool:
    role = cell.after.entry.role if cell.after else None
    return role is Role.PLAN and cell.due is not None and not isinstance(cell.due.after, Percent)


def _figure(cell: CellChange, due: Due) -> Message:
    """Return what a total should say and, where that changed, by how much."""
    column: Shown = {PART: SHARE, WORDS: IN_WORDS}.get(cell.column, cell.column)
    shown: dict[str, Shown] = {"column": column, "value": due.after}
    old, new = due.before, due.after
    if not isinstance(old, int) or not isinstance(new, int) or canonical(old) == canonical(new):
        return Message(FIGURE, shown)
    return Message(RAISED if new > old else LOWERED, {**shown, "difference": new - old})
