"""YAML text → raw strings with the exact span of every key and value; the only reader of YAML.

Nothing is guessed: every scalar stays the text that is written, except a plain ``~``, which is
None. What could be read in two ways (duplicate keys, aliases, tags, tabs, several documents) is
refused, with its position.
"""

import re
from array import array
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pan_tp_cli import syntax
from pan_tp_cli.document import Document, Node
from pan_tp_cli.encoding import decode, forbidden
from pan_tp_cli.fault import Fault, InputError, position
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.text import Text

NextEvent = Callable[[], Any]

MAX_DEPTH: Final = 32
MAX_FAULTS: Final = 100
"""A text with more faults than these is not read on: nobody mends them one by one."""


def read_document(
    data: bytes, name: str, events: Callable[[str], NextEvent] | None = None
) -> Document:
    """Read the bytes of a YAML file; `name` is what the file is called in messages.

    `events` makes a source of parser events from a text, by default libyaml's where it is built.
    Raises InputError with every fault found, each with its position.
    """
    document = Document(name, decode(data, name))
    builder = _Builder(document)
    with suppress(_GaveUpError):
        try:
            builder.run((events or parser_events)(document.text))
        except MarkedYAMLError as error:
            builder.refuse_syntax(error)
        except YAMLError as error:
            builder.refuse(syntax.explain(str(error)), 0, 0)
    if not builder.faults and not builder.root:
        raise InputError(Fault(name, Message(syntax.EMPTY_FILE)))
    if builder.faults:
        raise InputError(*sorted(builder.faults, key=position))
    document.tree = builder.root[0]
    return document


def parser_events(text: str) -> NextEvent:
    """Return the next-event function of libyaml's parser, or of the pure one without it."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        return pure_events(text)
    next_event: NextEvent = CParser(text).get_event
    return next_event


def pure_events(text: str) -> NextEvent:
    """Return the next-event function of ruamel.yaml's own parser, written in Python."""
    from ruamel.yaml import YAML  # slower, and needed only where libyaml is not

    next_event: NextEvent = iter(YAML(typ="safe", pure=True).parse(text)).__next__
    return next_event


class _GaveUpError(Exception):
    """The rest of the text is not worth reading; the fault has been noted."""


_NO_KEY: Final = object()
MERGE: Final = "<<"
YEAR: Final = len("2023")
_comment = re.compile(r" +(#.*)").match


def _made_by_escape(value: str) -> re.Match[str] | None:
    """Find a character that no plan needs, and that an escape in double quotes has made."""
    return forbidden(value) or re.search("[\n\r]", value)


_SPECIAL: Final = frozenset(("~", "", MERGE))


class _Builder:
    """Builds the tree of a document from parser events, and notes what it refuses."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._text = document.text
        self.faults: list[Fault] = []
        self.root: list[Node] = []
        self._spans = document.spans
        self._node: Any = self.root
        self._marks: list[int] = []
        self._key: Any = _NO_KEY
        self._flow = False
        self._end = 0
        self._stack: list[tuple[Any, list[int], Any, bool]] = []

    def run(self, next_event: NextEvent) -> None:
        """Take every event of the stream."""
        take = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }.get
        while True:
            event = next_event()
            kind = type(event)
            if kind is StreamEndEvent:
                return
            handle = take(kind)
            if handle is not None:
                handle(event)

    def refuse(self, text: Text, start: int, end: int, **values: Shown) -> None:
        """Note a fault at a span of the text."""
        location = self.document.location_of(start, end)
        self.faults.append(Fault(self.document.name, Message(text, values), location))
        if len(self.faults) >= MAX_FAULTS:
            raise _GaveUpError

    def refuse_syntax(self, error: MarkedYAMLError) -> None:
        """Note what the parser could not read: where an open quote or brace began, if it says."""
        at = error.problem_mark.index if error.problem_mark else 0
        before = self._text[:at].rpartition("\n")[2]
        text = syntax.explain(f"{error.context} {error.problem}", before)
        if text in syntax.OPENED_BEFORE and error.context_mark:
            at = error.context_mark.index
        at = min(at, len(self._text))
        self.refuse(text, at, at)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value = event.value
        if event.implicit[0] and (value in _SPECIAL or (self._flow and ":" in value)):
            value = self._special(value, start, end)
        elif event.style == '"' and (found := _made_by_escape(value)):
            self.refuse(syntax.CONTROL_CHARACTER, start, end, code=f"U+{ord(found[0]):04X}")
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if event.implicit[0] and self._text.startswith(" ", end):
            self._refuse_lost_comment(end)
        self._end = end
        if self._key is _NO_KEY:
            self._put(value, start, end)
        else:
            self._marks += (start, end)
            self._node[self._key] = value
            self._key = _NO_KEY

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

    def _put(self, value: Node, start: int, end: int) -> None:
        self._marks += (start, end)
        if type(self._node) is list:
            self._node.append(value)
        elif self._key is _NO_KEY:
            self._take_key(value, start, end)
        else:
            self._node[self._key] = value
            self._key = _NO_KEY

    def _take_key(self, key: Any, start: int, end: int) -> None:
        if type(key) is not str:
            self.refuse(syntax.COMPLEX_KEY, start, end)
            raise _GaveUpError
        if key in self._node:
            first = self._marks[4 * list(self._node).index(key)]
            line = str(self.document.location_of(first, first).line)
            self.refuse(syntax.DUPLICATE_KEY, start, end, key=key, line=line)
            key = object()  # what follows is read, and kept apart
        self._key = key

    def _open(self, event: Any) -> None:
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if len(self._stack) >= MAX_DEPTH:
            self.refuse(syntax.TOO_DEEP, start, start, limit=str(MAX_DEPTH))
            raise _GaveUpError
        node: Node = {} if type(event) is MappingStartEvent else []
        if type(self._node) is dict and self._key is _NO_KEY:
            self.refuse(syntax.COMPLEX_KEY, start, start)
            raise _GaveUpError
        self._put(node, start, start)
        self._stack.append((self._node, self._marks, self._key, self._flow))
        self._node, self._marks, self._key = node, [], _NO_KEY
        self._flow = bool(event.flow_style)

    def _close(self, event: Any) -> None:
        if self._flow:
            self._end = event.end_mark.index
        self._spans[id(self._node)] = array("I", self._marks)
        self._node, self._marks, self._key, self._flow = self._stack.pop()
        self._marks[-1] = self._end

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.refuse(syntax.ANCHOR, start, end, name=f"*{event.anchor}")
        self._put("*", start, end)

    def _document(self, event: Any) -> None:
        if self.root:
            self.refuse(syntax.SEVERAL_DOCUMENTS, event.start_mark.index, event.end_mark.index)
            raise _GaveUpError

    def _refuse_properties(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        written = self._text[start : start + 40].split()[0]
        if event.tag is not None:
            self.refuse(syntax.TAG, start, end, tag=written)
        if event.anchor is not None:
            self.refuse(syntax.ANCHOR, start, end, name=written)

    def _refuse_empty(self, start: int, end: int) -> None:
        """Refuse a missing value, at its key; a number as key is what a decimal comma left over."""
        text = syntax.EMPTY_VALUE
        if type(self._node) is dict and self._key is not _NO_KEY:
            start, end = self._marks[-2:]
            if _comment(self._text, end + 1):
                text = syntax.HASH
            elif self._flow and self._node and self._key[:1].isdigit() and len(self._key) != YEAR:
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
        raise _GaveUpError
