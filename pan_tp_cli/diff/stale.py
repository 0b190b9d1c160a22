"""Totals left behind: figures that changed while a total above did not, or the reverse."""

from collections.abc import Iterable, Iterator
from typing import Final

from pan_tp_cli.diff.behind import Group, groups
from pan_tp_cli.diff.change import CellChange, Stale
from pan_tp_cli.diff.matching import Pair, Pairs
from pan_tp_cli.diff.node import WORDS
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.diff.ways_out import WaysOut
from pan_tp_cli.diff.web import Key, Web
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.place import Part, Role
from pan_tp_cli.repair import Repair
from pan_tp_cli.rules.budget import totaux_perimes
from pan_tp_cli.rules.indicateur import total
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

ALONE: Final = Text(
    "des totaux ont changé sans que le niveau inférieur change d'autant ({changes})",
    "totals changed while the level below did not change by as much ({changes})",
)
WORDS_ALONE: Final = Text(
    "le montant en lettres a changé sans que les chiffres changent d'autant ({changes})",
    "the amount in words changed while the figures did not change by as much ({changes})",
)
TARGETS: Final = Text(
    "le total des cibles n'a pas suivi les années", "the total of the targets did not follow them"
)


def stale_totals(pairs: Pairs, totals: Totals) -> Iterator[Stale]:
    """Yield what did not follow, one finding for all totals above the same rows.

    A total that was wrong before is an old fault, of which the findings tell.
    """
    web = Web(pairs, totals)
    found = list(groups(web))
    ways = WaysOut(web, found)
    for group in found:
        finding = _finding(web, group, ways)
        yield Stale(finding, _cells(web, group.leaves), _cells(web, group.totals))


def _finding(web: Web, group: Group, ways: WaysOut) -> Finding:
    """Return a group as one finding with both ways out, at the row of its first total."""
    key = group.main(web)[0]
    main = web.changes[key].after
    if main is None:
        raise ValueError
    if main.entry.role is Role.INDICATORS:
        return _of_targets(web, key, main, ways.of(group))
    cell = Cell(main.entry, None, None, main.steps[:-1])
    finding = totaux_perimes.RULE.at(cell)
    row = cell.place._replace(part=Part.KEY)
    return finding._replace(
        message=Message(_title(web, group), ways.words(group)),
        help=(),
        place=row if cell.steps else main.place,  # a row of tableau 1 has no key of its own
        repairs=ways.of(group),
        sure=False,
    )


def _title(web: Web, group: Group) -> Text:
    if group.leaves:
        return totaux_perimes.RULE.title
    words = all(web.changes[key].column == WORDS for key in group.totals)
    return WORDS_ALONE if words else ALONE


def _of_targets(web: Web, key: Key, main: Cell, ways: tuple[Repair, ...]) -> Finding:
    """Return that the total of targets did not follow, at that total."""
    right = web.right(key)
    difference = web.totals.after.off(main)
    finding = total.RULE.at(main)._replace(expected=right, difference=difference)
    return finding._replace(message=Message(TARGETS), help=(), repairs=ways, sure=False)


def _cells(web: Web, keys: Iterable[Key]) -> tuple[tuple[Pair, CellChange], ...]:
    return tuple((web.pairs[key], web.changes[key]) for key in keys)
