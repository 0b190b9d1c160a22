"""Annotations: what the runner makes of them, and that a plan gives no command of its own."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.finding import Severity
from pan_tp_cli.report.check_github import COMMAND, command, render, render_all
from tests.projects import plan
from tests.report.hostile import STYLE, TEXTS, all_printable, checked_plan, saying, unusable

WRONG = plan("axes: [{code: 1, intitule: Axe, budget: {2023: 1, 2024: 2, total: %s}}]")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    text: str


def unescaped(text: str, *signs: str) -> str:
    """Put signs back in the order of the runner, the percent sign last."""
    for sign in (*signs, "\r", "\n", "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def read(line: str) -> Command:
    """Read a line as the runner of GitHub Actions does (ActionCommand.TryParseV2)."""
    found = re.fullmatch(r"::([\w-]+)(?: (.*?))?::(.*)", line)
    assert found is not None, line
    name, given, text = found.groups()
    pairs = (pair.partition("=") for pair in given.split(","))
    return Command(
        name, {key: unescaped(value, ":", ",") for key, _, value in pairs}, unescaped(text)
    )


@given(st.text(), st.text())
def test_what_is_escaped_is_read_back(said: str, title: str) -> None:
    line = command("error", {"file": "a,b:c.yaml", "title": title}, said)
    assert "\n" not in line
    assert "\r" not in line
    assert read(line) == ("error", {"file": "a,b:c.yaml", "title": title}, said)


@pytest.mark.parametrize("text", TEXTS)
def test_a_plan_gives_no_command_of_its_own(tmp_path: Path, text: str) -> None:
    checked = saying(tmp_path, text)
    assert checked.report is not None
    lines = render(checked, STYLE).splitlines()
    assert len(lines) == len(checked.report.findings) >= 5
    for each in map(read, lines):
        assert each.name in COMMAND.values()
        assert set(each.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert all_printable(each.text)
        assert all_printable(each.properties["title"])


@pytest.mark.parametrize("text", TEXTS)
def test_nor_does_one_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    checked = unusable(tmp_path, text)
    lines = render(checked, STYLE).splitlines()
    assert [read(line).name for line in lines] == ["error"] * len(checked.faults)


def test_the_gravest_of_all_plans_come_first(tmp_path: Path) -> None:
    checks = [
        checked_plan(tmp_path / "a", WRONG % 5),
        checked_plan(tmp_path / "b", WRONG % "1 000"),
        unusable(tmp_path / "c", "x"),
    ]
    found = [read(line) for line in render_all(checks, STYLE).splitlines()]
    errors = [Path(each.properties["file"]).parent.name for each in found if each.name == "error"]
    assert errors == ["c", "b", "a"]
    kinds = [each.name for each in found]
    assert kinds == sorted(kinds, key=list(COMMAND.values()).index)


def test_findings_put_in_the_order_of_the_file_are_ordered_by_gravity_again(tmp_path: Path) -> None:
    rows = "".join(
        f"- {{code: {n}, intitule: A, budget: {{2023: 1, 2024: 2, total: {n}00}}}}\n"
        for n in (1, 3, 2)
    )
    checked = checked_plan(tmp_path, plan("axes:\n" + rows))
    assert checked.report is not None
    by_position = checked._replace(report=checked.report.in_file_order())
    assert render(by_position, STYLE) == render(checked, STYLE)
    titles = [read(line).properties["title"] for line in render(checked, STYLE).splitlines()]
    assert titles[:3] == [f"budget.somme-annees {n} total" for n in (3, 2, 1)]


def test_what_spans_lines_has_no_columns(tmp_path: Path) -> None:
    checked = checked_plan(tmp_path, "format: pan-tp/plan-1\nannees: [2023]\n")
    (fault,) = map(read, render(checked, STYLE).splitlines())
    assert (fault.properties["line"], fault.properties["endLine"]) == ("1", "2")
    assert "col" not in fault.properties
    assert "endColumn" not in fault.properties


def test_every_severity_has_a_command() -> None:
    assert [COMMAND[severity] for severity in Severity] == ["error", "warning", "notice"]
