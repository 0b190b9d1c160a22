"""What a test asks of a page of HTML, read by the parser of the standard library."""

import re
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset(("meta", "link", "br", "input"))
HEADINGS: Final = re.compile(r"h([1-6])").fullmatch
LOADING: Final = re.compile(r"@import|url\(|https?:|src=|<script|\son\w+=", re.IGNORECASE)
"""What loads something, or runs."""


class Table:
    """A table: its caption, the scopes of its heads, and its rows as counts of columns."""

    def __init__(self) -> None:
        self.caption = ""
        self.scopes: list[str] = []
        self.rows: list[int] = []


class Page(HTMLParser):
    """A page taken apart; a tag that is not closed, or closed twice, fails the test."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.tables: list[Table] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.lang = ""
        self.text = ""
        self.marked: dict[str, list[str]] = {"del": [], "ins": []}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"{tag} {attrs}"
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.lang = given.get("lang", self.lang)
        if heading := HEADINGS(tag):
            self.headings.append((int(heading[1]), ""))
        if tag in self.marked:
            self.marked[tag].append("")
        self._table(tag, given)

    def _table(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append(0)
        elif tag in ("th", "td"):
            self.tables[-1].rows[-1] += int(given.get("colspan", "1"))
            self.tables[-1].scopes += [given["scope"]] if tag == "th" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> in {self.open}"

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside in ("style", "script"):
            return
        self.text += data
        if self.headings and any(HEADINGS(tag) for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = level, text + data
        if "caption" in self.open:
            self.tables[-1].caption += data
        if inside in self.marked:
            self.marked[inside][-1] += data
