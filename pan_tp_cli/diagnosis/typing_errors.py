"""How likely one figure is to have been typed in place of another.

The frequencies of typing errors are those of S. Scholtus (2009), Automatic correction of simple
typing errors in numerical data with balance edits, Statistics Netherlands: of 152 errors, 112
replaced a digit, 15 omitted one, 14 interchanged two neighbours and 11 added one. Each is divided
by the number of figures that it could have produced.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.repair import Pattern

TYPED: Final = 0.70
"""Share of errors of typing among all that spoil one cell; what follows are our estimates."""
REPLACED, OMITTED, INTERCHANGED, ADDED = (TYPED * n / 152 for n in (112, 15, 14, 11))
COPIED: Final = 0.12
GROUP: Final = 0.02
SCALED: Final = 0.01
BLANKED: Final = 0.05
SIGNED: Final = 0.01
OTHER: Final = 0.07


class Slip(NamedTuple):
    """A way to come from the right figure to the printed one, and its probability."""

    pattern: Pattern
    probability: float


def slips(printed: int, right: int) -> Iterator[Slip]:
    """Yield the slips of the hand that turn the right figure, in units, into the printed one."""
    if printed == -right:
        yield Slip(Pattern.SIGN, SIGNED)
    if printed < 0 or right < 0:
        return
    wrong, meant = str(printed), str(right)
    yield from _same_length(wrong, meant)
    yield from _one_digit(wrong, meant)
    yield from _zeros(wrong, meant)


def _same_length(wrong: str, meant: str) -> Iterator[Slip]:
    if len(wrong) != len(meant):
        return
    differing = [place for place, digit in enumerate(wrong) if digit != meant[place]]
    if len(differing) == 1:
        yield Slip(Pattern.DIGIT_REPLACED, REPLACED / (9 * len(meant)))
    if len(differing) == 2 and _crossed(wrong, meant, differing):
        pairs = sum(meant[place] != meant[place + 1] for place in range(len(meant) - 1))
        yield Slip(Pattern.DIGITS_INTERCHANGED, INTERCHANGED / pairs)


def _crossed(wrong: str, meant: str, places: Sequence[int]) -> bool:
    first, second = places
    return second == first + 1 and wrong[first : second + 1] == meant[second] + meant[first]


def _one_digit(wrong: str, meant: str) -> Iterator[Slip]:
    if len(meant) == len(wrong) + 1:
        ways = _removals(meant, wrong)
        if ways:
            yield Slip(Pattern.DIGIT_OMITTED, OMITTED * ways / len(meant))
    if len(wrong) == len(meant) + 1:
        ways = _removals(wrong, meant)
        if ways:
            yield Slip(Pattern.DIGIT_ADDED, ADDED * ways / (10 * len(wrong)))


def _removals(longer: str, shorter: str) -> int:
    """Return in how many places of `longer` a digit can be taken away to leave `shorter`."""
    return sum(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _zeros(wrong: str, meant: str) -> Iterator[Slip]:
    """Yield a group of three dropped or added, and two zeros dropped or added.

    None of it comes from or to nothing, for no figure begins with a zero but 0.
    """
    if len(meant) == len(wrong) + 3:
        cuts = _cuts(meant, wrong)
        if cuts:
            yield Slip(Pattern.GROUP_OMITTED, GROUP * len(cuts) / (len(meant) // 3))
    if len(wrong) == len(meant) + 3:
        ways = sum(_zeros_or_again(wrong, cut) for cut in _cuts(wrong, meant))
        if ways:
            yield Slip(Pattern.GROUP_ADDED, GROUP * ways / (2 * (len(wrong) // 3)))
    if meant == wrong + "00" or wrong == meant + "00":
        yield Slip(Pattern.SCALED_CELL, SCALED)


def _cuts(longer: str, shorter: str) -> list[int]:
    """Return before which digits of `longer` a group can be taken away to leave `shorter`."""
    groups = range(len(longer) % 3, len(longer), 3)
    return [cut for cut in groups if longer[:cut] + longer[cut + 3 :] == shorter]


def _zeros_or_again(figure: str, cut: int) -> bool:
    """Tell whether a group is one that is easily added: three zeros, or the one before it again."""
    return figure[cut : cut + 3] in ("000", figure[max(cut - 3, 0) : cut])
