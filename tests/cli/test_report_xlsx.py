"""`pan-tp report -o FILE.xlsx`: the file is there, is a workbook, and loads only what it needs."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang
from tests.cli.test_startup import imported
from tests.projects import DATA


def test_a_workbook_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "revue.XLSX"
    assert main.run(["report", str(DATA), "-o", str(file)], Lang.FR) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert str(file) in err
    assert load_workbook(file).sheetnames[0] == "Synthèse"


def test_the_language_is_that_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "review.xlsx"
    assert main.run(["report", str(DATA), "--lang", "en", "-o", str(file)], Lang.EN) == 0
    assert load_workbook(file).sheetnames[0] == "Summary"


def test_only_what_workbooks_need_is_loaded(tmp_path: Path) -> None:
    loaded = imported("report", str(DATA), "-o", str(tmp_path / "plan.xlsx"))
    assert "xlsxwriter" in loaded
    assert loaded.isdisjoint({"openpyxl", "jinja2", "rich"})
