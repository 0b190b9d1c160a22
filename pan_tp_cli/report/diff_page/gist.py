"""A change in one line: what changed, and the few words or figures that say it best."""

from typing import Final, NamedTuple

from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.money import amounts_of
from pan_tp_cli.diff.node import Node, NodeKind
from pan_tp_cli.message import LIST_SEPARATOR, Message, Shown
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.diff_page.figures import Figure, figure
from pan_tp_cli.report.diff_page.pieces import plain
from pan_tp_cli.report.diff_page.sides import Sides
from pan_tp_cli.report.diff_words import ASPECT, aspect_name, column_name
from pan_tp_cli.text import Lang, Text

OF_COLUMNS: Final = Text("{aspect} ({columns})", "{aspect} ({columns})")
IN_ALL: Final = Text("{amount} en tout", "{amount} in all")
ONE: Final = Text("{column} : {value}", "{column}: {value}")


class Gist(NamedTuple):
    """What changed, and in short what was there before and is there after."""

    what: str
    before: str
    after: str


def gist(change: Change, said: Sides, lang: Lang) -> Gist:
    """Return a change in short; `said` is what it says of its aspect."""
    aspect = aspect_name(change).render(lang)
    if not change.cells:
        return Gist(aspect, plain(said[0]), plain(said[1]))
    if len(change.cells) > 1 and _tells(change):
        return Gist(aspect, *(in_all(node, lang) if node else "" for node in change.pair[:2]))
    what = aspect if None in change.pair[:2] else _with_columns(change, lang)
    shown = [figure(cell, lang) for cell in change.cells]
    if len(shown) == 1:
        return Gist(what, shown[0].before, shown[0].after)
    totals = [figure(cell, lang) for cell in change.cells if cell.column == TOTAL]
    return Gist(what, _listed(totals or shown, 1, lang), _listed(totals or shown, 2, lang))


def _tells(change: Change) -> bool:
    """Tell whether a change is best told by what an activity costs in all years."""
    before, after = change.pair[:2]
    if change.pair.node.kind is not NodeKind.ACTIVITY or before is None or after is None:
        return change.pair.node.kind is NodeKind.ACTIVITY
    printed = any(cell.column == TOTAL for cell in change.cells)
    return not printed and amounts_of(before)[TOTAL] != amounts_of(after)[TOTAL]


def _with_columns(change: Change, lang: Lang) -> str:
    columns = tuple(column_name(cell.column) for cell in change.cells)
    shown: dict[str, Shown] = {"aspect": ASPECT[change.aspect], "columns": columns}
    return Message(OF_COLUMNS, shown).render(lang)


def in_all(node: Node, lang: Lang) -> str:
    """Return what an activity costs in all years."""
    return Message(IN_ALL, {"amount": amounts_of(node)[TOTAL]}).render(lang)


def _listed(shown: list[Figure], side: int, lang: Lang) -> str:
    """Return « 2024 : 4, 2025 : 4 »; `side` is 1 for before and 2 for after."""
    given = [(each.column, each[side]) for each in shown if each[side]]
    parts = [ONE.get(lang).format(column=column, value=value) for column, value in given]
    return LIST_SEPARATOR.join(parts)
