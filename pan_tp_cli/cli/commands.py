"""Which module holds which command, and which modules a command line needs."""

from collections.abc import Iterable, Sequence
from typing import Final

from pan_tp_cli.cli.language import OPTION

VERSION: Final = "--version"
MODULES: Final = {
    "check": "check",
    "completion": "completion",
    "coverage": "coverage",
    "diff": "diff",
    "recompute": "recompute",
    "report": "report",
    "rules": "rules",
    "rule": "rules",
    "schema": "schema",
    "show": "show",
    "waive": "waive",
}
"""The modules beside this one, by the commands that they register, in the order of the help."""


def needed(arguments: Sequence[str]) -> Iterable[str]:
    """Return the modules to load: that of the command asked for, else all of them.

    Building a command costs as much as reading a plan. All are there for the help of the whole,
    for the suggestion of a wrong usage, and for completion.
    """
    rest = iter(arguments)
    for argument in rest:
        if argument == OPTION:
            next(rest, None)
        elif argument == VERSION:
            return ()
        elif argument in MODULES:
            return (MODULES[argument],)
        elif not argument.startswith(f"{OPTION}="):
            break
    return dict.fromkeys(MODULES.values())
