"""How long a reviewer waits for `pan-tp check`, against an empty Python and against a peer.

    python -m benchmarks.startup [RUNS]

``ratio`` is by the clock, ``cpu`` in processor time. ``libraries alone`` imports typer, pydantic
with one model and the YAML parser as programs do, and does nothing (docs/performance.md). The peer,
check-jsonschema, validates one file against a schema of its shape and knows no arithmetic; it is
compared on plan.yaml alone. Run it where pan-tp is installed with its development tools. Its
modules are compiled first, as they are where pip has installed them.
"""

import compileall
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import pairs

HERE = Path(__file__).parent
PLAN = HERE.parent / "data" / "plan.yaml"
BIN = Path(sys.executable).parent

BASE = [sys.executable, "-c", "pass"]
PAN_TP = str(BIN / "pan-tp")
PEER = [str(BIN / "check-jsonschema"), "--schemafile", str(HERE / "plan.schema.json")]
LIBRARIES = """\
import gc; gc.disable()
import os, typer
from pydantic import BaseModel
class Model(BaseModel):
    field: int
import _ruamel_yaml
os._exit(0)
"""
COMMANDS = {
    "libraries alone": [sys.executable, "-c", LIBRARIES],
    "pan-tp check": [PAN_TP, "check", str(PLAN.parent)],
    "pan-tp --help": [PAN_TP, "--help"],
    "pan-tp --version": [PAN_TP, "--version"],
    "check-jsonschema": [*PEER, str(PLAN)],
}


def compile_modules() -> None:
    """Compile the modules of pan-tp, as they are where pip has installed them."""
    compileall.compile_dir(HERE.parent / "pan_tp_cli", quiet=1)


def main(runs: int) -> None:
    """Print the medians, and the ratios to the base and to the peer."""
    compile_modules()
    print(f"{'command':18} {'ms':>7} {'python -c pass':>15} {'ratio':>6} {'cpu':>6}")
    for name, command in COMMANDS.items():
        timing = pairs(command, BASE, runs)
        milliseconds = f"{timing.command:7.0f} {timing.base:15.1f}"
        print(f"{name:18} {milliseconds} {timing.ratio:6.1f} {timing.cpu:6.1f}")
    with tempfile.TemporaryDirectory() as folder:
        alone = shutil.copy(PLAN, folder)
        against_peer = pairs([PAN_TP, "check", alone], [*PEER, alone], runs)
    print(f"pan-tp check / check-jsonschema, plan.yaml alone: {against_peer.ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
