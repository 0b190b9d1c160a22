"""How a check grows with the plan, against libyaml's own parse of the same bytes; and portfolios.

    python -m benchmarks.scale [ACTIVITIES ...] [--faults SHARE] [--alone] [--plans NUMBER ...]

Each check is a whole process, `pan-tp check`, in processor time; ``MB held`` is what it held at
most (``ru_maxrss``, of Linux in kB), in millions of bytes. The floor, libyaml alone, parses and
builds nothing; it is timed in this process just before. Plans have a framework, unless `--alone`
is given. A portfolio is one process too, with one job and with two, by the clock.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from _ruamel_yaml import CParser

from benchmarks.generate import portfolio
from benchmarks.startup import PAN_TP, compile_modules
from benchmarks.timing import cost

SIZES: Final = (56, 1_000, 10_000)
RUNS: Final = 3
LONG: Final = 100_000
"""Activities from which one run has to do."""
OF_EACH: Final = 56
"""Activities of each plan of a portfolio."""


def parse(folder: Path) -> float:
    """Return the seconds of the processor in which libyaml parses the YAML files of a folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))]
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        for text in texts:
            CParser(text).raw_parse()
        times.append(time.process_time() - start)
    return min(times)


def written(size: int, folder: Path, faults: float) -> int:
    """Write a plan in a process of its own; return how many figures are wrong.

    Linux says of no process that it held less than the one that started it.
    """
    generate = [sys.executable, "-m", "benchmarks.generate", str(size), str(folder)]
    command = [*generate, "--faults", str(faults)]
    return int(subprocess.run(command, capture_output=True, check=True).stdout)


def measure(size: int, faults: float, alone: bool) -> None:
    """Print a line for a plan of a size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = written(size, folder, faults)
        if alone:
            (folder / "indicators.yaml").unlink()
        read = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        floor = parse(folder)
        runs = [cost([PAN_TP, "check", name]) for _ in range(1 if size >= LONG else RUNS)]
    least = min(runs, key=lambda run: run.cpu)
    each = least.cpu / size * 1e6
    print(f"{size:10} {wrong:6} {read:7.1f} {floor:10.3f} {least.cpu:8.2f}", end="")
    print(f" {least.cpu / floor:6.1f} {each:12.0f} {least.held / 1e6:8.0f}", flush=True)


def measure_portfolio(plans: int, faults: float) -> None:
    """Print a line for a portfolio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        portfolio(plans, OF_EACH, folder, faults)
        floor = sum(parse(each) for each in folder.iterdir())
        check = [PAN_TP, "check", name, "--format", "concise"]
        one, two = (cost([*check, "--jobs", jobs]) for jobs in ("1", "2"))
    each = one.elapsed / plans * 1e3
    print(f"{plans:10} {floor:10.2f} {one.elapsed:8.2f} {one.elapsed / floor:6.1f}", end="")
    print(f" {each:8.1f} {two.elapsed:8.2f} {one.elapsed / two.elapsed:9.2f}", end="")
    print(f" {max(one.held, two.held) / 1e6:8.0f}", flush=True)


def main() -> None:
    """Print the tables that the command line asks for."""
    compile_modules()
    parser = argparse.ArgumentParser()
    parser.add_argument("activities", type=int, nargs="*")
    parser.add_argument("--faults", type=float, default=0)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--plans", type=int, nargs="*", default=[])
    asked = parser.parse_args()
    sizes = asked.activities or (() if asked.plans else SIZES)
    if sizes:
        print(f"{'activities':>10} {'wrong':>6} {'MB':>7} {'libyaml s':>10} {'check s':>8}", end="")
        print(f" {'ratio':>6} {'µs/activity':>12} {'MB held':>8}")
    for size in sizes:
        measure(size, asked.faults, asked.alone)
    if asked.plans:
        print(f"{'plans':>10} {'libyaml s':>10} {'1 job s':>8} {'ratio':>6} {'ms/plan':>8}", end="")
        print(f" {'2 jobs s':>8} {'speed-up':>9} {'MB held':>8}")
    for plans in asked.plans:
        measure_portfolio(plans, asked.faults)


if __name__ == "__main__":
    main()
