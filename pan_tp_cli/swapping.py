"""Putting data in a file's place: written beside it, synced, renamed over it."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Final

if os.name == "posix":
    import fcntl

is_temporary: Final = re.compile(r"\.pan-tp\.[0-9a-f]{16}\.tmp").fullmatch
"""Tells the name of a file that is being written, or was when its writer was killed."""

WAITS: Final = (0.0, *(0.01,) * 100)
"""Seconds between looks at a folder that another writer holds: far longer than writing takes."""
NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
"""How a file is made that must be nobody else's: one that is there, or a link, is refused."""
BINARY: Final = getattr(os, "O_BINARY", 0)
"""Without it Windows would write other line ends than it is given."""


def swap(target: Path, data: bytes, check: Callable[[], None]) -> None:
    """Replace a file by data, or make it; at every moment it is the old or the new one, whole.

    `check` may raise right before the old one goes. Permissions stay, and owners where possible.
    Raises OSError; whatever is raised, nothing is left beside. What a killed writer left is
    removed by the next one.
    """
    with _held(target.parent):
        beside = target.with_name(f".pan-tp.{os.urandom(8).hex()}.tmp")
        # what replaces a file is nobody else's to read until it is as closed as that file is
        descriptor = os.open(beside, NEW | BINARY, 0o600 if target.exists() else 0o666)
        try:
            try:
                fill(descriptor, data)
                if target.exists():
                    _dress(descriptor, beside, target)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            check()
            beside.replace(target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder against other writers, clear it of what killed ones left; sync it at the end.

    Two things need it: a change of another writer must not fall between the last look at a file
    and its replacement, and nobody's file in the making may be taken for a leftover. Where the
    system holds no folders (Windows, some network disks) neither is given.
    """
    descriptor = _opened(folder)
    if descriptor is None:
        yield
        return
    try:
        if _locked(descriptor):
            _clear(folder)
        yield
        with suppress(OSError):  # some file systems cannot; the file itself is on the disk
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY) if os.name == "posix" else None
    except OSError:  # one may write into folders that one may not list
        return None


def _locked(descriptor: int) -> bool:
    """Lock a folder for as long as it is open; False where that cannot be had.

    It is not waited for without end: whoever runs pan-tp may hold the same lock (`flock DIR`).
    """
    for wait in WAITS:
        sleep(wait)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        except OSError:
            return False
        return True
    return False


def _clear(folder: Path) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for left in [entry.path for entry in entries if is_temporary(entry.name)]:
            with suppress(OSError):
                Path(left).unlink()


def fill(descriptor: int, data: bytes) -> None:
    """Write all of the data: the system may take it in parts."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _dress(descriptor: int, beside: Path, target: Path) -> None:
    """Give a new file the owners, permissions and attributes of the one that it replaces."""
    status = target.stat()
    if hasattr(os, "fchown"):
        for owners in ((status.st_uid, status.st_gid), (-1, status.st_gid)):
            with suppress(OSError):  # only root may give files away
                os.fchown(descriptor, *owners)
                break
    if hasattr(os, "listxattr"):  # access lists are attributes too
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    by = descriptor if os.chmod in os.supports_fd else beside
    os.chmod(by, status.st_mode & 0o7777)  # noqa: PTH101 - Path knows no descriptors
