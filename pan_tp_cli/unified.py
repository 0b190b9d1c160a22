"""Edits of a text by spans, and the same edits as a unified diff that `git apply` takes.

The spans say which lines change, so nothing is searched for: the time is that of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from pan_tp_cli.text import UNPRINTABLE

CONTEXT: Final = 3
"""Lines shown around a change, as diff and git show by default."""
NO_NEWLINE: Final = "\n\\ No newline at end of file\n"
_special = re.compile(f'["\\\\{UNPRINTABLE}]').search


class Edit(NamedTuple):
    """`text` in the place of the characters from `start` to `end` (exclusive)."""

    start: int
    end: int
    text: str


class _Block(NamedTuple):
    """Lines that change: from line `first` (counted from 0) on, `old` becomes `new`."""

    first: int
    old: Sequence[str]
    new: Sequence[str]

    @property
    def end(self) -> int:
        """Return the number of the line behind those that change."""
        return self.first + len(self.old)

    @property
    def added(self) -> int:
        """Return how many lines more there are after than before."""
        return len(self.new) - len(self.old)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; they must not overlap."""
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def unified(name: str, text: str, edits: Iterable[Edit]) -> str:
    """Return edits of the file `name` as a unified diff, "" where they change nothing.

    The headers are those of diff, not of git, so that `git apply` takes names as relative to the
    folder that it runs in. Lines end as in the text, whatever they end with.
    """
    lines = _lines(text)
    hunks, shift = [], 0
    for group in _groups(_blocks(text, lines, edits)):
        hunks.append(_hunk(lines, group, shift))
        shift += sum(block.added for block in group)
    if not hunks:
        return ""
    header = f"--- {header_name('a/' + name)}\n+++ {header_name('b/' + name)}\n"
    return header + "".join(hunks)


def header_name(name: str) -> str:
    """Return a file's name as the headers of a patch hold it.

    It is quoted as in C where a character needs it, and followed by a tab where a space could
    make it end too early: both as git does.
    """
    if _special(name):
        return '"' + "".join(map(_escaped, name)) + '"'
    return f"{name}\t" if " " in name else name


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if not _special(character):
        return character
    return "".join(f"\\{byte:03o}" for byte in character.encode(errors="surrogateescape"))


def _lines(text: str) -> list[str]:
    """Return lines with their ends; only a line feed ends one, as in git."""
    lines = text.split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _blocks(text: str, lines: Sequence[str], edits: Iterable[Edit]) -> Iterator[_Block]:
    """Yield the runs of lines that change, in order, neighbouring ones as one."""
    starts = [0, *accumulate(map(len, lines))]
    runs: list[tuple[int, int, list[Edit]]] = []
    for edit in sorted(edit for edit in edits if text[edit.start : edit.end] != edit.text):
        first = bisect_right(starts, edit.start) - 1
        last = bisect_right(starts, max(edit.start, edit.end - 1)) - 1
        if runs and first <= runs[-1][1] + 1:
            first, _, before = runs.pop()
            runs.append((first, last, [*before, edit]))
        else:
            runs.append((first, last, [edit]))
    for first, last, inside in runs:
        begin, old = starts[first], lines[first : last + 1]
        moved = [Edit(edit.start - begin, edit.end - begin, edit.text) for edit in inside]
        yield _Block(first, old, _lines(edited("".join(old), moved)))


def _groups(blocks: Iterable[_Block]) -> list[list[_Block]]:
    """Return blocks so near each other that their contexts touch, together."""
    groups: list[list[_Block]] = []
    for block in blocks:
        if groups and block.first - groups[-1][-1].end <= 2 * CONTEXT:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _hunk(lines: Sequence[str], blocks: Sequence[_Block], shift: int) -> str:
    """Return one hunk; before it, `shift` lines more stand in the new file than in the old."""
    first, last = max(0, blocks[0].first - CONTEXT), min(len(lines), blocks[-1].end + CONTEXT)
    length = last - first
    added = sum(block.added for block in blocks)
    at, body = first, []
    for block in blocks:
        body += [f" {line}" for line in lines[at : block.first]]
        body += [f"-{line}" for line in block.old] + [f"+{line}" for line in block.new]
        at = block.end
    body += [f" {line}" for line in lines[at:last]]
    written = (line if line.endswith("\n") else line + NO_NEWLINE for line in body)
    counts = f"-{first + 1},{length} +{first + 1 + shift},{length + added}"
    return f"@@ {counts} @@\n" + "".join(written)
