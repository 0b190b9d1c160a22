"""Totals left behind: figures that changed while a total above did not, or the reverse."""

from collections.abc import Iterable, Iterator
from typing import Final

from pan_tp_cli.diff.behind import Group, groups
from pan_tp_cli.diff.change import CellChange, Stale
from pan_tp_cli.diff.matching import Pair, Pairs
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.diff.ways_out import WaysOut
from pan_tp_cli.diff.web import Key, Web
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.place import Part
from pan_tp_cli.rules.budget import totaux_perimes
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

ALONE: Final = Text(
    "des totaux ont changé sans que le niveau inférieur change d'autant ({changes})",
    "totals changed while the level below did not change by as much ({changes})",
)


def stale_totals(pairs: Pairs, totals: Totals) -> Iterator[Stale]:
    """Yield what did not follow, one finding for all totals above the same rows."""
    web = Web(pairs, totals)
    found = list(groups(web))
    ways = WaysOut(web, found)
    for group in found:
        finding = _finding(web, group, ways)
        yield Stale(finding, _cells(web, group.leaves), _cells(web, group.totals))


def _finding(web: Web, group: Group, ways: WaysOut) -> Finding:
    """Return a group as one finding with both ways out, at the row of its first total."""
    main = web.changes[group.main(web)[0]].after
    if main is None:
        raise ValueError
    cell = Cell(main.entry, None, None, main.steps[:-1])
    finding = totaux_perimes.RULE.at(cell)
    row = cell.place._replace(part=Part.KEY)
    return finding._replace(
        message=Message(totaux_perimes.RULE.title if group.leaves else ALONE, ways.words(group)),
        help=(),
        place=row if cell.steps else main.place,  # a row of tableau 1 has no key of its own
        repairs=ways.of(group),
        sure=False,
    )


def _cells(web: Web, keys: Iterable[Key]) -> tuple[tuple[Pair, CellChange], ...]:
    return tuple((web.pairs[key], web.changes[key]) for key in keys)
