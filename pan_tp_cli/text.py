"""A sentence in both languages, and the language it is asked for in."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

NO_BREAK_SPACE = "\u00a0"


class Lang(StrEnum):
    """The languages that every text for people exists in."""

    FR = "fr"
    EN = "en"


class Text(NamedTuple):
    """One text in French and in English, with the same named placeholders in both.

    The French is written with plain spaces before ``: ; ? ! »`` and after ``«``; they are
    made non-breaking when the text is asked for.
    """

    fr: str
    en: str

    def get(self, lang: Lang) -> str:
        """Return the text in `lang`, placeholders untouched."""
        return french_spacing(self.fr) if lang is Lang.FR else self.en


LONGEST_SHOWN = 60
LONGEST_PARAGRAPH = 2000
"""Characters of what is told in a terminal of one thing: more is no more read than less."""
UNPRINTABLE = (
    "\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff"
)
"""What a text from outside may not do to its reader, as a class of a regular expression.

Control characters, those that turn the direction of writing, line and paragraph separators, those
that show as nothing, bytes that are no characters, and tags.
"""

_OLD_COMMAND = r"#(?=#(?:vso|teamcity)?\[)"


def printable(text: str) -> str:
    """Return a text from outside (a file name, an argument) without what could drive a terminal."""
    if text.isprintable():
        return text
    return re.sub(f"[{UNPRINTABLE}]", lambda found: f"<U+{ord(found[0]):04X}>", text)


def one_line(text: str, longest: int | None = None) -> str:
    """Return a text on one line, cut to `longest` characters where that is given."""
    line = " ".join(text.split())
    return line if longest is None else cut(line, longest)


def without_commands(text: str, sign: str) -> str:
    """Return a text that the runner of a pipeline takes for nothing but lines of a log.

    GitHub, Azure and TeamCity look for ``##[command]``, ``##vso[command]`` and
    ``##teamcity[command]`` anywhere in a line, so that a wording could hide lines or set what later
    steps read; `sign` is written for the first ``#``.
    """
    return re.sub(_OLD_COMMAND, sign.replace("\\", r"\\"), text) if "##" in text else text


def cut(text: str, longest: int = LONGEST_PARAGRAPH) -> str:
    """Return a text, or its beginning with an ellipsis where it is longer than `longest`."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


@cache
def french_spacing(text: str) -> str:
    """Replace by a non-breaking space every space that French typography holds together."""
    for mark in (":", ";", "?", "!", "»", "%"):
        text = text.replace(f" {mark}", NO_BREAK_SPACE + mark)
    return text.replace("« ", "«" + NO_BREAK_SPACE)
