"""Two wordings beside each other, or one below the other, with the words that differ marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

from pan_tp_cli.report.diff_words import AFTER, BEFORE
from pan_tp_cli.report.kept_words import kept
from pan_tp_cli.report.style import ERROR, FAINT, RIGHT, Style

BESIDE: Final = 100
"""From this width on, two wordings stand beside each other."""
BAR: Final = " | "
GONE: Final = "- "
COME: Final = "+ "


class _Word(NamedTuple):
    """A word, and whether the other wording has another one."""

    text: str
    differs: bool


def side_by_side(before: str, after: str, style: Style, indent: str) -> Iterator[str]:
    """Yield the lines of two wordings behind `indent`, each wrapped to its room."""
    sides = _marked(before.split(), after.split())
    if style.width < BESIDE:
        for words, mark, colour in zip(sides, (GONE, COME), (ERROR, RIGHT), strict=True):
            yield from _below(words, indent + mark, colour, style)
        return
    width = (style.width - len(indent) - len(BAR)) // 2
    columns = [list(_wrapped(words, width)) for words in sides]
    heads = (f"{text.get(style.lang):{width}}" for text in (BEFORE, AFTER))
    yield style.paint((indent + BAR.join(heads)).rstrip(), FAINT)
    for ours, theirs in zip_longest(*columns, fillvalue=[]):
        padding = " " * (width - _length(ours))
        left = _written(ours, ERROR, style) + padding
        line = f"{indent}{left}{style.paint(BAR, FAINT)}{_written(theirs, RIGHT, style)}"
        yield line.rstrip()


def _below(words: Sequence[_Word], first: str, colour: str, style: Style) -> Iterator[str]:
    indent = first
    for line in _wrapped(words, style.width - len(first)):
        yield indent + _written(line, colour, style)
        indent = " " * len(first)


def _marked(before: Sequence[str], after: Sequence[str]) -> tuple[list[_Word], list[_Word]]:
    """Return the words of both, with those that are not in the other at their place marked."""
    ours = [_Word(word, differs=True) for word in before]
    theirs = [_Word(word, differs=True) for word in after]
    for start, other, size in kept(before, after):
        for rank in range(size):
            ours[start + rank] = ours[start + rank]._replace(differs=False)
            theirs[other + rank] = theirs[other + rank]._replace(differs=False)
    return ours, theirs


def _wrapped(words: Sequence[_Word], width: int) -> Iterator[list[_Word]]:
    """Yield lines of words that fit; a word that is too long for a line is cut."""
    line: list[_Word] = []
    for word in _cut(words, width):
        if line and _length([*line, word]) > width:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _cut(words: Sequence[_Word], width: int) -> Iterator[_Word]:
    for word in words:
        for start in range(0, len(word.text), width):
            yield word._replace(text=word.text[start : start + width])


def _length(words: Sequence[_Word]) -> int:
    return sum(len(word.text) for word in words) + max(len(words) - 1, 0)


def _written(words: Sequence[_Word], colour: str, style: Style) -> str:
    runs = ((key, " ".join(word.text for word in run)) for key, run in groupby(words, _differs))
    return " ".join(style.paint(text, colour) if differs else text for differs, text in runs)


def _differs(word: _Word) -> bool:
    return word.differs
