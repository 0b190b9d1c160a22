"""How alike two wordings are, and which nodes are best taken for one another by it."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.diff.assignment import assign
from pan_tp_cli.diff.node import Node
from pan_tp_cli.numbering import Key, key
from pan_tp_cli.text import one_line
from pan_tp_cli.wording import squeezed

# Of two different rows of the embedded plan, the most alike are 0.75 for activities of one action,
# 0.71 for activities of two, and 0.88 for indicators of one result.
SIBLINGS: Final = 0.8
"""Alike enough to be one row where both stand in the same heading."""
STRANGERS: Final = 0.85
"""Alike enough to be one row wherever both stand."""
SAME_CODE: Final = 0.2
"""How much less alike they may be where both have one code."""
SAME_FIGURES: Final = 0.15
"""How much less alike they may be where they hold the same figures."""
MOST_COMPARED: Final = 250_000
"""Comparisons, of about a microsecond each, past which rows are not looked for by wording."""
CHARACTERS: Final = 20_000
"""Characters of one wording times those of another that take a comparison more."""


class Match(NamedTuple):
    """Two nodes taken for one another, and how alike their wordings are, from 0 to 1."""

    before: Node
    after: Node
    likeness: float


class _Look(NamedTuple):
    """What is compared of a node; `figures` is None where it holds none but zeros and blanks."""

    text: str
    code: Key
    figures: frozenset[object] | None


def likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, from 0 to 1.

    It is the share of characters that both have in the same order, whatever the case.
    """
    from rapidfuzz import fuzz  # only where wordings differ: it takes 20 ms to load

    return fuzz.ratio(_plain(one), _plain(other)) / 100


def best_matches(before: Sequence[Node], after: Sequence[Node], least: float) -> Iterator[Match]:
    """Yield the matches that are the most alike on the whole; each node is in one at most.

    What is less alike than `least` is no match, less where code or figures are the same; nor is
    what has no letter or digit. Which of several equally good ones is taken depends on the order.
    """
    ours, theirs = ([node for node in side if squeezed(node.label)] for side in (before, after))
    found: dict[tuple[int, int], float] = {}
    scores: dict[tuple[int, int], int] = {}
    for pair, alike, bonus in _likenesses(ours, theirs, least):
        found[pair] = alike
        scores[pair] = round(1000 * (alike + bonus))
    for one, other in assign(scores):
        yield Match(ours[one], theirs[other], found[one, other])


def _likenesses(
    before: Sequence[Node], after: Sequence[Node], least: float
) -> Iterator[tuple[tuple[int, int], float, float]]:
    """Yield how alike the wordings of any two are, if they are enough, and what speaks for them.

    Nothing comes of it where they are too many to be compared.
    """
    from rapidfuzz import fuzz  # only where wordings differ: it takes 20 ms to load

    ours, theirs = ([_look(node) for node in side] for side in (before, after))
    if _comparisons(ours, theirs) > MOST_COMPARED:
        return
    for rank, one in enumerate(ours):
        for other, two in enumerate(theirs):
            bonus = SAME_CODE if one.code == two.code else 0
            if one.figures == two.figures and one.figures:
                bonus += SAME_FIGURES
            cutoff = round(100 * (least - bonus), 6)
            alike = fuzz.ratio(one.text, two.text, score_cutoff=cutoff) / 100
            if alike:
                yield (rank, other), alike, bonus


def _comparisons(ours: Sequence[_Look], theirs: Sequence[_Look]) -> int:
    """Return how long all comparisons take, in usual ones: long wordings take more."""
    lengths = [sum(len(look.text) for look in side) for side in (ours, theirs)]
    return len(ours) * len(theirs) + lengths[0] * lengths[1] // CHARACTERS


def _look(node: Node) -> _Look:
    figures = frozenset((column, cell.value) for column, cell in node.cells.items())
    any_given = any(cell.value for cell in node.cells.values())
    return _Look(_plain(node.label), key(node.code), figures if any_given else None)


def _plain(wording: str) -> str:
    return one_line(wording).casefold()
