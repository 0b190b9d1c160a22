"""Builds the tree of a document from parser events, and notes what it refuses."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pan_tp_cli import syntax
from pan_tp_cli.document import Document, Node
from pan_tp_cli.encoding import forbidden
from pan_tp_cli.fault import Fault
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Text

MAX_DEPTH: Final = 32
MAX_FAULTS: Final = 100
"""A text with more faults than these is not read on: nobody mends them one by one."""


class GaveUpError(Exception):
    """The rest of the text is not worth reading; the fault has been noted."""


_NO_KEY: Final = object()
MERGE: Final = "<<"
YEAR: Final = len("2023")
_comment = re.compile(r" +(#.*)").match


def _made_by_escape(value: str) -> re.Match[str] | None:
    """Find a character that no plan needs, and that an escape in double quotes has made."""
    return forbidden(value) or re.search("[\n\r]", value)


_SPECIAL: Final = frozenset(("~", "", MERGE))
LONGEST_SPECIAL: Final = 2

Reader = Callable[[dict[str, Any], Node], Any]
Readers = Mapping[str, Reader]
"""What makes something else of the items of a list, by the key of the list."""
NO_READERS: Final[Readers] = {}


class Builder:
    """Builds the tree of a document from parser events, and notes what it refuses.

    A plan of a hundred thousand activities has two million scalars: what is done for each of them
    is half of what reading costs (docs/performance.md).

    Where `readers` has a reader for the key of a list, each item that is a mapping is handed to it
    when it ends, with the root of the tree so far, and what it returns takes its place: the texts
    of a row then make room for those of the next.
    """

    def __init__(self, document: Document, readers: Readers = NO_READERS) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.root: list[Node] = []
        self._text = document.text
        self._comments = " #" in self._text
        self._properties = "!" in self._text or "&" in self._text
        self._begins, self._ends = document.begins.append, document.ends.append
        self._node: Any = self.root
        self._slot = -1
        self._key: Any = _NO_KEY
        self._flow = False
        self._end = 0
        self._reader: Reader | None = None
        self._readers = readers
        self._stack: list[tuple[Any, int, bool, Reader | None]] = []
        self._keys: dict[str, str] = {}

    def refuse(self, text: Text, start: int, end: int, **values: Shown) -> None:
        """Note a fault at a span of the text."""
        location = self.document.location_of(start, end)
        self.faults.append(Fault(self.document.name, Message(text, values), location))
        if len(self.faults) >= MAX_FAULTS:
            raise GaveUpError

    def scalar(  # noqa: C901, PLR0913, PLR0917 - made for each scalar, of what events are made of
        self,
        anchor: Any,
        tag: Any,
        implicit: Any,
        value: Any,
        begin: Any,
        end_mark: Any,
        style: Any,
    ) -> None:
        """Take a scalar: a key, a value or an item."""
        before, start = self._end, begin.index
        self._end = end = end_mark.index
        if not style:
            odd = ":" in value if self._flow else False
            if (odd or (len(value) <= LONGEST_SPECIAL and value in _SPECIAL)) and implicit[0]:
                value = self._special(value, start, end)
                if value == "":
                    start, end = self._give_place(before)
            if self._comments and self._text.startswith(" ", end):
                self._refuse_lost_comment(end)
        elif style == '"' and (found := _made_by_escape(value)):
            self.refuse(syntax.CONTROL_CHARACTER, start, end, code=f"U+{ord(found[0]):04X}")
        if self._properties:
            self._refuse_properties(anchor, tag, start, end)
        # as `_put` would do: a call for each scalar is felt
        node = self._node
        if self._key is not _NO_KEY:
            node[self._key] = value
            self._key = _NO_KEY
        elif type(node) is list:
            node.append(value)
        else:
            self._take_key(value, start, end)
        self._begins(start)
        self._ends(end)

    def _give_place(self, before: int) -> tuple[int, int]:
        """Give a missing value, which has been refused, one character behind what is before it.

        It is in no place of its own, and places are told apart by where they begin.
        """
        start = max(before, self.document.begins[-1] + 1 if self._slot >= 0 else 0)
        self._end = start + 1
        return start, self._end

    def _special(self, value: str, start: int, end: int) -> Node:
        """Return what an unquoted scalar means that is not simply its text, or refuse it."""
        if value == "~":
            return None
        if not value:
            self._refuse_empty(start, end)
        elif value == MERGE and self._key is _NO_KEY and type(self._node) is dict:
            self.refuse(syntax.MERGE_KEY, start, end)
        elif self._flow and ":" in value:
            self._refuse_colon(start + value.index(":"))
        return value

    def _put(self, value: Any, start: int, end: int) -> None:
        if self._key is not _NO_KEY:
            self._node[self._key] = value
            self._key = _NO_KEY
        elif type(self._node) is list:
            self._node.append(value)
        else:
            self._take_key(value, start, end)
        self._begins(start)
        self._ends(end)

    def _take_key(self, key: Any, start: int, end: int) -> None:
        if type(key) is not str:
            self.refuse(syntax.COMPLEX_KEY, start, end)
            raise GaveUpError
        if len(key) != end - start or not self._text.startswith(key, start):
            self.document.odd_keys[start] = key
        if key in self._node:
            # this mapping has not ended: what it holds reaches to here
            self.document.ends[self._slot] = end
            first = self.document.first_begin(self._slot, key)
            line = str(self.document.location_of(first, first).line)
            self.refuse(syntax.DUPLICATE_KEY, start, end, key=key, line=line)
            self._key = object()  # what follows is read, and kept apart
        else:
            self._key = self._keys.setdefault(key, key)  # one and the same in a million rows

    def mapping(
        self, anchor: Any, tag: Any, _implicit: Any, begin: Any, end: Any, flow: Any
    ) -> None:
        """Take the beginning of a mapping."""
        self._open({}, anchor, tag, begin.index, end.index)
        self._flow = bool(flow)

    def sequence(
        self, anchor: Any, tag: Any, _implicit: Any, begin: Any, end: Any, flow: Any
    ) -> None:
        """Take the beginning of a sequence."""
        reader = self._readers.get(self._key) if self._readers else None
        self._open([], anchor, tag, begin.index, end.index)
        self._flow = bool(flow)
        self._reader = reader

    def _open(self, node: Node, anchor: Any, tag: Any, start: int, end: int) -> None:
        if self._properties:
            self._refuse_properties(anchor, tag, start, end)
        if len(self._stack) >= MAX_DEPTH:
            self.refuse(syntax.TOO_DEEP, start, start, limit=str(MAX_DEPTH))
            raise GaveUpError
        if type(self._node) is dict and self._key is _NO_KEY:
            self.refuse(syntax.COMPLEX_KEY, start, start)
            raise GaveUpError
        self._stack.append((self._node, self._slot, self._flow, self._reader))
        self._slot = len(self.document.begins)
        self._put(node, start, start)
        self._node, self._reader = node, None

    def close(self, _begin: Any, end: Any) -> None:
        """Take the end of a mapping or sequence."""
        if self._flow:
            self._end = end.index
        self.document.ends[self._slot] = self._end
        ended = self._node
        self._node, self._slot, self._flow, self._reader = self._stack.pop()
        if self._reader and type(ended) is dict and not self.faults:
            self._node[-1] = self._reader(ended, self.root[0])

    def alias(self, anchor: Any, begin: Any, end: Any) -> None:
        """Refuse an alias."""
        self.refuse(syntax.ANCHOR, begin.index, end.index, name=f"*{anchor}")
        self._end = end.index
        self._put("*", begin.index, end.index)

    def document_start(
        self, begin: Any, end: Any, _explicit: Any, _version: Any, _tags: Any
    ) -> None:
        """Take the beginning of a document; refuse a second one."""
        if self.root:
            self.refuse(syntax.SEVERAL_DOCUMENTS, begin.index, end.index)
            raise GaveUpError

    def _refuse_properties(self, anchor: Any, tag: Any, start: int, end: int) -> None:
        if anchor is None and tag is None:
            return
        # what has no value of its own may be said to begin behind its tag or anchor
        written = next(iter(self._text[start : start + 40].split()), "")
        if tag is not None:
            self.refuse(syntax.TAG, start, end, tag=written or tag)
        if anchor is not None:
            self.refuse(syntax.ANCHOR, start, end, name=written or f"&{anchor}")

    def _refuse_empty(self, start: int, end: int) -> None:
        """Refuse a missing value, at its key; a number as key is what a decimal comma left over."""
        text = syntax.EMPTY_VALUE
        if type(self._node) is dict and self._key is not _NO_KEY:
            start, end = self.document.begins[-1], self.document.ends[-1]
            key = self._text[start:end]  # one that is there twice is known by its text alone
            if _comment(self._text, end + 1):
                text = syntax.HASH
            elif self._flow and self._node and key[:1].isdigit() and len(key) != YEAR:
                text = syntax.COMMA_IN_BRACES
        self.refuse(text, start, end)

    def _refuse_lost_comment(self, end: int) -> None:
        """Refuse `#1` behind an unquoted value: more likely a part of it than a comment."""
        found = _comment(self._text, end)
        if found and found[1][1:2] not in ("", " ", "#", "\r"):
            self.refuse(syntax.LOST_COMMENT, *found.span(1), lost=found[1].rstrip())

    def _refuse_colon(self, at: int) -> None:
        """Refuse, as libyaml does, a colon inside an unquoted text between braces."""
        self.refuse(syntax.COLON_IN_BRACES, at, at)
        raise GaveUpError
