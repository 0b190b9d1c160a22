"""How long a workbook takes to write, and how much memory it needs at its peak.

    python -m benchmarks.workbook [ACTIVITIES ...]

Each plan is checked and briefed on first, which is timed by itself; a tenth of its activities then
prints a wrong total, so that there are findings to write. Each size runs in a process of its own,
whose peak of memory is that of the check and the workbook together.
"""

import multiprocessing
import re
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.generate import write
from pan_tp_cli import app, rules
from pan_tp_cli.assembling import assemble
from pan_tp_cli.checked import Conventions
from pan_tp_cli.cli.clock import today
from pan_tp_cli.report import briefing_xlsx
from pan_tp_cli.text import Lang

WRONG_EVERY: Final = 10
ROW: Final = re.compile(r"(id: [^\n]*\n.*\n.*\n.*total: )([0-9 ]+)")


class Measured(NamedTuple):
    """Seconds of a check and of a workbook, megabytes of the file and of the peak of memory."""

    check: float
    workbook: float
    size: float
    peak: float


def write_with_faults(activities: int, folder: Path) -> None:
    """Write a plan, and put a wrong total into every tenth of its activities."""
    write(activities, folder)
    path = folder / "plan.yaml"
    count = 0

    def wrong(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return found[0] if count % WRONG_EVERY else f"{found[1]}1"

    path.write_text(ROW.sub(wrong, path.read_text(encoding="utf-8")), encoding="utf-8")


def measure(activities: int) -> Measured:
    """Check a plan of that size, and write the workbook of it."""
    with tempfile.TemporaryDirectory() as name:
        write_with_faults(activities, Path(name))
        start = time.perf_counter()
        checked = app.check(Path(name), None, rules.of_plans(), Conventions(today()))
        briefing = assemble(checked, today())
        between = time.perf_counter()
        data = briefing_xlsx.render(briefing, Lang.FR) if briefing else b""
        end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return Measured(between - start, end - between, len(data) / 1e6, peak)


def main(sizes: list[int]) -> None:
    """Print what each size takes."""
    print(f"{'activities':>10} {'check s':>8} {'workbook s':>11} {'file MB':>8} {'peak MB':>8}")
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found = pool.apply(measure, (size,))
        print(
            f"{size:10} {found.check:8.1f} {found.workbook:11.1f}"
            f" {found.size:8.2f} {found.peak:8.0f}"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [56, 1000, 10000])
