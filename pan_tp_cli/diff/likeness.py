"""How alike two wordings are, and which nodes are best taken for one another by it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.diff.assignment import assign
from pan_tp_cli.diff.node import Node
from pan_tp_cli.money import Value
from pan_tp_cli.text import one_line

# Of two different rows of the embedded plan, the most alike are 0.75 for activities of one action,
# 0.71 for activities of two, and 0.88 for indicators of one result.
SAME_CODE: Final = 0.6
"""Alike enough to be one row under the code that both have."""
SIBLINGS: Final = 0.8
"""Alike enough to be one row where both stand in the same heading."""
STRANGERS: Final = 0.85
"""Alike enough to be one row wherever both stand."""
SAME_FIGURES: Final = 0.15
"""How much less alike they may be where they hold the same figures."""
MOST_COMPARED: Final = 1_000_000
"""Comparisons, of about a microsecond each, past which rows are not looked for everywhere."""


class Match(NamedTuple):
    """Two nodes taken for one another, and how alike their wordings are, from 0 to 1."""

    before: Node
    after: Node
    likeness: float


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return how alike two wordings are, from 0 to 1; 0 where that is below `least`.

    It is the share of characters that both have in the same order, whatever the case.
    """
    from rapidfuzz import fuzz  # only where wordings differ: it takes 20 ms to load

    first, second = one_line(one).casefold(), one_line(other).casefold()
    return fuzz.ratio(first, second, score_cutoff=100 * least) / 100


def best_matches(before: Sequence[Node], after: Sequence[Node], least: float) -> Iterator[Match]:
    """Yield the matches that are the most alike on the whole; each node is in one at most.

    What is less alike than `least` is no match. The answer is the same whichever side is first.
    """
    if not before or not after or len(before) * len(after) > MOST_COMPARED:
        return
    if _canonical(after) < _canonical(before):
        for match in best_matches(after, before, least):
            yield Match(match.after, match.before, match.likeness)
        return
    found = {
        (rank, other): alike
        for rank, one in enumerate(before)
        for other, two in enumerate(after)
        if (alike := _alike(one, two, least))
    }
    scores = {pair: _score(before[pair[0]], after[pair[1]], each) for pair, each in found.items()}
    for rank, other in assign(scores):
        yield Match(before[rank], after[other], found[rank, other])


def _canonical(nodes: Iterable[Node]) -> list[tuple[str, str, str]]:
    return [(node.label, node.code, str(node.key)) for node in nodes]


def _alike(one: Node, other: Node, least: float) -> float:
    return likeness(one.label, other.label, least - SAME_FIGURES * same_figures(one, other))


def _score(one: Node, other: Node, alike: float) -> int:
    """Return what a match is worth: its likeness in thousandths, more with the same figures."""
    return round(1000 * (alike + SAME_FIGURES * same_figures(one, other)))


def same_figures(one: Node, other: Node) -> bool:
    """Tell whether two nodes hold the same figures in the same columns, and any at all."""
    figures = _figures(one)
    return any(figures.values()) and figures == _figures(other)


def _figures(node: Node) -> Mapping[str, Value]:
    return {column: cell.value for column, cell in node.cells.items()}
