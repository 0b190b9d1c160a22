"""One YAML file in memory: its text, its tree of raw strings, and where each of them stands."""

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property

from pan_tp_cli.place import Location, Part, Route

Node = str | None | list["Node"] | dict[str, "Node"]
"""A tree: dicts (in the order of the file), lists, strings, and None where ``~`` stands."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class Document:
    """A file's text and tree; a route through the tree leads to a span of the text.

    `begins` and `ends` hold the spans of all keys and values in the order in which they begin, each
    dict or list before what it holds; where in them something stands is its slot. `mark` is the
    byte order mark that the file began with, which is no part of the text, or "". `version` tells
    which version of the file it is where the name does not say that.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.mark = ""
        self.version = ""
        self.tree: Node = None
        self.begins, self.ends = array("I"), array("I")
        self._slots: dict[int, dict[str | int, int]] = {}

    def span(self, route: Route, part: Part = Part.VALUE) -> tuple[int, int]:
        """Return start and end (exclusive) of what `route` leads to, in characters of the text.

        Raises KeyError or IndexError where the route leads nowhere.
        """
        if not route:
            return 0, len(self.text)
        node, slot = self.tree, 0
        for step in route:
            slots = self._slots.get(slot)
            if slots is None:
                slots = self._slots[slot] = self.slots_below(node, slot)
            if isinstance(node, dict):
                node, slot = node[str(step)], slots[str(step)]
            elif isinstance(node, list):
                node, slot = node[int(step)], slots[int(step)]
            else:
                raise KeyError(step)
        if part is Part.KEY and isinstance(route[-1], str):
            slot -= 1
        return self.begins[slot], self.ends[slot]

    def slots_below(self, node: Node, slot: int) -> dict[str | int, int]:
        """Return the slots of what a dict or list holds that stands at `slot`, by key or index.

        The key of a value stands in the slot before it. What a value holds is passed over: all
        of that begins before the value ends.
        """
        below: dict[str | int, int] = {}
        keyed = isinstance(node, dict)
        for step, child in node.items() if isinstance(node, dict) else enumerate(node or ()):
            slot += 2 if keyed else 1
            below[step] = slot
            if isinstance(child, dict | list):
                slot = bisect_left(self.begins, self.ends[slot], slot + 1) - 1
        return below

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
