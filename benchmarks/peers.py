"""Other tools on the same content, in the same run: how long each takes, in checks by pan-tp.

    python3 -m venv .peers
    .peers/bin/pip install check-jsonschema yamllint frictionless beancount
    sudo apt-get install hledger
    python -m benchmarks.peers --bin .peers/bin [ACTIVITIES ...]

A plan without a framework is written as each tool reads it (`benchmarks.ledgers`). Before a tool
is timed it must pass the right plan and fail one that is wrong in what it checks. Then all run in
turn, whole processes, and the medians of the processor's seconds are compared; a ratio above 1
is a tool that takes longer than pan-tp. libyaml alone parses the bytes of the plan and builds
nothing.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import ledgers
from benchmarks.generate import plan_lines, plan_tree, portfolio, put
from benchmarks.scale import parse
from benchmarks.startup import PAN_TP, compile_modules
from benchmarks.timing import Cost, cost

SIZES: Final = (56, 1_000, 10_000)
RUNS: Final = {56: 11, 1_000: 5, 10_000: 3}
PORTFOLIO: Final = 100
LINES_OF_ANY_LENGTH: Final = "{extends: default, rules: {line-length: disable}}"
FIRST_AMOUNT: Final = re.compile(r"(responsable: \w+\n +budget: {\d+: )[0-9 ]+")
FIRST_POSTING: Final = re.compile(r"(  Expenses:\S+  )\d+")
FIRST_CELL: Final = re.compile(r"\d+$", re.MULTILINE)


class Peer(NamedTuple):
    """A tool: what it checks, its command for a file, the file, and how to make that one wrong."""

    name: str
    checks: str
    command: Callable[[Path], list[str]]
    file: str
    spoil: Callable[[str], str]


def peers(folder: Path) -> list[Peer]:
    """Return the tools compared; those of Python are in `folder`."""

    def tool(name: str) -> str:
        found = shutil.which(name, path=str(folder)) or shutil.which(name)
        return found or name

    def table(file: Path) -> list[str]:
        schema = str(file.with_name("plan.schema.json"))
        return [tool("frictionless"), "validate", "--trusted", "--schema", schema]

    def validated(file: Path) -> list[str]:
        return [tool("check-jsonschema"), "--schemafile", str(file.with_name("pan-tp.json"))]

    return [
        Peer("pan-tp check", "syntax, types, sums, 42 rules",
             lambda file: [PAN_TP, "check", str(file)], "plan.yaml", wrong_amount),
        Peer("check-jsonschema", "syntax, types",
             lambda file: [*validated(file), str(file)], "plan.yaml", wrong_key),
        Peer("yamllint", "syntax, style",
             lambda file: [tool("yamllint"), "-d", LINES_OF_ANY_LENGTH, str(file)],
             "plan.yaml", key_twice),
        Peer("frictionless", "types of a table",
             lambda file: [*table(file), str(file)],
             "plan.csv", wrong_cell),
        Peer("hledger", "syntax, sums of rows and actions",
             lambda file: [tool("hledger"), "-f", str(file), "check"],
             "plan.journal", wrong_posting),
        Peer("hledger, all levels", "syntax, sums of rows and headings",
             lambda file: [tool("hledger"), "-f", str(file), "check"],
             "all-levels.journal", wrong_posting),
        Peer("bean-check", "syntax, sums of rows and headings",
             lambda file: [tool("bean-check"), "--no-cache", str(file)],
             "plan.beancount", wrong_posting),
    ]  # fmt: skip


def wrong_amount(text: str) -> str:
    """Return a plan in which an activity has another amount in its first year."""
    return FIRST_AMOUNT.sub(r"\g<1>7", text, count=1)


def wrong_key(text: str) -> str:
    """Return a plan with a key that no plan has."""
    return text.replace("titre:", "tittre:", 1)


def key_twice(text: str) -> str:
    """Return a plan with a key that stands there twice."""
    return text.replace("titre:", "titre: Plan\ntitre:", 1)


def wrong_cell(text: str) -> str:
    """Return a table in which the total of an activity is no number."""
    return FIRST_CELL.sub("x", text, count=1)


def wrong_posting(text: str) -> str:
    """Return a ledger in which an activity has another amount in its first year."""
    return FIRST_POSTING.sub(r"\g<1>7", text, count=1)


def written(size: int, folder: Path) -> None:
    """Write a plan in the form of each tool."""
    axes = plan_tree(size)
    ledgers.write(axes, folder)
    put(plan_lines(axes), folder / "plan.yaml")
    schema = subprocess.run([PAN_TP, "schema", "plan"], capture_output=True, check=True).stdout
    (folder / "pan-tp.json").write_bytes(schema)


def proven(peer: Peer, folder: Path) -> bool:
    """Tell whether a tool is there, passes the right plan, and fails the wrong one."""
    command = peer.command(folder / peer.file)
    if shutil.which(command[0]) is None:
        print(f"{peer.name}: not installed, left out (see the head of benchmarks/peers.py)")
        return False
    text = (folder / peer.file).read_text(encoding="utf-8")
    wrong = folder / f"wrong-{peer.file}"
    wrong.write_text(peer.spoil(text), encoding="utf-8")
    passed, failed = (cost(peer.command(file)) for file in (folder / peer.file, wrong))
    if passed.code != 0 or failed.code == 0:
        print(f"{peer.name}: exits {passed.code} for the right plan, {failed.code} for the wrong")
        return False
    return True


def compare(size: int, given: Sequence[Peer]) -> None:
    """Print a table for a plan of a size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(size, folder)
        commands = {peer: peer.command(folder / peer.file) for peer in given}
        rounds = [
            {peer: cost(command) for peer, command in commands.items()}
            for _ in range(RUNS.get(size, 1))
        ]
        floor = parse(folder)
    print(
        f"\n{size} activities\n{'':20} {'cpu s':>8} {'clock s':>8} {'MB held':>8} {'ratio':>6}",
        end="",
    )
    print("  checks")
    print(f"{'libyaml alone':20} {floor:8.3f}")
    ours = statistics.median(costs[given[0]].cpu for costs in rounds)
    for peer in given:
        show(peer.name, [costs[peer] for costs in rounds], ours, peer.checks)


def show(name: str, costs: Sequence[Cost], ours: float, checks: str) -> None:
    """Print a line of a table."""
    elapsed, cpu = (statistics.median(each) for each in zip(*(c[:2] for c in costs), strict=True))
    held = max(each.held for each in costs) / 1e6
    print(
        f"{name:20} {cpu:8.3f} {elapsed:8.3f} {held:8.0f} {cpu / ours:6.2f}  {checks}", flush=True
    )


def compare_portfolio(folder: Path) -> None:
    """Print a table for many plans, each tool in one process."""
    given = [peer for peer in peers(folder) if peer.file == "plan.yaml"]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        portfolio(PORTFOLIO, SIZES[0], root / "plans")
        written(SIZES[0], root)
        files = [str(file) for file in sorted(root.glob("plans/*/plan.yaml"))]
        for file in root.glob("plans/*/indicators.yaml"):
            file.unlink()
        print(f"\n{PORTFOLIO} plans of {SIZES[0]} activities")
        rounds = [
            {peer: cost([*peer.command(root / peer.file)[:-1], *files]) for peer in given}
            for _ in range(3)
        ]
    ours = statistics.median(costs[given[0]].cpu for costs in rounds)
    for peer in given:
        show(peer.name, [costs[peer] for costs in rounds], ours, peer.checks)


def main() -> None:
    """Prove the tools, and print the tables."""
    compile_modules()
    parser = argparse.ArgumentParser()
    parser.add_argument("activities", type=int, nargs="*")
    parser.add_argument("--bin", type=Path, default=Path(".peers/bin"))
    parser.add_argument("--leave-out", action="append", default=[], metavar="TOOL")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        written(SIZES[0], Path(name))
        given = [peer for peer in peers(asked.bin) if peer.name not in asked.leave_out]
        given = [peer for peer in given if proven(peer, Path(name))]
    for size in asked.activities or SIZES:
        compare(size, given)
    if not asked.activities:
        compare_portfolio(asked.bin)


if __name__ == "__main__":
    main()
