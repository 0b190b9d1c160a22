"""Arguments, variables and shells that would do something, with every option there is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import typer

from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang
from tests.cli.hostile.judges import JUDGES, assert_read_only, judge_markdown, unreadable
from tests.cli.hostile.plans import HIDDEN, NAME, OUTSIDE, RAW
from tests.cli.hostile.running import Run


def parameters() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each option that takes a value, and an argument, of every command there is."""
    known = typer.main.get_command(main.build(Lang.FR, ()))
    yield from _parameters((), known)


def _parameters(way: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, below in getattr(command, "commands", {}).items():
        yield from _parameters((*way, name), below)
    yield way, "--"
    yield way, ""
    for parameter in command.params:
        if parameter.param_type_name == "option" and not parameter.is_flag:
            yield way, parameter.opts[0]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(("way", "option"), sorted(set(parameters())), ids=str)
def test_whatever_is_given_to_whatever_takes_it(  # noqa: PLR0917
    way: tuple[str, ...], option: str, lang: Lang, here: Path, tmp_path: Path, run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Wrong usage, names of files that are not there, codes, dates, formats: all echo it."""
    monkeypatch.chdir(tmp_path)
    for text in OUTSIDE:
        before = [option, text] if option else [text]
        code = main.run([*way, *before], lang)
        out, err = (stream.decode("utf-8") for stream in run.capture.readouterr())
        assert code in {0, 1, 2, 3}, err
        assert unreadable(out) == set()
        assert_read_only(err)
        assert len(err) < 20_000


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_the_environment(
    form: str, here: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = RAW.replace("\x00", "") + HIDDEN
    for name in ("PAN_TP_LANG", "COLUMNS", "LINES", "TERM", "NO_COLOR", "PAGER", "GITHUB_REF"):
        monkeypatch.setenv(name, hostile)
    for name in (hostile, str(tmp_path / "sum\x1bmary"), "nowhere/" + hostile):
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
        done = run(Lang.FR, "check", NAME, "--format", form)
        assert done.code == 1
        JUDGES[form](done.out)
        assert_read_only(done.err)
    if form == "github":
        judge_markdown((tmp_path / "sum\x1bmary").read_text("utf-8"))
        Path(hostile).unlink()


COMPLETED: Final = ("show --plan data ", "waive add --plan data ", "check --since ", "rule ")


@pytest.mark.parametrize("words", COMPLETED)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_shell_is_given_what_it_would_run(
    shell: str, words: str, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"pan-tp {words}"
    monkeypatch.setenv("_PAN_TP_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", line + "''")
    monkeypatch.setenv("COMP_CWORD", str(len(line.split())))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main.run([], Lang.FR)
    out = run.capture.readouterr()[0].decode()
    assert out
    given = re.findall(r'"((?:[^"\\]|\\.)*)"', out) if shell == "zsh" else out.splitlines()
    for answer in given:
        plain = answer.replace("\\\\:", ":")  # as zsh wants a colon
        assert re.fullmatch(r"[\w./:@,=+-]+", plain.split("\t")[0]), answer
