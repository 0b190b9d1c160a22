"""Waivers written into their file as text, so that comments and layout stay (docs/decisions/0008).

A waiver is added in the manner of the list: a line per key, or one more item between brackets.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from pan_tp_cli.document import Document
from pan_tp_cli.finding import Finding
from pan_tp_cli.model.waivers import NEVER
from pan_tp_cli.money import Value
from pan_tp_cli.place import Part
from pan_tp_cli.standing import LIST
from pan_tp_cli.text import one_line
from pan_tp_cli.unified import Edit
from pan_tp_cli.writing import value_like

HEAD: Final = """\
# Constats que les réviseurs ont acceptés. « pan-tp waive add » en ajoute, « pan-tp waive list »
# les montre, « pan-tp waive prune » retire ceux qui ne servent plus.
format: pan-tp/derogations-1
derogations:
"""
INDENT: Final = "  "
_schema = re.compile(
    r"^(# yaml-language-server: \$schema=\S*?)plan-1\.schema\.json\s*$", re.MULTILINE
).search
NO_COLUMN: Final = ("colonne", "~")
_plain = re.compile(r"[^\W_](?:[^:#?\[\]{},\"'\\]*[^\s:#?\[\]{},\"'\\])?").fullmatch


class Entry(NamedTuple):
    """A waiver to be written: the keys of the file and the text of each, but for the blank ones."""

    values: dict[str, str]

    @property
    def rule(self) -> str:
        """Return the rule that is waived."""
        return self.values["regle"]


def entry(finding: Finding, reason: str, by: str, expires: str) -> Entry:
    """Return the waiver of a finding; `expires` is a date, or « jamais »."""
    values = {
        "regle": finding.rule,
        "noeud": finding.node,
        "colonne": finding.column or NO_COLUMN[1],
        "imprime": _pinned(finding.printed),
        "attendu": _pinned(finding.expected),
        "motif": one_line(reason),
        "par": one_line(by),
        "expire": expires or NEVER,
    }
    return Entry({key: value for key, value in values.items() if value})


def _pinned(value: Value) -> str:
    return "" if value is None else one_line(value_like(value, ""))


def created(new: Entry, first: str = "") -> str:
    """Return the text of a new file that holds one waiver, below a `first` line if there is one."""
    return first + HEAD + _block(new, INDENT, "\n") + "\n"


def schema_line(plan: Document) -> str:
    """Return the line that tells editors the schema of waivers, beside that of the plan.

    It is empty where the plan does not say where its own schema is: only that says where they are.
    """
    found = _schema(plan.text)
    return f"{found[1]}derogations-1.schema.json\n" if found else ""


def appended(document: Document, new: Entry) -> Edit:
    """Return the edit that adds a waiver behind all others."""
    count = _count(document)
    start, end = document.span((LIST,))
    newline = "\r\n" if "\r\n" in document.text else "\n"
    if not count:
        edit = Edit(start, end, newline + _block(new, INDENT, newline))
        # no space is left behind the colon
        start -= len(document.text[:start]) - len(document.text[:start].rstrip(" "))
        edit = edit._replace(start=start)
    elif document.text.startswith("[", start):
        last = document.span((LIST, count - 1))[1]
        edit = Edit(last, last, ", " + _flow(new))
    else:
        last = _line_end(document.text, document.span((LIST, count - 1))[1])
        edit = Edit(last, last, newline + _block(new, _indent(document), newline))
    return _shifted(document, edit)


def without(document: Document, gone: Collection[int]) -> Iterator[Edit]:
    """Yield the edits that remove waivers, by their ranks."""
    start, end = document.span((LIST,))
    between_brackets, count = document.text.startswith("[", start), _count(document)
    if between_brackets and len(gone) == count:
        edits = [Edit(start, end, "[]")]
    elif between_brackets:
        edits = list(_between_brackets(document, gone, count))
    else:
        at_end = _at_unfinished_end(document, gone, count)
        edits = [_lines_of(document, rank, at_end=rank in at_end) for rank in sorted(gone)]
        if len(gone) == count:
            colon = document.text.index(":", document.span((LIST,), Part.KEY)[1]) + 1
            edits.append(Edit(colon, colon, " []"))
    yield from (_shifted(document, edit) for edit in edits)


def _count(document: Document) -> int:
    listed = document.at((LIST,))
    return len(listed) if isinstance(listed, list) else 0


def _shifted(document: Document, edit: Edit) -> Edit:
    """Return an edit of the text as one of the whole file, its byte order mark included."""
    shift = len(document.mark)
    return Edit(edit.start + shift, edit.end + shift, edit.text)


def _line_end(text: str, at: int) -> int:
    """Return where the line ends that what comes before `at` ends on."""
    at = len(text[:at].rstrip())
    found = re.compile(r"\r?\n|$").search(text, at)
    return found.start() if found else len(text)


def _dash(document: Document, rank: int) -> int:
    """Return where the dash of an item stands."""
    return document.text.rindex("-", 0, document.span((LIST, rank))[0])


def _indent(document: Document) -> str:
    """Return what stands before the dash of the items."""
    dash = _dash(document, 0)
    return " " * (dash - (document.text.rfind("\n", 0, dash) + 1))


def _at_unfinished_end(document: Document, gone: Collection[int], count: int) -> frozenset[int]:
    """Return the last items, all to be removed, of a list whose last line has no end."""
    last = document.span((LIST, count - 1))[1]
    if _line_end(document.text, last) < len(document.text):
        return frozenset()
    kept = max((rank for rank in range(count) if rank not in gone), default=-1)
    return frozenset(range(kept + 1, count))


def _lines_of(document: Document, rank: int, *, at_end: bool) -> Edit:
    """Return the edit that removes the lines of an item, each with its end.

    At the end of a file whose last line has none, the ends before the lines go instead.
    """
    text = document.text
    first = text.rfind("\n", 0, _dash(document, rank)) + 1
    last = _line_end(text, document.span((LIST, rank))[1])
    if at_end:
        return Edit(first - _newline_before(text, first), last, "")
    return Edit(first, last + (2 if text.startswith("\r\n", last) else 1), "")


def _newline_before(text: str, at: int) -> int:
    """Return how many characters end the line before a place."""
    return 2 if text.endswith("\r\n", 0, at) else 1


def _between_brackets(document: Document, gone: Collection[int], count: int) -> Iterator[Edit]:
    """Yield the edits that remove items between brackets, each with one comma."""
    spans = [document.span((LIST, rank)) for rank in range(count)]
    last = max(rank for rank in range(count) if rank not in gone)
    for rank in sorted(gone):
        if rank < last:
            yield Edit(spans[rank][0], spans[rank + 1][0], "")
    if last < count - 1:
        yield Edit(spans[last][1], spans[-1][1], "")


def _block(new: Entry, indent: str, newline: str) -> str:
    """Write a waiver as an item of a list, a line per key, without the last line's end."""
    lines = _pairs(new)
    return newline.join(
        f"{indent}{'- ' if rank == 0 else INDENT}{line}" for rank, line in enumerate(lines)
    )


def _flow(new: Entry) -> str:
    """Write a waiver between braces."""
    return "{" + ", ".join(_pairs(new)) + "}"


def _pairs(new: Entry) -> list[str]:
    """Return the keys with their texts; a column may be blank, any other « ~ » is a text."""
    return [
        f"{key}: {value if (key, value) == NO_COLUMN else _scalar(value)}"
        for key, value in new.values.items()
    ]


def _scalar(text: str) -> str:
    """Write a text plain where no reader of YAML could take it for something else."""
    if _plain(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
