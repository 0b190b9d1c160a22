"""What must hold of each format, whatever the words of a plan are."""

import csv
import io
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from unicodedata import category
from xml.etree import ElementTree

import docx
import openpyxl
from markdown_it import MarkdownIt

OURS: Final = frozenset("\n")


def unreadable(text: str) -> set[str]:
    """Return the characters of a text that do something other than to be read."""
    kinds = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return {each for each in text if category(each) in kinds} - OURS


def commanding(text: str) -> list[str]:
    """Return the lines that the runner of a pipeline would take for commands."""
    lines = text.split("\n")
    return [
        each for each in lines if each.lstrip().startswith("::") or re.search(r"##(vso)?\[", each)
    ]


def assert_read_only(text: str) -> None:
    assert unreadable(text) == set()
    assert commanding(text) == []


class Page(HTMLParser):
    """What a page holds: its elements, what they refer to, and its scripts."""

    ALLOWED: Final = re.compile(r"#[\w.-]*|data:,|data:image/(png|svg\+xml)[;,].*", re.DOTALL)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "trap"
        self.scripts += tag == "script"
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name, value)
            assert "trap" not in name, (tag, name, value)
            if name in {"href", "src", "action", "formaction", "xlink:href"}:
                assert self.ALLOWED.fullmatch(value or ""), (tag, name, value)

    def handle_comment(self, data: str) -> None:
        assert "trap" not in data


def judge_html(text: str) -> None:
    assert_read_only(text)
    assert Page(text).scripts <= 1
    assert "trap" in text


def judge_json(text: str) -> None:
    assert text.isascii()
    assert_read_only(text)
    json.loads(text)


def judge_junit(text: str) -> None:
    assert text.isascii()
    assert_read_only(text)
    names = {element.tag for element in ElementTree.fromstring(text).iter()}
    assert names <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out",
    }  # fmt: skip


def judge_github(text: str) -> None:
    assert unreadable(text) == set()
    known = re.compile(r"::(error|warning|notice) file=[^,:]*(,[a-zA-Z]+=[^,:]*)*::[^\r\n]*")
    assert [each for each in text.splitlines() if not known.fullmatch(each)] == []


MARKDOWN: Final = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_MARKUP: Final = re.compile(
    r"(</?details( open)?>|</?summary>|<br>|<summary>[^<]*</summary>|\s)*"
)


def judge_markdown(text: str) -> None:
    # the space of no width keeps signs from being references; it is written as an entity
    assert_read_only(text)
    for token in MARKDOWN.parse(text):
        parts = [token, *(token.children or ())]
        struck = [parts[rank + 1] for rank, each in enumerate(parts) if each.type == "s_open"]
        assert [each.content for each in struck if each.content == "trap"] == []
        for each in parts:
            assert each.type not in {"link_open", "image"}, each
            assert each.type not in {"fence", "code_block"} or "trap" not in each.content, each
            if each.type in {"html_inline", "html_block"}:
                assert OUR_MARKUP.fullmatch(each.content), each.content
    for one, other in zip(text.splitlines(), text.splitlines()[1:], strict=False):
        if one.startswith("|") and other.startswith("|"):
            assert len(columns(one)) == len(columns(other)), (one, other)


def columns(line: str) -> list[str]:
    """Return the cells of a row of a table: a bar behind a backslash is none."""
    return re.split(r"(?<!\\)\|", line)


def judge_delimited(text: str, delimiter: str) -> None:
    """For tables that a spreadsheet opens: no cell of words begins as a formula does."""
    assert unreadable(text) - {"\t", "\r"} == set()
    for line in csv.reader(io.StringIO(text), delimiter=delimiter):
        for cell in line:
            assert not re.match(r"[=+@\t\r]|-(?![\d\s])", cell), cell


JUDGES: Final[Mapping[str, Any]] = {
    "text": assert_read_only,
    "concise": assert_read_only,
    "json": judge_json,
    "sarif": judge_json,
    "gitlab": judge_json,
    "github": judge_github,
    "junit": judge_junit,
    "markdown": judge_markdown,
    "html": judge_html,
    "csv": lambda text: judge_delimited(text, ","),
    "tsv": lambda text: judge_delimited(text, "\t"),
}
"""What is asked of each format. A new format needs a judge of its own."""


def judge_workbook(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value]
    assert not [cell.value for cell in cells if cell.data_type == "f" and "trap" in str(cell.value)]
    words = [cell for cell in cells if isinstance(cell.value, str) and cell.data_type == "s"]
    assert [cell.value for cell in words if cell.value.startswith("=")]  # kept, as words
    assert [each for cell in words for each in unreadable(cell.value)] == []
    links = [cell.hyperlink for cell in cells if cell.hyperlink]
    assert [link.target for link in links if link.target] == []
    assert [sheet.title for sheet in book if "trap" in sheet.title] == []


def judge_document(file: Path) -> None:
    document = docx.Document(str(file))
    text = "\n".join(part.text or "" for part in document.element.iter() if part.text)
    assert "trap" in text
    assert unreadable(text) == set()
    links = [each for each in document.part.rels.values() if each.is_external]
    assert links == []
    assert "instrText" not in document.element.xml or "trap" not in "".join(
        part.text or "" for part in document.element.iter() if part.tag.endswith("instrText")
    )


FILES: Final[Mapping[str, Any]] = {
    ".html": lambda file: judge_html(file.read_text("utf-8")),
    ".md": lambda file: judge_markdown(file.read_text("utf-8")),
    ".xlsx": judge_workbook,
    ".docx": judge_document,
}
