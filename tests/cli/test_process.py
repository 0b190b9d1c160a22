"""The command as its users run it: real processes, their exit codes and both streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pan_tp_cli import __version__
from tests.projects import ROOT, plan

GOOD = plan("axes: [{code: 1, intitule: Été, budget: {2023: 1, 2024: 2, total: 3}}]")
WRONG = GOOD.replace("total: 3", "total: 9")
WARNING = GOOD.replace("total: 3}", "total: 3}, en_trop: [3]")
INFO = GOOD.replace("2023: 1", "2023: ~").replace("total: 3", "total: 2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (
        ("good", GOOD),
        ("wrong", WRONG),
        ("warning", WARNING),
        ("info", INFO),
        ("bad", GOOD.replace("axes", "axxes")),
    ):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "empty.yaml").touch()
    return tmp_path


def pan_tp(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    """Run pan-tp without a terminal, in an environment without its variables."""
    kept = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return subprocess.run(
        [sys.executable, "-m", "pan_tp_cli", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding=encoding,
        timeout=60,
        check=False,
    )


VARIABLES = (
    "PAN_TP_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAN_TP_DEBUG", "GITHUB_STEP_SUMMARY",
)  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "good.yaml"], 0),
        (["check", "wrong.yaml"], 1),
        (["check", "warning.yaml"], 0),
        (["check", "warning.yaml", "--fail-on", "avertissement"], 1),
        (["check", "warning.yaml", "--fail-on", "warning"], 1),
        (["check", "info.yaml", "--fail-on", "warning"], 0),
        (["check", "info.yaml", "--fail-on", "info"], 1),
        (["check", "wrong.yaml", "--fail-on", "jamais"], 0),
        (["check", "wrong.yaml", "--fail-on", "never"], 0),
        (["check", "wrong.yaml", "--ignore", "budget.somme-annees"], 0),
        (["check", "wrong.yaml", "--ignore", "transcription,budget"], 0),
        (["check", "wrong.yaml", "--ignore", ""], 1),
        (["check", "wrong.yaml", "--select", "transcription"], 0),
        (["check", "wrong.yaml", "--select", "transcription", "--select", "budget"], 1),
        (["check", "wrong.yaml", "--fail-on", "beaucoup"], 2),
        (["check", "wrong.yaml", "--select", "budgte"], 2),
        (["check", "wrong.yaml", "--format", "pdf"], 2),
        (["check", "wrong.yaml", "--format", "json="], 2),
        (["check", "wrong.yaml", "--select", ""], 2),
        (["check", "wrong.yaml", "--select", "budget", "--ignore", "budget"], 2),
        (["check", "wrong.yaml", "--format", "json", "--format", "text"], 2),
        (["check", "wrong.yaml", "--lang", "de"], 2),
        (["check", "wrong.yaml", "trop"], 3),
        (["check", "--inconnu"], 2),
        (["chek"], 2),
        ([], 2),
        (["check", "good.yaml", "--since", ""], 2),
        (["check", "nowhere.yaml"], 3),
        (["check", "empty.yaml"], 3),
        (["check", "bad.yaml"], 3),
        (["check", "bad.yaml", "--fail-on", "never"], 3),
        (["check", "good.yaml", "--indicators", "nowhere.yaml"], 3),
        (["check", "good.yaml", "--format", "json=nowhere/out.json"], 3),
        (["check", "."], 3),
        (["check", "/dev/null"], 3),
        (["coverage"], 0),
        (["coverage", "wrong.yaml"], 0),
        (["coverage", "wrong.yaml", "--format", "json"], 0),
        (["coverage", "wrong.yaml", "--format", "concise"], 2),
        (["coverage", "wrong.yaml", "--format", "json=wrong.yaml"], 2),
        (["coverage", "wrong.yaml", "--fail-on", "never"], 2),
        (["coverage", "wrong.yaml", "trop"], 2),
        (["coverage", "nowhere.yaml"], 3),
        (["coverage", "bad.yaml"], 3),
        (["coverage", "bad.yaml", "--format", "json"], 3),
        (["coverage", "good.yaml", "--indicators", "nowhere.yaml"], 3),
        (["coverage", "good.yaml", "--format", "json=nowhere/out.json"], 3),
        (["coverage", "--help"], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = pan_tp(*arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == (code >= 2)


def test_the_embedded_plan_is_checked_from_any_folder(tmp_path: Path) -> None:
    done = pan_tp("check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("Plan\u00a0: ")
    assert "livré avec pan-tp" in done.stdout.splitlines()[0]
    assert "dont le total général de 2\u202f983\u202f250\u202f000\u00a0FCFA" in done.stdout


def test_the_local_plan_comes_first(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "good.yaml").rename(folder / "data" / "plan.yaml")
    done = pan_tp("check", cwd=folder)
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        0,
        "Plan\u00a0: data/plan.yaml (dossier courant)",
    )


def test_the_report_goes_to_standard_output_and_faults_to_standard_error(folder: Path) -> None:
    done = pan_tp("check", "nowhere.yaml", cwd=folder)
    assert (done.stdout, done.stderr) == ("", "nowhere.yaml: ce fichier n'existe pas\n")


def test_a_missing_file_is_never_all_fine_in_json_either(folder: Path) -> None:
    done = pan_tp("check", "nowhere.yaml", "--format", "json", cwd=folder)
    document = json.loads(done.stdout)
    assert (document["findings"], len(document["faults"])) == ([], 1)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_json_on_any_terminal(folder: Path, encoding: str) -> None:
    (folder / "unread.yaml").write_text(WRONG.replace("2023: 1", "2023: 1 0"), encoding="utf-8")
    done = pan_tp("check", "unread.yaml", "--format", "json", cwd=folder, encoding=encoding)
    assert next(each["printed"] for each in json.loads(done.stdout)["findings"]) == "1 0"


def test_a_name_that_would_drive_the_terminal_is_shown_harmless(folder: Path) -> None:
    name = "e\x1b[31m\nf.yaml"
    (folder / name).write_text(WRONG, encoding="utf-8")
    done = pan_tp("check", name, "--format", "concise", cwd=folder)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    assert "\x1b" not in done.stdout
    assert "\x1b" not in pan_tp("check", "--select", "\x1b[31m", cwd=folder).stderr


def test_json_is_one_document(folder: Path) -> None:
    done = pan_tp("check", "wrong.yaml", "--format", "json", cwd=folder)
    (finding,) = [each for each in json.loads(done.stdout)["findings"] if each["expected"]]
    assert (finding["rule"], finding["location"]["line"]) == ("budget.somme-annees", 3)


def test_coverage_of_a_missing_plan_is_none_in_json(folder: Path) -> None:
    done = pan_tp("coverage", "nowhere.yaml", "--format", "json", cwd=folder)
    document = json.loads(done.stdout)
    assert (document["summary"], document["nodes"], len(document["faults"])) == (None, [], 1)


def test_coverage_of_one_file_is_shown_where_the_other_is_at_fault(folder: Path) -> None:
    done = pan_tp("coverage", "good.yaml", "--indicators", "bad.yaml", cwd=folder)
    assert "fichier inutilisable" in done.stdout
    assert [line.split() for line in done.stdout.splitlines() if line.startswith("Ensemble")] == [
        ["Ensemble", "0", "0", "%", "3", "0"]
    ]
    assert done.stderr.startswith("bad.yaml:")


def test_coverage_goes_to_a_file_and_to_a_pipe(folder: Path) -> None:
    done = pan_tp(
        "coverage", "wrong.yaml", "--format", "text", "--format", "json=o.json", cwd=folder
    )
    written = json.loads((folder / "o.json").read_text(encoding="utf-8"))
    assert written["summary"] == {"locatable": 0, "detectable": 3, "unprotected": 0}
    assert "\nEnsemble " in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_coverage_is_shown_on_terminals_that_lack_characters(folder: Path, encoding: str) -> None:
    done = pan_tp("coverage", cwd=folder, encoding=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert "?" not in done.stdout


def test_coverage_fits_a_narrow_terminal(folder: Path) -> None:
    done = pan_tp("coverage", cwd=folder, env={"COLUMNS": "40"})
    files, _, report = done.stdout.partition("\n\n")  # a name may be as long as its folder
    assert files.startswith("Plan")
    assert max(map(len, report.splitlines())) <= 40


def test_a_wrong_language_is_told(folder: Path) -> None:
    assert "«\u00a0de\u00a0» n'est pas parmi" in pan_tp("check", "--lang", "de", cwd=folder).stderr


@pytest.mark.parametrize("link", [False, True])
def test_a_report_never_replaces_what_is_checked(folder: Path, link: bool) -> None:
    target = folder / "link.yaml"
    if link:
        target.symlink_to(folder / "wrong.yaml")
    name = "link.yaml" if link else "./wrong.yaml"
    done = pan_tp("check", "wrong.yaml", "--format", f"json={name}", cwd=folder)
    assert (done.returncode, (folder / "wrong.yaml").read_text(encoding="utf-8")) == (2, WRONG)


def test_two_formats_never_go_to_one_file(folder: Path) -> None:
    done = pan_tp(
        "check", "wrong.yaml", "--format", "json=o", "--format", "concise=./o", cwd=folder
    )
    assert (done.returncode, (folder / "o").exists()) == (2, False)


def test_a_format_may_go_to_a_pipe_by_name(folder: Path) -> None:
    done = pan_tp("check", "wrong.yaml", "--format", "concise=/dev/stdout", cwd=folder)
    assert done.stdout.startswith("wrong.yaml:3:67: ")


def test_without_standard_streams_the_exit_code_still_tells(folder: Path) -> None:
    command = f'"{sys.executable}" -m pan_tp_cli check wrong.yaml >&- 2>&-'
    done = subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.returncode == 1


def test_several_formats_go_to_their_files(folder: Path) -> None:
    done = pan_tp(
        "check", "wrong.yaml", "--format", "text", "--format", "json=o.json",
        "--format", "concise=o.txt", cwd=folder,
    )  # fmt: skip
    assert done.stdout.startswith("Plan")
    assert json.loads((folder / "o.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
    assert (folder / "o.txt").read_text(encoding="utf-8").startswith("wrong.yaml:3:")


@pytest.mark.parametrize(("plan", "code"), [("wrong.yaml", 1), ("bad.yaml", 3), ("good.yaml", 0)])
def test_every_format_for_programs_gets_its_file_in_one_run(
    folder: Path, plan: str, code: int
) -> None:
    forms = ("sarif", "github", "gitlab", "junit", "markdown")
    asked = [part for form in forms for part in ("--format", f"{form}=out.{form}")]
    done = pan_tp("check", plan, *asked, cwd=folder)
    assert (done.returncode, done.stdout) == (code, "")
    said = [(folder / f"out.{form}").read_text(encoding="utf-8") for form in forms]
    told = [plan in text for text in said]
    assert told == ([True] * 5 if code else [False, False, False, True, True])


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
def test_a_report_for_programs_survives_any_terminal(folder: Path, form: str) -> None:
    shown = [
        pan_tp("check", "wrong.yaml", "--format", form, cwd=folder, encoding=encoding).stdout
        for encoding in ("utf-8", "ascii", "cp1252")
    ]
    assert shown[0]
    assert shown == [shown[0]] * 3


@pytest.mark.parametrize(
    ("arguments", "env", "word"),
    [
        (["check", "wrong.yaml"], {}, "Bilan"),
        (["check", "wrong.yaml", "--lang", "en"], {}, "Summary"),
        (["--lang", "en", "check", "wrong.yaml"], {}, "Summary"),
        (["check", "wrong.yaml", "--lang=en"], {}, "Summary"),
        (["check", "wrong.yaml"], {"PAN_TP_LANG": "en"}, "Summary"),
        (["check", "wrong.yaml", "--lang", "fr"], {"PAN_TP_LANG": "en"}, "Bilan"),
        (["check", "wrong.yaml"], {"PAN_TP_LANG": "de"}, "Bilan"),
        (["--help"], {}, "Commandes\u00a0:"),
        (["--help", "--lang", "en"], {}, "Commands:"),
        (["check", "--help"], {}, "Usage\u00a0: pan-tp check"),
        (["coverage", "wrong.yaml"], {}, "sans protection"),
        (["coverage", "wrong.yaml", "--lang", "en"], {}, "unprotected"),
        (["coverage", "--help"], {}, "Compte les cellules"),
        (["coverage", "--help", "--lang", "en"], {}, "Count the cells"),
        (["check", "--help"], {"PAN_TP_LANG": "en"}, "Show this message and exit."),
    ],
)
def test_the_language(folder: Path, arguments: list[str], env: dict[str, str], word: str) -> None:
    assert word in pan_tp(*arguments, cwd=folder, env=env).stdout


@pytest.mark.parametrize(
    ("arguments", "fr", "en"),
    [
        (["check", "--slect"], "option inconnue «\u00a0--slect\u00a0»", "No such option: --slect"),
        (["chek"], "commande inconnue «\u00a0chek\u00a0»", "No such command 'chek'"),
        (["coverage", "a", "b"], "argument en trop «\u00a0b\u00a0»", "unexpected extra argument"),
        (
            ["check", "--format"],
            "l'option «\u00a0--format\u00a0» attend une valeur",
            "requires an argument",
        ),
        (["check", "--select", "x"], "règle ou famille inconnue", "unknown rule or family"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(
    folder: Path, arguments: list[str], fr: str, en: str
) -> None:
    assert fr in pan_tp(*arguments, cwd=folder).stderr
    assert en in pan_tp(*arguments, cwd=folder, env={"PAN_TP_LANG": "en"}).stderr


@pytest.mark.parametrize(
    ("env", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_are_for_terminals(folder: Path, env: dict[str, str], coloured: bool) -> None:
    done = pan_tp("check", "wrong.yaml", cwd=folder, env=env)
    assert ("\x1b[" in done.stdout) is coloured


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_terminal_that_lacks_characters_gets_others(folder: Path, encoding: str) -> None:
    done = pan_tp("check", "wrong.yaml", cwd=folder, encoding=encoding)
    assert (done.returncode, done.stderr) == (1, "")
    assert "?" not in done.stdout


def test_the_stand_ins_of_a_plain_terminal(folder: Path) -> None:
    done = pan_tp("check", "wrong.yaml", "--format", "concise", cwd=folder, encoding="ascii")
    assert done.stdout == (
        "wrong.yaml:3:67: erreur[budget.somme-annees] 1 total: le total imprime n'est pas la "
        "somme des annees : 9 imprime, 3 calcule\n"
    )


def test_a_reader_that_leaves_early_is_no_fault(folder: Path) -> None:
    """The exit code is the one that a patient reader would have seen."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pan_tp_cli", "check", "wrong.yaml"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    stderr = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pan_tp_cli", "check", "wrong.yaml"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 3
    assert "n'a pas pu être écrit" in done.stderr


def test_a_fault_of_the_tool_is_told_in_one_sentence(folder: Path) -> None:
    code = (
        "import sys; sys.argv = ['pan-tp', 'check', 'wrong.yaml']\n"
        "from pan_tp_cli.report import check_text\n"
        "check_text.render = lambda checked, style: 1 / 0\n"
        "from pan_tp_cli.cli.main import main\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 70
    assert len(done.stderr.splitlines()) == 1
    assert "ZeroDivisionError" in done.stderr


def test_without_a_command_the_help_is_shown_as_it_is(folder: Path) -> None:
    done = pan_tp(cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == pan_tp("--help", cwd=folder).stdout


def test_the_version() -> None:
    assert pan_tp("--version", cwd=ROOT).stdout == f"pan-tp {__version__}\n"


@pytest.mark.parametrize(("order", "code"), [("position", 1), ("gravite", 1), ("size", 2)])
def test_the_order_of_findings_is_asked_for_by_name(folder: Path, order: str, code: int) -> None:
    assert pan_tp("check", "wrong.yaml", "--sort", order, cwd=folder).returncode == code


def test_findings_are_counted_per_rule(folder: Path) -> None:
    done = pan_tp("check", "wrong.yaml", "--stats", cwd=folder)
    assert "    budget.somme-annees : 1\n" in done.stdout.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["coverage"],
        ["rules"],
        ["--help"],
        ["waive", "add", "--help"],
    ],
)
def test_forty_columns_are_enough(arguments: list[str], lang: str) -> None:
    """All but where a finding stands, which is one word, fits."""
    done = pan_tp(*arguments, "--lang", lang, cwd=ROOT, env={"COLUMNS": "40"})
    lines = [line for line in done.stdout.splitlines() if not line.startswith("  --> ")]
    assert lines
    assert [line for line in lines if len(line) > 40] == []
