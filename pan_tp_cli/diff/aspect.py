"""What can change about a node of a plan, and how much a change of it weighs."""

from enum import Enum
from typing import Final


class Weight(Enum):
    """How much a change matters; the values are those of the JSON report, heaviest first."""

    BREAKING = "breaking"
    ATTENTION = "attention"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for the heaviest, and more for lighter ones."""
        return _RANKS[self]


_RANKS: Final = {weight: rank for rank, weight in enumerate(Weight)}


class Aspect(Enum):
    """What a change is about; the values are those of the JSON report, in the order of reports."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    BUDGET = "budget"
    TARGETS = "targets"
    EXTRA = "extra-cells"
    CURRENCY = "currency"
    YEARS = "years"
    QUANTITY = "quantity"
    PERIODICITY = "periodicity"
    UNIT = "unit"
    AGGREGATION = "aggregation"
    RESPONSIBLE = "responsible"
    INDICATORS = "indicators"
    SOURCES = "sources"
    PARTNERS = "partners"
    STRUCTURES = "structures"
    REWORDED = "reworded"
    ACRONYM = "acronym"
    REVISION = "revision"
    NOTE = "note"


WEIGHTS: Final = {
    Aspect.REMOVED: Weight.BREAKING,
    Aspect.BUDGET: Weight.BREAKING,
    Aspect.TARGETS: Weight.BREAKING,
    Aspect.EXTRA: Weight.BREAKING,
    Aspect.CURRENCY: Weight.BREAKING,
    Aspect.REWORDED: Weight.INFO,
    Aspect.ACRONYM: Weight.INFO,
    Aspect.REVISION: Weight.INFO,
    Aspect.NOTE: Weight.INFO,
}
"""What a change weighs if nothing else is known of it; any other asks for attention."""


def weight_of(aspect: Aspect) -> Weight:
    """Return what a change of an aspect weighs if nothing else is known of it."""
    return WEIGHTS.get(aspect, Weight.ATTENTION)
