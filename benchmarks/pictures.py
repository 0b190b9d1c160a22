"""The pictures that the README and the site show, made of what the tool writes about its own plan.

    python -m benchmarks.pictures

writes ``docs/assets/check.svg``, a terminal (by rich), and ``docs/assets/report.png``, the first
screen of a report (by the Chromium of the system), from the top folder of a checkout.
"""

import io
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from benchmarks.startup import PAN_TP

HERE: Final = Path(__file__).parent.parent
ASSETS: Final = HERE / "docs" / "assets"
COLUMNS: Final = 100
SHOWN: Final = ("data/plan.yaml (", "[budget.somme-annees]", "[indicateur.total]",
    "[croisement.livrable-avant-financement]", "Bilan")  # fmt: skip
"""Of the report, the first paragraph with each of these words."""
THEME: Final = TerminalTheme(
    (251, 250, 247),
    (31, 36, 38),
    [(31, 36, 38), (176, 48, 30), (34, 99, 60), (125, 83, 0), (53, 87, 127), (112, 62, 120),
     (28, 90, 94), (89, 96, 100)],
)  # fmt: skip
"""Colours with a contrast of 4.5 or more on their ground, as on the pages of reports."""
FONT_FACES: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
WIDTH, HEIGHT = 1280, 960


def terminal() -> str:
    """Return a picture of `pan-tp check`: what it checks, some findings, and its summary."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS)}
    done = subprocess.run(
        [PAN_TP, "check"], cwd=HERE, env=environment, capture_output=True, text=True, check=False
    )
    paragraphs = done.stdout.rstrip("\n").split("\n\n")
    shown = [next(each for each in paragraphs if word in each) for word in SHOWN]
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text("$ pan-tp check", style="bold"))
    console.print(Text.from_ansi("\n\n".join(shown)), soft_wrap=True)
    drawn = console.export_svg(title="pan-tp", theme=THEME, unique_id="check")
    return FONT_FACES.sub("", drawn)  # nothing is fetched from elsewhere


def screen(file: Path) -> None:
    """Write the first screen of a report to a file."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright  # with Chromium alone

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        subprocess.run([PAN_TP, "report", "-o", str(page_file)], cwd=HERE, check=True)
        flags = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(page_file.as_uri())
        page.screenshot(path=file)
        browser.close()


def main() -> None:
    """Write both pictures."""
    (ASSETS / "check.svg").write_text(terminal(), encoding="utf-8")
    screen(ASSETS / "report.png")


if __name__ == "__main__":
    main()
