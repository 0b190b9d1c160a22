"""Which figures of the earlier version a revision touched: they, or what they are made of."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from pan_tp_cli.diff.change import CellChange
from pan_tp_cli.diff.changes import cell_changes
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.equation import Equation
from pan_tp_cli.place import Place
from pan_tp_cli.standing import canonical


class Touched(Container[Place]):
    """The cells of the earlier version that say something else, or whose parts do.

    A part that came or went counts too. Nothing is looked at before a cell is asked for.
    """

    def __init__(self, pairs: Iterable[Pair], totals: Totals) -> None:
        self._pairs = pairs
        self._totals = totals

    def __contains__(self, place: object) -> bool:
        """Tell whether a cell changed, or what it is made of."""
        if not isinstance(place, Place) or place not in self._changes:
            return False
        if self._changed(place):
            return True
        before = self._totals.before.targets.get(place, ())
        now = self._now(place)
        after = self._totals.after.targets.get(now, ()) if now else ()
        parts = set(_terms(before))
        return any(map(self._changed, parts)) or set(map(self._now, parts)) != set(_terms(after))

    @cached_property
    def _changes(self) -> Mapping[Place, CellChange]:
        """All cells of the earlier version."""
        return {
            cell.before.place: cell
            for pair in self._pairs
            for cell in cell_changes(pair, every=True)
            if cell.before
        }

    def _changed(self, place: Place) -> bool:
        change = self._changes.get(place)
        return change is None or canonical(change.old) != canonical(change.new)

    def _now(self, place: Place) -> Place | None:
        """Return where a cell stands in the later version; None where it does not."""
        change = self._changes.get(place)
        return change.after.place if change and change.after else None


def _terms(equations: Iterable[Equation]) -> Iterator[Place]:
    return (term.place for equation in equations for term in equation.terms)
