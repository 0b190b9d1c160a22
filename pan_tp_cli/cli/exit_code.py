"""The exit codes of every command."""

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code of a command says."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    FAULT_OF_THE_TOOL = 70
    INTERRUPTED = 130


def gravest(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the code of several runs: what is unusable outweighs findings, and these nothing."""
    return max(codes, default=ExitCode.CLEAN)
