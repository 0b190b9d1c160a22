"""A change in one line: what changed, and the few words or figures that say it best."""

from typing import Final, NamedTuple

from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.money import amounts_of
from pan_tp_cli.diff.node import Node, NodeKind
from pan_tp_cli.message import LIST_SEPARATOR, Message
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.diff_page.figures import Figure, figure
from pan_tp_cli.report.diff_page.pieces import Pieces, plain
from pan_tp_cli.report.diff_words import ASPECT, column_name
from pan_tp_cli.text import Lang, Text

OF_COLUMNS: Final = Text("{aspect} ({columns})", "{aspect} ({columns})")
IN_ALL: Final = Text("{amount} en tout", "{amount} in all")
ONE: Final = Text("{column} : {value}", "{column}: {value}")


class Gist(NamedTuple):
    """What changed, and in short what was there before and is there after."""

    what: str
    before: str
    after: str


def gist(change: Change, said: tuple[Pieces, Pieces], lang: Lang) -> Gist:
    """Return a change in short; `said` is what it says of its aspect."""
    aspect = ASPECT[change.aspect]
    if not change.cells:
        return Gist(aspect.get(lang), plain(said[0]), plain(said[1]))
    before, after = change.pair[:2]
    if change.pair.node.kind is NodeKind.ACTIVITY and len(change.cells) > 1:
        return Gist(aspect.get(lang), _in_all(before, lang), _in_all(after, lang))
    shown = [figure(cell, lang) for cell in change.cells]
    totals = [figure(cell, lang) for cell in change.cells if cell.column == TOTAL]
    columns = tuple(column_name(cell.column) for cell in change.cells)
    what = Message(OF_COLUMNS, {"aspect": aspect, "columns": columns}).render(lang)
    if len(shown) == 1:
        return Gist(what, shown[0].before, shown[0].after)
    return Gist(what, _listed(totals or shown, 1, lang), _listed(totals or shown, 2, lang))


def _in_all(node: Node | None, lang: Lang) -> str:
    return Message(IN_ALL, {"amount": amounts_of(node)[TOTAL]}).render(lang) if node else ""


def _listed(shown: list[Figure], side: int, lang: Lang) -> str:
    """Return « 2024 : 4, 2025 : 4 »; `side` is 1 for before and 2 for after."""
    given = [(each.column, each[side]) for each in shown if each[side]]
    parts = [ONE.get(lang).format(column=column, value=value) for column, value in given]
    return LIST_SEPARATOR.join(parts)
