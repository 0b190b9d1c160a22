"""One way out taken of all groups of stale totals: of each alone, and of all at once."""

from collections.abc import Iterable, Mapping

from pan_tp_cli.diff.behind import Group
from pan_tp_cli.diff.settling import Settling, Values, Written
from pan_tp_cli.diff.web import Web
from pan_tp_cli.standing import canonical

Alone = Mapping[Group, Written | None]


class Likewise:
    """What is to be written for each group alone, and what if all are settled in the same way.

    The two differ in totals that groups share, and in shares that hold for one alone only.
    """

    def __init__(self, web: Web, alone: Alone, every: Written | None) -> None:
        self._web = web
        self._alone = alone
        self._every = every
        told = {key for each in alone.values() if each for key in each.values}
        self._of_all = (every.values.keys() if every else set()) - told

    def of(self, group: Group) -> Written | None:
        """Return what is to be written for a group alone; None where nothing alone holds."""
        return self._alone.get(group)

    def together(self, group: Group) -> Values:
        """Return the cells that are to say something else than for the group alone."""
        alone, every = self.of(group), self._every
        if alone is None or every is None:
            return {}
        own = alone.values.keys() | (alone.seen & self._of_all)
        printed = {key: self._web.changes[key].new for key in sorted(own)}
        said = {key: every.values.get(key, new) for key, new in printed.items()}
        return {
            key: value
            for key, value in said.items()
            if canonical(value) != canonical(alone.values.get(key, printed[key]))
        }


def carried(web: Web, settling: Settling, groups: Iterable[Group]) -> Likewise:
    """Return the way out of mending all totals.

    Where some followed one change and others in part, so that it cannot be carried alone, all are.
    """
    given = tuple(groups)
    every = settling.carried(
        [key for group in given for key in group.leaves],
        [key for group in given for key in group.totals],
    )
    alone = {group: settling.carried(group.leaves, group.totals) or every for group in given}
    return Likewise(web, alone, every)


def put_back(web: Web, settling: Settling, groups: Iterable[Group]) -> Likewise:
    """Return the way out of putting rows back; groups whose rows came or went have none."""
    given = tuple(groups)
    every = settling.undone(
        [key for group in given for key in group.leaves],
        [key for group in given for key in group.totals],
    )
    alone = {group: settling.undone(group.leaves, group.totals) for group in given}
    return Likewise(web, alone, every)
