"""`pan-tp report` as its users run it: which files it writes, and what it says where it cannot."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang
from tests.cli.test_process import pan_tp
from tests.projects import DATA, waivers
from tests.report.notes import INDICATORS, SOUND, WRONG_TOTAL, plain
from tests.repositories import alone, commit, repository

PIN = "regle: budget.somme-annees, noeud: 1-01, colonne: total, imprime: 9, attendu: 5"
ACCEPTED = waivers(f"{PIN}, motif: ainsi signé, expire: jamais")
WRONG = "À ne pas signer en l'état : 1 erreur à corriger"


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Run:
    """Runs the command in this process."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self.capture = capture

    def __call__(self, *arguments: str, lang: Lang = Lang.FR) -> Done:
        code = main.run(["report", *arguments], lang)
        out, err = self.capture.readouterr()
        return Done(code, plain(out), plain(err))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    return Run(capfd)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a plan that has one fault, and nothing above it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan.yaml").write_text(WRONG_TOTAL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PAN_TP_LANG", raising=False)
    return tmp_path


def verdict(file: Path) -> str:
    """Return the sentence in bold of a note in Markdown."""
    lines = plain(file.read_text(encoding="utf-8")).splitlines()
    return next(line.strip("*") for line in lines if line.startswith("**"))


def test_a_report_is_written_whatever_was_found(folder: Path, run: Run) -> None:
    done = run("plan.yaml", "-o", "note.md")
    assert done == Done(0, "", "fichier écrit : note.md\n")
    assert verdict(folder / "note.md") == WRONG


def test_several_reports_are_written_at_once(folder: Path, run: Run) -> None:
    done = run("plan.yaml", "-o", "note.md", "-o", "note.DOCX")
    assert done.code == 0
    assert done.err.splitlines() == ["fichier écrit : note.md", "fichier écrit : note.DOCX"]
    paragraphs = docx.Document(str(folder / "note.DOCX")).paragraphs
    assert WRONG in [plain(each.text) for each in paragraphs]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "donnez le fichier à écrire : -o FICHIER"),
        (["-o", "note"], "« note » ne dit pas quel format écrire"),
        (["-o", "note.pdf"], "« note.pdf » ne dit pas quel format écrire"),
        (["-o", "a.md", "-o", "a.odt"], "« a.odt » ne dit pas quel format écrire"),
        (["-o", "a.md", "-o", "./a.md"], "deux formats iraient dans le même fichier"),
    ],
)
def test_a_wrong_usage_writes_nothing(
    folder: Path, run: Run, arguments: list[str], said: str
) -> None:
    done = run("plan.yaml", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert sorted(each.name for each in folder.iterdir()) == [".git", "plan.yaml"]


def test_every_format_is_named_where_one_is_unknown(folder: Path, run: Run) -> None:
    err = run("plan.yaml", "-o", "note.pdf").err
    assert ".docx" in err
    assert ".md" in err


@pytest.mark.parametrize("text", ["", "format: x", SOUND.replace("axes:", "axxes:"), "a: ["])
def test_an_unusable_plan_leaves_the_report_of_before(folder: Path, run: Run, text: str) -> None:
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    (folder / "note.md").write_text("avant", encoding="utf-8")
    done = run("plan.yaml", "-o", "note.md")
    assert (done.code, done.out) == (3, "")
    assert "plan.yaml" in done.err
    assert "fichier écrit" not in done.err
    assert (folder / "note.md").read_text(encoding="utf-8") == "avant"


def test_a_plan_that_is_not_there_is_told(folder: Path, run: Run) -> None:
    done = run("nulle-part.yaml", "-o", "note.md")
    assert done.code == 3
    assert "nulle-part.yaml" in done.err
    assert not (folder / "note.md").exists()


def test_unusable_indicators_are_told_loudly_in_the_report(folder: Path, run: Run) -> None:
    (folder / "indicators.yaml").write_text("format: x", encoding="utf-8")
    done = run("plan.yaml", "-o", "note.md", "-o", "note.docx")
    assert done.code == 3
    assert "indicators.yaml" in done.err
    assert "fichier écrit : note.docx" in done.err
    loud = "À ne pas signer en l'état : 1 fichier n'a pas pu être contrôlé"
    assert verdict(folder / "note.md") == loud
    paragraphs = [plain(each.text) for each in docx.Document(str(folder / "note.docx")).paragraphs]
    assert loud in paragraphs
    assert "Fichiers inutilisables" in paragraphs


@pytest.mark.parametrize("name", ["plan.md", "indicators.md", "lien.md"])
def test_what_is_checked_is_never_replaced(folder: Path, run: Run, name: str) -> None:
    (folder / "plan.yaml").rename(folder / "plan.md")
    (folder / "lien.md").symlink_to("plan.md")
    (folder / "indicators.md").write_text(INDICATORS, encoding="utf-8")
    before = {each.name: each.read_bytes() for each in folder.glob("*.md")}
    done = run("plan.md", "--indicators", "indicators.md", "-o", name)
    assert (done.code, done.out) == (2, "")
    assert f"« {name} » est le fichier contrôlé" in done.err
    assert {each.name: each.read_bytes() for each in folder.glob("*.md")} == before


@pytest.mark.parametrize("place", ["rien", "plan.yaml"])
def test_a_folder_that_is_none_is_no_fault_of_the_tool(folder: Path, run: Run, place: str) -> None:
    done = run("plan.yaml", "-o", f"{place}/note.docx")
    assert (done.code, done.out) == (3, "")
    assert f"{place}/note.docx" in done.err
    assert "ne peut pas être écrit" in done.err


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="whoever may write anywhere is refused nowhere: run as another user than root",
)
def test_a_folder_that_may_not_be_written_is_told(folder: Path, run: Run) -> None:
    locked = folder / "locked"
    locked.mkdir(mode=0o555)
    done = run("plan.yaml", "-o", "locked/note.md")
    assert done.code == 3
    assert "locked/note.md" in done.err


def test_a_report_goes_to_a_folder_of_that_name_never(folder: Path, run: Run) -> None:
    (folder / "note.md").mkdir()
    done = run("plan.yaml", "-o", "note.md")
    assert done.code == 3
    assert "note.md" in done.err
    assert list((folder / "note.md").iterdir()) == []


def test_a_report_speaks_english_where_it_is_asked_to(folder: Path, run: Run) -> None:
    done = run("plan.yaml", "-o", "note.md", "--lang", "en", lang=Lang.EN)
    assert done == Done(0, "", "file written: note.md\n")
    assert verdict(folder / "note.md") == "Not to be signed as it is: 1 error to correct"


def test_settings_say_in_which_language_and_the_command_line_wins(folder: Path, run: Run) -> None:
    (folder / "pan-tp.yaml").write_text("lang: en\nignore: [structure]", encoding="utf-8")
    assert run("plan.yaml", "-o", "note.md").err == "file written: note.md\n"
    assert verdict(folder / "note.md").startswith("Not to be signed")
    assert "Only " in (folder / "note.md").read_text(encoding="utf-8")
    run("plan.yaml", "-o", "note.md", "--lang", "fr")
    assert verdict(folder / "note.md") == WRONG


def test_waivers_beside_the_plan_hold(folder: Path, run: Run) -> None:
    (folder / "derogations.yaml").write_text(ACCEPTED, encoding="utf-8")
    run("plan.yaml", "-o", "note.md")
    assert verdict(folder / "note.md").startswith("Peut être signé")
    text = (folder / "note.md").read_text(encoding="utf-8")
    assert "ainsi signé" in text
    (folder / "derogations.yaml").rename(folder / "autres.yaml")
    run("plan.yaml", "--waivers", "autres.yaml", "-o", "note.md")
    assert verdict(folder / "note.md").startswith("Peut être signé")
    run("plan.yaml", "-o", "note.md")
    assert verdict(folder / "note.md") == WRONG


def test_without_a_plan_it_is_the_embedded_one(tmp_path: Path) -> None:
    done = pan_tp("report", "-o", "note.md", "-o", "note.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    text = plain((tmp_path / "note.md").read_text(encoding="utf-8"))
    assert "(livré avec l'outil)" in text
    assert verdict(tmp_path / "note.md") == "À ne pas signer en l'état : 8 erreurs à corriger"


@pytest.fixture
def apart() -> Iterator[pytest.MonkeyPatch]:
    """Keep git from the configuration of whoever runs the tests."""
    yield from alone()


def test_a_report_is_of_a_git_revision_too(
    tmp_path: Path, run: Run, apart: pytest.MonkeyPatch
) -> None:
    top = repository(tmp_path / "depot", {"data/plan.yaml": WRONG_TOTAL}, "v1")
    commit(top, {"data/plan.yaml": SOUND})
    apart.chdir(top)
    assert run("v1:data", "-o", "v1.md").code == run("data", "-o", "now.md").code == 0
    assert verdict(top / "v1.md") == WRONG
    assert "v1:data/plan.yaml" in (top / "v1.md").read_text(encoding="utf-8")
    assert verdict(top / "now.md").startswith("Peut être signé")


def test_a_note_of_the_whole_plan_is_the_same_in_another_process(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    for name in ("one", "two"):
        assert pan_tp("report", "data", "-o", f"{name}.docx", cwd=tmp_path).returncode == 0
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
