"""Two wordings side by side, word by word: which words only one of them has."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pan_tp_cli.report.kept_words import kept

_words = re.compile(r"\s*(?:\w+|[^\w\s])").findall


class Piece(NamedTuple):
    """A part of a text; `changed` tells that the other text does not have it."""

    text: str
    changed: bool = False


Pieces = tuple[Piece, ...]


def whole(text: str, *, changed: bool = False) -> Pieces:
    """Return a text in one piece, or in none where it is empty."""
    return (Piece(text, changed),) if text else ()


def plain(pieces: Pieces) -> str:
    """Return the text of all pieces."""
    return "".join(piece.text for piece in pieces)


def compared(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces; words are the same whatever space stands before them."""
    # no word is behind the last spaces, and looking for it takes the square of their number
    ours, theirs = _words(old.rstrip()), _words(new.rstrip())
    left, right = ([word.strip() for word in words] for words in (ours, theirs))
    runs = [*kept(left, right), (len(left), len(right), 0)]
    return (
        _joined(_runs(ours, [(start, size) for start, _, size in runs])),
        _joined(_runs(theirs, [(start, size) for _, start, size in runs])),
    )


def _runs(words: Sequence[str], kept_runs: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield the words between runs that are kept, and these; True for those that changed."""
    end = 0
    for start, size in kept_runs:
        yield "".join(words[end:start]), True
        end = start + size
        yield "".join(words[start:end]), False


def _joined(runs: Iterable[tuple[str, bool]]) -> Pieces:
    """Return runs of words in as few pieces as may be."""
    pieces: list[Piece] = []
    for text, changed in _bare(runs):
        if pieces and pieces[-1].changed is changed:
            pieces[-1] = Piece(pieces[-1].text + text, changed)
        elif text:
            pieces.append(Piece(text, changed))
    return tuple(pieces)


def _bare(runs: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield runs of words, changed ones without the space before them, which did not change."""
    for text, changed in runs:
        bare = text.lstrip()
        yield text[: len(text) - len(bare)], False
        yield bare, changed
