"""What is released: the sdist, and the wheel made of it, which works outside any checkout."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.projects import DATA, ROOT


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build(target: str, source: Path, folder: Path) -> Path:
    """Return the distribution of a folder of sources, built without the network."""
    done = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=source)
    assert done.returncode == 0, done.stderr
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the sdist unpacks to."""
    sdist = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel made of the sdist, as `python -m build` does."""
    return build("wheel", unpacked, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def pan_tp(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of a fresh environment that holds the wheel.

    What the wheel depends on is lent from the environment of the tests, behind the wheel itself:
    a test does not need the network.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    installed = run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps",
        "--disable-pip-version-check", wheel, cwd=home,
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr
    (site,) = home.glob("[Ll]ib/**/site-packages")
    lent = [path for path in sys.path if path.endswith("site-packages")]
    (site / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    return scripts / "pan-tp"


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_is_the_one_that_the_checkout_makes(wheel: Path, tmp_path: Path) -> None:
    assert contents(wheel) == contents(build("wheel", ROOT, tmp_path))


def test_the_wheel_holds_the_plan_the_templates_and_nothing_of_the_tests(wheel: Path) -> None:
    names = contents(wheel)
    assert "pan_tp_cli/data/plan.yaml" in names
    schemas = {f"pan_tp_cli/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    assert schemas <= set(names)
    assert "pan_tp_cli/data/indicators.yaml" in names
    templates = (ROOT / "pan_tp_cli" / "report" / "templates").iterdir()
    assert {f"pan_tp_cli/report/templates/{path.name}" for path in templates} <= set(names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pan_tp_cli"}


def test_the_sdist_holds_what_git_holds(unpacked: Path) -> None:
    """Of an unpacked sdist the same is asked: what it was made of stands there."""
    listed = run("git", "ls-files", "-z", cwd=ROOT)
    in_checkout = (ROOT / ".git").exists() and listed.returncode == 0
    held = listed.stdout.split("\0")[:-1] if in_checkout else made_of(ROOT)
    assert len(held) > 400
    assert {name for name in held if (ROOT / name).exists()} - files(unpacked) == set()


def made_of(folder: Path) -> list[str]:
    """Return the files of the folders that an sdist has, without what running leaves there."""
    tops = "pan_tp_cli", "tests", "data", "docs", "schemas", "benchmarks", ".ci", ".github"
    return [f"{top}/{name}" for top in tops for name in files(folder / top) if ".pyc" not in name]


def test_the_sdist_holds_nothing_that_git_ignores(unpacked: Path) -> None:
    tops = {path.name for path in unpacked.iterdir()}
    assert tops.isdisjoint({".git", ".venv", "dist", "site", ".cache", ".pytest_cache"})
    assert [name for name in files(unpacked) if name.endswith(".pyc")] == []


def test_the_tests_of_the_sdist_are_those_of_the_checkout(unpacked: Path) -> None:
    """They are collected there; the README says how to run them."""
    found = run(sys.executable, "-m", "pytest", "--collect-only", "-qq", cwd=unpacked)
    assert found.returncode == 0, found.stdout
    modules = {line.partition(":")[0] for line in found.stdout.splitlines() if "::" not in line}
    tests = {f"tests/{name}" for name in files(ROOT / "tests") if Path(name).match("test_*.py")}
    assert tests - modules == set()


def test_an_installed_check_finds_the_embedded_plan(pan_tp: Path, tmp_path: Path) -> None:
    done = run(pan_tp, "check", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    opening = " ".join(done.stdout.partition("Indicateurs")[0].split())
    assert "(livré avec pan-tp" in opening
    assert str(ROOT) not in opening
    assert "2\u202f983\u202f250\u202f000\u00a0FCFA" in done.stdout


def test_an_installed_check_finds_what_the_checkout_finds(pan_tp: Path, tmp_path: Path) -> None:
    embedded = run(pan_tp, "check", "--format", "json", cwd=tmp_path)
    given = run(pan_tp, "check", DATA, "--format", "json", cwd=tmp_path)
    assert fingerprints(embedded.stdout) == fingerprints(given.stdout) != []


def fingerprints(report: str) -> list[str]:
    return [line for line in report.splitlines() if '"fingerprint"' in line]


def test_an_installed_schema_is_that_of_the_checkout(pan_tp: Path, tmp_path: Path) -> None:
    for name in ("plan-1", "check-1"):
        done = run(pan_tp, "schema", name, cwd=tmp_path)
        written = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert (done.stdout, done.stderr) == (written, "")
