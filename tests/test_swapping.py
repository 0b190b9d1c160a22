import fcntl
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pan_tp_cli import swapping
from tests.projects import ROOT

LEFT = ".pan-tp.0123456789abcdef.tmp"


def nothing() -> None:
    """Check nothing."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    others = [".pan-tp.0123.tmp", ".plan.yaml.tmp", f"a{LEFT}", f"{LEFT}.yaml"]
    for name in (LEFT, *others):
        (tmp_path / name).touch()
    swapping.swap(tmp_path / "plan.yaml", b"new", nothing)
    assert names(tmp_path) == sorted([*others, "plan.yaml"])


def test_a_planted_link_is_removed_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("keep")
    (tmp_path / LEFT).symlink_to("precious")
    swapping.swap(tmp_path / "plan.yaml", b"new", nothing)
    assert (names(tmp_path), (tmp_path / "precious").read_text()) == (
        ["plan.yaml", "precious"],
        "keep",
    )


def test_a_name_that_is_taken_is_never_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Be it guessed: neither a file nor what a link leads to is touched, or removed."""
    monkeypatch.setattr(os, "urandom", lambda _size: bytes.fromhex("0123456789abcdef"))
    monkeypatch.setattr(swapping, "_locked", lambda _descriptor: False)
    (tmp_path / "precious").write_text("keep")
    (tmp_path / LEFT).symlink_to("precious")
    with pytest.raises(FileExistsError):
        swapping.swap(tmp_path / "plan.yaml", b"new", nothing)
    assert (tmp_path / LEFT).read_text() == "keep"
    assert names(tmp_path) == sorted([LEFT, "precious"])


def during(monkeypatch: pytest.MonkeyPatch, look: Callable[[], None]) -> None:
    """Have something looked at once a file is written, before it is renamed."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            look()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_file_in_the_making_is_its_writers_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other programs may not read it before it is complete, where the old one is closed."""
    target, seen = tmp_path / "plan.yaml", []
    target.touch()
    target.chmod(0o600)

    def look() -> None:
        (beside,) = [path for path in tmp_path.iterdir() if path != target]
        seen.append(stat.S_IMODE(beside.stat().st_mode))

    during(monkeypatch, look)
    swapping.swap(target, b"new", nothing)
    assert seen == [0o600]


LOCKING = """\
import fcntl, os, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
try:
    fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    sys.exit(7)
"""


def test_the_folder_is_held_from_before_a_file_is_written_until_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = []

    def look() -> None:
        done = subprocess.run([sys.executable, "-c", LOCKING, str(tmp_path)], check=False)
        codes.append(done.returncode)

    during(monkeypatch, look)
    swapping.swap(tmp_path / "plan.yaml", b"new", look)
    look()
    assert codes == [7, 7, 0]


def test_a_folder_held_by_another_is_waited_for_and_then_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies there may be in the making by then, and stays."""
    waits: list[float] = []
    monkeypatch.setattr(swapping, "sleep", waits.append)
    (tmp_path / LEFT).touch()
    holder = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        swapping.swap(tmp_path / "plan.yaml", b"new", nothing)
    finally:
        os.close(holder)
    assert (len(waits), names(tmp_path)) == (len(swapping.WAITS), [LEFT, "plan.yaml"])


@pytest.mark.parametrize("refused", ["open", "flock"])
def test_a_system_that_holds_no_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    real = os.open

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if refused == "open" and path == tmp_path:
            raise PermissionError(13, "denied")
        return real(path, flags, mode)

    def flock(_descriptor: int, _how: int) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(fcntl, "flock", flock)
    (tmp_path / LEFT).touch()
    swapping.swap(tmp_path / "plan.yaml", b"new", nothing)
    assert names(tmp_path) == [LEFT, "plan.yaml"]


def test_the_folder_is_synced_after_the_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, target = [], tmp_path / "plan.yaml"
    monkeypatch.setattr(
        os,
        "fsync",
        lambda descriptor: synced.append(
            (stat.S_ISDIR(os.fstat(descriptor).st_mode), target.exists())
        ),
    )
    swapping.swap(target, b"new", nothing)
    assert synced == [(False, False), (True, True)]


def test_data_that_the_system_takes_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    swapping.swap(tmp_path / "plan.yaml", b"1234567", nothing)
    assert (tmp_path / "plan.yaml").read_bytes() == b"1234567"


@pytest.mark.parametrize("length", [255, 229])
def test_a_name_as_long_as_names_may_be(tmp_path: Path, length: int) -> None:
    target = tmp_path / ("n" * length)
    for data in (b"1", b"2"):
        swapping.swap(target, data, nothing)
        assert target.read_bytes() == data


def test_a_check_that_refuses_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("old")

    def refuse() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        swapping.swap(tmp_path / "plan.yaml", b"new", refuse)
    assert (names(tmp_path), (tmp_path / "plan.yaml").read_text()) == (["plan.yaml"], "old")


def test_what_goes_to_the_file_of_standard_output_is_not_lost(tmp_path: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("needs /dev/stdout")
    command = [
        sys.executable, "-m", "pan_tp_cli", "check",
        "--format", "json=/dev/stdout", "--format", "concise",
    ]  # fmt: skip
    with (tmp_path / "all").open("wb") as out:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=tmp_path, env=env, stdout=out, check=False)
    text = (tmp_path / "all").read_text(encoding="utf-8")
    document, end, lines = text.partition("\n}\n")
    assert json.loads(document + end)["schema"] == "pan-tp/check-1"
    assert "[budget." in lines
