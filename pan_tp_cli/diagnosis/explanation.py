"""One way to explain violated equations: what was done to which cells."""

from collections.abc import Mapping
from typing import NamedTuple

from pan_tp_cli.message import NO_VALUES, Shown
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell, Entry


class Missing(NamedTuple):
    """A row that is not there: the entry that should have it below, its amounts by column."""

    parent: Entry
    amounts: Mapping[str, int]


class Explanation(NamedTuple):
    """One fault that would explain `equations`, given by their indices, and no others.

    `changes` are cells with their right value in units, the main one first; `weight` is the
    natural logarithm of how likely it is, relative to one wrong cell chosen at random. `row` is
    the row concerned as a whole. `detail` fills the placeholders of the words for the pattern.
    """

    pattern: Pattern
    equations: frozenset[int]
    changes: tuple[tuple[Cell, int], ...]
    weight: float
    row: Entry | None = None
    missing: Missing | None = None
    detail: Mapping[str, Shown] = NO_VALUES
