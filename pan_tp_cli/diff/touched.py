"""Which figures of the earlier version a revision touched: they, or what they are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pan_tp_cli.diff.changes import cell_changes
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.totals import Totals
from pan_tp_cli.equation import Equation
from pan_tp_cli.place import Place
from pan_tp_cli.standing import canonical

Terms = frozenset[object]


def touched(pairs: Iterable[Pair], totals: Totals) -> frozenset[Place]:
    """Return the cells of the earlier version that say something else, or whose parts do.

    A part that came or went counts too.
    """
    now: dict[Place, Place] = {}
    changed: set[Place] = set()
    for pair in pairs:
        for cell in cell_changes(pair, every=True):
            if cell.before and cell.after:
                now[cell.before.place] = cell.after.place
            if cell.before and canonical(cell.old) != canonical(cell.new):
                changed.add(cell.before.place)
    before, after = totals.before.targets, totals.after.targets
    for place, equations in before.items():
        others = after.get(now.get(place, place), ())
        if changed.intersection(_terms(equations)) or _other_terms(equations, others, now):
            changed.add(place)
    return frozenset(changed)


def _terms(equations: Iterable[Equation]) -> Iterator[Place]:
    return (term.place for equation in equations for term in equation.terms)


def _other_terms(
    old: Sequence[Equation], new: Sequence[Equation], now: Mapping[Place, Place]
) -> bool:
    """Tell whether equations have other terms than they had."""
    return {now.get(place, None) for place in _terms(old)} != set(_terms(new))
