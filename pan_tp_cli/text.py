"""A sentence in both languages, and the language it is asked for in."""

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


@cache
def french_spacing(text: str) -> str:
    """Replace by a non-breaking space every space that French typography holds together."""
    for mark in (":", ";", "?", "!", "»", "%"):
        text = text.replace(f" {mark}", NO_BREAK_SPACE + mark)
    return text.replace("« ", "«" + NO_BREAK_SPACE)
