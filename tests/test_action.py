"""The action of GitHub: its steps as they are, in the shell, on plans that are right and wrong."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from jsonschema import Draft7Validator

from tests.cli.test_process import GOOD, WARNING, WRONG
from tests.projects import ROOT
from tests.repositories import alone, commit, put, repository
from tests.workflows import LENT, Runner, load

ACTION = ROOT / "action.yml"
STEPS = {step.get("id", "setup"): step for step in load(ACTION)["runs"]["steps"]}
SCHEMA = ROOT / "tests" / "report" / "schemas" / "sarif-schema-2.1.0.json"

apart = pytest.fixture(alone)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="for Linux and macOS")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the Python that the first steps of the action set up, once for all tests here."""
    runner = Runner(tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("runner"))
    runner.env["GITHUB_ACTION_PATH"] = str(ROOT)
    nothing = {"inputs": {"python-version": ""}}
    ok, steps = runner.run([STEPS["python"], STEPS["setup"], STEPS["install"]], nothing)
    assert (ok, runner.used) == (True, []), runner.log
    return str(steps["install"]["outputs"]["python"])


class Checked(NamedTuple):
    code: str
    log: str
    summary: str
    outputs: dict[str, str]


def check(python: str, folder: Path, home: Path, **given: str) -> Checked:
    """Run the last step of the action in a folder, with some inputs."""
    inputs = {name: each["default"] for name, each in load(ACTION)["inputs"].items()}
    inputs |= {name.replace("_", "-"): text for name, text in given.items()}
    runner = Runner(folder, home)
    steps = {"install": {"outputs": {"python": python}}}
    ok, told = runner.script(STEPS["check"], {"inputs": inputs, "steps": steps})
    assert ok is (told.get("exit-code") == "0")
    summary = runner.summary.read_text(encoding="utf-8")
    return Checked(told.get("exit-code", ""), runner.log, summary, told)


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, {"good/plan.yaml": GOOD, "wrong/plan.yaml": WRONG, "warn/plan.yaml": WARNING})
    put(tmp_path, {"bad/plan.yaml": GOOD.replace("axes", "axxes")})
    return tmp_path


def places(log: str) -> list[str]:
    """Return the severity and the file of each annotation."""
    return re.findall(r"^::(\w+ file=[^,]+),", log, re.MULTILINE)


def test_the_action_follows_its_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    done = subprocess.run(
        [*command, "vendor.github-actions", ACTION], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_script_holds_an_expression_and_each_stops_at_a_failure() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert len(scripts) == 3
    assert [script for script in scripts if "${{" in script] == []
    assert {script.partition("\n")[0] for script in scripts} == {"set -euo pipefail"}


def test_every_input_reaches_a_step() -> None:
    text = ACTION.read_text(encoding="utf-8").partition("\nruns:")[2]
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text))
    assert used == set(load(ACTION)["inputs"])


@pytest.mark.parametrize(
    ("asked", "path", "told"),
    [
        ("3.12", None, {"version": "3.12"}),
        (" 3.12\nx=y", None, {"version": "3.12x=y"}),
        ("", None, {"command": "python3"}),
        ("", "old", {"version": "3.13"}),
        ("", "nowhere", {"version": "3.13"}),
    ],
)
def test_a_python_is_set_up_only_if_asked_for_or_missing(
    folder: Path, home: Path, asked: str, path: str | None, told: dict[str, str]
) -> None:
    """In `old`, Python says that it is too old."""
    runner = Runner(folder, home)
    scripts = {"old": "exit 1", "ours": f'exec "{sys.executable}" "$@"'}
    for name, script in scripts.items():
        put(home, {f"{name}/python3": f"#!/bin/bash\n{script}\n"})
        (home / name / "python3").chmod(0o755)
    bash = shutil.which("bash")
    assert bash
    (home / "nowhere").mkdir()
    for name in ("nowhere", "old", "ours"):
        (home / name / "bash").symlink_to(bash)
    runner.env["PATH"] = str(home / (path or "ours"))
    _, steps = runner.run([STEPS["python"], STEPS["setup"]], {"inputs": {"python-version": asked}})
    assert steps["python"]["outputs"] == told
    set_up = [("actions/setup-python", {"python-version": told.get("version")})]
    assert runner.used == (set_up if "version" in told else [])


def test_later_steps_find_the_command_and_no_other_python(python: str) -> None:
    (command,) = Path(python).parents[2].glob("bin/*")
    assert command.name == "pan-tp"
    env = {**os.environ, **LENT}
    done = subprocess.run(
        [command, "--version"], env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("pan-tp ")


def test_a_right_plan_passes(python: str, folder: Path, home: Path) -> None:
    done = check(python, folder, home, plans="good")
    assert (done.code, places(done.log)) == ("0", [])
    assert done.outputs["errors"] == "0"
    assert "## good/plan.yaml" in done.summary


def test_a_wrong_plan_is_annotated_and_fails_when_all_is_written(
    python: str, folder: Path, home: Path
) -> None:
    done = check(
        python, folder, home, plans="wrong", formats="junit=j.xml\n\n  markdown=m d.md  \n"
    )
    assert (done.code, places(done.log)) == ("1", ["error file=wrong/plan.yaml"])
    counts = [done.outputs[name] for name in ("errors", "warnings", "infos")]
    assert counts == ["1", "0", "0"]
    assert "budget.somme-annees" in done.summary
    sarif = Path(done.outputs["sarif"])
    assert sarif == folder / "pan-tp.sarif"
    document = json.loads(sarif.read_text(encoding="utf-8"))
    Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    assert [each["ruleId"] for each in document["runs"][0]["results"]] == ["budget.somme-annees"]
    assert "failures" in (folder / "j.xml").read_text(encoding="utf-8")
    assert "budget.somme-annees" in (folder / "m d.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "code", "annotated"),
    [
        ({"plans": "good\n\n  warn\n"}, "0", ["warning file=warn/plan.yaml"]),
        ({"plans": "warn", "fail_on": "warning"}, "1", ["warning file=warn/plan.yaml"]),
        ({"plans": "wrong", "fail_on": "jamais"}, "0", ["error file=wrong/plan.yaml"]),
        ({"plans": "bad"}, "3", ["error file=bad/plan.yaml"] * 2),
        ({"plans": "nowhere"}, "3", ["error file=nowhere"]),
        ({"plans": "good", "working_directory": "wrong"}, "3", ["error file=good"]),
        ({"plans": "", "working_directory": "wrong"}, "1", ["error file=plan.yaml"]),
        ({"plans": "good", "lang": "de"}, "2", []),
        ({"plans": "good", "formats": "text"}, "2", []),
        ({"plans": "good", "sarif": "nowhere/x.sarif"}, "3", []),
        ({"plans": "good", "since": "v9"}, "3", ["error file=good/plan.yaml"]),
        ({"plans": "good", "since": " "}, "2", []),
    ],
)
def test_exit_codes(
    python: str,
    folder: Path,
    home: Path,
    *,
    given: dict[str, str],
    code: str,
    annotated: list[str],
) -> None:
    done = check(python, folder, home, **given)
    assert (done.code, places(done.log)) == (code, annotated)


def test_by_default_all_plans_of_the_repository_are_checked(
    python: str, folder: Path, home: Path
) -> None:
    """But for those of hidden folders, such as the one that the action itself is checked out to."""
    put(folder, {".pan-tp/data/plan.yaml": WRONG})
    done = check(python, folder, home)
    assert done.code == "3"
    assert {place.partition("=")[2] for place in places(done.log)} == {
        "bad/plan.yaml", "wrong/plan.yaml", "warn/plan.yaml",
    }  # fmt: skip


def test_the_embedded_plan_is_never_taken_for_one_of_the_repository(
    python: str, tmp_path: Path, home: Path
) -> None:
    assert check(python, tmp_path, home).code == "3"


def test_neither_sarif_nor_summary_if_not_wanted(python: str, folder: Path, home: Path) -> None:
    done = check(python, folder, home, plans="wrong", sarif="", summary="false")
    assert (done.code, done.summary, done.outputs["sarif"]) == ("1", "", "")
    assert list(folder.glob("*.sarif")) == []


def test_a_file_of_an_earlier_run_is_not_handed_on(python: str, folder: Path, home: Path) -> None:
    put(folder, {"pan-tp.sarif": "{}"})
    assert check(python, folder, home, plans="good", lang="de").outputs["sarif"] == ""


@pytest.mark.usefixtures("apart")
def test_since_tells_what_is_new_and_code_scanning_all(
    python: str, tmp_path: Path, home: Path
) -> None:
    files = {"old/plan.yaml": WRONG, "new/plan.yaml": GOOD}
    folder = repository(tmp_path, files, "v1")
    commit(folder, {"new/plan.yaml": WRONG})
    done = check(python, folder, home, since="v1")
    assert (done.code, places(done.log)) == ("1", ["error file=new/plan.yaml"])
    assert done.outputs["errors"] == "1"
    results = json.loads((folder / "pan-tp.sarif").read_text())["runs"][0]["results"]
    assert len(results) == 2
    assert check(python, folder, home, since="HEAD").code == "0"


HOSTILE = [
    '; touch {marker}; "',
    "$(touch {marker})",
    "`touch {marker}`",
    "' && touch {marker} && '",
    '"\ntouch {marker}\n"',
    "a b\tc  *",
    "--help",
    "-",
    "x=y\nexit-code=0\nerrors<<EOF",
    "${{ github.token }}",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["plans", "since", "fail_on", "lang", "sarif", "formats"])
def test_what_a_workflow_gives_is_never_run(
    python: str, folder: Path, home: Path, name: str, text: str
) -> None:
    marker = home / "marker"
    text = text.replace("{marker}", str(marker))
    before = {path for path in folder.rglob("*") if path.is_file()}
    done = check(python, folder, home, **{"plans": "wrong", name: text})
    assert not marker.exists()
    assert done.code in {"1", "2", "3"}
    assert set(done.outputs) == {"exit-code", "sarif", "errors", "warnings", "infos"}
    assert done.outputs["exit-code"] == done.code
    assert "Traceback" not in done.log
    new = {path for path in folder.rglob("*") if path.is_file()} - before
    assert {path.name for path in new} <= {"pan-tp.sarif", Path(text).name}
    assert (folder / "wrong/plan.yaml").read_text(encoding="utf-8") == WRONG


def test_nothing_of_the_repository_is_imported(python: str, folder: Path, home: Path) -> None:
    for name in ("json", "uuid", "rich", "typer", "pan_tp_cli"):
        put(folder, {f"{name}.py": "raise SystemExit('imported')\n"})
    done = check(python, folder, home, plans="wrong")
    assert done.code == "1"
    assert "imported" not in done.log


def test_a_report_does_not_replace_a_plan(python: str, folder: Path, home: Path) -> None:
    done = check(python, folder, home, plans="good", sarif="good/plan.yaml")
    assert done.code == "2"
    assert (folder / "good/plan.yaml").read_text(encoding="utf-8") == GOOD
