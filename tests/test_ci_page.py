"""The pipelines that docs/ci.md shows are valid, and do what it says of a faulty revision."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft7Validator
from junitparser import JUnitXml
from ruamel.yaml import YAML

from tests.cli.test_process import GOOD, WRONG
from tests.projects import ROOT
from tests.repositories import alone, clone, commit, git, put, repository
from tests.workflows import BASH, LENT, OF_RUNS, Ran, Runner, evaluate, filled

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SCHEMA = ROOT / "tests" / "report" / "schemas" / "sarif-schema-2.1.0.json"
BLOCKS = {
    block.partition("\n")[0].removeprefix("# "): block
    for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
}
GITHUB, GITLAB = ".github/workflows/plan.yml", ".gitlab-ci.yml"
REPOSITORY = "commission/plans"
TWO = """format: pan-tp/plan-1
annees: [2023, 2024]
axes:
- {code: 1, intitule: Prévention, budget: {2023: 1, 2024: 2, total: 3}}
- {code: 2, intitule: Soins, budget: {2023: 5, 2024: 5, total: 11}}
"""
"""A plan with a fault of its own, in its second axis."""
REVISED = TWO.replace("total: 3", "total: 8")

apart = pytest.fixture(alone)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="for Linux")


def loaded(name: str) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(BLOCKS[name])
    return found


class History(NamedTuple):
    """A repository as a pipeline finds it: a clone, at the revision; and what main is."""

    folder: Path
    base: str


def history(tmp_path: Path, main: str, revision: str, *options: str) -> History:
    """Return a clone at a revision of a plan; on `main` it may be none, where the text is empty."""
    files = {"data/plan.yaml": main} if main else {"README.md": ""}
    server = repository(tmp_path / "server", files)
    base = git(server, "rev-parse", "HEAD").strip()
    git(server, "switch", "--quiet", "--create", "revision")
    commit(server, {"data/plan.yaml": revision})
    return History(clone(server, tmp_path / "clone", *options), base)


@pytest.fixture
def on(apart: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    return lambda *given: history(tmp_path, *given)


def test_the_page_shows_three_files() -> None:
    assert list(BLOCKS) == [GITHUB, GITLAB, ".pre-commit-config.yaml"]


@pytest.mark.parametrize(("name", "schema"), [(GITHUB, "github-workflows"), (GITLAB, "gitlab-ci")])
def test_pipelines_follow_their_schemas(name: str, schema: str, tmp_path: Path) -> None:
    file = tmp_path / "pipeline.yml"
    file.write_text(BLOCKS[name], encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_both_languages_tell_the_same() -> None:
    french, english = PAGE.partition("## In English")[::2]
    french = french.partition("## En français")[2]
    english = english.partition("## Les fichiers")[0]
    for form in (r"^###", r"^- ", r"^\| `?\w+`? \|"):
        counts = [len(re.findall(form, text, re.MULTILINE)) for text in (french, english)]
        assert counts[0] == counts[1] > 2
    inputs = YAML(typ="safe").load(ROOT / "action.yml")["inputs"]
    for text in (french, english):
        assert re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE) == list(inputs)


def test_rights_are_those_that_steps_need() -> None:
    workflow = loaded(GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "check": {"contents": "read", "security-events": "write"},
        "comment": {"pull-requests": "write"},
    }
    scripts = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
    assert [script for script in scripts if "${{" in script] == []


def test_the_whole_history_is_fetched() -> None:
    (first, *_) = loaded(GITHUB)["jobs"]["check"]["steps"]
    assert first["with"]["fetch-depth"] == 0
    assert loaded(GITLAB)[".pan-tp"]["variables"]["GIT_DEPTH"] == "0"


# --- GitHub -----------------------------------------------------------------------------------


def event(base: str) -> dict[str, Any]:
    """Return the context of a pull request from the same repository, or of a push without base."""
    if not base:
        return {"event_name": "push", "repository": REPOSITORY, "event": {}}
    request = {"number": 7, "base": {"sha": base}, "head": {"repo": {"full_name": REPOSITORY}}}
    told = {"pull_request": request}
    return {"event_name": "pull_request", "repository": REPOSITORY, "token": "t", "event": told}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the environment that the first lines of GitLab's jobs make, once for all tests."""
    folder = tmp_path_factory.mktemp("installed")
    lines = loaded(GITLAB)[".pan-tp"]["before_script"]
    put(folder, {"bin/python": f'#!/bin/bash\nexec "{sys.executable}" "$@"\n'})
    (folder / "bin" / "python").chmod(0o755)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = shell(folder, [*lines, "pan-tp --version"], PATH=path, PAN_TP_SOURCE=str(ROOT))
    assert done.stdout.startswith("pan-tp "), done.stdout
    return folder / ".pan-tp"


def shell(folder: Path, lines: list[str], **own: str) -> subprocess.CompletedProcess[str]:
    """Run lines in one shell until one fails, without variables of whoever runs the tests."""
    kept = {key: value for key, value in os.environ.items() if not OF_RUNS.match(key)}
    return subprocess.run(
        [*BASH, "-c", "\n".join(lines)],
        cwd=folder,
        env={**kept, **LENT, "PYTHONIOENCODING": "utf-8", **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def github(folder: Path, home: Path, base: str, installed: Path | None) -> Ran:
    """Run the first job of the workflow; the checkout of pan-tp is this one."""
    (folder / ".pan-tp").symlink_to(ROOT, target_is_directory=True)
    runner = Runner(folder, home)
    if installed is not None:
        runner.ready = {"install": {"python": str(installed / "bin" / "python")}}
        runner.find(str(installed / "bin"))
    return runner.job(loaded(GITHUB)["jobs"]["check"], event(base))


def annotated(ran: Ran) -> list[str]:
    return re.findall(r"^::(\w+ file=\S+?,line=\d+)", ran.log, re.MULTILINE)


def uploaded(ran: Ran) -> dict[str, dict[str, str]]:
    """Return what other actions than those that check out were given."""
    return {name: given for name, given in ran.used if name != "actions/checkout"}


def rules_and_lines(sarif: str) -> list[tuple[str, int]]:
    document = json.loads(Path(sarif).read_text(encoding="utf-8"))
    Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    return [
        (each["ruleId"], each["locations"][0]["physicalLocation"]["region"]["startLine"])
        for each in document["runs"][0]["results"]
        if each["level"] == "error"
    ]


def test_github_fails_for_what_is_new_and_tells_code_scanning_all(on: Any, tmp_path: Path) -> None:
    folder, base = on(TWO, REVISED)
    ran = github(folder, tmp_path / "home", base, None)
    assert not ran.ok
    assert annotated(ran) == ["error file=data/plan.yaml,line=4"]
    assert ran.steps["pan-tp"]["outputs"]["exit-code"] == "1"
    given = uploaded(ran)
    (sarif, artifact) = (
        given["github/codeql-action/upload-sarif"],
        given["actions/upload-artifact"],
    )
    assert rules_and_lines(sarif["sarif_file"]) == [
        ("budget.somme-annees", 4),
        ("budget.somme-annees", 5),
    ]
    comparison = (folder / artifact["path"]).read_text(encoding="utf-8")
    assert ran.summary.index("budget.somme-annees") < ran.summary.index(comparison)
    assert ran.summary.count("laissés de côté") == 1
    assert ran.steps["compare"]["outputs"] == {"compared": "true"}


def test_github_passes_a_revision_with_old_faults_alone(
    on: Any, tmp_path: Path, installed: Path
) -> None:
    folder, base = on(TWO, TWO.replace("Soins", "Soin"))
    ran = github(folder, tmp_path / "home", base, installed)
    assert (ran.ok, annotated(ran)) == (True, [])
    assert "Soin" in ran.summary


def test_github_checks_everything_on_the_main_branch(
    on: Any, tmp_path: Path, installed: Path
) -> None:
    folder, _ = on(TWO, TWO)
    ran = github(folder, tmp_path / "home", "", installed)
    assert (ran.ok, annotated(ran)) == (False, ["error file=data/plan.yaml,line=5"])
    assert "compare" not in ran.steps
    assert list(uploaded(ran)) == ["github/codeql-action/upload-sarif"]


def test_github_takes_a_plan_that_main_does_not_hold_for_new(
    on: Any, tmp_path: Path, installed: Path
) -> None:
    folder, base = on("", GOOD)
    ran = github(folder, tmp_path / "home", base, installed)
    assert ran.ok
    assert ran.steps["compare"]["outputs"] == {}
    assert list(uploaded(ran)) == ["github/codeql-action/upload-sarif"]


def test_github_says_that_the_history_was_not_fetched(
    on: Any, tmp_path: Path, installed: Path
) -> None:
    folder, base = on(TWO, REVISED, "--depth=1")
    ran = github(folder, tmp_path / "home", base, installed)
    assert not ran.ok
    assert ran.steps["pan-tp"]["outputs"]["exit-code"] == "3"
    assert "git fetch" in ran.log


@pytest.mark.parametrize(
    ("compared", "origin", "comments"),
    [("true", REPOSITORY, True), ("", REPOSITORY, False), ("true", "ailleurs/plans", False)],
)
def test_the_comparison_is_a_comment_that_is_replaced(
    tmp_path: Path, compared: str, origin: str, *, comments: bool
) -> None:
    """The command of GitHub is one that writes what it was given."""
    job = loaded(GITHUB)["jobs"]["comment"]
    github = event("0" * 40)
    github["event"]["pull_request"]["head"]["repo"]["full_name"] = origin
    needs = {"check": {"outputs": {"compared": compared}}}
    assert evaluate(job["if"], {"github": github, "needs": needs}) is comments
    command = tmp_path / "gh"
    command.write_text('#!/bin/bash\nprintf "<%s>" "$GH_TOKEN" "$GH_REPO" "$@"\n')
    command.chmod(0o755)
    runner = Runner(tmp_path, tmp_path / "home")
    runner.env["PATH"] = f"{tmp_path}{os.pathsep}{runner.env['PATH']}"
    ran = runner.job(job, github)
    asked = "pr comment 7 --edit-last --create-if-none --body-file comparison.md"
    assert ran.log == "".join(f"<{word}>" for word in ("t", REPOSITORY, *asked.split()))
    assert ran.used == [("actions/download-artifact", {"name": "comparison"})]


def test_expressions_mean_what_they_do_on_github() -> None:
    contexts = {"a": {"b": "x", "empty": ""}}
    for text, value in (
        ("a.b == 'x'", True),
        ("a.b != 'x'", False),
        ("a.nowhere.c == ''", True),
        ("a.empty || 'python'", "python"),
        ("a.b && a.empty", ""),
        ("always() && a.b == 'y'", False),
    ):
        assert evaluate(text, contexts) == value
    assert filled("<${{ a.b }}>", contexts) == "<x>"
    assert filled(False, contexts) == "false"


# --- GitLab -----------------------------------------------------------------------------------


class Job(NamedTuple):
    code: int
    log: str
    reports: Path


def gitlab(history: History, installed: Path, name: str, base: str) -> Job:
    """Run a job as GitLab's runner does: all lines in one shell, until one fails."""
    pipeline = loaded(GITLAB)
    job = pipeline[pipeline[name]["extends"]] | pipeline[name]
    (history.folder / ".pan-tp").symlink_to(installed, target_is_directory=True)
    # the first two lines made what is installed
    lines = [*job["before_script"][2:], *job["script"]]
    done = shell(history.folder, lines, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    for report in job["artifacts"]["reports"].values():
        assert any(report.startswith(path) for path in job["artifacts"]["paths"])
    return Job(done.returncode, done.stdout, history.folder / "reports")


def quality(job: Job) -> list[tuple[str, int]]:
    """Return what the code quality report holds that is grave, with its lines."""
    text = (job.reports / "codequality.json").read_text(encoding="utf-8")
    return [
        (each["location"]["path"], each["location"]["lines"]["begin"])
        for each in json.loads(text)
        if each["severity"] == "critical"
    ]


REQUEST = "plan of a merge request"


def test_gitlab_fails_for_what_is_new_and_gives_widgets_all(on: Any, installed: Path) -> None:
    given = on(TWO, REVISED)
    job = gitlab(given, installed, REQUEST, given.base)
    assert job.code == 1
    assert "data/plan.yaml:4:" in job.log
    assert "data/plan.yaml:5:" not in job.log
    assert quality(job) == [("data/plan.yaml", 4), ("data/plan.yaml", 5)]
    assert JUnitXml.fromfile(str(job.reports / "junit.xml")).failures == 1
    assert "Prévention" in (job.reports / "comparison.md").read_text(encoding="utf-8")
    assert "</html>" in (job.reports / "comparison.html").read_text(encoding="utf-8")


def test_gitlab_passes_a_revision_with_old_faults_alone(on: Any, installed: Path) -> None:
    given = on(TWO, TWO.replace("Soins", "Soin"))
    job = gitlab(given, installed, REQUEST, given.base)
    assert job.code == 0
    assert quality(job) == [("data/plan.yaml", 5)]


def test_gitlab_takes_a_plan_that_main_does_not_hold_for_new(on: Any, installed: Path) -> None:
    given = on("", WRONG)
    job = gitlab(given, installed, REQUEST, given.base)
    assert (job.code, (job.reports / "comparison.md").exists()) == (1, False)


def test_gitlab_checks_everything_on_the_main_branch(on: Any, installed: Path) -> None:
    given = on(TWO, TWO)
    job = gitlab(given, installed, "plan", "")
    assert job.code == 1
    assert "data/plan.yaml:5:" in job.log


def test_gitlab_stops_at_a_file_that_cannot_be_read(on: Any, installed: Path) -> None:
    given = on(TWO, TWO.replace("axes", "axxes"))
    job = gitlab(given, installed, REQUEST, given.base)
    assert job.code != 0
    assert "axxes" in job.log
    assert "Bilan" not in job.log


def test_gitlab_does_not_pass_without_a_base(on: Any, installed: Path) -> None:
    job = gitlab(on(GOOD, WRONG), installed, REQUEST, "")
    assert job.code == 2


def test_gitlab_does_not_go_on_where_nobody_said_what_to_install(tmp_path: Path) -> None:
    line = loaded(GITLAB)[".pan-tp"]["before_script"][1]
    done = shell(tmp_path, [line, "echo on"])
    assert "PAN_TP_SOURCE" in done.stdout
    assert "on" not in done.stdout.splitlines()
    assert done.returncode != 0
