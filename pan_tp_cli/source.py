"""YAML text → raw strings with the exact span of every key and value; the only reader of YAML.

Nothing is guessed: every scalar stays the text that is written, except a plain ``~``, which is
None. What could be read in two ways (duplicate keys, aliases, tags, tabs, several documents) is
refused, with its position.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

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
from pan_tp_cli.document import Document
from pan_tp_cli.encoding import BOM, decode
from pan_tp_cli.fault import Fault, InputError, position
from pan_tp_cli.message import Message
from pan_tp_cli.tree import MAX_FAULTS, NO_READERS, Builder, GaveUpError, Readers

_TAG_DIRECTIVE: Final = "%TAG"
_tag_directive = re.compile(f"^{_TAG_DIRECTIVE}.*", re.MULTILINE).search

Parse = Callable[[str, Builder], None]


def read_document(
    data: bytes, name: str, parse: Parse | None = None, readers: Readers = NO_READERS
) -> Document:
    """Read the bytes of a YAML file; `name` is what the file is called in messages.

    `parse` hands all of a text to a builder, by default libyaml's parser where it is built. Where
    `readers` has a reader for the key of a list, the items of that list are what it makes of them.

    Raises InputError with every fault found, each with its position.
    """
    document = Document(name, decode(data, name))
    document.mark = BOM.decode() if data.startswith(BOM) else ""
    builder = Builder(document, readers)
    with suppress(GaveUpError):
        _refuse_tag_directive(builder)
        try:
            (parse or by_libyaml)(document.text, builder)
        except MarkedYAMLError as error:
            _refuse_syntax(builder, error)
        except YAMLError as error:
            builder.refuse(syntax.explain(str(error)), 0, 0)
    if not builder.faults and not builder.root:
        raise InputError(Fault(name, Message(syntax.EMPTY_FILE)))
    if builder.faults:
        faults = sorted(builder.faults, key=position)
        if len(faults) >= MAX_FAULTS:
            faults.append(Fault(name, Message(syntax.GAVE_UP, {"limit": str(MAX_FAULTS)})))
        raise InputError(*faults)
    document.tree = builder.root[0]
    return document


def _refuse_tag_directive(builder: Builder) -> None:
    """Refuse ``%TAG``, which no plan needs: libyaml compares each such line with all before it."""
    text = builder.document.text
    found = _tag_directive(text) if _TAG_DIRECTIVE in text else None
    if found:
        builder.refuse(syntax.TAG_DIRECTIVE, *found.span())
        raise GaveUpError


def by_libyaml(text: str, builder: Builder) -> None:
    """Hand all of a text to a builder by libyaml's parser, or by the pure one without it.

    The parser makes its events by classes that it finds by their name in its module: three calls in
    Python for each scalar, more than half of what parsing takes. The methods of the builder, which
    take the same arguments, stand in their place meanwhile; see docs/decisions/0031.
    """
    try:
        import _ruamel_yaml as libyaml
    except ImportError:
        by_ruamel(text, builder)
        return
    next_event = libyaml.CParser(text).get_event
    handlers = _handlers(builder)
    taken = {kind.__name__: take for kind, take in handlers.items()}
    kept = {name: getattr(libyaml, name) for name in taken}
    vars(libyaml).update(taken)
    try:
        while type(event := next_event()) is not StreamEndEvent:
            if event is not None:  # none of the builder's
                _hand(event, handlers)
    finally:
        vars(libyaml).update(kept)


def by_ruamel(text: str, builder: Builder) -> None:
    """Hand all of a text to a builder by ruamel.yaml's own parser, written in Python."""
    from ruamel.yaml import YAML  # slower, and needed only where libyaml is not

    handlers = _handlers(builder)
    for event in YAML(typ="safe", pure=True).parse(text):
        _hand(event, handlers)


def _hand(event: object, handlers: Mapping[type, Callable[..., None]]) -> None:
    if take := handlers.get(type(event)):
        take(*(getattr(event, name) for name in _ARGUMENTS[type(event)]))


def _handlers(builder: Builder) -> dict[type, Callable[..., None]]:
    return {
        ScalarEvent: builder.scalar,
        MappingStartEvent: builder.mapping,
        SequenceStartEvent: builder.sequence,
        MappingEndEvent: builder.close,
        SequenceEndEvent: builder.close,
        AliasEvent: builder.alias,
        DocumentStartEvent: builder.document_start,
    }


_MARKS: Final = ("start_mark", "end_mark")
_COLLECTION: Final = ("anchor", "tag", "implicit", *_MARKS, "flow_style")
_ARGUMENTS: Final = {
    ScalarEvent: ("anchor", "tag", "implicit", "value", *_MARKS, "style"),
    MappingStartEvent: _COLLECTION,
    SequenceStartEvent: _COLLECTION,
    MappingEndEvent: _MARKS,
    SequenceEndEvent: _MARKS,
    AliasEvent: ("anchor", *_MARKS),
    DocumentStartEvent: (*_MARKS, "explicit", "version", "tags"),
}
"""What events are made of, in the order in which libyaml's parser makes them."""


def _refuse_syntax(builder: Builder, error: MarkedYAMLError) -> None:
    """Note what the parser could not read: where an open quote or brace began, if it says."""
    whole = builder.document.text
    at = error.problem_mark.index if error.problem_mark else 0
    before = whole[:at].rpartition("\n")[2]
    text = syntax.explain(f"{error.context} {error.problem}", before)
    if text in syntax.OPENED_BEFORE and error.context_mark:
        at = error.context_mark.index
    at = min(at, len(whole))
    builder.refuse(text, at, at)
