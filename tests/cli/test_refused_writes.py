"""What keeps a file from being written is told in both languages, and nothing is half-written."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from pan_tp_cli import replacing, system_errors
from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang, Text
from tests import killing
from tests.projects import ROOT, plan
from tests.writings import ACCEPT, FRAMEWORK, PLAN, WAIVERS

RECOMPUTE = ("recompute", ".", "--write")
PRUNE = ("waive", "prune", ".", "--write")
EDITS = {"recompute": (RECOMPUTE, "plan.yaml"), "add": (ACCEPT, "derogations.yaml"),
         "prune": (PRUNE, "derogations.yaml")}  # fmt: skip
posix = pytest.mark.skipif(os.name != "posix", reason="needs links and limits of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("plan.yaml", PLAN), ("indicators.yaml", FRAMEWORK), ("derogations.yaml", WAIVERS),
    ):  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def everything(folder: Path) -> dict[str, object]:
    """Return all that a folder holds: what links lead to, what files hold."""
    return {
        path.relative_to(folder).as_posix(): (
            path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
    }


def report_to(name: str) -> tuple[str, ...]:
    return ("check", ".", "--format", f"json={name}")


def told(capture: pytest.CaptureFixture[str], arguments: tuple[str, ...], lang: Lang) -> str:
    """Run a command that must end with 3, and return the last line that it says, plain."""
    assert main.run([*arguments, "--lang", lang.value], lang) == 3
    return capture.readouterr().err.replace("\u00a0", " ").splitlines()[-1]


def plain(text: Text, lang: Lang, **shown: object) -> str:
    return text.get(lang).format(**shown).replace("\u00a0", " ")


def refused(
    capture: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    line: Callable[[Lang], str],
) -> None:
    """Hold that a command refuses, says so in both languages, and leaves all as it was."""
    before = everything(Path.cwd())
    for lang in Lang:
        assert told(capture, arguments, lang) == line(lang)
        assert everything(Path.cwd()) == before


def because(name: str, reason: Text) -> Callable[[Lang], str]:
    """Return the line that says why a file cannot be written."""
    return lambda lang: f"{name}: {plain(replacing.NOT_WRITABLE, lang, reason=plain(reason, lang))}"


LONG = "n" * 300


@posix
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("folder", errno.EISDIR),
        (LONG, errno.ENAMETOOLONG),
        ("plan.yaml/report.json", errno.ENOTDIR),
        ("nowhere/report.json", errno.ENOENT),
        ("dangling", errno.ENOENT),
        ("loop", errno.ELOOP),
        ("loop/report.json", errno.ELOOP),
        ("/dev/full", errno.ENOSPC),
    ],
)
def test_a_place_where_no_file_can_be(
    folder: Path, capfd: pytest.CaptureFixture[str], *, name: str, number: int
) -> None:
    if name.startswith("/dev") and not Path(name).exists():
        pytest.skip("needs the device that is always full")
    (folder / "folder").mkdir()
    (folder / "dangling").symlink_to("nowhere/report.json")
    (folder / "loop").symlink_to("loop")
    refused(capfd, report_to(name), because(name, system_errors.REASONS[number]))


@posix
def test_pictures_where_a_file_is(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, number in (("plan.yaml", errno.EEXIST), ("plan.yaml/in", errno.ENOTDIR)):
        reason = system_errors.REASONS[number]

        def line(lang: Lang, name: str = name, reason: Text = reason) -> str:
            return f"{name}: {plain(replacing.NO_FOLDER, lang, reason=plain(reason, lang))}"

        refused(capfd, ("report", ".", "--figures", name), line)


@pytest.mark.parametrize(("arguments", "name"), EDITS.values(), ids=EDITS)
def test_a_protected_file(
    folder: Path, capfd: pytest.CaptureFixture[str], *, arguments: tuple[str, ...], name: str
) -> None:
    (folder / name).chmod(0o444)
    refused(capfd, arguments, because(name, replacing.PROTECTED))
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o444


def test_a_protected_report(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "r.json").write_text("vu")
    (folder / "r.json").chmod(0o444)
    refused(capfd, report_to("r.json"), because("r.json", replacing.PROTECTED))


@posix
@pytest.mark.parametrize(("arguments", "name"), EDITS.values(), ids=EDITS)
def test_a_file_of_several_names_is_not_edited(
    folder: Path, capfd: pytest.CaptureFixture[str], *, arguments: tuple[str, ...], name: str
) -> None:
    (folder / "copy").hardlink_to(folder / name)
    refused(
        capfd, arguments, lambda lang: f"{name}: {plain(replacing.SEVERAL_NAMES, lang, count=2)}"
    )
    assert (folder / "copy").samefile(folder / name)


@posix
def test_a_report_of_several_names_is_replaced_by_one(folder: Path) -> None:
    (folder / "r.json").write_text("vieux")
    (folder / "kept.json").hardlink_to(folder / "r.json")
    assert main.run(["check", ".", "--format", "json=r.json"], Lang.FR) == 1
    assert (folder / "kept.json").read_text() == "vieux"
    assert (folder / "r.json").read_text(encoding="utf-8").startswith("{")


def test_no_report_replaces_a_plan_by_another_of_its_names(folder: Path) -> None:
    (folder / "copy").hardlink_to(folder / "plan.yaml")
    assert main.run(["check", ".", "--format", "json=copy"], Lang.FR) == 2
    assert (folder / "copy").samefile(folder / "plan.yaml")


@posix
@pytest.mark.parametrize(("arguments", "name"), EDITS.values(), ids=EDITS)
def test_a_link_stays_and_what_it_leads_to_is_edited(
    folder: Path, capfd: pytest.CaptureFixture[str], *, arguments: tuple[str, ...], name: str
) -> None:
    (folder / "there").mkdir()
    (folder / name).rename(folder / "there" / "real.yaml")
    (folder / name).symlink_to("there/real.yaml")
    before = (folder / name).read_bytes()
    assert main.run(list(arguments), Lang.FR) == 0
    assert (folder / name).readlink() == Path("there/real.yaml")
    assert (folder / "there" / "real.yaml").read_bytes() != before
    assert [path.name for path in (folder / "there").iterdir()] == ["real.yaml"]


@posix
def test_a_dangling_link_gets_what_it_leads_to(folder: Path) -> None:
    (folder / "r.json").symlink_to("real.json")
    assert main.run(["check", ".", "--format", "json=r.json"], Lang.FR) == 1
    assert (folder / "r.json").is_symlink()
    assert (folder / "real.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize(("arguments", "name"), EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("change", ["edited", "gone", "made a folder"])
def test_a_file_that_changed_meanwhile(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    arguments: tuple[str, ...],
    name: str,
    change: str,
) -> None:
    real, path = os.fsync, folder / name

    def meanwhile(descriptor: int) -> None:
        real(descriptor)
        path.unlink()
        if change == "edited":
            path.write_text("autre")
        elif change != "gone":
            path.mkdir()

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert told(capfd, arguments, Lang.FR) == f"{name}: {plain(replacing.CHANGED, Lang.FR)}"
    assert not path.is_file() or path.read_text() == "autre"
    assert path.exists() == (change != "gone")
    assert killing.leftovers(folder) == []


def test_waivers_that_another_has_begun_meanwhile(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real, path = os.fsync, folder / "derogations.yaml"
    path.unlink()

    def meanwhile(descriptor: int) -> None:
        real(descriptor)
        path.write_text(WAIVERS, encoding="utf-8")

    monkeypatch.setattr(os, "fsync", meanwhile)
    for lang in Lang:
        path.unlink(missing_ok=True)
        line = f"derogations.yaml: {plain(replacing.APPEARED, lang)}"
        assert told(capfd, ACCEPT, lang) == line
        assert path.read_text(encoding="utf-8") == WAIVERS
        assert killing.leftovers(folder) == []


@pytest.mark.parametrize("step", ["open", "write", "fsync", "close"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_at_any_step(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    step: str,
    number: int,
) -> None:
    """The descriptor of the file is told from that of its folder by what may be written to it."""
    real: Callable[..., int] = getattr(os, step)

    def refuse(first: int, *others: object) -> int:
        is_file = not others or others[0] != os.O_RDONLY
        if step in {"fsync", "close"}:
            is_file = stat.S_ISREG(os.fstat(first).st_mode)
        if not is_file:
            return real(first, *others)
        if step == "close":
            real(first)
        raise OSError(number, "refused")

    for arguments, name in ((report_to("new.json"), "new.json"), EDITS["recompute"], EDITS["add"]):
        with monkeypatch.context() as patched:
            patched.setattr(os, step, refuse)
            refused(capfd, arguments, because(name, system_errors.REASONS[number]))


@posix
@pytest.mark.parametrize("size", [0, 100])
def test_a_limit_of_the_system_on_files(folder: Path, size: int) -> None:
    """No more than so many bytes fit: the system takes the first ones and refuses the others."""
    import resource  # POSIX alone has it

    before = everything(folder)

    def limited() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return main.run(list(RECOMPUTE), Lang.FR)

    assert killing.ended(killing.started(limited)) == 3
    assert everything(folder) == before


@posix
def test_a_file_mounted_where_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def busy(*_given: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(os, "replace", busy)
    refused(capfd, RECOMPUTE, because("plan.yaml", system_errors.REASONS[errno.EBUSY]))


@pytest.mark.parametrize(
    ("windows", "reason"), [(True, replacing.IN_USE), (False, replacing.LOCKED_FOLDER)]
)
def test_a_file_that_a_program_holds_open(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    windows: bool,
    reason: Text,
) -> None:
    """Windows refuses to replace it; elsewhere it is a folder in which others' files stay."""

    def denied(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "denied", str(source), None, str(target))

    monkeypatch.setattr(os, "replace", denied)
    monkeypatch.setattr(replacing, "WINDOWS", windows)
    refused(capfd, RECOMPUTE, because("plan.yaml", reason))


@posix
def test_a_plan_that_the_output_is_appended_to(folder: Path) -> None:
    """The patch goes behind the plan, as was asked for; the plan has then changed."""
    command = [sys.executable, "-m", "pan_tp_cli", *RECOMPUTE]
    with (folder / "plan.yaml").open("ab") as out:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=folder, env=env, stdout=out, check=False)
    assert done.returncode == 3
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    assert text.removeprefix(PLAN).startswith("--- a/plan.yaml\n")
    assert text.count("format: pan-tp/plan-1") == 1
    assert killing.leftovers(folder) == []


@posix
def test_writers_at_once_lose_nothing_of_one_another(folder: Path) -> None:
    """Each waiver is either in the file, or its command has said that it is not."""
    codes = [f"{rank}" for rank in range(1, 9)]
    rows = "".join(
        f"  - {{code: {code}, intitule: A, budget: {{2023: 1, 2024: 2, total: 9}}}}\n"
        for code in codes
    )
    (folder / "plan.yaml").write_text(plan(f"axes:\n{rows}"), encoding="utf-8")
    for start in ("there", "not yet there"):
        path = folder / "derogations.yaml"
        if start != "there":
            path.unlink()
        children = {}
        for code in codes:
            arguments = [each.replace("@1,", f"@{code},") for each in ACCEPT]
            children[code] = killing.started(partial(main.run, arguments, Lang.FR))
        ends = {code: killing.ended(child) for code, child in children.items()}
        text = path.read_text(encoding="utf-8")
        kept = {code for code in codes if f"noeud: {code}\n" in text}
        assert kept == {code for code, end in ends.items() if end == 0} != set()
        assert set(ends.values()) <= {0, 3}
        assert killing.leftovers(folder) == []
