"""Commands run in this process, and what they leave."""

from importlib import import_module
from types import ModuleType

import pytest

from pan_tp_cli.cli import commands, main
from pan_tp_cli.text import Lang


class Done:
    """What a run left: its exit code, and both streams as they came."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code = code
        self.out, self.err = (stream.decode("utf-8") for stream in (out, err))


class Run:
    """Runs commands in this process; each looks anew."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self.capture = capture

    def __call__(self, lang: Lang, *arguments: str) -> Done:
        command, *rest = arguments
        if command == "waive":  # a group, which does not take it itself
            rest = [rest[0], "--lang", lang.value, *rest[1:]]
        else:
            rest = ["--lang", lang.value, *rest]
        code = main.run([command, *rest], lang)
        out, err = self.capture.readouterr()
        return Done(code, out, err)


def module_of(command: str) -> ModuleType:
    return import_module(f"pan_tp_cli.cli.{commands.MODULES[command]}")


def formats() -> list[tuple[str, str]]:
    """Return every command that writes in formats to standard output, with each of them."""
    found = []
    for command in commands.MODULES:
        names = getattr(module_of(command), "FORMATS", ())
        found += [(command, name) for name in names if command not in {"report", "rule"}]
    return found
