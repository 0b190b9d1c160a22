"""The hook for other repositories, run by pre-commit itself: files in, whole plans checked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

from tests.cli.test_process import GOOD, WARNING, WRONG
from tests.projects import ROOT, framework
from tests.repositories import alone, git, put, repository
from tests.workflows import LENT, OF_RUNS

SOURCES = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
FOLDERS = ("pan_tp_cli", "data", "schemas")
RIGHT = framework("unite: nombre\nreference: 0\ncibles: {2023: 1, 2024: 2}\ntotal: 3\n")
FALSE = RIGHT.replace("total: 3", "total: 9")
FILES = {
    "a/plan.yaml": GOOD,
    "a/indicators.yaml": RIGHT,
    "b/plan.yaml": WARNING,
    "b/notes.yaml": "",
    "pan-tp.yaml": "lang: fr\n",
}

apart = pytest.fixture(scope="module")(alone)


class Hook(NamedTuple):
    """The repository of the hook, at a commit, and where pre-commit keeps what it has installed."""

    source: Path
    commit: str
    home: Path

    def run(self, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
        """Run pre-commit, or git with its hook, without network and variables of ours."""
        kept = {name: value for name, value in os.environ.items() if not OF_RUNS.match(name)}
        own = {"PRE_COMMIT_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            command,
            cwd=folder,
            env={**kept, **LENT, **own},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def check(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Let pre-commit run the hook over what is staged, or as `arguments` say."""
        return self.run(folder, *PRE_COMMIT, "run", "--verbose", "--color=never", *arguments)


PRE_COMMIT = (sys.executable, "-m", "pre_commit")


@pytest.fixture(scope="module")
def hook(apart: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """Return the hook of this checkout, committed as it is: pre-commit installs what is in git."""
    source = tmp_path_factory.mktemp("pan-tp")
    for name in SOURCES:
        shutil.copy(ROOT / name, source)
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    repository(source, {})
    return Hook(source, git(source, "rev-parse", "HEAD").strip(), tmp_path_factory.mktemp("home"))


@pytest.fixture
def folder(hook: Hook, tmp_path: Path) -> Path:
    """Return a repository with plans that are right, and the settings that the page shows."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = page.partition("```yaml\n# .pre-commit-config.yaml\n")[2].partition("```")[0]
    for name, value in (
        ("https://example.org/pan-tp-cli", str(hook.source)),
        ("COMMIT", hook.commit),
    ):
        assert shown.count(name) == 1
        shown = shown.replace(name, value)
    return repository(tmp_path, {**FILES, ".pre-commit-config.yaml": shown})


def stage(folder: Path, **files: str) -> None:
    put(folder, {name.replace("_", "/") + ".yaml": text for name, text in files.items()})
    git(folder, "add", "--all")


def checked(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the plans that a report in French names, in order."""
    heads = [line for line in done.stdout.splitlines() if line.startswith("Plan\u00a0: ")]
    return [line.partition(": ")[2].partition(",")[0] for line in heads]


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [*PRE_COMMIT, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    (hook,) = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    assert hook["id"] == "pan-tp-check"


def test_all_plans_are_checked_once(hook: Hook, folder: Path) -> None:
    done = hook.check(folder, "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert checked(done) == ["a/plan.yaml", "b/plan.yaml"]


@pytest.mark.parametrize(
    ("files", "code", "plans"),
    [
        ({"a_plan": WRONG}, 1, ["a/plan.yaml"]),
        ({"a_indicators": FALSE}, 1, ["a/plan.yaml"]),
        ({"a_plan": WRONG, "a_indicators": FALSE}, 1, ["a/plan.yaml"]),
        ({"a_plan": WRONG, "b_plan": WARNING + "# relu"}, 1, ["a/plan.yaml", "b/plan.yaml"]),
        ({"b_pan-tp": "fail-on: avertissement\n"}, 1, ["b/plan.yaml"]),
        ({"pan-tp": "fail-on: avertissement\n"}, 1, ["a/plan.yaml", "b/plan.yaml"]),
        ({"b_derogations": "format: pan-tp/derogations-1\nderogations: []\n"}, 0, ["b/plan.yaml"]),
        ({"b_notes": "a: 1\n"}, 0, []),
        ({"b_mon-plan": WRONG}, 0, []),
        ({"c d'été_indicators": RIGHT}, 1, []),
        ({"c d'été_plan": WRONG}, 1, ["c d'été/plan.yaml"]),
    ],
)
def test_what_changed_says_which_plans_are_checked(
    hook: Hook, folder: Path, files: dict[str, str], code: int, plans: list[str]
) -> None:
    stage(folder, **files)
    done = hook.check(folder)
    assert (done.returncode, checked(done)) == (code, plans), done.stdout + done.stderr


def test_a_commit_with_a_fault_is_refused_and_mended_made(hook: Hook, folder: Path) -> None:
    """What is staged counts, and not what lies around."""
    assert hook.run(folder, *PRE_COMMIT, "install").returncode == 0
    stage(folder, a_indicators=FALSE)
    put(folder, {"a/indicators.yaml": RIGHT})
    refused = hook.run(folder, "git", "commit", "--message", "Relu")
    assert refused.returncode == 1
    assert "indicateur.total" in refused.stderr
    git(folder, "add", "--all")
    assert hook.run(folder, "git", "commit", "--allow-empty", "--message", "Relu").returncode == 0


def test_arguments_of_the_repository_are_taken(hook: Hook, folder: Path) -> None:
    settings = folder / ".pre-commit-config.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "        args: [--since, HEAD, --format, concise]\n")
    stage(folder, a_plan=WRONG)
    git(folder, "commit", "--quiet", "--message", "Relu")
    stage(folder, a_plan=WRONG + "# relu\n")
    assert hook.check(folder).returncode == 0
    stage(folder, a_indicators=FALSE)
    done = hook.check(folder)
    assert done.returncode == 1
    assert "a/indicators.yaml:" in done.stdout
    assert "budget.somme-annees" not in done.stdout
