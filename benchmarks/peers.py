"""Other tools on the same content, in the same run: how long each takes, in checks by pan-tp.

    python3 -m venv .peers
    .peers/bin/pip install check-jsonschema yamllint frictionless beancount
    sudo apt-get install hledger
    python -m benchmarks.peers [ACTIVITIES ...] [--bin .peers/bin] [--leave-out TOOL]

A plan without a framework is written as each tool reads it (`benchmarks.ledgers`). Before a tool
is timed it must pass the right plan and see just the mistakes (`benchmarks.mistakes`) that are said
here to be within its sight. Then all run in turn, whole processes, and the medians of the
processor's seconds are compared; a ratio above 1 is a tool that takes longer than pan-tp. libyaml
alone parses the bytes of the plan and builds nothing.

Linux says of no process that it held less than the one that started it: ``nothing`` tells what a
process that does nothing seems to hold, and plans are written by processes of their own.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import ledgers, mistakes
from benchmarks.generate import plan_tree
from benchmarks.mistakes import Mistake
from benchmarks.scale import parse
from benchmarks.startup import PAN_TP, compile_modules
from benchmarks.timing import Cost, cost

SIZES: Final = (56, 1_000, 10_000)
RUNS: Final = {56: 11, 1_000: 5, 10_000: 3}
PLANS: Final = 100
PORTFOLIO_RUNS: Final = 3
FAULT_OF_A_TOOL: Final = 70
"""Exit codes from here on are a tool's own failure, not a mistake that it saw."""
LINES_OF_ANY_LENGTH: Final = "{extends: default, rules: {line-length: disable}}"
FORM: Final = frozenset({Mistake.SYNTAX, Mistake.TYPE})
ALL: Final = frozenset(Mistake)
PIP, APT = ".peers/bin/pip install", "sudo apt-get install"


class Peer(NamedTuple):
    """A tool: how to install it, the mistakes that it sees, the file it reads, and its command.

    The command is for a folder.
    """

    name: str
    install: str
    sees: frozenset[Mistake]
    file: str
    command: Callable[[Path], list[str]]

    def on(self, folder: Path) -> list[str]:
        """Return the command that checks the plan of a folder."""
        return [*self.command(folder), str(folder / self.file)]


def peers(folder: Path) -> list[Peer]:
    """Return the tools compared, ours first; those of Python are in `folder`."""

    def tool(name: str, *arguments: str) -> list[str]:
        return [shutil.which(name, path=str(folder)) or shutil.which(name) or name, *arguments]

    def validated(plan: Path) -> list[str]:
        return tool("check-jsonschema", "--schemafile", str(plan / "pan-tp.json"))

    def table(plan: Path) -> list[str]:
        schema = str(plan / "plan.schema.json")
        return tool("frictionless", "validate", "--trusted", "--schema", schema)

    def added(plan: Path) -> list[str]:
        return [*table(plan), "--checks", f"row-constraint:formula={ledgers.YEARS_ADD_UP}"]

    yamllint = tool("yamllint", "-d", LINES_OF_ANY_LENGTH)
    hledger, beancount = tool("hledger", "check", "-f"), tool("bean-check", "--no-cache")
    style, rows = frozenset({Mistake.SYNTAX}), FORM | {Mistake.ROW_TOTAL}
    return [
        Peer("pan-tp check", "pip install -e .", ALL, "plan.yaml", lambda _: [PAN_TP, "check"]),
        Peer("check-jsonschema", f"{PIP} check-jsonschema", FORM, "plan.yaml", validated),
        Peer("yamllint", f"{PIP} yamllint", style, "plan.yaml", lambda _: yamllint),
        Peer("frictionless", f"{PIP} frictionless", FORM, "plan.csv", table),
        Peer("frictionless, totals", f"{PIP} frictionless", rows, "plan.csv", added),
        Peer("hledger", f"{APT} hledger", ALL, "plan.journal", lambda _: hledger),
        Peer("bean-check", f"{PIP} beancount", ALL, "plan.beancount", lambda _: beancount),
    ]


def schema_into(folder: Path) -> None:
    """Write the JSON Schema of a plan, as pan-tp gives it."""
    schema = subprocess.run([PAN_TP, "schema", "plan"], capture_output=True, check=True).stdout
    (folder / "pan-tp.json").write_bytes(schema)


def module(name: str, *arguments: str) -> None:
    """Let a process of its own write plans, whose memory is then not ours."""
    subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=True)


def seen(peer: Peer, root: Path) -> frozenset[Mistake]:
    """Return the mistakes that a tool sees in the plans of the folders named for them."""
    codes = {mistake: cost(peer.on(root / mistake.name)).code for mistake in Mistake}
    return frozenset(each for each, code in codes.items() if 0 < code < FAULT_OF_A_TOOL)


def proven(peer: Peer, root: Path) -> bool:
    """Tell whether a tool is there, passes the right plan and sees what it is said to see."""
    if shutil.which(peer.command(root)[0]) is None:
        print(f"{peer.name}: not installed, left out; {peer.install}")
        return False
    found, code = seen(peer, root), cost(peer.on(root / "right")).code
    print(f"{peer.name:20} {'passes' if code == 0 else 'FAILS':6}", end="")
    print("".join(f" {'yes' if each in found else '-':>{len(each.value)}}" for each in Mistake))
    if code or found != peer.sees:
        print(f"{peer.name}: not as said in benchmarks/peers.py, left out")
        return False
    return True


def prove(given: Sequence[Peer]) -> list[Peer]:
    """Print what each tool sees; return those that do what is said of them."""
    axes = plan_tree(SIZES[0])
    print(f"{'':20} {'right':6} {' '.join(each.value for each in Mistake)}")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        module("ledgers", str(SIZES[0]), str(root / "right"))
        for mistake in Mistake:
            mistakes.write(axes, root / mistake.name, mistake)
        for folder in root.iterdir():
            schema_into(folder)
        return [peer for peer in given if proven(peer, root)]


def in_turn(commands: dict[str, list[str]], runs: int) -> dict[str, list[Cost]]:
    """Run all commands in turn, several times; return what each took."""
    rounds = [{name: cost(command) for name, command in commands.items()} for _ in range(runs)]
    return {name: [each[name] for each in rounds] for name in commands}


def show(title: str, costs: dict[str, list[Cost]], floor: float) -> None:
    """Print a table, with ratios to the first row, which is ours."""
    print(f"\n{title}\n{'':22} {'cpu s':>8} {'clock s':>8} {'MB held':>8} {'ratio':>6}")
    print(f"{'nothing':22} {'':8} {'':8} {cost(['true']).held / 1e6:8.0f}")
    print(f"{'libyaml alone':22} {floor:8.4f}")
    ours = statistics.median(each.cpu for each in next(iter(costs.values())))
    for name, runs in costs.items():
        cpu = statistics.median(each.cpu for each in runs)
        elapsed = statistics.median(each.elapsed for each in runs)
        held = max(each.held for each in runs) / 1e6
        print(f"{name:22} {cpu:8.3f} {elapsed:8.3f} {held:8.0f} {cpu / ours:6.2f}", flush=True)


def compare(size: int, given: Sequence[Peer]) -> None:
    """Print a table for a plan of a size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        module("ledgers", str(size), name)
        schema_into(folder)
        costs = in_turn({peer.name: peer.on(folder) for peer in given}, RUNS.get(size, 1))
        show(f"{size} activities", costs, parse(folder))


def compare_portfolio(given: Sequence[Peer]) -> None:
    """Print a table for many plans: ours with one job and with two, others in one process."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        module("generate", str(SIZES[0]), str(root / "plans"), "--plans", str(PLANS))
        schema_into(root)
        files = [str(file) for file in sorted(root.glob("plans/*/plan.yaml"))]
        for file in root.glob("plans/*/indicators.yaml"):
            file.unlink()
        ours, *others = (peer for peer in given if peer.file == "plan.yaml")
        commands = {
            f"{ours.name}, {jobs}": [*ours.command(root), *files, "--jobs", jobs[0]]
            for jobs in ("1 job", "2 jobs")
        } | {peer.name: [*peer.command(root), *files] for peer in others}
        costs = in_turn(commands, PORTFOLIO_RUNS)
        floor = sum(parse(Path(file).parent) for file in files)
    show(f"{PLANS} plans of {SIZES[0]} activities", costs, floor)


def main() -> None:
    """Prove the tools, and print the tables."""
    compile_modules()
    parser = argparse.ArgumentParser()
    parser.add_argument("activities", type=int, nargs="*")
    parser.add_argument("--bin", type=Path, default=Path(".peers/bin"))
    parser.add_argument("--leave-out", action="append", default=[], metavar="TOOL")
    asked = parser.parse_args()
    given = prove([peer for peer in peers(asked.bin) if peer.name not in asked.leave_out])
    if not asked.activities:
        compare_portfolio(given)
    for size in sorted(asked.activities or SIZES):
        compare(size, given)


if __name__ == "__main__":
    main()
