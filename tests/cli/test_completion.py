"""What a shell completes words to, asked by bash itself and by the protocol of the other shells."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_process import WRONG, pan_tp
from tests.projects import ROOT
from tests.repositories import alone, repository

apart = pytest.fixture(alone)
BASH = shutil.which("bash")
ASK = """
pan-tp() { "$PYTHON" -m pan_tp_cli "$@"; }
eval "$(pan-tp completion bash)"
COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
_pan_tp_completion pan-tp
printf '%s\\n' "${COMPREPLY[@]}"
"""


def answers(folder: Path, line: str, *words: str) -> list[str]:
    """Return what bash offers at the end of a line; it splits it into `words`, or at spaces."""
    assert BASH is not None
    kept = {name: value for name, value in os.environ.items() if name != "PAN_TP_LANG"}
    done = subprocess.run(
        [BASH, "--norc", "-c", ASK, "bash", line, *(words or line.split(" "))],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHON": sys.executable},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path, {"data/plan.yaml": WRONG}, "v1", "v2")


@pytest.mark.usefixtures("apart")
@pytest.mark.skipif(BASH is None, reason="bash is not there to be asked")
@pytest.mark.parametrize(
    ("line", "words", "offered"),
    [
        ("pan-tp che", (), ["check"]),
        ("pan-tp check --show-se", (), ["--show-settings"]),
        ("pan-tp check --sort ", (), ["gravite", "position", "severity"]),
        ("pan-tp check --sort=po", ("pan-tp", "check", "--sort", "=", "po"), ["position"]),
        ("pan-tp diff --fail-on ru", (), ["rupture"]),
        ("pan-tp coverage --format ", (), ["text", "json"]),
        ("pan-tp check --since v", (), ["v1", "v2"]),
        ("pan-tp schema port", (), ["portfolio-1"]),
        ("pan-tp rule budget.somme-p", (), ["budget.somme-pourcentages"]),
        (
            "pan-tp check --select budget,structure.code-d",
            (),
            ["budget,structure.code-duplique"],
        ),
        ("pan-tp check --ignore plaus", (), [
            "plausibilite", "plausibilite.cout-unitaire", "plausibilite.ordre-de-grandeur",
            "plausibilite.periodicite",
        ]),
        ("pan-tp waive add budget.", (), ["budget.somme-annees@1,total"]),
        (
            "pan-tp waive add budget.somme-annees@",
            ("pan-tp", "waive", "add", "budget.somme-annees", "@"),
            ["1,total"],
        ),
        (
            "pan-tp waive add budget.somme-annees@1",
            ("pan-tp", "waive", "add", "budget.somme-annees", "@", "1"),
            ["1,total"],
        ),
        ("pan-tp waive add --plan nowhere budget.", (), []),
        ("pan-tp check 'a plan' --sort po", (), ["position"]),
    ],
)  # fmt: skip
def test_bash_offers(folder: Path, line: str, words: tuple[str, ...], offered: list[str]) -> None:
    assert answers(folder, line, *words) == offered


def test_outside_of_a_repository_no_revision_is_offered(tmp_path: Path) -> None:
    assert answers(tmp_path, "pan-tp check --since ") == []


def test_a_shell_that_shows_help_gets_it_in_one_line(tmp_path: Path) -> None:
    asked = {
        "_PAN_TP_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": "pan-tp check --form",
    }
    done = pan_tp(cwd=tmp_path, env=asked)
    (line,) = done.stdout.splitlines()
    assert line.startswith("--format\ttext (par défaut)")
    assert line.endswith("Répétable.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_its_script(shell: str, tmp_path: Path) -> None:
    done = pan_tp("completion", shell, cwd=tmp_path)
    assert done.returncode == 0
    assert "_PAN_TP_COMPLETE" in done.stdout
    assert "complete_" + shell in done.stdout


def test_a_shell_that_is_not_known_is_refused(tmp_path: Path) -> None:
    done = pan_tp("completion", "ksh", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bash, zsh, fish, powershell" in done.stderr
