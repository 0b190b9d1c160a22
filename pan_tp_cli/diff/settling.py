"""Cells written anew in the later version, and what has to follow so that what held still holds."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from typing import NamedTuple

from pan_tp_cli.diff.web import NONE, Key, Parts, Web
from pan_tp_cli.equation import Equation, Number, expected, is_zero, subtract
from pan_tp_cli.money import Value
from pan_tp_cli.recompute import said
from pan_tp_cli.standing import canonical

Values = Mapping[Key, Value]
"""What cells say instead of what is printed."""


class Written(NamedTuple):
    """The cells to write anew, in the order of the file, and all those that were looked at."""

    values: Values
    seen: Parts


class Settling:
    """The later version as printed, in which totals can be mended or rows put back.

    Equations are judged by what is printed, not by what the rows make of it: what is settled of
    one finding leaves the totals that another one is about consistent with their own parts.
    """

    def __init__(self, web: Web) -> None:
        self._web = web
        self._holding: dict[Key, tuple[Equation, ...]] = {}
        self._sound = {key: value for key in web.parts for value in self._without_fault(key)}

    def carried(self, leaves: Iterable[Key], totals: Iterable[Key]) -> Written | None:
        """Return the version with totals that say what they add up; None where that breaks one.

        `leaves` are the rows below that changed.
        """
        wanted = frozenset(totals)
        return self._settled({}, wanted, self._above({*leaves, *wanted}))

    def undone(self, leaves: Iterable[Key], totals: Iterable[Key]) -> Written | None:
        """Return the version with rows as they were, and what had followed them too.

        None where a total that held would no longer, or only with a cell that did not change
        between the versions. `totals` did not follow: those that did not change stay.
        """
        back = {key: self._web.changes[key].old for key in leaves}
        late = frozenset(key for key in totals if self._changed(key))
        above = self._above({*back, *late})
        written = self._settled(back, late, above, frozenset(totals))
        return written if written and all(map(self._changed, written.values)) else None

    def _settled(
        self, start: Values, wanted: Parts, above: Mapping[Key, Parts], stale: Parts | None = None
    ) -> Written | None:
        """Return a version in which `wanted` totals say what they add up, and what held does.

        `stale` are given where rows are put back: all other totals had followed these. Totals with
        an old fault are left alone; what is made of them is made of what they should say.
        """
        values, sound = dict(start), {**self._sound, **start}
        moved = {key: self._moved(key) for key in start}
        for key, parts in above.items():
            moved[key] = sum(moved.get(part, 0) for part in parts)
            if key in wanted or self._broken(key, values):
                self._write(values, key, self._choice(key, values, sound))
            elif stale is not None and key not in stale and self._went_along(key):
                printed = self._web.amounts(key)[1]
                share = printed is None
                back = self._choice(key, values, sound) if share else (printed or 0) + moved[key]
                self._write(values, key, back)
            if key in self._sound:
                sound[key] = self._by_rows(key, self._equations(key), sound)
            elif key in values:
                sound[key] = values[key]
        holds = all(not self._broken(key, values) for key in above)
        ordered = {key: values[key] for key in sorted(values)}
        return Written(ordered, frozenset(above)) if holds else None

    def _write(self, values: dict[Key, Value], key: Key, wanted: Value) -> None:
        """Write a value into a cell, in the old words where it said the same before."""
        change = self._web.changes[key]
        if wanted is None or canonical(wanted) == canonical(change.new):
            return
        if isinstance(change.new, str):
            old, new = self._web.amounts(key)
            if wanted == new:
                return
            if wanted == old and isinstance(change.old, str):
                wanted = change.old
        values[key] = wanted

    def _above(self, start: Collection[Key]) -> Mapping[Key, Parts]:
        """Return the totals at and above cells, each behind its parts, with the first of these."""
        waiting, found = list(start), set(start)
        while waiting:
            fresh = self._web.wholes.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        sums = {key: self._web.sums[key] for key in found if key in self._web.sums}
        graph = {key: found & frozenset().union(*parts) for key, parts in sums.items()}
        order = (key for key in TopologicalSorter(graph).static_order() if key in sums)
        return {key: next(iter(sums[key]), NONE) & found for key in order}

    def _moved(self, key: Key) -> int:
        """Return by how much more a row holds that is put back."""
        old, new = self._web.amounts(key)
        return (old or 0) - (new or 0)

    def _changed(self, key: Key) -> bool:
        change = self._web.changes[key]
        return canonical(change.old) != canonical(change.new)

    def _went_along(self, key: Key) -> bool:
        """Tell whether a total followed its rows and says nothing that its parts do."""
        followed = self._web.totals.followed(self._web.changes[key])
        return followed and self._changed(key) and not self._held(key)

    def _choice(self, key: Key, values: Values, sound: Values) -> Number | None:
        """Return what a total should say: by its equations that hold as printed, if there are any.

        Else by `sound` parts, which do not say old faults.
        """
        held = self._held(key)
        if held:
            return self._by_rows(key, held, values)
        return self._by_rows(key, self._equations(key), sound)

    def _by_rows(self, key: Key, equations: Iterable[Equation], values: Values) -> Number | None:
        """Return what equations ask of a total: where they disagree, what its rows make of it."""
        asked = [each for one in equations if (each := self._asked(one, values)) is not None]
        right, first = canonical(self._web.right(key)), asked[0] if asked else None
        return next((each for each in asked if canonical(each) == right), first)

    def _without_fault(self, key: Key) -> Iterator[int]:
        """Yield what a total would say without the fault that it had before already, if any."""
        fault, printed = self._web.old_fault(key), self._web.amounts(key)[1]
        if isinstance(fault, int) and printed is not None:
            yield printed - fault

    def _broken(self, key: Key, values: Values) -> bool:
        """Tell whether an equation of a total holds as printed, and does not with other values."""
        return not all(self._holds(key, each, values) for each in self._held(key))

    def _held(self, key: Key) -> tuple[Equation, ...]:
        """Return the equations of a total that hold as printed."""
        if key not in self._holding:
            holding = (each for each in self._equations(key) if self._holds(key, each, {}))
            self._holding[key] = tuple(holding)
        return self._holding[key]

    def _holds(self, key: Key, equation: Equation, values: Values) -> bool:
        asked = self._asked(equation, values)
        if asked is None:
            return key not in values and not values.keys() & self._terms(equation)
        target = equation.target
        says = said(target._replace(value=values.get(key, target.value)), asked)
        off = None if says is None else subtract(says, asked)
        return off is not None and is_zero(off)

    def _equations(self, key: Key) -> Iterable[Equation]:
        cell = self._web.changes[key].after
        return self._web.totals.after.targets.get(cell.place, ()) if cell else ()

    def _terms(self, equation: Equation) -> set[Key]:
        return {self._web.keys.get(term.place, -1) for term in equation.terms}

    def _asked(self, equation: Equation, values: Values) -> Number | None:
        """Return what an equation asks of its target, with other values in some cells."""
        keys = self._web.keys
        terms = tuple(
            term._replace(value=values[key])
            if (key := keys.get(term.place, -1)) in values
            else term
            for term in equation.terms
        )
        return expected(equation._replace(terms=terms))
