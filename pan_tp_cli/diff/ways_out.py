"""Both ways out where totals stayed behind: carry the change into them, or put the rows back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pan_tp_cli.diff.behind import Group
from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.undoing import Undoing
from pan_tp_cli.diff.web import Key, Web
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.money import Value
from pan_tp_cli.repair import Change, Pattern, Repair
from pan_tp_cli.repair_words import changes_in_words, in_words
from pan_tp_cli.text import Text

TOTALS_BACK: Final = Text(
    "si le total a été changé par erreur : remettre ce que donnent les lignes",
    "if the total was changed by mistake: put back what the rows add up to",
)
ROW_TO_CHANGE: Final = Text(
    "si le total a été changé exprès : une ligne en dessous doit changer d'autant ({changes})",
    "if the total was changed on purpose: a row below is to change by as much ({changes})",
)
ROWS_BACK: Final = Text(
    "si le changement est une erreur : remettre les lignes comme elles étaient",
    "if the change is a mistake: put the rows back as they were",
)
HALF: Final = 0.5
"""Which way out was decided no figure says: both are as likely."""


class WaysOut:
    """The ways out of all groups, so that they mend the totals that they share together."""

    def __init__(self, web: Web, groups: Iterable[Group]) -> None:
        self._web = web
        self._undoing = {group: _undoing(web, group) for group in groups}
        self._rest = self._what_remains()

    def of(self, group: Group) -> tuple[Repair, Repair]:
        """Return both ways out of a group, the first one mending its totals."""
        if group.leaves:
            return self._carried(group), self._put_back(group)
        return self._totals_back(group), self._row_to_change(group)

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

    def _what_remains(self) -> Mapping[Key, tuple[Group, int]]:
        """Return by how much stale totals are still wrong once all their rows are put back.

        That is so where they had followed in part: they are to be put back too, with one group.
        """
        sharing: dict[Key, list[Group]] = {}
        for group in self._undoing:
            for key in group.totals:
                sharing.setdefault(key, []).append(group)
        remains = {}
        for key, groups in sharing.items():
            short = self._web.shortfall(key)
            moved = [self._moved(group, key) for group in groups]
            if isinstance(short, int) and None not in moved:
                first = next((each for each in groups if key in each.roots), groups[0])
                remains[key] = first, short + sum(each or 0 for each in moved)
        return remains

    def _moved(self, group: Group, key: Key) -> int | None:
        """Return by how much more a total should be with the rows of a group put back."""
        undoing = self._undoing[group]
        return undoing.moved.get(key, 0) if undoing else None

    def _carried(self, group: Group) -> Repair:
        message = in_words(Pattern.STALE_TOTALS, None, self.words(group))
        return self._repair(group, Pattern.STALE_TOTALS, message, self._right(group))

    def _put_back(self, group: Group) -> Repair:
        """Return that the rows are put back; those that came or went not by their cells."""
        undoing = self._undoing[group]
        if undoing is None:
            return self._repair(group, Pattern.PUT_BACK, Message(ROWS_BACK), ())
        none = group, 0
        owned = {key: self._rest.get(key, none) for key in group.totals}
        staying = {key: rest if owner == group else 0 for key, (owner, rest) in owned.items()}
        changes = [
            change
            for key, value in undoing.undone(staying)
            if (change := _proposed(self._web.changes[key], value))
        ]
        return self._repair(group, Pattern.PUT_BACK, in_words(Pattern.PUT_BACK, None, {}), changes)

    def _totals_back(self, group: Group) -> Repair:
        return self._repair(group, Pattern.PUT_BACK, Message(TOTALS_BACK), self._right(group))

    def _row_to_change(self, group: Group) -> Repair:
        message = Message(ROW_TO_CHANGE, self.words(group))
        return self._repair(group, Pattern.STALE_TOTALS, message, ())

    def _right(self, group: Group) -> list[Change]:
        pairs = ((self._web.changes[key], self._web.right(key)) for key in group.totals)
        return [change for each, right in pairs if (change := _proposed(each, right))]

    def _repair(
        self, group: Group, pattern: Pattern, message: Message, changes: Sequence[Change]
    ) -> Repair:
        node = self._web.pairs[group.main(self._web)[0]].node.code
        return Repair(pattern, message, tuple(changes), HALF, node)


def _undoing(web: Web, group: Group) -> Undoing | None:
    """Return the version with the rows of a group put back; None where rows came or went."""
    changes = [web.changes[key] for key in group.leaves]
    stayed = all(each.before and each.after and each.old != each.new for each in changes)
    return Undoing(web, group.leaves) if stayed else None


def _proposed(change: CellChange, right: Value) -> Change | None:
    cell = change.after
    if cell is None:
        return None
    return Change(cell.entry.node, cell.column, cell.place, cell.value, right)
