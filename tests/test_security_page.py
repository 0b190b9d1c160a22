"""What docs/security.md claims is held by tests that are there, and its figures hold."""

import ast
import re
from typing import Final

import pytest

from pan_tp_cli.cli import step_summary
from pan_tp_cli.encoding import MAX_BYTES
from pan_tp_cli.model.base import MAX_LABEL
from pan_tp_cli.money import MAX_DIGITS
from pan_tp_cli.report import check_markdown
from pan_tp_cli.report.style import MOST_SHOWN
from pan_tp_cli.text import LONGEST_PARAGRAPH
from pan_tp_cli.tree import MAX_DEPTH
from tests.projects import ROOT

PAGE: Final = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED: Final = sorted(set(re.findall(r"`(tests/[\w/.]+?)(?:::(\w+))?`", PAGE)))


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_what_holds_a_claim_is_there(file: str, test: str) -> None:
    if not file.endswith(".py"):
        assert (ROOT / file).is_dir()
        return
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert test in names if test else any(name.startswith("test_") for name in names)


def test_every_claim_in_a_table_names_what_holds_it() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "held by" not in line]
    assert len(rows) > 20
    assert [line for line in rows if "`tests/" not in line.split("|")[-2]] == []


@pytest.mark.parametrize(
    "said",
    [
        f"{MAX_BYTES // 1024**2} MiB",
        f"{MAX_DEPTH} levels, none, {MAX_DIGITS} digits, {MAX_LABEL} characters",
        f"| {MOST_SHOWN}; `check --max N`",
        f"| {LONGEST_PARAGRAPH} characters |",
        f"{check_markdown.MOST_BYTES:,} bytes; ".replace(",", " "),
        f"{step_summary.MOST_BYTES // 1024**2} MiB",
    ],
)
def test_the_bounds_are_those_that_hold(said: str) -> None:
    assert said in PAGE
