"""What is kept until the process ends: taking apart a large plan takes a twentieth of its check.

The process ends at once when all is written (`start`), and the system takes its memory back whole.
"""

from typing import TypeVar

T = TypeVar("T")

_kept: list[object] = []


def keep(value: T) -> T:
    """Keep a value, the last one alone, and return it."""
    _kept[:] = [value]
    return value
