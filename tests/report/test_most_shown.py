"""How much of what there is to say a terminal is given: so many findings, so long a text."""

import re
from pathlib import Path

import pytest

from pan_tp_cli.checked import Checked
from pan_tp_cli.cli import main
from pan_tp_cli.report import check_concise, check_text
from pan_tp_cli.report.style import MOST_SHOWN, Style
from pan_tp_cli.text import LONGEST_PARAGRAPH, Lang
from pan_tp_cli.tree import MAX_FAULTS
from tests.projects import plan
from tests.report.hostile import STYLE, accepting, checked_plan, saying

COUNT = MOST_SHOWN + 3
ROWS = "".join(f"\n  - {{code: {n}, intitule: A, budget: {{2023: 1, 2024: 1, total: {n + 3}}}}}"
               for n in range(1, COUNT + 1))  # fmt: skip
MANY = plan(f"axes:{ROWS}\n")
"""A plan in which nothing but one total of each axis is wrong."""
ONLY = ("--select", "budget.somme-annees")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.yaml").write_text(MANY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capture: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main.run(["check", "plan.yaml", *ONLY, *arguments, "--lang", "en"], Lang.EN) == 1
    return capture.readouterr().out


@pytest.mark.parametrize(
    ("asked", "count", "more"),
    [
        ((), 200, "… and 3 more findings: '--max 0' shows them all"),
        (("--max", "202"), 202, "… and 1 more finding: '--max 0' shows it too"),
        (("--max", "203"), 203, ""),
        (("--max", "0"), 203, ""),
        (("--max", "1"), 1, "… and 202 more findings: '--max 0' shows them all"),
    ],
)
def test_a_terminal_shows_so_many_findings(
    folder: Path, capfd: pytest.CaptureFixture[str], asked: tuple[str, ...], count: int, more: str
) -> None:
    text = shown(capfd, *asked)
    assert text.count("error[") == count
    assert (more in text.splitlines()) if more else ("… and" not in text)
    assert "findings: 203 errors" in text


def test_formats_for_programs_hold_them_all(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for form, sign in (
        ("concise", "error["), ("json", '"severity": "error"'), ("sarif", '"ruleIndex"'),
        ("github", "::error "), ("gitlab", '"severity": "critical"'),
    ):  # fmt: skip
        assert shown(capfd, "--format", form, "--max", "1").count(sign) == COUNT, form


def test_several_plans_share_what_is_shown(folder: Path) -> None:
    one = checked_plan(folder / "a", MANY)._replace(most_shown=MOST_SHOWN)
    assert one.report is not None
    few = one._replace(report=one.report._replace(findings=one.report.findings[:150]))
    text = check_text.render_all([few, few, few], Style(Lang.EN))
    assert text.count("\n  --> ") == MOST_SHOWN
    assert "… and 250 more findings: '--max 0' shows them all" in text.splitlines()


def test_a_comparison_shows_the_heaviest_changes(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Notes and wordings of the first rows give way to an amount of the last one."""
    heads = MANY.replace("intitule: A", "intitule: Former les juges")
    before = heads.replace(f"2024: 1, total: {COUNT + 3}", f"2024: 2, total: {COUNT + 3}")
    Path("before.yaml").write_text(before.replace("les juges", "les  juges"), encoding="utf-8")
    Path("reworded.yaml").write_text(before.replace("les juges", "des juges"), encoding="utf-8")
    Path("plan.yaml").write_text(heads, encoding="utf-8")
    main.run(["diff", "reworded.yaml", "plan.yaml", "--lang", "en"], Lang.EN)
    text = capfd.readouterr().out
    names = re.findall(r"^[a-z]+: axis (\d+)", text.split("\nChanges\n")[1], re.MULTILINE)
    assert names == [*map(str, range(1, MOST_SHOWN)), str(COUNT)]
    assert "  … and 3 more: --format json" in text.splitlines()
    main.run(["diff", "before.yaml", "plan.yaml", "--lang", "en"], Lang.EN)
    assert "more: --format json" not in capfd.readouterr().out


@pytest.mark.parametrize("count", [MAX_FAULTS, MAX_FAULTS + 7])
def test_of_a_file_that_cannot_be_used_so_many_faults_are_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], count: int
) -> None:
    rows = "".join(f"\n  - {{code: {n}, intitule: A, zorglub: 1}}" for n in range(1, count + 1))
    (tmp_path / "plan.yaml").write_text(plan(f"axes:{rows}\n"), encoding="utf-8")
    assert main.run(["check", str(tmp_path), "--lang", "en"], Lang.EN) == 3
    lines = capfd.readouterr().err.splitlines()
    assert sum("zorglub" in line for line in lines) == MAX_FAULTS
    others = [line for line in lines if "zorglub" not in line]
    assert len(others) == (count > MAX_FAULTS)
    assert all(f"only {MAX_FAULTS} faults of this file are told, of {count}" in o for o in others)


def test_a_number_below_none_is_refused(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main.run(["check", "plan.yaml", "--max", "-1"], Lang.FR) == 2
    assert "0 pour tous" in capfd.readouterr().err


@pytest.mark.parametrize("render", [check_text.render, check_concise.render])
@pytest.mark.parametrize("text", ["é" * 2**20, "mot " * 2**18], ids=["a word", "words"])
def test_a_text_of_a_megabyte_is_cut(tmp_path: Path, text: str, render: object) -> None:
    for checked in (saying(tmp_path, text), accepting(tmp_path, text)):
        assert isinstance(checked, Checked)
        assert callable(render)
        written = render(checked._replace(show_fingerprints=True), STYLE)
        count = len(checked.report.all_findings) if checked.report else 0
        assert count
        # a headline, and what is remarked, each its own paragraph
        assert len(written) < count * 6 * LONGEST_PARAGRAPH + 2000
