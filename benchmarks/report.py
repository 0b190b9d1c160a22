"""What a report for a meeting costs: how long it takes, in checks, how large it is, and its memory.

    python -m benchmarks.report [ACTIVITIES ...]

The embedded plan is checked and reported in turn, as whole processes; then plans of any size are
reported once. What a process held at most is told by the system (``ru_maxrss``, of Linux in kB).
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.generate import write
from benchmarks.startup import PAN_TP, PLAN
from benchmarks.timing import pairs

RUNS: Final = 11


class Cost(NamedTuple):
    """Seconds that a command took, and the megabytes that it held at most."""

    seconds: float
    megabytes: float


def report(plan: Path, file: Path) -> list[str]:
    """Return the command that reports a plan."""
    return [PAN_TP, "report", str(plan), "-o", str(file)]


def cost(command: list[str]) -> Cost:
    """Run a command silently to its end. Raises CalledProcessError's kin where it fails."""
    null = os.open(os.devnull, os.O_RDWR)
    silent = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    os.close(null)
    if status:
        raise RuntimeError(command)
    return Cost(seconds, usage.ru_maxrss / 1024)


def main(sizes: list[int]) -> None:
    """Print a line for the embedded plan, and one for each size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "report.html"
        timing = pairs(report(PLAN.parent, file), [PAN_TP, "check", str(PLAN.parent)], RUNS)
        print(f"{'plan':>16} {'report s':>9} {'MB held':>8} {'file MB':>8} {'in checks':>10}")
        held = cost(report(PLAN.parent, file)).megabytes
        size = file.stat().st_size / 1e6
        print(f"{'embedded':>16} {timing.command / 1e3:9.2f} {held:8.0f} {size:8.2f}", end="")
        print(f" {timing.ratio:10.2f}")
        for activities in sizes:
            plan = folder / str(activities)
            plan.mkdir()
            write(activities, plan)
            seconds, held = cost(report(plan, file))
            size = file.stat().st_size / 1e6
            print(f"{activities:16} {seconds:9.2f} {held:8.0f} {size:8.2f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10000])
