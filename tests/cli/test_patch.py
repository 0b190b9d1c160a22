"""`pan-tp check --patch`, applied by the real git."""

import json
import subprocess
from pathlib import Path

import pytest

from pan_tp_cli import replacing
from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang
from tests.cli.test_process import pan_tp
from tests.projects import framework, plan

ROW = "  - {{code: {code}, intitule: Été, budget: {{2023: 1 000, 2024: 2 000, total: {total}}}}}\n"
PLAN = plan("axes:\n" + ROW.format(code=1, total="9 000") + ROW.format(code=2, total="8 000"))
FRAMEWORK = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 9")
RIGHT = PLAN.replace("9 000", "3 000").replace("8 000", "3 000")
RIGHT_FRAMEWORK = FRAMEWORK.replace("total: 9", "total: 3")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "plans" / "mon plan").mkdir(parents=True)
    return tmp_path


def apply(folder: Path, patch: bytes) -> None:
    command = ["git", "apply", "--whitespace=nowarn"]
    subprocess.run(command, cwd=folder, input=patch, check=True)


@pytest.mark.parametrize("run_in", [".", "plans", "plans/mon plan"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_git_applies_it_from_any_folder(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    *,
    run_in: str,
    ending: str,
    last: str,
    mark: str,
) -> None:
    def written(text: str) -> bytes:
        return (mark + text.rstrip("\n") + last).replace("\n", ending).encode()

    folder = repository / "plans" / "mon plan"
    (folder / "plan.yaml").write_bytes(written(PLAN))
    (folder / "indicators.yaml").write_bytes(written(FRAMEWORK))
    monkeypatch.chdir(repository / run_in)
    assert main.run(["check", str(folder), "--patch"], Lang.FR) == 1
    out, err = capfdbinary.readouterr()
    assert err == b""
    apply(repository / run_in, out)
    assert (folder / "plan.yaml").read_bytes() == written(RIGHT)
    assert (folder / "indicators.yaml").read_bytes() == written(RIGHT_FRAMEWORK)


def test_what_it_does_not_mend_is_named_in_one_line(repository: Path) -> None:
    # 1 000 + 2 000 is not 4 000: any of the three may be the one with a digit for another
    unsure = RIGHT.replace("total: 3 000", "total: 4 000")
    (repository / "plan.yaml").write_text(unsure, encoding="utf-8")
    done = pan_tp("check", "plan.yaml", "--patch", "--lang", "en", cwd=repository)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "errors that no sure patch mends: 2 (budget.somme-annees 1 total, "
        "budget.somme-annees 2 total)\n"
    )


def test_a_right_plan_has_an_empty_patch(repository: Path) -> None:
    (repository / "plan.yaml").write_text(RIGHT, encoding="utf-8")
    done = pan_tp("check", "plan.yaml", "--patch", cwd=repository)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_report_may_go_to_a_file_but_not_to_standard_output(repository: Path) -> None:
    (repository / "plan.yaml").write_text(PLAN, encoding="utf-8")
    arguments = ["check", "plan.yaml", "--patch", "--format"]
    done = pan_tp(*arguments, "json=r.json", cwd=repository)
    assert (done.returncode, done.stdout[:4]) == (1, "--- ")
    assert json.loads((repository / "r.json").read_text(encoding="utf-8"))["summary"]["error"] == 2
    refused = pan_tp(*arguments, "json", cwd=repository)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--patch va à la sortie standard" in refused.stderr


def test_a_file_is_named_from_the_current_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "plans")
    assert replacing.in_patch(Path("plan.yaml")) == "plan.yaml"
    assert replacing.in_patch(repository / "plans" / "mon plan" / "p.yaml") == "mon plan/p.yaml"
    assert replacing.in_patch(Path("../p.yaml")) == "../p.yaml"
    assert replacing.in_patch(repository / "p.yaml") == str(repository / "p.yaml").lstrip("/")


COMMANDS = ("::set-output name=x::y", "##[add-mask]x", "##vso[task.setvariable variable=x]y")
"""What the runner of a pipeline would obey, as a line of a wording."""


def test_github_obeys_no_line_of_a_patch(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The same patch applies: what stands around it is for the runner alone."""
    row = "  - code: 1\n    intitule: >-\n      Été\n      {}\n"
    row += "    budget: {{2023: 1, 2024: 2, total: {}}}\n"
    file = repository / "plan.yaml"
    monkeypatch.chdir(repository)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for wording in (*COMMANDS, "été"):
        for command in (["check", "--patch"], ["recompute", "--force"]):
            file.write_text(plan("axes:\n" + row.format(wording, 9)), encoding="utf-8")
            before = _written(command, capfdbinary)
            with monkeypatch.context() as patch:
                patch.setenv("GITHUB_ACTIONS", "true")
                first, *inner, last = _written(command, capfdbinary).splitlines(keepends=True)
            if wording not in COMMANDS:
                assert b"".join((first, *inner, last)) == before
                continue
            assert b"".join(inner) == before
            word = first.removeprefix(b"::stop-commands::").strip()
            assert last == b"::" + word + b"::\n"
            assert len(word) == 64
            assert word not in before
            apply(repository, b"".join((first, *inner, last)))
            assert file.read_text("utf-8") == plan("axes:\n" + row.format(wording, 3))


def _written(command: list[str], capture: pytest.CaptureFixture[bytes]) -> bytes:
    assert main.run([*command, "."], Lang.FR) in {0, 1}
    return capture.readouterr().out
