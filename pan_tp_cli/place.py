"""Where something stands: the file meant, the way to it, and the span that it fills."""

from enum import Enum
from typing import NamedTuple

Route = tuple[str | int, ...]
"""The way to a node of a YAML tree: keys of mappings and indices of sequences, from the root."""


class Role(Enum):
    """What a file is for."""

    PLAN = "plan"
    INDICATORS = "indicators"
    WAIVERS = "waivers"
    SETTINGS = "settings"

    __hash__ = object.__hash__
    """Members are themselves alone; Enum's own hash, of the name, costs ten times as much."""


class Part(Enum):
    """Which part of an entry is meant: its key or its value."""

    KEY = "key"
    VALUE = "value"

    __hash__ = object.__hash__


class Place(NamedTuple):
    """Where something stands, as a route; a document turns it into a location."""

    role: Role
    route: Route
    part: Part = Part.VALUE


class Location(NamedTuple):
    """A span of a file: lines and columns count from 1, in characters; the end is exclusive.

    `version` tells which version of the file is meant where its name does not say that.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    version: str = ""

    @property
    def start(self) -> str:
        """Return ``file:line:column``, as editors and terminals understand it."""
        start = f"{self.file}:{self.line}:{self.column}"
        return f"{start} ({self.version})" if self.version else start


def cell_name(node: str, column: str | None) -> str:
    """Return what a cell is called in one line: its node, and its column where it has one."""
    return f"{node} {column}" if column else node
