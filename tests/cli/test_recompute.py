"""`pan-tp recompute` as its users run it, on plans with the diagnosis that an engine may give."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pan_tp_cli import engine, replacing
from pan_tp_cli.cli import main
from pan_tp_cli.message import Message
from pan_tp_cli.place import Place, Role
from pan_tp_cli.repair import Change, Pattern, Repair
from pan_tp_cli.text import Lang, Text
from tests.cli.test_process import pan_tp
from tests.projects import ROOT, framework, plan

PLAN = plan("""\
    # imprimé
    axes:
      - {code: 1, intitule: Été, budget: {2023: 1 000, 2024: 2 000, total: 9 000}}  # faux
    """).replace("\n", "\r\n")
RIGHT = PLAN.replace("9 000", "3 000")
FRAMEWORK = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 9").rstrip()
UNREADABLE = PLAN.replace("1 000", "1 00")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path / "plan.yaml", PLAN)
    put(tmp_path / "indicators.yaml", FRAMEWORK)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def held(path: Path) -> str:
    return path.read_bytes().decode()


def test_it_shows_what_changes_and_writes_nothing(folder: Path) -> None:
    done = pan_tp("recompute", "plan.yaml", cwd=folder)
    assert done.returncode == 0
    assert "+  - {code: 1, intitule: Été, budget: {2023: 1 000, 2024: 2 000, total: 3 000}}" in (
        done.stdout
    )
    assert done.stderr == "totaux à récrire\u00a0: 2\u00a0; rien n'est écrit sans --write\n"
    assert (held(folder / "plan.yaml"), held(folder / "indicators.yaml")) == (PLAN, FRAMEWORK)


def test_it_writes_both_files_when_asked_to(folder: Path) -> None:
    (folder / "plan.yaml").chmod(0o640)
    done = pan_tp("recompute", ".", "--write", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stderr.splitlines()) == (
        0,
        ["plan.yaml: totals rewritten: 1", "indicators.yaml: totals rewritten: 1"],
    )
    assert held(folder / "plan.yaml") == RIGHT
    assert held(folder / "indicators.yaml") == FRAMEWORK.removesuffix("9") + "3"
    assert (folder / "plan.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["indicators.yaml", "plan.yaml"]
    assert pan_tp("check", "--fail-on", "error", "plan.yaml", cwd=folder).returncode == 0


def test_a_second_time_there_is_nothing_to_do(folder: Path) -> None:
    pan_tp("recompute", ".", "--write", cwd=folder)
    before = (folder / "plan.yaml").stat()
    for arguments in ([], ["--write"]):
        done = pan_tp("recompute", ".", *arguments, cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "aucun total à récrire\n")
    assert (folder / "plan.yaml").stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("arguments", [[], ["--write"]])
def test_git_applies_what_it_shows(folder: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "pan_tp_cli", "recompute", ".", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True)
    put(folder / "plan.yaml", PLAN)
    put(folder / "indicators.yaml", FRAMEWORK)
    apply(folder, done.stdout)
    assert held(folder / "plan.yaml") == RIGHT


def apply(folder: Path, patch: bytes) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    command = ["git", "apply", "--whitespace=nowarn"]
    subprocess.run(command, cwd=folder, input=patch, check=True)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere.yaml"], 3),
        (["nowhere.yaml", "--write"], 3),
        (["plan.yaml", "--indicators", "nowhere.yaml", "--write"], 3),
        (["plan.yaml", "--wrte"], 2),
        (["--help"], 0),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = pan_tp("recompute", *arguments, cwd=folder)
    assert (done.returncode, bool(done.stderr)) == (code, code >= 2)
    assert held(folder / "plan.yaml") == PLAN


def test_the_embedded_plan_is_shown_and_never_written(folder: Path) -> None:
    assert pan_tp("recompute", cwd=folder).returncode == 0
    done = pan_tp("recompute", "--write", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "ne se récrit pas" in done.stderr


def test_the_local_plan_is_written(folder: Path) -> None:
    (folder / "data").mkdir()
    put(folder / "data" / "plan.yaml", PLAN)
    assert pan_tp("recompute", "--write", cwd=folder).returncode == 0
    assert held(folder / "data" / "plan.yaml") == RIGHT


def test_a_total_that_cannot_be_computed_is_left_and_named(folder: Path) -> None:
    put(folder / "plan.yaml", UNREADABLE)
    done = pan_tp("recompute", ".", "--write", cwd=folder)
    assert (done.returncode, held(folder / "plan.yaml")) == (1, UNREADABLE)
    assert done.stderr.replace("\u00a0", " ").splitlines() == [
        "indicators.yaml : totaux récrits : 1",
        "plan.yaml:5:45: 1 2023 : « 1 00 » n'est pas un nombre bien écrit",
        "totaux laissés tels quels, impossibles à calculer : 1 (1 total)",
    ]


# --- what the diagnosis says -----------------------------------------------------------------


TOTAL = Place(Role.PLAN, ("axes", 0, "budget", "total"))
YEAR = Place(Role.PLAN, ("axes", 0, "budget", "2023"))
NOTHING = Message(Text("", ""))


def diagnosed(monkeypatch: pytest.MonkeyPatch, *places: Place, sure: bool = True) -> None:
    """Have the engine find that the fault is in some cells, or in a missing row if in none."""
    run = engine.run
    changes = tuple(Change("1", str(each.route[-1]), each, 1_000, 2_000) for each in places)
    pattern = Pattern.OTHER_VALUE if places else Pattern.MISSING_ROW
    repairs = (Repair(pattern, NOTHING, changes, 1.0),)

    def diagnose(*given: object) -> engine.Report:
        report = run(*given)  # type: ignore[arg-type]
        first, *others = report.findings
        mended = first.finding._replace(repairs=repairs, sure=sure)
        return report._replace(findings=(first._replace(finding=mended), *others))

    monkeypatch.setattr(engine, "run", diagnose)


REFUSED = "refus\u00a0: recalculer les totaux cacherait une faute"


@pytest.mark.parametrize(
    ("places", "sure", "told"),
    [
        ((YEAR,), True, "plan.yaml:5:45: 1 2023 : la faute semble être ici (1 000 imprimé"),
        ((YEAR, TOTAL), False, "plan.yaml:5:45: 1 2023 : la faute est peut-être ici"),
        ((TOTAL,), False, "plan.yaml:5:72: 1 total : la faute est peut-être ici"),
        ((), True, "plan.yaml:5:72: 1 total : le total imprimé n'est pas la somme"),
    ],
)
def test_it_refuses_where_the_fault_is_not_in_a_total(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    places: tuple[Place, ...],
    sure: bool,
    told: str,
) -> None:
    diagnosed(monkeypatch, *places, sure=sure)
    assert main.run(["recompute", "plan.yaml", "--write"], Lang.FR) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.replace("\u00a0", " ").replace("\u202f", " ").startswith(told)
    assert REFUSED in err
    assert held(folder / "plan.yaml") == PLAN


def test_it_does_as_told_by_force(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diagnosed(monkeypatch, YEAR)
    assert main.run(["recompute", "plan.yaml", "--write", "--force"], Lang.FR) == 0
    assert held(folder / "plan.yaml") == RIGHT


def test_it_does_not_refuse_where_the_fault_is_in_a_total(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diagnosed(monkeypatch, TOTAL)
    assert main.run(["recompute", "plan.yaml", "--write"], Lang.FR) == 0
    assert held(folder / "plan.yaml") == RIGHT


# --- what keeps a file from being written ----------------------------------------------------


def test_a_file_that_changes_meanwhile_is_not_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = os.fsync

    def meanwhile(descriptor: int) -> None:
        real(descriptor)
        put(folder / "plan.yaml", PLAN + "# relu\n")

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert main.run(["recompute", "plan.yaml", "--write"], Lang.EN) == 3
    assert capfd.readouterr().err == f"plan.yaml: {replacing.CHANGED.en}\n"
    assert held(folder / "plan.yaml") == PLAN + "# relu\n"
    assert sorted(path.name for path in folder.iterdir()) == ["indicators.yaml", "plan.yaml"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs permissions of folders")
def test_a_folder_that_is_read_only_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    user = os.geteuid()
    with TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        monkeypatch.chdir(name)
        put(Path("plan.yaml"), PLAN)
        main.run(["recompute", "plan.yaml"], Lang.EN)  # another user may not load modules
        capfd.readouterr()
        Path().chmod(0o555)
        try:
            if user == 0:
                os.seteuid(65534)  # root writes anywhere
            code = main.run(["recompute", "plan.yaml", "--write"], Lang.EN)
        finally:
            os.seteuid(user)
            Path().chmod(0o755)
            monkeypatch.undo()
        assert held(Path(name, "plan.yaml")) == PLAN
    assert code == 3
    assert f": {replacing.LOCKED_FOLDER.en}\n" in capfd.readouterr().err


def test_a_refusal_of_the_system_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(_descriptor: int) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", refuse)
    assert main.run(["recompute", "plan.yaml", "--write"], Lang.EN) == 3
    assert capfd.readouterr().err == "plan.yaml: the file cannot be written: permission denied\n"
    assert held(folder / "plan.yaml") == PLAN


def test_of_very_many_faults_elsewhere_the_first_ones_are_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    budget = "{2023: 1 0, 2024: 2, total: 12}"
    rows = "".join(f"\n  - {{code: {n}, intitule: A, budget: {budget}}}" for n in range(1, 304))
    (tmp_path / "plan.yaml").write_text(plan(f"axes:{rows}\n"), encoding="utf-8")
    assert main.run(["recompute", str(tmp_path), "--lang", "en"], Lang.EN) == 1
    lines = capfd.readouterr().err.splitlines()
    assert len([line for line in lines if "is not a well-written number" in line]) == 200
    assert any(line.startswith("… and others besides: ") for line in lines)
