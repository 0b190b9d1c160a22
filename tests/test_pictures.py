"""The pictures that the README and the site show are of what the tool does."""

import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.report import check_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT

ASSETS = ROOT / "docs" / "assets"
MOST_BYTES = 300_000


def squeezed(text: str) -> str:
    """Return a text without its spaces, of which a drawing leaves out those in colour."""
    return "".join(text.split())


def lines(picture: Path) -> list[str]:
    """Return the lines of text of a drawing, from the top; pieces of a line are side by side."""
    by_height = defaultdict[float, list[tuple[float, str]]](list)
    for text in ET.parse(picture).getroot().iter("{http://www.w3.org/2000/svg}text"):
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        by_height[y].append((x, text.text or ""))
    found = ("".join(piece for _, piece in sorted(by_height[y])) for y in sorted(by_height))
    return [squeezed(line) for line in found if squeezed(line)]


def test_the_terminal_shows_what_a_check_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    checked = app.check(None, None, rules.identifiers())
    written = set(map(squeezed, check_text.render(checked, Style(Lang.FR)).splitlines()))
    shown = lines(ASSETS / "check.svg")
    assert set(shown[:2]) == {"pan-tp", "$pan-tpcheck"}
    assert len(shown) > 20
    assert [line for line in shown[2:] if line not in written] == []


def test_pictures_are_small_and_fetch_nothing() -> None:
    pictures = [ASSETS / name for name in ("check.svg", "report.png")]
    assert all(picture.stat().st_size < MOST_BYTES for picture in pictures)
    drawn = pictures[0].read_text(encoding="utf-8")
    assert not any(
        word in drawn for word in ("@font-face", "@import", "url(http", "href", "<script")
    )
