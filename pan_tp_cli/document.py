"""One YAML file in memory: its text, its tree of raw strings, and where each of them stands."""

import re
from array import array
from bisect import bisect_right
from functools import cached_property

from pan_tp_cli.place import Location, Part, Route

Node = str | None | list["Node"] | dict[str, "Node"]
"""A tree: dicts (in the order of the file), lists, strings, and None where ``~`` stands."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class Document:
    """A file's text and tree; a route through the tree leads to a span of the text.

    `spans` holds, by the identity of each dict or list of the tree, the start and end of its
    entries: four numbers for a key and its value, two for an item. `mark` is the byte order mark
    that the file began with, which is no part of the text, or "". `version` tells which version of
    the file it is where the name does not say that.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.mark = ""
        self.version = ""
        self.tree: Node = None
        self.spans: dict[int, array[int]] = {}
        self._orders: dict[int, dict[str, int]] = {}

    def span(self, route: Route, part: Part = Part.VALUE) -> tuple[int, int]:
        """Return start and end (exclusive) of what `route` leads to, in characters of the text.

        Raises KeyError or IndexError where the route leads nowhere.
        """
        if not route:
            return 0, len(self.text)
        parent = self.at(route[:-1])
        step = route[-1]
        spans = self.spans[id(parent)]
        if isinstance(parent, dict):
            first = 4 * self._order(parent)[str(step)] + (2 if part is Part.VALUE else 0)
        else:
            first = 2 * int(step)
        return spans[first], spans[first + 1]

    def _order(self, mapping: dict[str, Node]) -> dict[str, int]:
        """Return the rank of each key of a mapping, made once where many are asked for."""
        order = self._orders.get(id(mapping))
        if order is None:
            order = self._orders[id(mapping)] = {key: rank for rank, key in enumerate(mapping)}
        return order

    def at(self, route: Route) -> Node:
        """Return the node that `route` leads to."""
        node = self.tree
        for step in route:
            if isinstance(node, dict):
                node = node[str(step)]
            elif isinstance(node, list):
                node = node[int(step)]
            else:
                raise KeyError(step)
        return node

    def location(self, route: Route, part: Part = Part.VALUE) -> Location:
        """Return where the node of `route` stands, in lines and columns."""
        return self.location_of(*self.span(route, part))

    def location_of(self, start: int, end: int) -> Location:
        """Return lines and columns of a span of the text."""
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Location(self.name, line, column, end_line, end_column, self.version)

    def line(self, number: int) -> str:
        """Return line `number`, counted from 1, without its end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def _position(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1
