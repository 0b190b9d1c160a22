"""What the README and both guides show is what the tool does."""

import re
from pathlib import Path

import pytest

from pan_tp_cli import amending, app, rules
from pan_tp_cli.report import check_text, coverage_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT

PAGES = {"README.md": Lang.FR, "docs/guide.md": Lang.FR, "docs/guide.en.md": Lang.EN}
"""The pages that show runs, with the language of what they show."""
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in PAGES}
README = TEXTS["README.md"]


def shown(page: str) -> list[str]:
    """Return the paragraphs of output that a page shows: those of its blocks without a language."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    text = "\n".join(block for language, block in blocks if not language)
    return [paragraph for paragraph in text.strip().split("\n\n") if paragraph]


def plain(text: str) -> str:
    """Return text with plain spaces, as a page is typed."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_there_is_something_shown() -> None:
    assert [len(shown(text)) for text in TEXTS.values()] == [7, 5, 5]


@pytest.fixture(scope="module")
def reports() -> dict[Lang, str]:
    """Return what the commands that the pages show write in each language, lines at both ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        checked = app.check(None, None, rules.identifiers())
        covered = app.coverage(None, None)
    texts = {
        lang: (check_text.render(checked, style), coverage_text.render(covered, style))
        for lang, style in ((lang, Style(lang)) for lang in Lang)
    }
    return {lang: plain("\n" + "\n".join(written)) for lang, written in texts.items()}


@pytest.mark.parametrize(
    ("page", "paragraph"),
    [(page, paragraph) for page, text in TEXTS.items() for paragraph in shown(text)],
)
def test_the_run_that_is_shown_is_a_real_one(
    page: str, paragraph: str, reports: dict[Lang, str]
) -> None:
    """Whole lines, one after the other, without one left out."""
    assert "\n" + paragraph.strip("\n") + "\n" in reports[PAGES[page]]


@pytest.mark.parametrize("page", PAGES)
def test_the_diff_that_is_shown_is_a_real_one(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (diff,) = re.findall(r"^```diff\n(.*?)^```$", TEXTS[page], re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(ROOT)
    checked = app.check(None, None, rules.identifiers())
    assert diff in amending.patch(checked, amending.recompute(checked).changes)


def test_every_rule_is_in_the_table() -> None:
    assert set(re.findall(r"^\| `([a-z]+\.[a-z-]+)`", README, re.MULTILINE)) == set(
        rules.identifiers()
    )


def test_every_file_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) > 4
    assert [link for link in links if not Path(ROOT, link).exists()] == []


def test_the_test_command_is_the_one_that_ci_takes() -> None:
    (command,) = re.findall(r"^.*pytest$", README, re.MULTILINE)
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -e '.[dev]'")
