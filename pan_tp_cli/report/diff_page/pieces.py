"""Two wordings side by side, word by word: which words only one of them has."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_words = re.compile(r"\s*(?:\w+|[^\w\s])").findall
EQUAL: Final = "equal"


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
    from difflib import SequenceMatcher  # only where wordings differ: it takes 5 ms to load

    # no word is behind the last spaces, and looking for it takes the square of their number
    ours, theirs = _words(old.rstrip()), _words(new.rstrip())
    left, right = ([word.strip() for word in words] for words in (ours, theirs))
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    before = (("".join(ours[a:b]), code != EQUAL) for code, a, b, _, _ in codes)
    after = (("".join(theirs[a:b]), code != EQUAL) for code, _, _, a, b in codes)
    return _joined(before), _joined(after)


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
