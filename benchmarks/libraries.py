"""What the libraries of a comparison cost, and what rapidfuzz gains over difflib.

    python -m benchmarks.libraries [RUNS]

Start-up is the time of a whole process that imports the library, in units of an empty Python. The
likeness is that of all wordings of activities of the embedded plan, each with each, both ways.
"""

import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import permutations
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.timing import pairs
from pan_tp_cli.document import Document
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.project import Project
from pan_tp_cli.source import read_document
from pan_tp_cli.table import Level

DATA = Path(__file__).parent.parent / "data" / "plan.yaml"
BASE = [sys.executable, "-c", "pass"]
IMPORTS = {
    "jinja2": "import jinja2",
    "python-docx": "import docx",
    "pygal": "import pygal",
    "rapidfuzz.fuzz": "from rapidfuzz import fuzz",
    "difflib": "import difflib",
    "xlsxwriter": "import xlsxwriter",
}
Likeness = Callable[[str, str], float]


def wordings() -> list[str]:
    """Return the wordings of all activities of the embedded plan."""
    document: Document = read_document(DATA.read_bytes(), DATA.name)
    rows = Project(read_model(Plan, document)).budget
    return [row.entry.label.casefold() for row in rows if row.level is Level.ACTIVITY]


def with_difflib(one: str, other: str) -> float:
    """Return how alike two texts are, as difflib sees it."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def with_rapidfuzz(one: str, other: str) -> float:
    """Return how alike two texts are, as rapidfuzz sees it."""
    return fuzz.ratio(one, other) / 100


def compare(name: str, likeness: Likeness, texts: list[str]) -> None:
    """Print how long all pairs take, and how many depend on which of both is first."""
    start = time.perf_counter()
    found = {pair: likeness(*pair) for pair in permutations(texts, 2)}
    each = (time.perf_counter() - start) / len(found) * 1e6
    uneven = sum(abs(found[one, two] - found[two, one]) > 1e-9 for one, two in found) // 2
    print(f"{name:15} {each:8.1f} µs a pair, {uneven} of {len(found) // 2} pairs uneven")


def main(runs: int) -> None:
    """Print what each library costs to import, then both likenesses on the same pairs."""
    for name, code in IMPORTS.items():
        timing = pairs([sys.executable, "-c", code], BASE, runs)
        print(f"{name:15} {timing.command:5.0f} ms, {timing.ratio:.1f} times an empty Python")
    texts = list(dict.fromkeys(wordings()))
    compare("difflib", with_difflib, texts)
    compare("rapidfuzz.fuzz", with_rapidfuzz, texts)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
