"""The changelog keeps its form, tells of the version, and the version is stated in one place."""

import re
import tomllib

from pan_tp_cli import __version__
from tests.projects import ROOT

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASE = re.compile(r"\[(\d+)\.(\d+)\.(\d+)\] - \d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
"""Of Keep a Changelog 1.1.0, in its order."""

STATED = re.compile(
    r"""(?:pan[-_]tp(?:[-_]cli)?(?:[ =-]|==)|\bversion["']?\s*[:=]\s*["']?)"""
    rf"{re.escape(__version__)}\b"
)
"""A version of this tool: named after it, or as a key."""


def sections() -> list[tuple[str, str]]:
    """Return the heading and the text of each release."""
    parts = re.split(r"^## (.*)$", CHANGELOG, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_it_opens_as_keep_a_changelog_does() -> None:
    assert CHANGELOG.startswith("# Changelog\n")
    assert "https://keepachangelog.com/" in CHANGELOG.partition("\n## ")[0]


def test_releases_are_dated_and_the_newest_comes_first() -> None:
    headings = [heading for heading, _ in sections()]
    assert headings != []
    released = headings[1:] if headings[0] == "[Unreleased]" else headings
    matches = [RELEASE.fullmatch(heading) for heading in released]
    versions = [tuple(map(int, match.groups())) for match in matches if match]
    assert len(versions) == len(released)
    assert versions == sorted(set(versions), reverse=True)


def test_every_line_stands_below_a_kind_of_change() -> None:
    for heading, text in sections():
        before, *parts = re.split(r"^### (.*)\n", text, flags=re.MULTILINE)
        assert before.strip() == "", heading
        assert parts[::2] == [kind for kind in KINDS if kind in parts[::2]], heading
        assert all(part.strip().startswith("- ") for part in parts[1::2]), heading


def test_there_is_a_section_for_the_version() -> None:
    headings = [heading.partition(" ")[0] for heading, _ in sections()]
    assert {f"[{__version__}]", "[Unreleased]"} & set(headings)


def test_the_version_is_stated_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "pan_tp_cli/__init__.py"
    folders = [ROOT / name for name in ("pan_tp_cli", "docs", "schemas", ".github", ".ci", "tests")]
    files = [ROOT / "README.md", ROOT / "pyproject.toml", ROOT / "mkdocs.yml"]
    files += [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    read = {path: path.read_text("utf-8", "replace") for path in files if path.suffix != ".pyc"}
    stated = [
        path.relative_to(ROOT).as_posix() for path, text in read.items() if STATED.search(text)
    ]
    assert stated == []
    assert STATED.search(f"pan-tp {__version__}")
    assert STATED.search(f'"version": "{__version__}"')
