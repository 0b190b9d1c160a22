"""Numbers in French words, and French words as numbers."""

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final, Protocol

PACKAGE: Final = "num2words"


class Speller(Protocol):
    """What num2words offers for one language."""

    def to_cardinal(self, number: int) -> str:
        """Return a number in words."""


def spell(number: int) -> str:
    """Return a number in French words, in the spelling from before 1990."""
    return _speller().to_cardinal(number)


def read(words: str) -> int | None:
    """Return the number that French words say, in either spelling; None where they say none."""
    from text_to_num import text2num  # heavy, and needed only for words that are not as expected

    try:
        number: int = text2num(words, "fr")
    except ValueError:
        return None
    return number


@cache
def _speller() -> Speller:
    """Load num2words' French alone: its package loads all of its fifty languages at once.

    A bare stand-in for the package, there only during the import, spares every check a tenth of
    its time (docs/decisions/0005).
    """
    spec = find_spec(PACKAGE)
    stand_in = PACKAGE not in sys.modules and spec is not None
    if stand_in and spec is not None:
        package = ModuleType(PACKAGE)
        package.__path__ = list(spec.submodule_search_locations or ())
        sys.modules[PACKAGE] = package
    try:
        speller: Speller = import_module(f"{PACKAGE}.lang_FR").Num2Word_FR()
    finally:
        if stand_in:
            del sys.modules[PACKAGE]
    return speller
