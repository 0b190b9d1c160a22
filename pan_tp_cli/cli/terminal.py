"""Writing to the terminal: colours where wanted, and only characters that it can show."""

import os
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TextIO

from pan_tp_cli.report.style import CODES, DEFAULT_WIDTH, MIN_WIDTH, Style
from pan_tp_cli.text import UNPRINTABLE, Lang, cut, printable, without_commands

PLAINER: Final = str.maketrans(
    {
        "\u202f": " ",
        "\u00a0": " ",
        "\u2212": "-",
        "\u2026": "...",
        "\u00d7": "x",
        "\u00f7": "/",
        "\u2248": "~",
        "\u2192": "->",
        "\u2013": "-",
        "\u2014": "-",
        "\u2019": "'",
        "\u00ab": '"',
        "\u00bb": '"',
        "\u0153": "oe",
        "\u0152": "OE",
        "├": "|",
        "│": "|",
        "└": "`",
        "█": "#",
        **dict.fromkeys("▌▋▊▉", "#"),
        **dict.fromkeys("▏▎▍", " "),
    }
)
"""Stand-ins for characters that code pages such as cp1252 or ASCII lack."""

_COLOURS: Final = frozenset(f"\x1b[{code}m" for code in CODES)
_TO_TERMINAL: Final = rf"[{UNPRINTABLE}](?:(?<=\x1b)\[[0-9;]*m)?"
"""What drives a terminal: a character or, so that ours are known again, a colour."""

_COMMAND: Final = re.compile(r"^((?:[^\S\n]|\x1b\[[0-9;]*m)*):(?=:)", re.MULTILINE)
"""A line that GitHub takes for a command: ``::command::``, behind spaces, and perhaps colours."""
ESCAPED: Final = "surrogateescape"
"""How Python holds the bytes of a file name that is not UTF-8, which leave as they came."""


def style(lang: Lang) -> Style:
    """Return how to write on standard output: coloured on a terminal, plain elsewhere.

    ``NO_COLOR`` turns colours off; ``FORCE_COLOR``, with any value, turns them on.
    """
    width = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    return Style(lang, max(width, MIN_WIDTH), _colours())


def plain_style(lang: Lang) -> Style:
    """Return how to write to a file: as wide as by default, without colours."""
    return Style(lang)


def _colours() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str, *, commands: bool = False) -> None:
    """Write text to standard output; a reader that left early, or none at all, is no fault.

    Formats leave nothing that drives a terminal as it is; this holds for one that forgets to. No
    line is a command to the runner of a pipeline, unless `commands` are what is written.
    """
    _write(harmless(text, coloured=_colours()), sys.stdout, commands=commands)


def inert(text: str) -> str:
    """Return text no line of which a pipeline takes for a command, by how it begins or in it."""
    text = without_commands(text, "<U+0023>")
    return re.sub(_COMMAND, r"\1<U+003A>", text) if "::" in text else text


def harmless(text: str, *, coloured: bool) -> str:
    """Return a report whose line ends and, if it is to have them, own colours drive a terminal."""
    ours = {"\n", *(_COLOURS if coloured else ())}

    def kept(found: re.Match[str]) -> str:
        return found[0] if found[0] in ours else printable(found[0])

    return re.sub(_TO_TERMINAL, kept, text)


def write_exactly(text: str) -> None:
    """Write text to standard output in UTF-8, line ends and all, for programs such as git."""
    if sys.stdout is not None:
        _guarded(sys.stdout, lambda stream: stream.buffer.write(text.encode("utf-8", ESCAPED)))


def complain(text: str) -> None:
    """Write a line to standard error; where that cannot be done, the exit code must do."""
    with suppress(OSError, ValueError):  # ValueError: the stream is closed
        _write(printable(cut(text)) + "\n", sys.stderr)


def _write(text: str, stream: TextIO | None, *, commands: bool = False) -> None:
    if stream is not None:
        # stand-ins first: they may make a command of what was none
        shown = showable(text, stream.encoding or "utf-8")
        ready = shown if commands else inert(shown)
        _guarded(stream, lambda given: given.write(ready))


def _guarded(stream: TextIO, write: Callable[[TextIO], object]) -> None:
    """Write to a stream; a reader that left early is no fault."""
    try:
        write(stream)
        stream.flush()
    except OSError as error:
        # what is still buffered must not raise again when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def showable(text: str, encoding: str) -> str:
    """Return text with stand-ins for the characters that an encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = "".join(_showable(character, encoding) for character in text)
        return plain.encode(encoding, "replace").decode(encoding)
    return text


def _showable(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        plain = character.translate(PLAINER)
        return _without_accent(character) if plain == character else plain
    return character


def _without_accent(character: str) -> str:
    """Return the letters or digits that a character is made of, else itself.

    A sign in another width or place, as the colon of Chinese, is none that a format would have
    escaped, and a letter in another style none of ``www.``: they must not become so.
    """
    from unicodedata import combining, decomposition, normalize  # only where accents are lacking

    plain = "".join(part for part in normalize("NFKD", character) if not combining(part))
    styled = re.match(r"<(?!compat>)", decomposition(character))  # <compat>: ligatures
    same = plain.isdigit() or (plain.isalnum() and not styled)
    return plain if same or plain in {"", " "} else character
