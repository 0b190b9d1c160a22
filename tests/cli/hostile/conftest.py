"""What the tests of hostile plans share: one repository that they only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pan_tp_cli.git import objects
from tests.cli.hostile.plans import NAME, REVISION, framework, plan, waivers
from tests.cli.hostile.running import Run
from tests.repositories import alone, commit, git, repository


@pytest.fixture(autouse=True, scope="module")
def environment() -> Iterator[pytest.MonkeyPatch]:
    yield from alone()


@pytest.fixture(scope="module")
def shared(environment: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository, with a plan of two versions in a folder of a hostile name."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {"plan.yaml": plan(1), "indicators.yaml": framework(), "derogations.yaml": waivers()}
    both = {f"{at}/{name}": text for at in ("data", NAME) for name, text in files.items()}
    repository(folder, both, REVISION)
    commit(folder, {f"{at}/plan.yaml": plan() for at in ("data", NAME)})
    git(folder, "branch", "b;$(touch${IFS}trap)")
    return folder


@pytest.fixture
def here(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(shared)
    objects.look.cache_clear()
    yield shared
    assert not (shared / "trap").exists()


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    return Run(capfdbinary)
