"""Measures how a check or a comparison grows with files that are made to be slow.

    python -m benchmarks.growth [CASE ...]

runs each case (`benchmarks.slow_files`) at a size, at twice and at four times that: see
docs/testing.md.
"""

import argparse
import os
import resource
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.slow_files import CASES, Case
from pan_tp_cli import rules
from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang

MOST_SECONDS: Final = 20
MOST_MEMORY: Final = 3 * 1024**3


def commands(folder: Path) -> Iterator[list[str]]:
    """Yield what is run of a case: a check with all its reports, or a comparison."""
    forms = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
    if (folder / "other").exists():
        for form in ("text", "json", "markdown", "html"):
            yield [
                "diff",
                str(folder),
                str(folder / "other"),
                "--format",
                f"{form}={folder / form}",
            ]
    else:
        each = [option for form in forms for option in ("--format", f"{form}={folder / form}")]
        yield ["check", str(folder), *each]


def run(case: Case) -> Iterator[tuple[str, float, int, int]]:
    """Run the commands of a case, each in a process of its own: name, seconds, MB, exit code."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in case.files.items():
            (folder / file).write_text(text, encoding="utf-8")
        if case.other:
            (folder / "other").mkdir()
            (folder / "other" / "plan.yaml").write_text(case.other, encoding="utf-8")
        for command in commands(folder):
            child = os.fork()
            if not child:
                _run(command)
            _, status, used = os.wait4(child, 0)
            spent = used.ru_utime + used.ru_stime
            code = os.waitstatus_to_exitcode(status)
            yield (
                f"{command[0]} {command[-1].split('=')[0] if command[0] == 'diff' else ''}",
                spent,
                used.ru_maxrss // 1024,
                code,
            )


def _run(command: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    code = 70
    try:
        code = main.run(command, Lang.FR)
    finally:
        os._exit(code)


def measure(names: Iterable[str]) -> None:
    """Print what each case takes at its size, at twice and at four times that."""
    rules.load(rules.identifiers())  # once, and not in each process
    for name in names or CASES:
        size, make = CASES[name]
        told: dict[str, list[str]] = {}
        for times in (1, 2, 4):
            case = make(size * times)
            for command, spent, memory, code in run(case):
                told.setdefault(command, []).append(f"{spent:6.2f} s {memory:5d} MB ({code})")
        for command, times_told in told.items():
            print(f"{name:30} {command:12} {' → '.join(times_told)}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", nargs="*", metavar="CASE")
    measure(parser.parse_args().cases)
