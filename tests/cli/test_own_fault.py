"""Faults of the tool itself, at every stage: exit code 70, one sentence, and never a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest

import pan_tp_cli.app
import pan_tp_cli.assembling
import pan_tp_cli.cli.checking
import pan_tp_cli.engine
import pan_tp_cli.files
import pan_tp_cli.replacing
import pan_tp_cli.report.check_text
import pan_tp_cli.reviewing
from pan_tp_cli import __version__
from pan_tp_cli.cli import completers, main, own_fault, terminal
from pan_tp_cli.text import Lang
from tests.cli.test_process import WRONG
from tests.projects import ROOT

Capture = pytest.CaptureFixture[str]


class Panic(BaseException):
    """As the panics of libraries in Rust are, which are no Exception."""


class HostileError(Exception):
    """An error whose message would drive a terminal, and that cannot even say it."""

    def __str__(self) -> str:
        raise ZeroDivisionError


STAGES: Final = {
    "importing": (main, "import_module", ["check"]),
    "building": (main, "context_settings", ["check"]),
    "reading settings": (pan_tp_cli.app, "settings", ["check"]),
    "reading": (pan_tp_cli.files, "read", ["check"]),
    "checking": (pan_tp_cli.engine, "run", ["check"]),
    "reporting": (pan_tp_cli.report.check_text, "render", ["check"]),
    "writing": (pan_tp_cli.replacing, "write_whole", ["check", "--format", "json=out"]),
    "printing": (terminal, "harmless", ["check"]),
    "assembling": (pan_tp_cli.assembling, "assemble", ["report", "-o", "out.html"]),
    "accepting": (pan_tp_cli.reviewing, "pruned", ["waive", "prune"]),
    "comparing": (pan_tp_cli.engine, "run", ["diff", ".", "."]),
    "one of several": (pan_tp_cli.engine, "run", ["check", ".", "a", "--jobs", "1"]),
    "another process": (pan_tp_cli.engine, "run", ["check", "good", "a", "b", "--jobs", "2"]),
}
"""Where each fault is planted, and a command that comes by."""
ERRORS: Final = (
    ZeroDivisionError, MemoryError, RecursionError, KeyError, UnicodeEncodeError, HostileError,
    Panic,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (".", "a", "b", "good"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "plan.yaml").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(own_fault.DEBUG, raising=False)
    return tmp_path


def raising(error: type[BaseException]) -> Callable[..., NoReturn]:
    def fail(*arguments: object, **named: object) -> NoReturn:
        if error is UnicodeEncodeError:
            raise UnicodeEncodeError("ascii", "é\x1b[31m", 0, 1, "\x1b[31m")
        raise error

    return fail


def sentence(error: type[BaseException], lang: Lang) -> str:
    kind = error.__name__
    return own_fault.FAULT.get(lang).format(version=__version__, kind=kind, debug="PAN_TP_DEBUG")


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("stage", STAGES)
def test_one_sentence_at_every_stage(
    stage: str, lang: Lang, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    module, name, (command, *arguments) = STAGES[stage]
    if stage == "another process":  # which the first plan, checked here, must not spoil
        first = os.getpid()
        run = pan_tp_cli.engine.run
        fail = raising(ZeroDivisionError)

        def elsewhere(*arguments: Any) -> object:
            return run(*arguments) if os.getpid() == first else fail()

        monkeypatch.setattr(module, name, elsewhere)
    else:
        monkeypatch.setattr(module, name, raising(ZeroDivisionError))
    plan = [] if "diff" in command or "--jobs" in arguments else ["."]
    if command == "waive":
        plan = ["."]
    code = main.run([command, *arguments, *plan, "--lang", lang.value], lang)
    out, err = capfd.readouterr()
    assert (code, err) == (70, sentence(ZeroDivisionError, lang) + "\n")
    assert out == ""


@pytest.mark.parametrize("error", ERRORS)
def test_whatever_is_raised(
    error: type[BaseException], folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.setattr(pan_tp_cli.engine, "run", raising(error))
    assert main.run(["check", "."], Lang.FR) == 70
    assert capfd.readouterr().err == sentence(error, Lang.FR) + "\n"


def test_a_plan_that_exhausts_the_stack(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    def deeper(*arguments: object) -> object:
        return deeper(*arguments)

    monkeypatch.setattr(pan_tp_cli.engine, "run", deeper)
    assert main.run(["check", "."], Lang.EN) == 70
    assert capfd.readouterr().err == sentence(RecursionError, Lang.EN) + "\n"


@pytest.mark.parametrize("module", ["importing", "checking", "reporting", "writing"])
def test_an_interrupt_is_no_fault(
    module: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    where, name, (command, *arguments) = STAGES[module]
    monkeypatch.setattr(where, name, raising(KeyboardInterrupt))
    assert main.run([command, ".", *arguments], Lang.FR) == 128 + signal.SIGINT
    assert "Traceback" not in capfd.readouterr().err


def test_the_way_there_is_shown_to_whoever_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.setenv(own_fault.DEBUG, "1")
    monkeypatch.setattr(pan_tp_cli.engine, "run", raising(UnicodeEncodeError))
    assert main.run(["check", "."], Lang.FR) == 70
    first, *_, way, said = capfd.readouterr().err.splitlines()
    assert first.startswith("Traceback")
    assert way.startswith("UnicodeEncodeError: ")
    assert "<U+001B>[31m" in way
    assert said == sentence(UnicodeEncodeError, Lang.FR)


class Broken:
    """A stream that fails in all that is asked of it."""

    encoding = "utf-8"

    def __getattr__(self, name: str) -> object:
        raise ValueError(name)


@pytest.mark.parametrize("there", [True, False])
def test_where_it_cannot_be_said_the_exit_code_tells(
    there: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pan_tp_cli.engine, "run", raising(ZeroDivisionError))
    monkeypatch.setattr(sys, "stderr", Broken() if there else None)
    assert main.run(["check", "."], Lang.FR) == 70


def test_it_is_said_where_what_says_it_is_broken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.setattr(terminal, "complain", raising(ZeroDivisionError))
    assert main.run(["check", "nowhere.yaml"], Lang.EN) == 70
    assert capfd.readouterr().err == sentence(ZeroDivisionError, Lang.EN) + "\n"


def test_a_shell_that_asks_is_answered_by_the_code_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.setenv(completers.VARIABLE, "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "pan-tp show ''")
    monkeypatch.setenv("COMP_CWORD", "2")
    monkeypatch.setenv("COLUMNS", "80")  # changed for the answer, and put back with this
    monkeypatch.setattr("pan_tp_cli.viewing.codes", raising(ZeroDivisionError))
    assert main.run([], Lang.FR) == 70
    assert capfd.readouterr() == ("", sentence(ZeroDivisionError, Lang.FR) + "\n")


def process(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run pan-tp in a process after some code that spoils it."""
    return subprocess.run(
        [sys.executable, "-c", f"{code}\nfrom pan_tp_cli.cli.start import main\nmain()"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("missing", ["typer", "pan_tp_cli.cli.main", "pan_tp_cli.cli.terminal"])
def test_an_installation_that_lacks_a_part(missing: str, folder: Path) -> None:
    arguments = ["pan-tp", "check", "--lang", "en"]
    code = f"import sys; sys.argv = {arguments}; sys.modules[{missing!r}] = None"
    done = process(code, folder)
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr == sentence(ModuleNotFoundError, Lang.EN) + "\n"


def test_an_interrupt_before_anything_is_loaded(folder: Path) -> None:
    code = (
        "from pan_tp_cli.cli import spared\n"
        "def stop(): raise KeyboardInterrupt\n"
        "spared.postpone = stop"
    )
    done = process(code, folder)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes do not begin as copies")
def test_a_process_that_the_system_kills(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    first, run = os.getpid(), pan_tp_cli.engine.run

    def killed(*arguments: Any) -> object:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(*arguments)

    monkeypatch.setattr(pan_tp_cli.engine, "run", killed)
    assert main.run(["check", "good", "a", "b", "--jobs", "2"], Lang.FR) == 70
    assert capfd.readouterr().err == sentence(BrokenProcessPool, Lang.FR) + "\n"
