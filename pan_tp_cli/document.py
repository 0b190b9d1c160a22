"""One YAML file in memory: its text, its tree of raw strings, and where each of them stands."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from pan_tp_cli.place import Location, Part, Route

Node = str | None | list["Node"] | dict[str, "Node"]
"""A tree: dicts (in the order of the file), lists, strings, and None where ``~`` stands."""

LONG_LINE = 1000
"""Characters from which a line is cut out of the text once, not for each finding that is in it."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Document:
    """A file's text and tree; a route through the tree leads to a span of the text.

    `begins` and `ends` hold the spans of all keys and values in the order in which they begin, each
    dict or list before what it holds; where in them something stands is its slot. `odd_keys` are
    the keys that are not written as they are meant (quoted, say), by where they begin. `mark` is
    the byte order mark that the file began with, which is no part of the text, or "". `version`
    tells which version of the file it is where the name does not say that.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.mark = ""
        self.version = ""
        self.begins, self.ends = array("I"), array("I")
        self.odd_keys: dict[int, str] = {}
        self._tree: Node = None
        self._read_again: Callable[[], Node] | None = None
        self._slots: dict[int, dict[str | int, int]] = {}
        self._first_begins: dict[int, tuple[dict[str, int], int]] = {}
        self._long_lines: dict[int, str] = {}

    @property
    def tree(self) -> Node:
        """The tree; it is read again where it was let go."""
        if self._read_again is not None:
            self._tree, self._read_again = self._read_again(), None
        return self._tree

    @tree.setter
    def tree(self, tree: Node) -> None:
        self._tree = tree

    def let_go(self, read_again: Callable[[], Node]) -> None:
        """Do not keep the tree; places need none, and `read_again` is asked for it if it is wanted.

        The tree of a large plan takes more memory than the models made of it.
        """
        self._tree, self._read_again = None, read_again

    def encoded(self) -> bytes:
        """Return the bytes of the file, which is UTF-8."""
        return (self.mark + self.text).encode()

    def span(self, route: Route, part: Part = Part.VALUE) -> tuple[int, int]:
        """Return start and end (exclusive) of what `route` leads to, in characters of the text.

        Raises KeyError where the route leads nowhere.
        """
        if not route:
            return 0, len(self.text)
        slot = 0
        for step in route:
            slots = self._slots.get(slot)
            if slots is None:
                slots = self._slots[slot] = self._slots_in(slot, keyed=isinstance(step, str))
            slot = slots[step]
        if part is Part.KEY and isinstance(route[-1], str):
            slot -= 1
        return self.begins[slot], self.ends[slot]

    def _slots_in(self, slot: int, *, keyed: bool) -> dict[str | int, int]:
        """Return the slots of what a dict (`keyed`) or list holds, by key or index.

        The key of a value stands in the slot before it.
        """
        if not keyed:
            return dict(enumerate(self._inside(slot, slot + 1)))
        keys = list(self._keys_in(slot, slot + 1))
        return {key: at + 1 for key, at in reversed(keys)}  # the first of two counts

    def first_begin(self, slot: int, key: str) -> int:
        """Return where a key of the dict at a slot begins that may be written several times, first.

        The dict may still grow, and no part of it is looked through twice.
        """
        firsts, looked = self._first_begins.get(slot, ({}, slot + 1))
        for known, at in self._keys_in(slot, looked):
            firsts.setdefault(known, self.begins[at])
        self._first_begins[slot] = firsts, len(self.begins)
        return firsts[key]

    def _keys_in(self, slot: int, at: int) -> Iterator[tuple[str, int]]:
        """Yield the keys of a dict with their slots, from the one in the slot `at` on."""
        for key in islice(self._inside(slot, at), None, None, 2):
            yield self._key(key), key

    def _inside(self, slot: int, at: int) -> Iterator[int]:
        """Yield the slots of what begins in a span, but not inside of anything there, from `at`."""
        begins, ends = self.begins, self.ends
        last = ends[slot]
        while at < len(begins) and begins[at] < last:
            yield at
            at = bisect_left(begins, ends[at], at + 1)

    def _key(self, slot: int) -> str:
        begin = self.begins[slot]
        written = self.text[begin : self.ends[slot]]
        return self.odd_keys.get(begin, written)

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
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.text)
        if end - start < LONG_LINE:
            return self.text[start:end].rstrip("\r\n")
        if number not in self._long_lines:
            self._long_lines[number] = self.text[start:end].rstrip("\r\n")
        return self._long_lines[number]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def _position(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1
