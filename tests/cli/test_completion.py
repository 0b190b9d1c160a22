"""What a shell completes words to, asked by bash itself and by the protocol of the other shells."""

import os
import shutil
import subprocess
import sys
import tty
from pathlib import Path

import pytest

from tests.cli.test_process import WRONG, pan_tp
from tests.projects import ROOT
from tests.repositories import alone, repository

apart = pytest.fixture(alone)
BASH = shutil.which("bash")
RC = """
PS1= PS2=
bind 'set bell-style none'
bind 'set show-all-if-ambiguous off'
bind -x '"\\C-t": printf "%s" "$READLINE_LINE" >line'
pan-tp() { "$PYTHON" -m pan_tp_cli "$@"; }
eval "$(pan-tp completion bash)"
"""
SHOW, ERASE = "\x14", "\x15"
"""Keys: C-t writes the line to a file, as told above; C-u erases it."""


def typed(folder: Path, line: str) -> str:
    """Return what a line is after the key Tab, in a bash that a terminal is attached to."""
    assert BASH is not None
    (folder / "rc").write_text(RC, encoding="utf-8")
    leader, follower = os.openpty()
    tty.setraw(follower)  # or keys that come before bash is ready would be the terminal's own
    os.write(leader, f"{line}\t{SHOW}{ERASE}exit\n".encode())
    kept = {name: value for name, value in os.environ.items() if name != "PAN_TP_LANG"}
    subprocess.run(
        [BASH, "--noprofile", "--rcfile", "rc", "-i"],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHON": sys.executable, "TERM": "xterm"},
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        check=True,
        timeout=60,
    )
    os.close(follower)
    os.close(leader)
    return (folder / "line").read_text(encoding="utf-8")


def answers(folder: Path, line: str) -> list[str]:
    """Return what pan-tp answers to a shell, without the help that some show."""
    asked = {
        "_PAN_TP_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": line,
    }
    done = pan_tp(cwd=folder, env=asked)
    assert done.stderr == ""
    return [answer.partition("\t")[0] for answer in done.stdout.splitlines() if answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path, {"data/plan.yaml": WRONG}, "v1", "v2")


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("pan-tp che", ["check"]),
        ("pan-tp check --show-se", ["--show-settings"]),
        ("pan-tp check --sort ", ["gravite", "position", "severity"]),
        ("pan-tp check --sort=po", ["position"]),
        ("pan-tp diff --fail-on ru", ["rupture"]),
        ("pan-tp coverage --format ", ["text", "json"]),
        ("pan-tp check --since v", ["v1", "v2"]),
        ("pan-tp schema port", ["portfolio-1"]),
        ("pan-tp rule budget.somme-p", ["budget.somme-pourcentages"]),
        ("pan-tp check --select budget,structure.code-d", ["budget,structure.code-duplique"]),
        ("pan-tp check --ignore plaus", [
            "plausibilite", "plausibilite.cout-unitaire", "plausibilite.ordre-de-grandeur",
            "plausibilite.periodicite",
        ]),
        ("pan-tp waive add budget.", ["budget.somme-annees@1,total"]),
        ("pan-tp waive add --plan nowhere budget.", []),
        ("pan-tp show tot", ["total_general"]),
        ("pan-tp show 1", ["1"]),
        ("pan-tp show --plan nowhere 1", []),
        ("pan-tp show --plan data --by st", ["structure"]),
        ("pan-tp check 'a plan' --sort po", ["position"]),
    ],
)  # fmt: skip
def test_a_shell_is_offered(folder: Path, line: str, offered: list[str]) -> None:
    assert answers(folder, line) == offered


@pytest.mark.usefixtures("apart")
@pytest.mark.skipif(BASH is None, reason="bash is not there to be typed into")
@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("pan-tp che", "pan-tp check "),
        ("pan-tp check --sort=po", "pan-tp check --sort=position "),
        ("pan-tp check --since m", "pan-tp check --since main "),
        ("pan-tp check --select budget,structure.code-d",
         "pan-tp check --select budget,structure.code-duplique "),
        ("pan-tp check da", "pan-tp check data/"),
        ("pan-tp waive add bud", "pan-tp waive add budget.somme-annees@1,total "),
        ("pan-tp waive add budget.somme-annees@",
         "pan-tp waive add budget.somme-annees@1,total "),
        ("pan-tp waive add budget.somme-annees@1,t",
         "pan-tp waive add budget.somme-annees@1,total "),
        ("pan-tp check 'a plan' --sort po", "pan-tp check 'a plan' --sort position "),
    ],
)  # fmt: skip
def test_bash_completes(folder: Path, line: str, completed: str) -> None:
    assert typed(folder, line) == completed


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
