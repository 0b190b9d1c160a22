"""What a change says before and after, in pieces: the words that only one side has are marked."""

from typing import Final

from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.node import Fact
from pan_tp_cli.message import Message
from pan_tp_cli.report.diff_page.pieces import Pieces, compared, whole
from pan_tp_cli.report.diff_words import NOTHING
from pan_tp_cli.text import Lang, Text, one_line

GONE: Final = Text("en moins : {items}", "gone: {items}")
NEW: Final = Text("en plus : {items}", "new: {items}")
IN_FULL: Final = frozenset((Aspect.REWORDED, Aspect.NOTE))
"""Aspects whose texts are compared word by word."""

Sides = tuple[Pieces, Pieces]


def sides(change: Change, lang: Lang) -> Sides:
    """Return what a change says of its aspect, before and after; nothing where it has figures."""
    old, new = change.old, change.new
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _items(GONE, old, new, lang), _items(NEW, new, old, lang)
    if change.aspect in IN_FULL:
        return compared(one_line(old), one_line(new))
    if not old and not new:
        return (), ()
    nothing = whole(NOTHING.get(lang))
    before, after = (whole(one_line(each), changed=True) or nothing for each in (old, new))
    return before, after


def _items(text: Text, of: Fact, others: Fact, lang: Lang) -> Pieces:
    """Return the items that only one of two facts holds."""
    known = [one_line(each) for each in _several(others)]
    items = tuple(item for each in _several(of) if (item := one_line(each)) not in known)
    return whole(Message(text, {"items": items}).render(lang), changed=True) if items else ()


def _several(fact: Fact) -> tuple[str, ...]:
    given = fact if isinstance(fact, tuple) else (fact,)
    return tuple(each for each in given if each)
