"""What a field looks like in its file, for schemas: what its reading function takes."""

from enum import Enum, auto
from typing import NamedTuple


class Form(Enum):
    """The kinds of values that fields are read from; `schema/forms.py` says what each may be."""

    AMOUNT = auto()
    AMOUNTS = auto()
    BOOLEAN = auto()
    BUDGET = auto()
    CHOICE = auto()
    CODE = auto()
    COLUMN = auto()
    DATE = auto()
    EXPIRY = auto()
    MEASURE = auto()
    MEASURES = auto()
    QUANTITY = auto()
    REASON = auto()
    SHARES = auto()
    SUMMARY_ROW = auto()
    SUMMARY_TOTAL = auto()
    TARGETS = auto()
    TOLERATED = auto()
    YEARS = auto()


class Taken(NamedTuple):
    """What a field takes: its form and, for a choice, the names to choose from."""

    form: Form
    choices: tuple[str, ...] = ()
