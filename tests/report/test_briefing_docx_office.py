"""The review note opened by LibreOffice and printed: what a reader of Word has in hand."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Conventions
from pan_tp_cli.report import briefing_docx
from pan_tp_cli.text import Lang
from tests.projects import DATA, TODAY
from tests.report.notes import WIDE, briefed, briefing_of, plain

PROGRAMS = ("soffice", "pdftotext")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, PROGRAMS)),
    reason="LibreOffice and poppler are not installed: apt-get install libreoffice-writer "
    "poppler-utils",
)
LEAF = "2024: 20 000 000, 2025: 10 000 000, 2026: 20 000 000, 2027: 10 000 000"


class Printed(NamedTuple):
    """A briefing, and the text of each page of it on paper."""

    briefing: Briefing
    pages: list[str]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.pages).split())


def faulty(folder: Path) -> Briefing:
    """Return the briefing of the embedded plan with three more faults."""
    text = (DATA / "plan.yaml").read_text(encoding="utf-8")
    for right, wrong in (
        ("2024: 743 900 000", "2024: 734 900 000"),
        (LEAF, LEAF.replace("2025: 10 000 000", "2025: 100 000 000")),
        ("part: 36%", "part: 63%"),
    ):
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    indicators = (DATA / "indicators.yaml").read_text(encoding="utf-8")
    return briefing_of(folder, text, indicators)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Print all notes at once: it is the start of LibreOffice that takes time."""
    folder = tmp_path_factory.mktemp("office")
    for name in ("three", "wide"):
        (folder / name).mkdir()
    embedded = briefed(app.check(DATA, None, rules.identifiers(), Conventions(TODAY)))
    given = {
        "embedded.fr": embedded,
        "embedded.en": embedded,
        "three.fr": faulty(folder / "three"),
        "wide.en": briefing_of(folder / "wide", WIDE),
    }
    for name, briefing in given.items():
        written = briefing_docx.render(briefing, Lang(name[-2:]))
        (folder / f"{name}.docx").write_bytes(written)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run("soffice", profile, *to_pdf, *(str(folder / f"{name}.docx") for name in given))
    return {
        name: Printed(briefing, _pages(folder / f"{name}.pdf")) for name, briefing in given.items()
    }


def _pages(file: Path) -> list[str]:
    text = plain(_run("pdftotext", "-enc", "UTF-8", str(file), "-"))
    return text.removesuffix("\f").split("\f")


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("embedded.fr", "À ne pas signer en l'état : 8 erreurs à corriger"),
        ("embedded.en", "Not to be signed as it is: 8 errors to correct"),
        ("three.fr", "À ne pas signer en l'état : 11 erreurs à corriger"),
        ("wide.en", "Not to be signed"),
    ],
)
def test_the_verdict_is_on_the_first_page(
    printed: dict[str, Printed], name: str, verdict: str
) -> None:
    assert verdict in " ".join(printed[name].pages[0].split())


@pytest.mark.parametrize("name", ["embedded.fr", "embedded.en", "three.fr"])
def test_every_finding_is_on_paper(printed: dict[str, Printed], name: str) -> None:
    text = printed[name].text
    found = [each.finding for each in printed[name].briefing.report.findings]
    nodes = {each.node for each in found if not each.node.startswith("recap:")}
    assert len(nodes) > 20
    for node in nodes:
        assert re.search(rf"(?<![\w.-]){re.escape(node)}(?![\w.-])", text, re.IGNORECASE), node


@pytest.mark.parametrize(("name", "word"), [("three.fr", "Décision"), ("embedded.en", "Decision")])
def test_heads_are_repeated_on_every_page_of_findings(
    printed: dict[str, Printed], name: str, word: str
) -> None:
    rule = re.compile(r"\b[a-z]+\.[a-z]+-[a-z-]+")
    pages = [page for page in printed[name].pages if rule.search(page)]
    assert len(pages) > 3
    assert all(re.search(rf"^{word}$", page, re.MULTILINE) for page in pages)


@pytest.mark.parametrize("name", ["embedded.fr", "wide.en"])
def test_pages_are_numbered(printed: dict[str, Printed], name: str) -> None:
    pages = printed[name].pages
    of = {"fr": "sur", "en": "of"}[name[-2:]]
    for number, page in enumerate(pages, 1):
        assert f"page {number} {of} {len(pages)}" in " ".join(page.split())


def _font() -> str:
    """Return the font that stands for Calibri here."""
    command = shutil.which("fc-match")
    return _run(command, "Calibri") if command else ""


@pytest.mark.skipif(
    not re.search("Carlito|Calibri", _font()),
    reason="no font is as wide as Calibri: apt-get install fonts-crosextra-carlito",
)
def test_amounts_are_on_one_line_however_many_years_there_are(printed: dict[str, Printed]) -> None:
    assert printed["wide.en"].text.count("2,500,000,000") >= 10
    assert printed["wide.en"].text.count("25,000,000,000") >= 1
