"""The comparison as Markdown: what it says, and that it does nothing but say it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pan_tp_cli.report import diff_markdown
from pan_tp_cli.report.markdown_parts import APART, Sheet, Table, code, escaped, tabled
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, printable
from tests.projects import ROOT, plan
from tests.report.test_golden import LANGS, compare
from tests.report.versions import SMALL, compared, compared_texts

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PINGS = re.compile(r"(?<![\w;])@\w|(?<![\w;&])#\d|\w/\w+#\d|GH-\d|://|www\.")
ROWS = (
    "  - {id: 1-01, intitule: Former, budget: {2023: 1 000, 2024: 2 000}}\n",
    "  - {id: 1-02, intitule: Informer, budget: {2023: 0, 2024: 0}}\n",
)
AXIS = "axes:\n- code: 1\n  intitule: Axe\n  activites:\n"
GOOD = plan(AXIS + "".join(ROWS))


@LANGS
def test_a_report_is_as_it_was_read(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    text = diff_markdown.render(compared(SMALL / "before", SMALL / "after"), Style(lang))
    compare(f"diff-markdown.{lang.value}.md", text, request)
    assert not PINGS.search(text)


def test_where_nothing_changed_that_is_all_that_is_said(tmp_path: Path) -> None:
    text = diff_markdown.render(compared_texts(tmp_path, GOOD, GOOD), Style(Lang.EN))
    head, said, *rest = [line for line in text.splitlines() if line]
    assert (head, said) == ("## No change", "Both versions say the same.")
    assert [line.partition(" ")[0] for line in rest] == ["Compared"]


def test_rows_in_another_order_are_a_remark(tmp_path: Path) -> None:
    after = plan(AXIS + "".join(reversed(ROWS)))
    text = diff_markdown.render(compared_texts(tmp_path, GOOD, after), Style(Lang.EN))
    assert "## No change" in text
    assert "- axis 1: the rows stand in another order; that is not counted as a change" in text


@pytest.mark.parametrize(("before", "after"), [(GOOD, "a: 1"), ("a: 1", GOOD)])
def test_nothing_is_said_where_a_version_cannot_be_used(
    tmp_path: Path, before: str, after: str
) -> None:
    assert diff_markdown.render(compared_texts(tmp_path, before, after), Style(Lang.FR)) == ""


def test_a_comment_is_never_too_long(tmp_path: Path) -> None:
    row = "  - {{id: 1-{:03}, intitule: {} {} {}, budget: {{2023: {}, 2024: {}}}}}\n"
    before, after = (
        plan(AXIS + "".join(row.format(n, word, n, "mot " * 60, n, amount) for n in range(400)))
        for word, amount in (("Former", 1), ("Informer", 2))
    )
    text = diff_markdown.render(compared_texts(tmp_path, before, after), Style(Lang.FR))
    assert 10_000 < len(text) <= diff_markdown.LONGEST
    assert re.search(r"… et \d+ de plus", text)


def shown(markdown: str) -> str:
    """Return the text that a reader sees of a paragraph; what is no text makes it fail."""
    _, inline, _ = MARKDOWN.parse(f"x{markdown}x")
    kinds = {child.type for child in inline.children or ()}
    assert kinds <= {"text", "text_special"}, kinds
    return "".join(child.content for child in inline.children or ())[1:-1]


HOSTILE = st.text(
    st.sampled_from("`*_{}[]()<>|~#!$%^&@:/\\-+.\"'\u200b\n\t\x1b\u202e aéw1") | st.characters(),
    max_size=40,
)


@given(HOSTILE)
def test_what_a_plan_says_is_shown_and_means_nothing(text: str) -> None:
    said = " ".join(re.split(r"[^\S\xa0\u202f]+", text)).strip(" ")
    written = escaped(text)
    assert "\n" not in written
    assert shown(written).replace(APART, "") == printable(said).replace(APART, "")


@given(HOSTILE)
def test_what_a_plan_says_stays_in_its_cell(text: str) -> None:
    lines = tabled(Table(["a", "b"], [[escaped(text), "end"]]), Sheet(Lang.EN, 9))
    cells = [token for token in MARKDOWN.parse("\n".join(lines)) if token.type == "td_open"]
    assert len(cells) == 2


@given(HOSTILE)
def test_a_name_stays_between_its_backquotes(text: str) -> None:
    written = code(text)
    assert written == f"`{text}`" or written == escaped(text)
    assert "`" not in text or not written.startswith("`")


@pytest.mark.parametrize(
    "text",
    [
        "@relais", "voir #12", "mali/plan#12", "GH-12", "!12", "~urgent", "%3", "$5", "&7", "^8",
        "https://exemple.ml/1", "www.exemple.ml", ":warning:", "a@exemple.ml",
    ],
)  # fmt: skip
def test_what_would_be_a_reference_is_kept_apart(text: str) -> None:
    assert "&#8203;" in escaped(text)
    assert shown(escaped(text)).replace(APART, "") == text


def test_a_long_table_is_folded_and_says_how_many_rows_it_leaves_out() -> None:
    lines = list(tabled(Table(["a"], [["x"]] * 12), Sheet(Lang.FR, 5)))
    assert lines[:3] == ["<details>", "<summary>12 lignes</summary>", ""]
    assert lines[-3:] == ["| … et 7 de plus |", "", "</details>"]
    assert list(tabled(Table(["a"], []), Sheet(Lang.FR, 5))) == []
