"""YAML text → raw strings with the exact span of every key and value; the only reader of YAML.

Nothing is guessed: every scalar stays the text that is written, except a plain ``~``, which is
None. What could be read in two ways (duplicate keys, aliases, tags, tabs, several documents) is
refused, with its position.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pan_tp_cli import syntax
from pan_tp_cli.document import Document
from pan_tp_cli.encoding import BOM, decode
from pan_tp_cli.fault import Fault, InputError, position
from pan_tp_cli.message import Message
from pan_tp_cli.tree import Builder, GaveUpError

NextEvent = Callable[[], Any]


def read_document(
    data: bytes, name: str, events: Callable[[str], NextEvent] | None = None
) -> Document:
    """Read the bytes of a YAML file; `name` is what the file is called in messages.

    `events` makes a source of parser events from a text, by default libyaml's where it is built.
    Raises InputError with every fault found, each with its position.
    """
    document = Document(name, decode(data, name))
    document.mark = BOM.decode() if data.startswith(BOM) else ""
    builder = Builder(document)
    with suppress(GaveUpError):
        try:
            builder.take_all((events or parser_events)(document.text))
        except MarkedYAMLError as error:
            _refuse_syntax(builder, error)
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
