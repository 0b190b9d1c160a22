"""The pages of docs/ make a site that is whole, and that loads nothing from elsewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.projects import ROOT

DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
INDEX = DECISIONS / "index.md"
OPENING = """# Decisions

What was decided, in which circumstances, and what came of it; half a page each.

"""
REMOTE = re.compile(
    r"""<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=["']?(?:https?:)?//|url\(["']?(?:https?:)?//"""
)
"""What a browser fetches by itself from elsewhere: links that a reader follows are none of it."""


def entries(nav: object) -> list[str]:
    """Return the files that a navigation names, in order."""
    if isinstance(nav, dict):
        return [file for part in nav.values() for file in entries(part)]
    return [file for part in nav for file in entries(part)] if isinstance(nav, list) else [str(nav)]


def titles() -> list[str]:
    """Return a line for each decision, as the index should have it."""
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    heads = [
        page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for page in pages
    ]
    return [f"- [{head}]({page.name})\n" for head, page in zip(heads, pages, strict=True)]


def test_the_index_lists_every_decision_by_its_title(request: pytest.FixtureRequest) -> None:
    expected = OPENING + "".join(titles())
    if request.config.getoption("--regenerate"):
        INDEX.write_text(expected, encoding="utf-8")
    assert INDEX.read_text(encoding="utf-8") == expected


def test_no_number_is_taken_twice() -> None:
    numbers = [page.name[:4] for page in DECISIONS.glob("[0-9]*.md")]
    assert sorted(set(numbers)) == sorted(numbers) != []


def test_the_navigation_names_every_page() -> None:
    nav = YAML(typ="safe").load(ROOT / "mkdocs.yml")["nav"]
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    listed = {path.relative_to(DOCS).as_posix() for path in DECISIONS.glob("[0-9]*.md")}
    assert sorted(entries(nav)) == sorted(pages - listed)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(DOCS, folder / "docs")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_every_page_is_built_and_every_link_in_docs_leads_somewhere(site: Path) -> None:
    """Links, with the headings that they name, are looked at by the build itself."""
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    built = {path.relative_to(site) for path in site.rglob("*.html")}
    assert pages - built == set()


def test_a_page_loads_nothing_from_elsewhere(site: Path) -> None:
    loaded = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    assert len(loaded) > len(list(DOCS.rglob("*.md")))
    assert [path for path in loaded if REMOTE.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "line",
    [
        '<script src="https://example.org/x.js">',
        "<link rel=stylesheet href=//example.org/x.css>",
        "@font-face{src:url(https://example.org/x.woff2)}",
    ],
)
def test_what_would_be_loaded_from_elsewhere_is_seen(line: str) -> None:
    assert REMOTE.search(line)
