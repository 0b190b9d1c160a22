"""Bytes → text: UTF-8 alone, and no character that could mean two things to two readers."""

import re
from typing import Final

from pan_tp_cli import syntax
from pan_tp_cli.document import Document
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.message import Message
from pan_tp_cli.place import Location
from pan_tp_cli.text import Text

MAX_BYTES: Final = 512 * 1024 * 1024
"""Largest file read: a plan of a million activities has 430 MB."""
BOM: Final = b"\xef\xbb\xbf"
UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
ZIP: Final = b"PK\x03\x04"

forbidden = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
).search
"""Finds the first character that a plan may not hold: control characters, and invisible ones."""

_OTHER_SPACES: Final = (
    "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)


def _other_indent(text: str) -> re.Match[str] | None:
    """Find a space that is not U+0020 where only that one indents."""
    if not any(space in text for space in _OTHER_SPACES):
        return None
    return re.search(f"^ *([{_OTHER_SPACES}])", text, re.MULTILINE)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file, without byte order mark; `name` is what the file is called.

    Raises InputError, with its position, for the first byte that is not UTF-8 and for the first
    character that no plan needs: tabs, control characters, line separators of other scripts.
    """
    if data.startswith(ZIP):
        raise InputError(Fault(name, Message(syntax.OFFICE_FILE)))
    if data.startswith(UTF16_BOMS):
        raise InputError(Fault(name, Message(syntax.UTF16)))
    data = data.removeprefix(BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = Document(name, data[: error.start].decode())
        at = before.location_of(len(before.text), len(before.text))
        byte = f"0x{data[error.start]:02X}"
        raise InputError(Fault(name, Message(syntax.NOT_UTF8, {"byte": byte}), at)) from error
    found = forbidden(text)
    if found:
        what = syntax.TAB if found[0] == "\t" else syntax.CONTROL_CHARACTER
        raise _refusal(what, found[0], Document(name, text).location_of(*found.span()))
    found = None if text.isascii() else _other_indent(text)
    if found:
        location = Document(name, text).location_of(*found.span(1))
        raise _refusal(syntax.INDENTED_BY_OTHER_SPACE, found[1], location)
    return text


def _refusal(what: Text, character: str, location: Location) -> InputError:
    message = Message(what, {"code": f"U+{ord(character):04X}"})
    return InputError(Fault(location.file, message, location))
