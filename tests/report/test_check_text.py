"""What the summary of a text report says, and never says."""

from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.report.check_text import render
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import framework, plan

GOOD = plan("axes: [{code: 1, intitule: Axe, budget: {2023: 1, 2024: 2, total: 3}}]")
NO_TOTAL = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2}}]")
FRAMEWORK = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 3")


def report(folder: Path, plan_text: str, framework_text: str = "", *ignore: str) -> str:
    (folder / "plan.yaml").write_text(plan_text, encoding="utf-8")
    if framework_text:
        (folder / "indicators.yaml").write_text(framework_text, encoding="utf-8")
    checked = app.check(folder, None, rules.choose([], ignore))
    return render(checked, Style(Lang.EN, width=200))


@pytest.mark.parametrize(
    ("plan_text", "framework_text", "agree"),
    [
        (GOOD, "", True),
        (GOOD, FRAMEWORK, True),
        (GOOD, "a: 1", False),
        ("a: 1", FRAMEWORK, False),
        (NO_TOTAL, "", False),
    ],
)
def test_only_what_was_checked_in_full_is_said_to_agree(
    tmp_path: Path, plan_text: str, framework_text: str, agree: bool
) -> None:
    text = report(tmp_path, plan_text, framework_text, "transcription.cellules-vides")
    assert ("findings: none, the figures checked agree" in text) is agree
    assert "findings: none" in text


def test_rules_that_were_left_out_are_told(tmp_path: Path) -> None:
    assert "rules applied" not in report(tmp_path, GOOD)
    known = len(rules.identifiers())
    said = report(tmp_path, GOOD, "", "budget.sous-total")
    assert f"rules applied: {known - 1} of {known}" in said


def test_an_unusable_file_is_named_in_the_head(tmp_path: Path) -> None:
    head = report(tmp_path, "a: 1", FRAMEWORK).splitlines()[:2]
    assert head == [
        f"Plan: {tmp_path}/plan.yaml: file not usable, nothing in it was checked",
        f"Indicators: {tmp_path}/indicators.yaml",
    ]


def test_no_framework_is_said(tmp_path: Path) -> None:
    assert "Indicators: none" in report(tmp_path, GOOD)


def test_nothing_is_said_of_nothing(tmp_path: Path) -> None:
    assert report(tmp_path, "a: 1", "b: 2") == ""


@pytest.mark.parametrize(
    ("total", "said"),
    [
        ("3", ", among them the grand total of 3\u00a0FCFA"),
        ("4", "; the grand total of 4\u00a0FCFA is not confirmed"),
    ],
)
def test_the_grand_total_is_named(tmp_path: Path, total: str, said: str) -> None:
    assert said in report(tmp_path, GOOD + f"\ntotal_general: {{chiffres: {total}}}")
