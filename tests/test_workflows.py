"""The workflows are valid, run what .ci/ holds, and let nothing but the publishing job publish."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.projects import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SHOWN = [ROOT / "action.yml", ROOT / "docs" / "ci.md"]
"""What runs elsewhere: the action for other repositories, and the page of pipelines to copy."""
PINNED = re.compile(r"uses: (?:\./|[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)")


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(GITHUB / "workflows" / name)
    return loaded


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job.get("steps", []) if "run" in step]


def uses(path: Path) -> list[str]:
    """Return the lines of a file that use an action."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if re.match(r" +(?:- )?uses:", line)]


def actions(job: dict[str, Any]) -> list[str]:
    return [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", WORKFLOWS), ("dependabot", [GITHUB / "dependabot.yml"])],
)
def test_files_follow_their_schemas(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [*WORKFLOWS, *SHOWN], ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_say_which_version_it_is(path: Path) -> None:
    used = uses(path)
    assert used != []
    assert [line for line in used if not PINNED.search(line)] == []


def test_what_runs_elsewhere_uses_the_same_commits() -> None:
    """So that whoever moves the pins here is told to move those on the page too."""
    here = {line.partition("uses:")[2] for path in WORKFLOWS for line in uses(path)}
    there = {line.partition("uses:")[2] for path in SHOWN for line in uses(path)}
    own = {line for line in there if "./" in line or "codeql-action" in line}
    assert len(own) == 2
    assert there - own <= here


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_the_repository_and_no_more(path: Path) -> None:
    workflow = load(path.name)
    assert workflow["permissions"] == {"contents": "read"}
    more = {
        name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job
    }
    publishing = {"publish": {"id-token": "write"}} if path.name == "release.yml" else {}
    assert more == publishing


def test_every_push_and_request_runs_what_ci_holds() -> None:
    workflow = load("ci.yml")
    assert {"push", "pull_request"} <= set(workflow["on"])
    jobs = workflow["jobs"]
    assert commands(jobs["tests"]) == [".ci/run"]
    assert commands(jobs["lowest-versions"]) == [".ci/lowest python3"]
    assert all(os.access(ROOT / ".ci" / name, os.X_OK) for name in ("run", "lowest"))


def test_the_oldest_python_is_the_one_that_the_project_admits() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    jobs = load("ci.yml")["jobs"]
    oldest = jobs["tests"]["strategy"]["matrix"]["python"][0]
    assert project["requires-python"] == f">={oldest}"
    lowest = [step["with"] for step in jobs["lowest-versions"]["steps"] if "with" in step]
    assert {"python-version": oldest} in lowest


def test_a_tag_is_tested_and_built_before_it_is_published() -> None:
    workflow = load("release.yml")
    assert workflow["on"] == {"push": {"tags": ["v*"]}}
    jobs = workflow["jobs"]
    assert jobs["tests"]["uses"] == "./.github/workflows/ci.yml"
    assert "workflow_call" in load("ci.yml")["on"]
    assert set(jobs["publish"]["needs"]) == {"tests", "build"}
    assert "python -m build" in commands(jobs["build"])[-1]


def test_what_is_published_is_what_was_built() -> None:
    jobs = load("release.yml")["jobs"]
    assert actions(jobs["build"])[-1] == "actions/upload-artifact"
    assert commands(jobs["publish"]) == []
    assert actions(jobs["publish"]) == ["actions/download-artifact", "pypa/gh-action-pypi-publish"]
    assert jobs["publish"]["environment"]["name"] == "pypi"
    handed = [job["steps"][at]["with"] for job, at in ((jobs["build"], -1), (jobs["publish"], 0))]
    assert [(each["name"], each["path"]) for each in handed] == [("dist", "dist/")] * 2


@pytest.mark.parametrize(
    ("tag", "heading", "passes"),
    [
        ("v1.2.0", "## [1.2.0] - 2027-01-31", True),
        ("v1.2", "## [1.2.0] - 2027-01-31", False),
        ("v1.2.0", "## [Unreleased]", False),
        ("v1.2.0", "## [1.2.0.dev1] - 2027-01-31", False),
    ],
)
def test_a_tag_that_is_not_the_version_stops(
    tag: str, heading: str, passes: bool, tmp_path: Path
) -> None:
    """The very lines of the workflow, in the shell that GitHub takes."""
    (tmp_path / "pan_tp_cli").mkdir()
    (tmp_path / "pan_tp_cli" / "__init__.py").write_text('__version__ = "1.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{heading}\n")
    lines = commands(load("release.yml")["jobs"]["build"])[0]
    python = f'python() {{ "{sys.executable}" "$@"; }}\n'
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", python + lines],
        cwd=tmp_path,
        env={**os.environ, "GITHUB_REF_NAME": tag},
        capture_output=True,
        check=False,
    )
    assert (done.returncode == 0) is passes
