"""Bytes → text: UTF-8 alone, and no character that could mean two things to two readers."""

import re
from typing import Final

from pan_tp_cli import syntax
from pan_tp_cli.document import Document
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.message import Message

BOM: Final = b"\xef\xbb\xbf"
UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")

forbidden = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]").search
"""Finds the first character that a plan may not hold."""


def decode(data: bytes, name: str) -> str:
    """Return the text of a file, without byte order mark; `name` is what the file is called.

    Raises InputError, with its position, for the first byte that is not UTF-8 and for the first
    character that no plan needs: tabs, control characters, line separators of other scripts.
    """
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
        raise _refusal(found, text, name)
    return text


def _refusal(found: re.Match[str], text: str, name: str) -> InputError:
    character = found[0]
    message = Message(syntax.CONTROL_CHARACTER, {"code": f"U+{ord(character):04X}"})
    if character == "\t":
        message = Message(syntax.TAB)
    location = Document(name, text).location_of(*found.span())
    return InputError(Fault(name, message, location))
