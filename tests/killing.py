"""Commands that write, and processes of them that are killed: at each step, or at any moment.

``python -m tests.killing --times 1000`` kills a thousand at random moments (docs/testing.md).
"""

import argparse
import os
import random
import signal
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from pan_tp_cli.cli import main
from pan_tp_cli.swapping import is_temporary
from pan_tp_cli.text import Lang
from tests.writings import ACCEPT, WRITINGS, Writing

LONGEST_WRITING: Final = 0.003
"""Seconds that writing some small files takes, for moments that fall into it."""


STEPS: Final = (
    "open", "write", "fsync", "fchown", "setxattr", "chmod", "close", "replace", "unlink",
)  # fmt: skip
"""The functions of `os` by which files change, as far as the system has them."""


def lay(folder: Path, writing: Writing) -> None:
    """Empty a folder and put there what a command finds."""
    for path in folder.iterdir():
        path.unlink()
    for name, text in writing.files.items():
        (folder / name).write_bytes(text.encode())


def held(folder: Path) -> dict[str, bytes]:
    """Return what all files of a folder hold, but for leftovers."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not is_temporary(path.name)
    }


def leftovers(folder: Path) -> list[Path]:
    """Return the files in the making that nobody makes any more."""
    return [path for path in folder.iterdir() if is_temporary(path.name)]


def run(writing: Writing) -> int:
    """Run a command in this process, in the current folder; return its exit code."""
    return main.run(list(writing.arguments), Lang.EN)


def started(work: Callable[[], int]) -> int:
    """Start a process of its own, quiet, with everything loaded already; return its number."""
    with warnings.catch_warnings():
        # Python warns where there are threads: none of theirs is needed by what the child does
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        code = work()
    except BaseException:
        code = 99
    os._exit(code)


def ended(child: int) -> int:
    """Wait for a process; return its exit code, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, writing: Writing) -> int:
    """Run a command that is killed at one of its steps, counted from 1; return how it ended.

    It is killed before the call that is the step, or in the midst of it where that writes.
    """

    def work() -> int:
        _trap(step)
        return run(writing)

    return ended(started(work))


def _trap(step: int) -> None:
    """Have this process killed at a step."""
    counted = iter(range(1, step + 1))

    def trapped(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            if next(counted) == step:
                if name == "write":
                    descriptor, data = given
                    real(descriptor, bytes(data)[: len(bytes(data)) // 2])  # type: ignore[call-overload]
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return call

    for name in STEPS:
        if hasattr(os, name):
            setattr(os, name, trapped(name, getattr(os, name)))


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class Outcome(NamedTuple):
    """What a command finds and leaves where nothing kills it, and the seconds that it takes."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    seconds: float


def undisturbed(folder: Path, writing: Writing) -> Outcome:
    """Run a command to its end. Raises RuntimeError where it does not do what it should."""
    lay(folder, writing)
    old = held(folder)
    start = time.perf_counter()
    code = ended(started(lambda: run(writing)))
    seconds = time.perf_counter() - start
    new = held(folder)
    same = [name for name in writing.writes if old.get(name) == new.get(name)]
    if code != writing.code or same or leftovers(folder) or old == new:
        raise RuntimeError(f"{writing.arguments}: code {code}, not written: {same}")
    return Outcome(old, new, seconds)


def torn(folder: Path, outcome: Outcome) -> list[str]:
    """Return the files that are neither the old nor the new ones."""
    found = held(folder)
    names = found.keys() | outcome.old.keys()
    return [
        name
        for name in sorted(names)
        if found.get(name) not in (outcome.old.get(name), outcome.new.get(name))
    ]


def unsettled(folder: Path, writing: Writing, outcome: Outcome) -> list[str]:
    """Run a command again after it was killed; return what is not as if it had not been.

    What was accepted before the end cannot be accepted twice, which is a wrong use; where all was
    written nothing is written any more, and leftovers stay.
    """
    before = held(folder)
    code = ended(started(lambda: run(writing)))
    wrong = [name for name, data in outcome.new.items() if held(folder).get(name) != data]
    if code != (2 if writing.arguments == ACCEPT and before == outcome.new else writing.code):
        wrong.append(f"exit code {code}")
    if before != outcome.new and leftovers(folder):
        wrong.append("leftovers")
    return wrong


def kill_at_random(times: int, seed: int) -> Counter[str]:
    """Kill commands at random moments; return how often each came to what.

    Raises RuntimeError for the first file that is torn, or run that does not settle it.
    """
    moments, told = random.Random(seed), Counter[str]()
    with TemporaryDirectory() as name, inside(Path(name)):
        folder = Path(name)
        for writing in WRITINGS.values():  # so that all is loaded, and the times are those of work
            lay(folder, writing)
            run(writing)
        outcomes = {key: undisturbed(folder, each) for key, each in WRITINGS.items()}
        for rank in range(times):
            key = list(WRITINGS)[rank % len(WRITINGS)]
            told[_killed_once(folder, WRITINGS[key], outcomes[key], moments)] += 1
    return told


def _let_work(folder: Path, outcome: Outcome, moments: random.Random) -> None:
    """Wait for a random moment: of all the work or, as often, from when a file is being made."""
    if moments.random() < 0.5:
        time.sleep(moments.uniform(0, outcome.seconds))
        return
    start = time.perf_counter()
    while not leftovers(folder) and time.perf_counter() - start < 2 * outcome.seconds:
        pass
    time.sleep(moments.uniform(0, LONGEST_WRITING))


def _killed_once(folder: Path, writing: Writing, outcome: Outcome, moments: random.Random) -> str:
    lay(folder, writing)
    child = started(lambda: run(writing))
    _let_work(folder, outcome, moments)
    os.kill(child, signal.SIGKILL)
    code = ended(child)
    if code != -signal.SIGKILL:
        result = "had ended"
    elif leftovers(folder):
        result = "while writing"
    else:
        found = held(folder)
        result = {True: "before", False: "between files"}[found == outcome.old]
        result = "after the last file" if found == outcome.new else result
    wrong = torn(folder, outcome) or unsettled(folder, writing, outcome)
    if wrong:
        raise RuntimeError(f"{writing.arguments}: {', '.join(wrong)}")
    return result


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
    ):
        told = kill_at_random(asked.times, asked.seed)
    for result, count in told.most_common():
        sys.stdout.write(f"{count:5} {result}\n")
    sys.stdout.write(f"{told.total():5} runs: every file old or new, every next run right\n")


if __name__ == "__main__":
    _main()
