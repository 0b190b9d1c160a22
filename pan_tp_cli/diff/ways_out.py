"""Both ways out where totals stayed behind: carry the change into them, or put the rows back."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pan_tp_cli.diff.behind import Group
from pan_tp_cli.diff.likewise import Likewise, carried, put_back
from pan_tp_cli.diff.node import WORDS, NodeKind
from pan_tp_cli.diff.settling import Settling, Values
from pan_tp_cli.diff.web import Key, Web
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.repair import Change, Pattern, Repair
from pan_tp_cli.repair_words import changes_in_words, in_words
from pan_tp_cli.standing import canonical
from pan_tp_cli.text import Text

TOTALS_BACK: Final = Text(
    "si le total a été changé par erreur : remettre ce que donnent les lignes",
    "if the total was changed by mistake: put back what the rows add up to",
)
ROW_TO_CHANGE: Final = Text(
    "si le total a été changé exprès : une ligne en dessous doit changer d'autant ({changes})",
    "if the total was changed on purpose: a row below is to change by as much ({changes})",
)
WORDS_BACK: Final = Text(
    "si les lettres ont été changées par erreur : remettre ce que disent les chiffres",
    "if the words were changed by mistake: put back what the figures say",
)
FIGURES_TO_CHANGE: Final = Text(
    "si les lettres ont été changées exprès : les chiffres du total et une ligne en dessous "
    "doivent changer d'autant ({changes})",
    "if the words were changed on purpose: the total in figures and a row below are to change by "
    "as much ({changes})",
)
TARGETS_CHANGED: Final = Text(
    "si les cibles ont été changées exprès : le total est {right}",
    "if the targets were changed on purpose: the total is {right}",
)
TARGETS_BACK: Final = Text(
    "si elles ont été changées par erreur : remettre les anciennes",
    "if they were changed by mistake: put the old ones back",
)
TARGETS_TOTAL_BACK: Final = Text(
    "si le total a été changé par erreur : remettre ce que donnent les cibles",
    "if the total was changed by mistake: put back what the targets make of it",
)
TARGETS_TO_CHANGE: Final = Text(
    "si le total a été changé exprès : une cible doit changer aussi",
    "if the total was changed on purpose: a target is to change too",
)
ROWS_BACK: Final = Text(
    "si le changement est une erreur : remettre les lignes comme elles étaient",
    "if the change is a mistake: put the rows back as they were",
)
TOTALS_TOO: Final = Text(
    "si le changement est une erreur : remettre les lignes comme elles étaient, et revoir les "
    "totaux au-dessus, que d'autres changements ont compensés",
    "if the change is a mistake: put the rows back as they were, and go over the totals above, "
    "which other changes made up for",
)
HALF: Final = 0.5
"""Which way out was decided no figure says: both are as likely."""

Cells = tuple[tuple[Change, ...], tuple[Change, ...]]
"""What to write for one finding alone, and what else if all are settled in the same way."""
NO_CELLS: Final[Cells] = ((), ())


class WaysOut:
    """The ways out of all groups, each for itself, and what it comes to if all take the same."""

    def __init__(self, web: Web, groups: Iterable[Group]) -> None:
        self._web = web
        settling, given = Settling(web), tuple(groups)
        back = [group for group in given if self._can_go_back(group)]
        self._carried = carried(web, settling, given)
        self._undone = put_back(web, settling, back)

    def of(self, group: Group) -> tuple[Repair, Repair]:
        """Return both ways out of a group, the first one mending its totals."""
        cells = self._cells(self._carried, group, group.totals)
        if not group.leaves:
            return self._alone_changed(group, cells)
        message = in_words(Pattern.STALE_TOTALS, None, self.words(group))
        if self._of_targets(group):
            message = Message(TARGETS_CHANGED, {"right": self._web.right(group.totals[0])})
        first = self._repair(group, Pattern.STALE_TOTALS, message, cells)
        return first, self._put_back(group)

    def words(self, group: Group) -> dict[str, Shown]:
        """Return by how much the totals fell short of their parts, or changed alone."""
        amounts: dict[str, int] = {}
        for key in group.main(self._web):
            short = self._web.shortfall(key)
            if isinstance(short, int):
                amounts[self._web.changes[key].column] = short if group.leaves else -short
        changes = changes_in_words(tuple(amounts), tuple(amounts.values()))
        columns = tuple(self._web.changes[key].column for key in group.main(self._web))
        return {"changes": changes or columns}

    def _of_targets(self, group: Group) -> bool:
        return self._web.pairs[group.totals[0]].node.kind is NodeKind.INDICATOR

    def _can_go_back(self, group: Group) -> bool:
        """Tell whether the rows of a group stayed where they were: cells alone put them back."""
        changes = [self._web.changes[key] for key in group.leaves]
        stayed = (each.before and each.after for each in changes)
        return all(stayed) and all(canonical(each.old) != canonical(each.new) for each in changes)

    def _put_back(self, group: Group) -> Repair:
        """Return that the rows are put back; those that came or went not by their cells."""
        if not self._can_go_back(group):
            return self._repair(group, Pattern.PUT_BACK, Message(ROWS_BACK))
        if self._undone.of(group) is None:
            return self._repair(group, Pattern.PUT_BACK, Message(TOTALS_TOO))
        message = in_words(Pattern.PUT_BACK, None, {})
        if self._of_targets(group):
            message = Message(TARGETS_BACK)
        cells = self._cells(self._undone, group, group.leaves)
        return self._repair(group, Pattern.PUT_BACK, message, cells)

    def _alone_changed(self, group: Group, cells: Cells) -> tuple[Repair, Repair]:
        """Return both ways out where totals changed alone: back again, or a row goes with them."""
        columns = {self._web.changes[key].column for key in group.totals}
        back, row = TOTALS_BACK, ROW_TO_CHANGE
        if columns == {WORDS}:
            back, row = WORDS_BACK, FIGURES_TO_CHANGE
        elif self._of_targets(group):
            back, row = TARGETS_TOTAL_BACK, TARGETS_TO_CHANGE
        return (
            self._repair(group, Pattern.PUT_BACK, Message(back), cells),
            self._repair(group, Pattern.STALE_TOTALS, Message(row, self.words(group))),
        )

    def _cells(self, way: Likewise, group: Group, first: Sequence[Key]) -> Cells:
        """Return the cells to write for a group alone, the main ones first, and for all."""
        written = way.of(group)
        values = written.values if written else {}
        rank = {key: place for place, key in enumerate(first)}
        ordered = sorted(values, key=lambda key: (rank.get(key, len(rank)), key))
        alone = self._changes({key: values[key] for key in ordered})
        return tuple(alone), tuple(self._changes(way.together(group)))

    def _changes(self, values: Values) -> Iterator[Change]:
        for key, value in values.items():
            cell = self._web.changes[key].after
            if cell:
                yield Change(cell.entry.node, cell.column, cell.place, cell.value, value)

    def _repair(
        self, group: Group, pattern: Pattern, message: Message, cells: Cells = NO_CELLS
    ) -> Repair:
        node = self._web.pairs[group.main(self._web)[0]].node.code
        return Repair(pattern, message, cells[0], HALF, node, cells[1])
