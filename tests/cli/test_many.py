"""Many plans at once, by real processes: one report, whatever one of them is like."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_process import GOOD, VARIABLES, WARNING, WRONG, pan_tp
from tests.projects import ROOT
from tests.repositories import alone, repository

BAD = GOOD.replace("axes", "axxes")


apart = pytest.fixture(alone)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "plan.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("good", GOOD), ("wrong", WRONG), ("warning", WARNING), ("bad", BAD)):
        write(tmp_path, f"plans/{name}", text)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["plans/good", "plans/warning"], 0),
        (["plans/good", "plans/warning", "--fail-on", "warning"], 1),
        (["plans/good", "plans/wrong"], 1),
        (["plans"], 3),
        (["plans/good", "plans/nowhere"], 3),
        (["plans", "--jobs", "0"], 2),
        (["plans", "--jobs", "two"], 2),
        (["plans", "--patch"], 2),
        (["plans", "--indicators", "i.yaml"], 2),
        (["plans", "--waivers", "w.yaml"], 2),
        (["plans", "--show-settings"], 2),
        (["plans", "--format", "json=plans/good/plan.yaml"], 2),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = pan_tp("check", *arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_an_unusable_plan_does_not_hide_the_others(folder: Path) -> None:
    done = pan_tp("check", "plans", "--format", "json", cwd=folder)
    document = json.loads(done.stdout)
    assert document["summary"]["plans"] == 4
    assert document["summary"]["unusable"] == 1
    found = {
        plan["inputs"][0]["file"]: ([each["rule"] for each in plan["findings"]], plan["faults"])
        for plan in document["plans"]
    }
    assert {name: rules for name, (rules, _) in found.items()} == {
        "plans/bad/plan.yaml": [],
        "plans/good/plan.yaml": [],
        "plans/warning/plan.yaml": ["transcription.cellules-en-trop"],
        "plans/wrong/plan.yaml": ["budget.somme-annees"],
    }
    assert [name for name, (_, faults) in found.items() if faults] == ["plans/bad/plan.yaml"]
    assert "axxes" in done.stderr


def test_several_processes_find_what_one_does(folder: Path) -> None:
    for number in range(12):
        write(folder, f"more/{number:02}", WRONG if number % 3 else GOOD)
    write(folder, "more/09b", BAD)
    alone, shared = (
        pan_tp("check", "more", "--jobs", jobs, "--format", "json", cwd=folder) for jobs in "13"
    )
    assert alone.returncode == shared.returncode == 3
    assert json.loads(alone.stdout)["summary"]["error"] == 8
    assert (alone.stdout, alone.stderr) == (shared.stdout, shared.stderr)


def test_a_plan_is_judged_by_its_own_settings(folder: Path) -> None:
    (folder / "plans/warning/pan-tp.yaml").write_text("fail-on: avertissement\n")
    assert pan_tp("check", "plans/good", "plans/warning", cwd=folder).returncode == 1
    (folder / "plans/wrong/pan-tp.yaml").write_text("ignore: [budget.somme-annees]\n")
    assert pan_tp("check", "plans/good", "plans/wrong", cwd=folder).returncode == 0


def test_settings_that_are_not_valid_make_their_plan_unusable_alone(folder: Path) -> None:
    (folder / "plans/good/pan-tp.yaml").write_text("ignroe: []\n")
    done = pan_tp("check", "plans/good", "plans/wrong", "--format", "concise", cwd=folder)
    assert done.returncode == 3
    assert "plans/good/pan-tp.yaml:1:1: " in done.stderr
    assert "budget.somme-annees" in done.stdout


def test_the_language_is_that_of_all_plans_if_they_have_one(folder: Path) -> None:
    for name in ("good", "wrong"):
        (folder / f"plans/{name}/pan-tp.yaml").write_text("lang: en\n")
    assert "Summary" in pan_tp("check", "plans/good", "plans/wrong", cwd=folder).stdout
    assert "Bilan" in pan_tp("check", "plans/warning", "plans/wrong", cwd=folder).stdout
    french = pan_tp("check", "plans/good", "plans/wrong", "--lang", "fr", cwd=folder)
    assert "Bilan" in french.stdout


@pytest.mark.usefixtures("apart")
def test_each_plan_is_compared_with_its_own_past(tmp_path: Path) -> None:
    repository(tmp_path, {"plans/a/plan.yaml": WRONG, "plans/b/plan.yaml": GOOD}, "v1")
    (tmp_path / "plans/b/plan.yaml").write_text(WRONG, encoding="utf-8")
    done = pan_tp("check", "plans", "--since", "v1", "--format", "concise", cwd=tmp_path)
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("plans/b/plan.yaml:")


def test_the_same_plan_twice_is_checked_once(folder: Path) -> None:
    done = pan_tp("check", "plans/wrong", "plans/wrong/plan.yaml", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"] | {"error": 0} == {
        "plans": 1, "unusable": 0, "error": 0, "warning": 0, "info": 0, "waived": 0,
        "equations": 1, "violated": 1,
    }  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made with pty")
def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(folder: Path) -> None:
    import pty

    for number in range(24):
        write(folder, f"more/{number}", GOOD)
    leader, follower = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "pan_tp_cli", "check", "more"],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=follower,
        timeout=60,
        check=False,
    )
    os.close(follower)
    seen = os.read(leader, 1_000_000).decode()
    os.close(leader)
    assert done.returncode == 0
    assert "24/24" in seen
    piped = pan_tp("check", "more", cwd=folder)
    assert (piped.stdout, piped.stderr) == (done.stdout.decode(), "")


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit", "markdown", "concise"])
def test_programs_are_told_the_same_by_one_process_and_by_several(folder: Path, form: str) -> None:
    for number in range(6):
        write(folder, f"more/{number}", WRONG)
    alone, shared = (
        pan_tp("check", "more", "--jobs", jobs, "--format", form, cwd=folder).stdout
        for jobs in "13"
    )
    assert alone == shared
    assert alone.count("more/5/plan.yaml") >= 1


def test_the_summary_of_a_step_tells_of_all_plans(folder: Path) -> None:
    summary = folder / "summary.md"
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    done = pan_tp("check", "plans", "--format", "github", cwd=folder, env=env)
    assert done.returncode == 3
    text = summary.read_text(encoding="utf-8")
    assert all(f"plans/{name}/plan.yaml" in text for name in ("bad", "good", "warning", "wrong"))
