"""A finding: what is wrong with the document, where, and what it should be."""

from enum import Enum
from typing import NamedTuple

from pan_tp_cli.calculation import Calculation
from pan_tp_cli.message import Message
from pan_tp_cli.money import Value

Route = tuple[str | int, ...]
"""The way to a node of a YAML tree: keys of mappings and indices of sequences, from the root."""


class Severity(Enum):
    """How grave a finding is; the values are those of the JSON report, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest severity, and more for lesser ones."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Role(Enum):
    """What a file is for."""

    PLAN = "plan"
    INDICATORS = "indicators"


class Part(Enum):
    """Which part of an entry is meant: its key or its value."""

    KEY = "key"
    VALUE = "value"


class Place(NamedTuple):
    """Where something stands, as a route; a document turns it into a location."""

    role: Role
    route: Route
    part: Part = Part.VALUE


class Location(NamedTuple):
    """A span of a file: lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> str:
        """Return ``file:line:column``, as editors and terminals understand it."""
        return f"{self.file}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One fault of the document, at the cell where it shows.

    `column` is a year, ``total``, ``part`` or None; `label` is the wording of the node and
    `note` the transcriber's remark on its row, empty where there is none. `expected`,
    `difference` (printed - expected) and `calculation` are None where nothing is computed.
    """

    rule: str
    severity: Severity
    node: str
    column: str | None
    place: Place
    message: Message
    help: tuple[Message, ...] = ()
    printed: Value = None
    expected: Value = None
    difference: Value = None
    calculation: Calculation | None = None
    label: str = ""
    note: str = ""

    @property
    def fingerprint(self) -> str:
        """Return 12 hexadecimal digits of rule, node and column.

        It survives new lines, new wording and a change of language.
        """
        import hashlib  # only the machine formats need it

        identity = "\0".join((self.rule, self.node, self.column or ""))
        return hashlib.sha256(identity.encode()).hexdigest()[:12]


class Located(NamedTuple):
    """A finding with its location, and the source lines that it spans."""

    finding: Finding
    location: Location
    lines: tuple[str, ...]
