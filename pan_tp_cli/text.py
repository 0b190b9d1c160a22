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
_UNPRINTABLE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Return a text from outside (a file name, an argument) without what could drive a terminal."""
    if text.isprintable():
        return text
    return re.sub(_UNPRINTABLE, lambda found: f"<U+{ord(found[0]):04X}>", text)


def one_line(text: str, longest: int | None = None) -> str:
    """Return a text on one line, cut to `longest` characters where that is given."""
    line = " ".join(text.split())
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"


@cache
def french_spacing(text: str) -> str:
    """Replace by a non-breaking space every space that French typography holds together."""
    for mark in (":", ";", "?", "!", "»", "%"):
        text = text.replace(f" {mark}", NO_BREAK_SPACE + mark)
    return text.replace("« ", "«" + NO_BREAK_SPACE)
