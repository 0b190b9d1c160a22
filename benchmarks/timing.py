"""Whole processes timed in pairs: each run of a command next to a run of its base."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Timing(NamedTuple):
    """Median milliseconds of a command and of its base, and the medians of their ratios.

    `cpu` is the ratio in processor time, which other processes of the machine disturb less.
    """

    command: float
    base: float
    ratio: float
    cpu: float


class Run(NamedTuple):
    """Milliseconds that a process took, by the clock and of the processor."""

    elapsed: float
    cpu: float


def run(command: Sequence[str]) -> Run:
    """Run a command silently to its end; return what it took."""
    spent = cost(command)
    return Run(spent.elapsed * 1e3, spent.cpu * 1e3)


def pairs(command: Sequence[str], base: Sequence[str], times: int) -> Timing:
    """Run both in turn, after one run of each that does not count."""
    run(command)
    run(base)
    measured = [(run(command), run(base)) for _ in range(times)]
    return Timing(
        statistics.median(mine.elapsed for mine, _ in measured),
        statistics.median(other.elapsed for _, other in measured),
        statistics.median(mine.elapsed / other.elapsed for mine, other in measured),
        statistics.median(mine.cpu / other.cpu for mine, other in measured),
    )


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the seconds of the best of a few runs in this process."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


class Cost(NamedTuple):
    """What a process took: seconds by the clock and of the processor, and bytes held at most.

    `code` is its exit code.
    """

    elapsed: float
    cpu: float
    held: float
    code: int


def cost(command: Sequence[str]) -> Cost:
    """Run a command silently to its end; what it held is told by Linux in kB."""
    null = os.open(os.devnull, os.O_RDWR)
    silent = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], list(command), os.environ, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    elapsed = time.perf_counter() - start
    os.close(null)
    code = os.waitstatus_to_exitcode(status)
    return Cost(elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, code)
