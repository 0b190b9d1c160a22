"""What mends a fault: cells with their right values, and how the fault may have arisen."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from pan_tp_cli.message import Message
from pan_tp_cli.money import Value
from pan_tp_cli.place import Place


class Pattern(Enum):
    """How a fault arises; the values are those of the JSON report."""

    COPIED_NEIGHBOUR = "copied-neighbour"
    DIGITS_INTERCHANGED = "digits-interchanged"
    DIGIT_OMITTED = "digit-omitted"
    DIGIT_ADDED = "digit-added"
    DIGIT_REPLACED = "digit-replaced"
    GROUP_OMITTED = "group-omitted"
    GROUP_ADDED = "group-added"
    SCALED_CELL = "scaled-cell"
    SIGN = "sign"
    BLANK = "blank"
    OTHER_VALUE = "other-value"
    SWAPPED_CELLS = "swapped-cells"
    SHIFTED_COLUMNS = "shifted-columns"
    SCALED_ROW = "scaled-row"
    MISSING_ROW = "missing-row"
    DUPLICATED_ROW = "duplicated-row"
    MISPLACED_ROW = "misplaced-row"
    STALE_TOTALS = "stale-totals"
    PUT_BACK = "put-back"


class Change(NamedTuple):
    """A printed cell and the value proposed for it."""

    node: str
    column: str | None
    place: Place
    printed: Value
    proposed: Value


class Repair(NamedTuple):
    """One way to mend a fault: all its changes together.

    `changes` come main one first; there are none where no cell can be changed (a row is missing).
    `message` says in words how the fault may have arisen. `share` is the part, from 0 to 1, that
    this repair has in the likelihood of all those known. `node` is the row that it is about, or
    the heading below which one is missing. `together` are cells that are to say something else, or
    nothing else than is printed, if all findings beside it are mended in the same way.
    """

    pattern: Pattern
    message: Message
    changes: tuple[Change, ...]
    share: float
    node: str = ""
    together: tuple[Change, ...] = ()


class Evidence(NamedTuple):
    """A violated equation that the same fault explains; `rule` states it."""

    rule: str
    node: str
    column: str | None
    place: Place
    printed: Value
    computed: Value


class MissingRow(NamedTuple):
    """The row that seems to be missing below `parent`, with its amounts by column."""

    parent: str
    amounts: Mapping[str, int]
