"""How a check grows with the plan, against libyaml's own parse of the same bytes.

    python -m benchmarks.scale [ACTIVITIES ...]

The floor is libyaml alone: it parses and builds nothing. Both are timed in this process, in turn.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from _ruamel_yaml import CParser

from benchmarks.generate import write
from pan_tp_cli import app, rules

RUNS = 3


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the best of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def parse(texts: list[str]) -> None:
    """Let libyaml parse texts, and build nothing."""
    for text in texts:
        CParser(text).raw_parse()


def main(sizes: list[int]) -> None:
    """Print, for each size, the time of a check, of the floor, and their ratio."""
    print(f"{'activities':>10} {'MB':>6} {'check s':>8} {'libyaml s':>10} {'ratio':>6}")
    identifiers = rules.identifiers()
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write(size, folder)
            texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
            floor = best(partial(parse, texts))
            check = best(partial(app.check, folder, None, identifiers))
            size_mb = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            print(f"{size:10} {size_mb:6.1f} {check:8.2f} {floor:10.3f} {check / floor:6.1f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [56, 1000, 10000])
