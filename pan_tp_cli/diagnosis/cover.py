"""The fewest causes: options that together explain every equation once."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

Equations = frozenset[int]
MOST_STEPS: Final = 5000
MOST_EXACT: Final = 300
"""Equations that hang together up to which the fewest causes are searched exactly."""


class Option(NamedTuple):
    """A way to explain some equations: by how many causes, and how likely (a logarithm)."""

    equations: Equations
    causes: int
    weight: float


class _Cover(NamedTuple):
    options: tuple[Option, ...] = ()
    causes: int = 0
    weight: float = 0.0

    def plus(self, option: Option) -> "_Cover":
        return _Cover(
            (*self.options, option), self.causes + option.causes, self.weight + option.weight
        )

    def better(self, other: "_Cover | None") -> bool:
        """Tell whether this has fewer causes than another cover or, with as many, is likelier."""
        return other is None or (self.causes, -self.weight) < (other.causes, -other.weight)


def fewest(wanted: Equations, options: Iterable[Option]) -> tuple[Option, ...] | None:
    """Return the options that explain `wanted`, each equation once, with the fewest causes.

    Of equals the likeliest. None where the options cannot explain all of it. Past a bound of
    work, the best cover met so far, or None.
    """
    inside = _best_of_each(option for option in options if option.equations <= wanted)
    if len(wanted) > MOST_EXACT:
        return _greedy(wanted, inside)
    search = _Search(inside)
    search.extend(wanted, _Cover())
    return search.best.options if search.best else None


def _greedy(wanted: Equations, options: Iterable[Option]) -> tuple[Option, ...] | None:
    """Return disjoint options for very many equations, those that explain most first."""
    left, chosen = set(wanted), []
    for option in options:
        if option.equations <= left:
            left -= option.equations
            chosen.append(option)
    return None if left else tuple(chosen)


def _best_of_each(options: Iterable[Option]) -> list[Option]:
    """Return one option for each set of equations, widest first."""
    best: dict[Equations, Option] = {}
    for option in options:
        known = best.get(option.equations)
        if known is None or (option.causes, -option.weight) < (known.causes, -known.weight):
            best[option.equations] = option
    return sorted(best.values(), key=lambda option: (-len(option.equations), -option.weight))


class _Search:
    def __init__(self, options: Sequence[Option]) -> None:
        self.best: _Cover | None = None
        self._steps = 0
        self._of_equation: dict[int, list[Option]] = {}
        for option in options:
            for index in option.equations:
                self._of_equation.setdefault(index, []).append(option)

    def extend(self, left: Equations, cover: _Cover) -> None:
        """Try every way to explain what is left after `cover`."""
        self._steps += 1
        if not left:
            if cover.better(self.best):
                self.best = cover
            return
        hopeless = self.best is not None and cover.causes >= self.best.causes
        if hopeless or self._steps > MOST_STEPS:
            return
        hardest = min(left, key=lambda index: (len(self._of_equation.get(index, ())), index))
        for option in self._of_equation.get(hardest, ()):
            if option.equations <= left:
                self.extend(left - option.equations, cover.plus(option))


def groups(sets: Iterable[Equations]) -> list[Equations]:
    """Return the unions of sets that hang together, in the order of their lowest members."""
    found: dict[int, set[int]] = {}
    for members in sets:
        meeting = {id(found[each]): found[each] for each in members if each in found}
        merged = max(meeting.values(), key=len, default=set())
        joining: list[Iterable[int]] = [members, *meeting.values()]
        for group in joining:
            if group is not merged:
                merged.update(group)
                found.update(dict.fromkeys(group, merged))
    different = {id(group): group for group in found.values()}
    return sorted(map(frozenset, different.values()), key=min)
