"""The commands that the pages show with their output write just that."""

import datetime
import re
import shlex
import shutil
from pathlib import Path

import pytest

from pan_tp_cli.cli import check, diff, main, show, waive
from pan_tp_cli.text import Lang
from tests.projects import DATA
from tests.test_readme import PAGES, TEXTS, plain

BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


FIRST = "{2023: 5 000 000, 2024: 5 000 000, 2025: 5 000 000, 2026: 5 000 000, 2027: 5 000 000}"
MORE = ("2025: 5", "2025: 8")
RUNS = {"README.md": 4, "docs/guide.md": 5, "docs/guide.en.md": 5}
ENGLISH = ["--lang", "en"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands run in: the embedded plan, on a day long past.

    Beside it is a revision in which the first activity has 3 000 000 more in 2025.
    """
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(DATA, tmp_path / "revision")
    revised = tmp_path / "revision" / "plan.yaml"
    text = revised.read_text(encoding="utf-8")
    revised.write_text(text.replace(FIRST, FIRST.replace(*MORE), 1), encoding="utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PAN_TP_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    for module in (check, diff, show, waive):
        monkeypatch.setattr(module, "today", lambda: datetime.date(2026, 1, 1))
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_a_command_writes_what_is_shown(
    folder: Path, capfd: pytest.CaptureFixture[str], *, page: str
) -> None:
    """A block of YAML that begins with the name of a file is that file from there on."""
    run = 0
    for language, block in BLOCK.findall(TEXTS[page]):
        name = re.match(r"# (\S+\.yaml)\n", block)
        if name:
            (folder / name[1]).write_text(block, encoding="utf-8")
        for command in re.split(r"^\$ pan-tp ", block, flags=re.MULTILINE)[1:]:
            line, _, shown = command.partition("\n")
            arguments = shlex.split(line)
            assert (arguments[-2:] == ENGLISH) == (PAGES[page] is Lang.EN)
            main.run(arguments, Lang.FR)
            assert language == "console"
            assert plain(capfd.readouterr().out) == shown
            run += 1
    assert run == RUNS[page]
