"""How an expected figure is computed, term by term, so that a reader can follow it."""

from enum import Enum
from typing import NamedTuple

from pan_tp_cli.money import Value


class Relation(Enum):
    """What an equation asks of its target, given its terms."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    MAXIMUM = "maximum"
    SHARE = "share"


class Term(NamedTuple):
    """One cell of a calculation: a node, its column (None where it has none) and its value."""

    node: str
    column: str | None
    value: Value


class Calculation(NamedTuple):
    """`relation` over `terms` gives `result`; `currency` is the ISO code of amounts, else None."""

    relation: Relation
    terms: tuple[Term, ...]
    result: Value
    currency: str | None
