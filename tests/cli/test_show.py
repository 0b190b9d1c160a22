"""`pan-tp show`, as its users run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_process import pan_tp
from tests.projects import ROOT, plan

PLAN = plan(
    """
recapitulatif: {axes: [{axe: 1, intitule: Été, 2023: 1, 2024: 2, total: 3, part: 100 %}]}
axes:
- code: 1
  intitule: Été
  budget: {2023: 1, 2024: 2, total: 9}
  activites:
  - {id: 1-01, intitule: Semer, responsable: OSC, budget: {2023: 1, 2024: 2}}
""".lstrip()
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(PLAN.replace("axes:\n", "axxes:\n"), encoding="utf-8")
    (tmp_path / "indicators.yaml").write_text("format: pan-tp/indicateurs-1\n", encoding="utf-8")
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["1"], 0),
        (["1-01"], 0),
        (["recap:1"], 0),
        (["total_general"], 0),
        (["--depth", "0"], 0),
        (["--year", "2024", "--year", "2023"], 0),
        (["--by", "structure"], 0),
        (["--by", "year"], 0),
        (["--by", "annee"], 0),
        (["--by", "axe"], 0),
        (["--by", "axis"], 0),
        (["1", "--by", "structure"], 0),
        (["--targets"], 0),
        (["--format", "json"], 0),
        (["--format", "text", "--format", "json=out.json"], 0),
        (["9"], 2),
        (["recap:1", "--by", "structure"], 2),
        (["1", "--by", "axe"], 2),
        (["--by", "axe", "--depth", "1"], 2),
        (["--by", "axe", "--targets"], 2),
        (["--by", "axe", "--format", "json"], 2),
        (["--by", "colour"], 2),
        (["--depth", "-1"], 2),
        (["--depth", "deux"], 2),
        (["--year", "2030"], 2),
        (["--format", "html"], 2),
        (["--format", "json=alone/plan.yaml"], 2),
        (["1", "trop"], 2),
        (["--format", "json=nowhere/out.json"], 3),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = pan_tp("show", "--plan", "alone", *arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert bool(done.stderr) == (code >= 2)
    assert bool(done.stdout) == (code == 0)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--plan", "nowhere.yaml"], False),
        (["--plan", "bad.yaml"], False),
        (["--plan", "bad.yaml", "1"], False),
        (["--plan", "bad.yaml", "--year", "1999"], False),
        (["--plan", "plan.yaml"], True),
        (["--plan", "plan.yaml", "1"], True),
        (["--plan", "plan.yaml", "P1-1"], False),
    ],
)
def test_a_file_that_cannot_be_used_is_told(
    folder: Path, arguments: list[str], shown: bool
) -> None:
    """The plan is shown where its framework alone cannot be used; a code may be in that."""
    done = pan_tp("show", *arguments, cwd=folder)
    assert done.returncode == 3
    assert done.stderr
    assert ("Été" in done.stdout) is shown


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1-02", "code inconnu « 1-02 » : vouliez-vous 1-01"),
        ("zzz", "code inconnu « zzz » ; « pan-tp show » les montre"),
        ("alone", "« alone » n'est pas un code mais un fichier ou un dossier"),
    ],
)
def test_an_unknown_code_is_answered(folder: Path, code: str, said: str) -> None:
    done = pan_tp("show", code, "--plan", "alone", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr.replace("\u00a0", " ")


def test_it_speaks_english(folder: Path) -> None:
    done = pan_tp("show", "1-01", "--plan", "alone", "--lang", "en", cwd=folder)
    assert 'Activity 1-01 "Semer"' in done.stdout
    assert pan_tp("show", "9", "--plan", "alone", "--lang", "en", cwd=folder).stderr.startswith(
        "error: Invalid value: unknown code '9'"
    )


def test_colours_are_for_terminals(folder: Path) -> None:
    asked = ("show", "--plan", "alone")
    plain = pan_tp(*asked, cwd=folder).stdout
    forced = pan_tp(*asked, cwd=folder, env={"FORCE_COLOR": "1"}).stdout
    both = pan_tp(*asked, cwd=folder, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b[1;31m9" in forced.replace(" ", "").replace("\u202f", "")
    assert plain == both
    assert "\x1b" not in plain


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_poor_terminals_get_plain_signs(folder: Path, encoding: str) -> None:
    done = pan_tp("show", "--plan", "alone", cwd=folder, encoding=encoding)
    assert done.returncode == 0
    assert "` 1 " in done.stdout
    assert "?" not in done.stdout


def test_a_reader_that_leaves_early_is_no_fault(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "pan_tp_cli", "show", "--depth", "9"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_language_of_the_settings_holds(folder: Path) -> None:
    (folder / "alone" / "pan-tp.yaml").write_text("lang: en\n", encoding="utf-8")
    assert "Amounts, in FCFA" in pan_tp("show", "--plan", "alone", cwd=folder).stdout


def test_json_goes_to_its_file(folder: Path) -> None:
    done = pan_tp("show", "1", "--plan", "alone", "--format", "json=out.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    told = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert told["rows"][0]["amounts"]["total"] == {"printed": 9, "computed": 3}
