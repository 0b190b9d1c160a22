"""What the tests of paths in git share: one repository that they only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pan_tp_cli.git import objects
from tests.repositories import alone, commit, git, put, repository


@pytest.fixture(autouse=True, scope="module")
def environment() -> Iterator[pytest.MonkeyPatch]:
    yield from alone()


@pytest.fixture(scope="module")
def history(environment: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository whose plan says "un" in v1, "deux" in main and "trois" in the index."""
    folder = tmp_path_factory.mktemp("history")
    files = {
        "data/plan.yaml": "un\n",
        "data/indicators.yaml": "cadre\n",
        "mes données/plan.yaml": "été\r\n",
        "sub/module/a": "",
    }
    repository(folder, files, "v1")
    for name, target in (("in", "data"), ("out", "/dev/null"), ("nowhere", "gone"), ("me", "me")):
        (folder / "links").mkdir(exist_ok=True)
        (folder / "links" / name).symlink_to(f"../{target}" if name == "in" else target)
    commit(folder, {"data/plan.yaml": "deux\n"})
    revision = git(folder, "rev-parse", "HEAD").strip()
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{revision},other")
    git(folder, "commit", "--quiet", "--message", "Autre dépôt")
    put(folder, {"data/plan.yaml": "trois\n"})
    git(folder, "add", "data")
    put(folder, {"data/plan.yaml": "quatre\n"})
    return folder


@pytest.fixture(autouse=True)
def anew() -> None:
    """Ask git anew in each test: a command asks once."""
    objects.look.cache_clear()
