"""What makes an input unusable, as distinct from a finding about its content."""

from typing import NamedTuple

from pan_tp_cli.message import Message
from pan_tp_cli.place import Location


class Fault(NamedTuple):
    """One reason why `file` cannot be used; `location` is None where the whole file is meant."""

    file: str
    message: Message
    location: Location | None = None

    @property
    def where(self) -> str:
        """Return ``file:line:column``, or the file alone."""
        return self.location.start if self.location else self.file


def position(fault: Fault) -> tuple[int, int]:
    """Return line and column of a fault, to put faults of a file in order."""
    return (fault.location.line, fault.location.column) if fault.location else (0, 0)


class InputError(Exception):
    """An input that cannot be read or is not valid; it carries every fault found in it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults
