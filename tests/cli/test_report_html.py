"""`pan-tp report` and `check --format html` as they are run: files, exit codes, refusals."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.test_process import GOOD, WRONG, pan_tp
from tests.projects import DATA
from tests.report.pages import Page

PICTURES = {"budget-par-axe.svg", "budget-par-annee.svg", "argent-et-cibles.svg"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("good", GOOD), ("wrong", WRONG), ("bad", GOOD.replace("axes", "axxes"))):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def read(file: Path) -> Page:
    return Page(file.read_text(encoding="utf-8"))


def test_a_report_goes_to_its_file_and_its_pictures_to_a_folder(tmp_path: Path) -> None:
    command = ("report", str(DATA), "-o", "r.html", "--figures", "new/pictures", "--lang", "en")
    done = pan_tp(*command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Not to be signed" in read(tmp_path / "r.html").headings[0][1]
    files = {file.name: file for file in (tmp_path / "new" / "pictures").iterdir()}
    assert files.keys() == PICTURES
    for file in files.values():
        assert ET.parse(file).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert all(name in done.stderr for name in ("r.html", *files))


def test_pictures_alone_need_no_report(tmp_path: Path) -> None:
    done = pan_tp("report", str(DATA), "--figures", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert {file.name for file in tmp_path.iterdir()} == PICTURES


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        pan_tp("report", str(DATA), "-o", f"{name}.html", "--figures", name, cwd=tmp_path)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()
    for name in PICTURES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_report_needs_somewhere_to_go(folder: Path) -> None:
    done = pan_tp("report", "good.yaml", cwd=folder)
    assert done.returncode == 2
    assert "--figures" in done.stderr


def test_pictures_cannot_go_where_a_file_is(folder: Path) -> None:
    done = pan_tp("report", "good.yaml", "--figures", "wrong.yaml", cwd=folder)
    assert done.returncode == 3
    assert "wrong.yaml" in done.stderr
    assert (folder / "wrong.yaml").read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize(
    ("plan", "code", "headline"),
    [
        ("good.yaml", 0, "Peut être signé"),
        ("wrong.yaml", 1, "1 erreur à corriger"),
        ("bad.yaml", 3, "n'a pas pu être contrôlé"),
    ],
)
def test_a_check_writes_the_same_page(folder: Path, plan: str, code: int, headline: str) -> None:
    done = pan_tp("check", plan, "--format", "html=page.html", cwd=folder)
    assert done.returncode == code
    assert headline in read(folder / "page.html").headings[0][1]


def test_a_page_on_standard_output_is_in_the_encoding_that_it_names(folder: Path) -> None:
    done = pan_tp("check", "wrong.yaml", "--format", "html", cwd=folder, encoding="cp1252")
    assert '<meta charset="utf-8">' in done.stdout
    assert "À ne pas signer" in done.stdout.encode("cp1252").decode("utf-8")


def test_a_page_is_of_one_plan(folder: Path) -> None:
    done = pan_tp("check", "good.yaml", "wrong.yaml", "--format", "html=page.html", cwd=folder)
    assert done.returncode == 2
    assert "html" in done.stderr
    assert not (folder / "page.html").exists()


def test_a_plan_that_cannot_be_used_replaces_an_older_report(folder: Path) -> None:
    pan_tp("report", "good.yaml", "-o", "page.html", cwd=folder)
    done = pan_tp("report", "bad.yaml", "-o", "page.html", cwd=folder)
    assert done.returncode == 3
    assert "n'a pas pu être contrôlé" in read(folder / "page.html").headings[0][1]
