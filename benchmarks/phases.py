"""Where the time of a check goes, in units of libyaml's own parse of the same bytes.

    python -m benchmarks.phases [ACTIVITIES ...]

Each phase is run once, in this process, on a plan without a framework and without faults;
``events`` are those of ruamel.yaml's parser, thrown away, beside which ``reading`` hands them over
(docs/decisions/0031) and builds the tree with all positions. Files as large as these are read row
by row in a real check, so that reading and models are one.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from _ruamel_yaml import CParser
from ruamel.yaml.events import StreamEndEvent

from benchmarks.generate import plan_lines, plan_tree, put
from pan_tp_cli import engine, rules
from pan_tp_cli.coverage import cover
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.project import Project
from pan_tp_cli.source import read_document

SIZES: Final = (10_000, 100_000)
T = TypeVar("T")


class Laps:
    """Prints what each phase takes, in units of a first one."""

    def __init__(self) -> None:
        self._unit = 0.0
        self._whole = 0.0

    def lap(self, name: str, work: Callable[[], T], counts: bool = True) -> T:
        """Run a phase, and print what it took; it `counts` as a part of a check, or does not."""
        start = time.process_time()
        result = work()
        taken = time.process_time() - start
        self._unit = self._unit or taken
        self._whole += taken if counts else 0
        print(f"  {name:22} {taken:8.3f} s {taken / self._unit:6.1f}", flush=True)
        return result

    def end(self) -> None:
        """Print the sum of all that counts."""
        print(f"  {'all of a check':22} {self._whole:8.3f} s {self._whole / self._unit:6.1f}")


def throw_away(text: str) -> None:
    """Take all events of a text from ruamel.yaml's parser, and do nothing with them."""
    next_event = CParser(text).get_event
    while type(next_event()) is not StreamEndEvent:
        pass


def measure(file: Path) -> None:
    """Print the phases of a check of one plan."""
    data, laps = file.read_bytes(), Laps()
    text = data.decode()
    catalogue = rules.load(rules.of_plans())
    laps.lap("libyaml's parse", lambda: CParser(text).raw_parse(), counts=False)
    laps.lap("events", lambda: throw_away(text), counts=False)
    document = laps.lap("reading", lambda: read_document(data, file.name))
    project = Project(laps.lap("models", lambda: read_model(Plan, document)))
    laps.lap("rows and cells", lambda: project.budget)
    found = laps.lap("equations", lambda: engine.evaluate_all(project, catalogue))
    laps.lap("other rules", lambda: [list(rule.check(project)) for rule in catalogue])
    laps.lap("coverage", lambda: cover(project.cells(), found.told))
    laps.end()


def main(sizes: list[int]) -> None:
    """Print the phases for each size."""
    gc.disable()  # as in the process of `pan-tp check`
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            file = Path(name) / "plan.yaml"
            put(plan_lines(plan_tree(size)), file)
            print(f"{size} activities, {file.stat().st_size / 1e6:.1f} MB")
            measure(file)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
