"""The codes of a plan compared: what they have in common, and which one a numbering skips."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Key = tuple[str, ...]

_LABEL = re.compile(r"[^\W\d_]+[-_°]?(?=\d)").match
_LAST = re.compile(r"(?P<stem>.*?)(?P<last>\d+|(?<![^.])[A-Za-z])\.?", re.ASCII).fullmatch


def key(code: str) -> Key:
    """Return the parts of a code: ``1, 2, a`` of ``1.2.a``, of ``OS1.2.A`` and of ``01.2.a.``."""
    label = _LABEL(code)
    bare = code[label.end() :] if label else code
    return tuple([part.lstrip("0") or "0" for part in bare.strip(".").casefold().split(".")])


def within(code: Key, above: Key) -> bool:
    """Tell whether a code is another one, or one below it: 1.2, 1.2.1 and 1.2.1.a for 1.2."""
    return code[: len(above)] == above


def alike(code: Key, other: Key) -> bool:
    """Tell whether two codes can be of one numbering: both begin with a number, or a letter."""
    first, second = code[0], other[0]
    if first.isdecimal() or second.isdecimal():
        return first.isdecimal() and second.isdecimal()
    return len(first) == len(second) == 1


class Step(NamedTuple):
    """One code of a numbering: what comes before its last part, that part, and its rank."""

    stem: str
    last: str
    rank: int

    @property
    def lettered(self) -> bool:
        """Tell whether the numbering goes on by letters."""
        return not self.last.isdecimal()

    @property
    def padded(self) -> bool:
        """Tell whether the numbers have zeros before them: 01, 02 … 10."""
        return self.last.startswith("0")

    def code(self, rank: int) -> str:
        """Return the code of another rank, written in the same manner."""
        if self.lettered:
            return self.stem + chr(ord(self.last) + rank - self.rank)
        return self.stem + str(rank).zfill(len(self.last) if self.padded else 0)


def step(code: str) -> Step | None:
    """Read the last part of a code; None where it is neither a number nor one letter."""
    match = _LAST(code)
    if match is None:
        return None
    last = match["last"]
    rank = int(last) if last.isdecimal() else ord(last.casefold()) - ord("a") + 1
    return Step(match["stem"], last, rank)


def gaps(steps: Iterable[Step]) -> Iterator[tuple[Step, str, str]]:
    """Yield where a numbering skips: the code behind, the first and the last one left out.

    The steps are siblings: of one stem. A numbering that neither starts at 1 nor has as many
    codes as it leaves out (by tens, by years) is no numbering one by one, and skips nothing.
    """
    ranked = sorted({each.rank: each for each in steps}.values(), key=lambda each: each.rank)
    ranks = [each.rank for each in ranked]
    if 1 not in ranks and ranks[-1] - len(ranks) > len(ranks):
        return
    padded = next((each for each in ranked if each.padded), None)
    for before, behind in zip([0, *ranks], ranked, strict=False):
        if behind.rank > before + 1:
            manner = padded or behind
            yield behind, manner.code(before + 1), manner.code(behind.rank - 1)
