"""The wheel, installed in a fresh virtual environment and run outside the checkout."""

import os
import subprocess
import sys
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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


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


def test_the_wheel_holds_the_plan_schemas_and_templates_and_nothing_of_the_tests(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "pan_tp_cli/data/plan.yaml" in names
    assert "pan_tp_cli/data/indicators.yaml" in names
    schemas = {f"pan_tp_cli/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    assert schemas <= set(names)
    templates = (ROOT / "pan_tp_cli" / "report" / "templates").iterdir()
    assert {f"pan_tp_cli/report/templates/{path.name}" for path in templates} <= set(names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pan_tp_cli"}


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


def test_an_installed_schema_is_that_of_the_checkout(pan_tp: Path, tmp_path: Path) -> None:
    for name in ("plan-1", "check-1"):
        done = run(pan_tp, "schema", name, cwd=tmp_path)
        written = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert (done.stdout, done.stderr) == (written, "")


def fingerprints(report: str) -> list[str]:
    return [line for line in report.splitlines() if '"fingerprint"' in line]
