"""Every command in every format, of plans whose words would do something wherever they come out.

Commands and formats are found where they are declared: a new one is tried, or the tests fail.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from pan_tp_cli.cli import commands
from pan_tp_cli.report.style import CODES
from pan_tp_cli.text import Lang
from tests.cli.hostile.judges import FILES, JUDGES, assert_read_only, commanding, unreadable
from tests.cli.hostile.plans import HIDDEN, NAME, RAW, REVISION, TRAPS, plan, word
from tests.cli.hostile.running import Run, formats, module_of

IN_FORMATS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "check": (
        (NAME,),
        (NAME, "--show-waived", "--show-fingerprints", "--stats", "--max", "0"),
        (NAME, "--no-waivers"),
        ("data", "--since", REVISION),
        (NAME, "--since", REVISION),
        (f"{REVISION}:data",),
        (NAME, f"{REVISION}:data", "--jobs", "1"),
        (f"{NAME}/nowhere",),
        (f"{NAME}/derogations.yaml", f"{NAME}/nowhere"),
    ),
    "coverage": ((NAME,), (f"{REVISION}:data",), (f"{NAME}/nowhere",)),
    "diff": (
        (f"{REVISION}:data", NAME),
        (NAME, f"{REVISION}:data"),
        (f"{NAME}/nowhere", NAME),
        (f"{REVISION}:nowhere", NAME),
    ),
    "show": (("--plan", NAME), ("--plan", NAME, "--targets"), ("--plan", f"{REVISION}:data")),
    "rules": ((),),
    "waive": (("list", NAME), ("list", f"{REVISION}:data")),
}
"""What each command that writes in formats is asked for."""


def test_all_commands_that_write_in_formats_are_asked() -> None:
    assert {command for command, _ in formats()} == set(IN_FORMATS)
    assert {name for _, name in formats()} <= set(JUDGES)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(("command", "form"), formats())
def test_every_command_in_every_format(
    command: str, form: str, lang: Lang, here: Path, run: Run
) -> None:
    written = 0
    for arguments in IN_FORMATS[command]:
        done = run(lang, command, *arguments, "--format", form)
        assert done.code in {0, 1, 2, 3}, done.err
        if done.out:
            JUDGES[form](done.out)
            written += "trap" in done.out
        assert_read_only(done.err)
        assert bool(done.err) == (done.code > 1)
    assert written or command == "rules"


@pytest.mark.parametrize(("command", "form"), formats())
def test_every_format_in_a_file(
    command: str, form: str, here: Path, tmp_path: Path, run: Run
) -> None:
    """What goes to a file passes by no terminal, which would show what a format forgot."""
    if command == "rules":
        return
    file = tmp_path / "out"
    done = run(Lang.EN, command, *IN_FORMATS[command][0], "--format", f"{form}={file}")
    assert (done.code in {0, 1}, done.out) == (True, "")
    text = file.read_text("utf-8")
    assert unreadable(text) == set()
    if JUDGES[form] is not assert_read_only:  # a file of text is no log of a pipeline
        JUDGES[form](text)


@pytest.mark.parametrize("command", [name for name, form in formats() if form == "text"])
def test_colours_are_ours(
    command: str, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    done = run(Lang.FR, command, *IN_FORMATS[command][0])
    assert "\x1b[0m" in done.out or command == "rules"
    codes = "|".join(CODES)
    assert_read_only(re.sub(rf"\x1b\[({codes})m", "", done.out))


def test_the_plan_is_one_that_the_reader_lets_in(here: Path, run: Run) -> None:
    """Nothing would be tried if it were refused: it is checked, and words of all kinds are said."""
    done = run(Lang.EN, "check", NAME, "--no-waivers", "--format", "json")
    document = json.loads(done.out)
    assert (done.code, document["faults"]) == (1, [])
    assert len(document["findings"]) > 100
    rules = {each["rule"] for each in document["findings"]}
    families = {rule.partition(".")[0] for rule in rules}
    assert families >= {"budget", "indicateur", "structure", "transcription"}
    said = "".join(each["message"] + each["node"] for each in document["findings"])
    assert [trap for trap in TRAPS if word(trap) in said]


OTHERWISE: Final = (
    ("check", NAME, "--patch"),
    ("check", NAME, "--show-settings"),
    ("check", "data", "--patch"),
    ("recompute", NAME),
    ("recompute", NAME, "--force"),
    ("recompute", "data", "--force"),
    ("waive", "list", NAME),
    ("waive", "prune", NAME),
    ("waive", "prune", "data"),
    ("waive", "add", "budget.somme-annees", "--motif", "Ainsi signé", "--expire", "jamais",
     "--plan", NAME),
    ("show", word(TRAPS[0]) + "1", "--plan", NAME),
    ("show", "--plan", NAME, "--by", "structure"),
    ("show", "--plan", NAME, "--by", "annee"),
    ("show", "--plan", NAME, "--by", "axe"),
    ("show", "--plan", NAME, "--year", "2023", "--depth", "0"),
    ("diff", "data", NAME),
    ("rule", "budget.somme-annees"),
    ("schema", "plan"),
    ("completion", "bash"),
)  # fmt: skip
"""What is written in no format that is asked for."""


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("arguments", OTHERWISE, ids=lambda each: " ".join(each).replace(NAME, "…"))
def test_what_is_written_in_one_way(
    arguments: tuple[str, ...], lang: Lang, here: Path, run: Run
) -> None:
    done = run(lang, *arguments)
    assert done.code in {0, 1, 2, 3}, done.err
    lines = done.out.split("\n")
    if arguments[0] == "completion":
        return
    assert unreadable(done.out) - {"\t"} == set()
    # a patch says what is in the file: a line of it is one only if it stays as it is
    assert commanding("\n".join(line for line in lines if line[:1] not in {" ", "+", "-"})) == []
    assert_read_only(done.err)


def test_all_commands_are_tried() -> None:
    tried = {arguments[0] for arguments in OTHERWISE} | set(IN_FORMATS) | {"report"}
    assert tried == set(commands.MODULES)


GIT: Final = (
    "plan\x1b[31m.yaml\u202e",
    "{file}",
    "abc\x1b[2J",
    "100644",
    "{file}",
    "0" * 40,
    "100644",
)


@pytest.mark.parametrize("text", [plan(), f"format: {RAW}{HIDDEN}\n", ""])
def test_what_git_shows_of_a_file(text: str, here: Path, tmp_path: Path, run: Run) -> None:
    """git hands over whatever is in a file, also what the reader refuses."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text(plan(1), encoding="utf-8", errors="surrogateescape", newline="")
    new.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
    sides = [GIT[0], str(old), *GIT[2:4], str(new), *GIT[5:]]
    for arguments in (sides, [GIT[0]], [*sides, "ren\x1bamed", "x"]):
        done = run(Lang.FR, "diff", "--git-driver", "--", *arguments)
        assert unreadable(done.out) == set()
        assert done.out
        assert_read_only(done.err)


def endings() -> list[str]:
    return [*module_of("report").FORMATS]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("ending", endings())
def test_every_file_of_a_report(
    ending: str, lang: Lang, here: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / f"{NAME.replace('/', '')}{ending}"
    done = run(lang, "report", NAME, "-o", str(file))
    assert done.code == 0, done.err
    assert_read_only(done.err)
    FILES[ending](file)


@pytest.mark.parametrize("lang", list(Lang))
def test_pictures(lang: Lang, here: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / NAME.replace("/", "")
    done = run(lang, "report", NAME, "--figures", str(folder))
    assert (done.code, done.out) == (0, "")
    assert_read_only(done.err)
    drawn = [*folder.iterdir()]
    assert drawn
    for file in drawn:
        text = file.read_text("utf-8")
        assert_read_only(text)
        for element in ElementTree.fromstring(text).iter():
            assert element.tag.rpartition("}")[2] not in {"trap", "script", "foreignObject", "a"}
            assert not [name for name in element.attrib if name.startswith("on")]
