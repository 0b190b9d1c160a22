"""Plans in git revisions, as their users check them: real processes, real repositories."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pan_tp_cli.cli import main
from pan_tp_cli.git import objects
from pan_tp_cli.text import Lang
from tests.cli.test_process import GOOD, WRONG, pan_tp
from tests.projects import ROOT, framework
from tests.repositories import alone, clone, commit, git, put, repository

FRAMEWORK = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 9")
WHY = ("--motif", "Ainsi dans le document signé", "--expire", "2999-12-31")
NAME = "budget.somme-annees@1,total"


@pytest.fixture(autouse=True, scope="module")
def environment() -> Iterator[pytest.MonkeyPatch]:
    yield from alone()


@pytest.fixture(scope="module")
def shared(environment: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that tests only read: wrong in v1, right in main, a framework in v1.

    The working tree is wrong, the index is right; a name holds spaces and accents.
    """
    folder = tmp_path_factory.mktemp("dépôt partagé")
    files = {"data/plan.yaml": WRONG, "data/indicators.yaml": FRAMEWORK, "vide/a": ""}
    repository(folder, files, "v1", "atelier/été")
    (folder / "data" / "indicators.yaml").unlink()
    commit(folder, {"data/plan.yaml": GOOD, "mes données d'été/plan.yaml": WRONG})
    put(folder, {"data/plan.yaml": WRONG})
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a repository that a test may change: right in main, wrong in v1 and on disk."""
    folder = repository(tmp_path / "own", {"data/plan.yaml": WRONG}, "v1")
    commit(folder, {"data/plan.yaml": GOOD})
    put(folder, {"data/plan.yaml": WRONG})
    return folder


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Run:
    """Runs commands in this process, each as if it were the first."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.patch, self.capture = patch, capture

    def __call__(self, folder: Path, *arguments: str) -> Done:
        self.patch.chdir(folder)
        objects.look.cache_clear()
        lang = Lang.EN if "en" in arguments else Lang.FR
        code = main.run(list(arguments), lang)
        out, err = self.capture.readouterr()
        return Done(code, out.replace("\u00a0", " "), err.replace("\u00a0", " "))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return Run(monkeypatch, capfd)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "main:data"], 0),
        (["check", "v1:data"], 1),
        (["check", "v1:data/plan.yaml"], 1),
        (["check", "v1:data/indicators.yaml"], 1),
        (["check", "main:data/indicators.yaml"], 3),
        (["check", "HEAD~1:data"], 1),
        (["check", "atelier/été:data"], 1),
        (["check", ":data"], 0),
        (["check", ":data/plan.yaml"], 0),
        (["check", "main:mes données d'été"], 1),
        (["check", "main:data", "--indicators", "v1:data/indicators.yaml"], 1),
        (["check", "data"], 1),
        (["coverage", "main:data"], 0),
        (["recompute", "v1:data"], 0),
        (["recompute", "v1:data", "--write"], 2),
        (["waive", "list", "v1:data"], 0),
        (["waive", "prune", "v1:data"], 0),
        (["waive", "prune", "v1:data", "--write"], 2),
        (["waive", "add", NAME, *WHY, "--plan", "v1:data"], 2),
        (["waive", "add", NAME, *WHY, "--plan", "data", "--waivers", "v1:w.yaml"], 2),
        (["check", "main:nope"], 3),
        (["check", "main:vide"], 3),
        (["check", "nope:data"], 3),
        (["check", "data", "--indicators", "main:nope"], 3),
        (["check", "data", "--waivers", "main:nope"], 3),
        (["waive", "list", "data", "--waivers", "main:nope"], 3),
        (["check", "-c:data"], 2),
        (["check", "--", "-c:data"], 3),
        (["check", "--", "--output=x:data"], 3),
        (["coverage", "nope:data"], 3),
        (["recompute", "nope:data"], 3),
    ],
)
def test_exit_codes(shared: Path, run: Run, arguments: list[str], code: int) -> None:
    before = git(shared, "status", "--porcelain")
    done = run(shared, *arguments)
    assert (done.code, bool(done.err) or code < 2) == (code, True)
    assert git(shared, "status", "--porcelain") == before


def test_the_report_names_the_revision(shared: Path) -> None:
    done = pan_tp("check", "v1:data", cwd=shared)
    assert done.stdout.splitlines()[0] == "Plan\u00a0: v1:data/plan.yaml"
    assert done.stdout.splitlines()[1] == "Indicateurs\u00a0: v1:data/indicators.yaml"
    concise = pan_tp("check", "v1:data", "--format", "concise", cwd=shared).stdout
    assert concise.startswith("v1:data/plan.yaml:3:67: erreur[budget.somme-annees] 1 total")


def test_json_names_the_revision_and_goes_to_a_file_of_the_working_tree(
    shared: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a:b.json"
    done = pan_tp("check", "v1:data", "--format", f"json={out}", cwd=shared)
    document = json.loads(out.read_text(encoding="utf-8"))
    assert (done.returncode, done.stdout) == (1, "")
    names = [each["file"] for each in document["inputs"]]
    assert names == ["v1:data/plan.yaml", "v1:data/indicators.yaml"]
    assert document["findings"][0]["location"]["file"] == "v1:data/plan.yaml"


def test_paths_are_from_the_top_or_from_the_folder_here(shared: Path, run: Run) -> None:
    folder = shared / "data"
    for name, code in (("main:data", 0), ("main:./plan.yaml", 0), ("v1:.", 1), (":./plan.yaml", 0)):
        assert run(folder, "check", name).code == code
    assert run(folder, "check", "main:plan.yaml", "--lang", "en") == (
        3, "", "main:plan.yaml: nothing is at that place: did you mean 'main:./plan.yaml'?\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "fr", "en"),
    [
        ("mian:data", "vouliez-vous écrire « main » ?", "did you mean 'main'?"),
        ("main:nope", "« git ls-tree -r --name-only --full-tree main »", "'git ls-tree -r"),
        ("main:data/a\n", "caractères de contrôle", "control characters"),
    ],
)
def test_what_helps_is_said_in_both_languages(
    shared: Path, run: Run, name: str, fr: str, en: str
) -> None:
    for lang, words in (("fr", fr), ("en", en)):
        done = run(shared, "check", name, "--lang", lang)
        (line,) = done.err.splitlines()
        assert (done.code, words in line) == (3, True)


def test_a_shallow_clone_is_told_how_to_fetch(shared: Path, tmp_path: Path) -> None:
    folder = clone(shared, tmp_path / "clone", "--depth=1")
    said = pan_tp("check", "v1:data", "--lang", "en", cwd=folder).stderr
    assert "run 'git fetch --depth=1 origin v1', then write 'FETCH_HEAD'" in said
    git(folder, "fetch", "--depth=1", "origin", "v1")
    assert pan_tp("check", "FETCH_HEAD:data", cwd=folder).returncode == 1


def test_waivers_are_those_of_the_revision(own: Path, run: Run) -> None:
    assert run(own, "waive", "add", NAME, *WHY, "--plan", "data").code == 0
    commit(own, {}, "v2")
    (own / "data" / "derogations.yaml").unlink()
    for name, code in (("v1:data", 1), ("v2:data", 0), (":data", 0), ("data", 1)):
        assert run(own, "check", name).code == code
    assert run(own, "check", "data", "--waivers", "v2:data/derogations.yaml").code == 0
    listed = run(own, "waive", "list", "v2:data").out
    assert "\nDérogations : v2:data/derogations.yaml\n" in listed
    assert listed.endswith("\n1 dérogation\n")
    assert run(own, "waive", "prune", "v2:data", "--write").code == 2


def test_a_waiver_may_be_written_on_disk_for_a_plan_in_a_revision(own: Path, run: Run) -> None:
    add = ("waive", "add", NAME, *WHY, "--plan", "v1:data", "--waivers", "w.yaml")
    assert run(own, *add).code == 0
    assert run(own, "check", "v1:data", "--waivers", "w.yaml").code == 0


def test_settings_are_those_of_today(own: Path, run: Run) -> None:
    put(own, {"pan-tp.yaml": "ignore: [budget.somme-annees]\n"})
    assert run(own, "check", "v1:data").code == 0
    assert run(own / "data", "check", "v1:data").code == 0
    shown = run(own, "check", "v1:data", "--show-settings").out
    assert shown.startswith("Réglages : pan-tp.yaml\n")


@pytest.mark.parametrize("command", [["check", "--patch"], ["recompute"]])
def test_a_patch_is_for_the_working_tree(own: Path, command: list[str]) -> None:
    patch = pan_tp(*command, "v1:data", cwd=own).stdout
    assert patch.startswith("--- a/data/plan.yaml\n+++ b/data/plan.yaml\n")
    subprocess.run(["git", "apply"], input=patch, encoding="utf-8", cwd=own, check=True)
    assert git(own, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["recompute", "v1:data", "--write"], "v1:data/plan.yaml"),
        (["recompute", "--write", "--indicators", "v1:data/indicators.yaml"], "v1:data/indicators"),
        (["waive", "prune", "v1:data", "--write"], "v1:data/plan.yaml"),
        (["waive", "add", NAME, *WHY, "--plan", "v1:data"], "v1:data/derogations.yaml"),
    ],
)
def test_nothing_is_written_into_a_revision(
    shared: Path, run: Run, command: list[str], name: str
) -> None:
    done = run(shared, *command, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert f"'{name}" in done.err
    assert "is in a git revision, where nothing is written" in done.err


def test_the_index_of_a_hook_is_the_one_that_is_checked(own: Path) -> None:
    """A hook before a commit sees what is about to be committed, and not what lies around."""
    hook = own / ".git" / "hooks" / "pre-commit"
    code = f'PYTHONPATH="{ROOT}" "{sys.executable}" -m pan_tp_cli check :data >&2\n'
    put(own, {".git/hooks/pre-commit": f"#!/bin/sh\n{code}"})
    hook.chmod(0o755)
    tried = ["git", "commit", "--message", "Faux", "data/plan.yaml"]
    assert subprocess.run(tried, cwd=own, capture_output=True, check=False).returncode == 1
    put(own, {"data/plan.yaml": GOOD + "# relu\n"})
    git(own, "add", "data")
    put(own, {"data/plan.yaml": WRONG})
    git(own, "commit", "--quiet", "--message", "Juste")


@pytest.mark.parametrize("name", ["main:data", "main:data/plan.yaml"])
def test_a_file_of_that_name_comes_first(own: Path, run: Run, name: str) -> None:
    put(own, {"main:data/plan.yaml": WRONG})
    assert run(own, "check", name).code == 1


def test_outside_of_a_repository(tmp_path: Path) -> None:
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    done = pan_tp("check", "main:data", cwd=tmp_path, env=env)
    assert (done.returncode, done.stdout) == (3, "")
    assert "dans un dépôt git, et ce dossier n'est dans aucun" in done.stderr


def test_without_git_only_files_are_checked(shared: Path, tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path)}
    assert pan_tp("check", "data", cwd=shared, env=env).returncode == 1
    done = pan_tp("check", "main:data", "--lang", "en", cwd=shared, env=env)
    assert (done.returncode, "git is not installed" in done.stderr) == (3, True)


def test_a_reader_that_leaves_early_is_no_fault(shared: Path) -> None:
    code = f'"{sys.executable}" -m pan_tp_cli check v1:data --lang en | true'
    done = subprocess.run(
        code,
        shell=True,
        cwd=shared,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
