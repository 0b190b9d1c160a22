"""The exit codes of every command."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code of a command says."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    FAULT_OF_THE_TOOL = 70
