"""What the README shows is what the tool does."""

import re
from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.report import check_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def plain(text: str) -> str:
    """Return text with plain spaces, as a README is typed."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("paragraph", SHOWN[0].strip().split("\n\n"))
def test_the_run_that_is_shown_is_a_real_one(
    paragraph: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    report = check_text.render(app.check(None, None, rules.identifiers()), Style(Lang.FR))
    assert paragraph in plain(report).split("\n\n") or paragraph + "\n" in plain(report)


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
