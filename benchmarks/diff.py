"""How long two versions of a plan take to compare, against reading them and against a check.

    python -m benchmarks.diff [ACTIVITIES ...]

Reading is what no comparison can do without: both versions, from bytes to models. A comparison
also checks both, pairs their rows, and weighs what changed. Some 500 rows differ: most in an
amount, some in wording, some added, removed or renumbered; once with all totals following, once
with all left as they were. The last line compares whole processes, on two versions of the
embedded plan.
"""

import random
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.generate import Node, framework_lines, label, parent, plan_lines, plan_tree, put
from benchmarks.startup import PAN_TP, PLAN
from benchmarks.timing import best, pairs
from pan_tp_cli import comparing, files, rules
from pan_tp_cli.checked import Conventions
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.source import read_document

CHANGES: Final = 500
RUNS: Final = 21
NAMES: Final = ("plan.yaml", "indicators.yaml")


def write(folder: Path, axes: Sequence[Node], framework: Sequence[Node]) -> Path:
    """Write a version of a plan, and the framework that it had at first, into a folder."""
    folder.mkdir()
    for name, lines in zip(NAMES, (plan_lines(axes), framework_lines(framework)), strict=True):
        put(lines, folder / name)
    return folder


def revised(node: Node, share: float, chance: random.Random, follow: bool) -> Node:
    """Return a heading with that share of its rows changed; its amounts `follow` or stay."""
    children = [
        revised(child, share, chance, follow) if child.children else child
        for child in node.children
    ]
    if not children[0].children:
        children = list(revised_rows(children, share, chance))
    whole = parent(node.code, children, chance)
    return whole._replace(label=node.label, amounts=whole.amounts if follow else node.amounts)


def revised_rows(rows: Iterable[Node], share: float, chance: random.Random) -> Iterator[Node]:
    """Yield rows, some of them changed: seven of ten in an amount, the rest in other ways."""
    for rank, row in enumerate(rows):
        kind = chance.randrange(10) if chance.random() < share else None
        if kind is None or (kind == 0 and rank == 0):
            yield row
        elif kind == 1:
            yield row._replace(label=f"{row.label} et {label(chance)[:12]}")
        elif kind == 2:
            yield row._replace(code=f"{row.code}9")
        elif kind == 3:
            yield row
            yield Node(f"{row.code}8", label(chance), tuple(reversed(row.amounts)))
        elif kind > 3:
            yield row._replace(amounts=(row.amounts[0] + 500, *row.amounts[1:]))


def load(folders: Iterable[Path]) -> None:
    """Read plans and frameworks into models, and do nothing with them."""
    for folder in folders:
        plan, framework = (read_document(files.read(folder / name), name) for name in NAMES)
        read_model(Plan, plan)
        read_model(Framework, framework)


def measure(size: int, folder: Path) -> None:
    """Print the times of reading and of comparing, for totals that follow and that do not."""
    identifiers, axes = rules.identifiers(), plan_tree(size)
    before = write(folder / "before", axes, axes)
    for follow in (True, False):
        chance = random.Random(3)
        new = [revised(axis, CHANGES / size, chance, follow) for axis in axes]
        after = write(folder / f"after-{follow}", new, axes)
        reading = best(partial(load, (before, after)))
        comparison = partial(comparing.diff, before, after, identifiers, Conventions())
        found = comparison().diff
        count = len(found.changes) if found else 0
        whole = best(comparison)
        follows = "follow" if follow else "stay"
        ratio = whole / reading
        print(f"{size:10} {follows:>7} {count:8} {reading:10.2f} {whole:10.2f} {ratio:6.1f}")


def embedded(folder: Path) -> float:
    """Return how long `pan-tp diff` of two versions of the embedded plan takes, in checks of it."""
    old = Path(shutil.copytree(PLAN.parent, folder / "embedded"))
    new = Path(shutil.copytree(PLAN.parent, folder / "revised"))
    text = PLAN.read_text(encoding="utf-8")
    text = text.replace("2024: 52 500 000", "2024: 62 500 000").replace("Mener 8", "Organiser 8")
    (new / PLAN.name).write_text(text, encoding="utf-8")
    return pairs([PAN_TP, "diff", str(old), str(new)], [PAN_TP, "check", str(new)], RUNS).ratio


def main(sizes: list[int]) -> None:
    """Print all ratios."""
    print(f"{'activities':>10} {'totals':>7} {'changes':>8} {'reading s':>10}", end="")
    print(f" {'compare s':>10} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            measure(size, Path(tempfile.mkdtemp(dir=name)))
        print(f"pan-tp diff / pan-tp check, embedded plan: {embedded(Path(name)):.2f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10000])
