"""The check as Markdown: what it says, that it fits, and that it does nothing but say it."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Since
from pan_tp_cli.report.check_markdown import MOST_BYTES, render, render_all, render_within
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import plan, waivers
from tests.report.hostile import (
    STYLE,
    TEXTS,
    accepting,
    all_printable,
    checked_plan,
    saying,
    unusable,
)

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PINGS = re.compile(r"(?<![\w;])@\w|(?<![\w;&])#\d|!\d|://|www\.")
ENGLISH = Style(Lang.EN)
RIGHT = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]")
WRONG = RIGHT.replace("total: 3", "total: 9")
OURS = {"<br>", "<details>", "</details>"}


def tokens(text: str) -> list[Token]:
    return [part for token in MARKDOWN.parse(text) for part in (token, *(token.children or ()))]


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ") and "---" not in line][1:]


def long(count: int) -> str:
    """Return a plan of so many wrong totals."""
    row = "- {{code: {0}, intitule: {1}, budget: {{2023: 1, 2024: 2, total: 9}}}}\n"
    return plan("axes:\n" + "".join(row.format(n, "mot " * 20) for n in range(1, count + 1)))


def test_figures_that_agree_are_said_to(tmp_path: Path) -> None:
    text = render(checked_plan(tmp_path, RIGHT), ENGLISH)
    assert text.splitlines()[0].endswith("plan.yaml: the figures checked agree")
    assert "- **Equations checked:** 1\n" in text
    assert "- **Indicators:** none\n" in text
    assert rows(text) == []


def test_nothing_to_add_up_is_not_said_to_agree(tmp_path: Path) -> None:
    text = render(checked_plan(tmp_path, RIGHT.replace(", total: 3", "")), ENGLISH)
    assert "agree" not in text


def test_a_file_that_cannot_be_used_never_looks_fine(tmp_path: Path) -> None:
    bad = checked_plan(tmp_path / "bad", RIGHT.replace("axes", "axxes"))
    text = render(bad, ENGLISH)
    assert text.splitlines()[0].endswith("plan.yaml: 1 file not usable")
    assert "nothing in them was checked" in text
    assert "unknown key 'axxes'" in text
    absent = app.check(tmp_path / "absent.yaml", None, rules.identifiers())
    head = render(absent, ENGLISH).splitlines()[0]
    assert head.endswith(": 1 file not usable")
    several = render_all([checked_plan(tmp_path / "good", RIGHT), bad], ENGLISH)
    assert several.splitlines()[0] == "## 2 plans: 1 file not usable"


def test_several_plans_are_summed_up_before_they_are_told(tmp_path: Path) -> None:
    checks = [checked_plan(tmp_path / name, text) for name, text in (("a", RIGHT), ("b", WRONG))]
    text = render_all(checks, ENGLISH)
    assert text.splitlines()[0] == "## 2 plans: 1 error"
    heads = [line for line in text.splitlines() if line.startswith("### ")]
    assert [head.rpartition("plan.yaml")[2] for head in heads] == [
        ": the figures checked agree",
        ": 1 error",
    ]
    assert [row.count("|") for row in rows(text)[:2]] == [7, 7]


def test_what_is_not_told_is_counted(tmp_path: Path) -> None:
    pin = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
    accepted = waivers(f"{pin}, motif: ainsi signé, expire: jamais")
    checked = checked_plan(tmp_path, WRONG, accepted)
    checked = checked._replace(since=Since("main", 3))
    text = render(checked, ENGLISH)
    assert "no findings" in text.splitlines()[0]
    assert "- **Findings accepted:** 1\n" in text
    assert "- **Findings already in main, left out:** 3\n" in text
    assert rows(text) == []
    (row,) = rows(render(checked._replace(show_waived=True), ENGLISH))
    assert "waived (for good): ainsi signé" in row


@pytest.mark.parametrize("room", [MOST_BYTES, 20_000, 3_000])
def test_a_report_fits_and_says_how_much_it_leaves_out(tmp_path: Path, room: int) -> None:
    checked = checked_plan(tmp_path, long(400))
    assert checked.report is not None
    text = render_within([checked], STYLE, room)
    assert room / 3 < len(text.encode()) <= room
    (rest,) = re.findall(r"^\| … et (\d+) de plus \|", text, re.MULTILINE)
    written = len(rows(text)) - 1
    assert written + int(rest) == len(checked.report.findings)


def test_a_report_with_room_leaves_nothing_out(tmp_path: Path) -> None:
    checked = checked_plan(tmp_path, long(400))
    assert checked.report is not None
    text = render_within([checked], STYLE, 2**20)
    assert len(rows(text)) == len(checked.report.findings)
    assert render(checked, STYLE) != text


def test_many_plans_fit_too(tmp_path: Path) -> None:
    checked = checked_plan(tmp_path, long(20))
    text = render_all([checked] * 300, STYLE)
    assert len(text.encode()) <= MOST_BYTES
    assert text.startswith("## 300 plans\xa0: 6\u202f000 erreurs")
    assert re.search(r"^… et \d+ de plus$", text, re.MULTILINE)


@pytest.mark.parametrize("text", TEXTS)
def test_a_plan_is_shown_and_means_nothing(tmp_path: Path, text: str) -> None:
    makers = (saying, accepting, unusable)
    checks = [make(tmp_path / make.__name__, text) for make in makers]
    written = render_all(checks, STYLE)
    assert all_printable(written.replace("\u200b", ""))
    assert not PINGS.search(written)
    read = tokens(written)
    markup = [each.content for each in read if each.type in {"html_inline", "html_block"}]
    assert set(markup) <= OURS
    assert {"link_open", "image", "fence"}.isdisjoint(each.type for each in read)
    cells = sum(each.type == "td_open" for each in read)
    counts = [len(each.report.all_findings) for each in checks[:2] if each.report]
    assert cells == 5 * sum(counts) + 6 * len(checks)
