"""The page for a meeting in a real browser: it sifts, leads, prints, and asks for nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, sync_playwright

from pan_tp_cli.report import briefing_html
from pan_tp_cli.text import Lang
from tests.projects import DATA, plan
from tests.report.briefings import briefing

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM: Final = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAPER: Final = ViewportSize(width=680, height=1000)
"""A4 between margins of 15 mm, in the pixels of a style sheet."""
DESK: Final = ViewportSize(width=1280, height=900)
HOSTILE: Final = plan(
    """\
    sigle: "<script>alert(0)</script>"
    axes:
      - {code: 1, intitule: "<script>alert(1)</script>", budget: {2023: 1, 2024: 2, total: 9}}
      - code: 2
        intitule: '"><img src=x onerror=alert(2)>'
        budget: {2023: 1, 2024: 2, total: 4}
    """
)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the embedded plan."""
    folder = tmp_path_factory.mktemp("embedded")
    texts = [(DATA / name).read_text(encoding="utf-8") for name in ("plan.yaml", "indicators.yaml")]
    return written(folder, *texts)


def written(folder: Path, text: str, indicators: str = "") -> Path:
    """Write the page of a plan."""
    page = folder / "page.html"
    given = briefing(folder, text, indicators)
    page.write_text(briefing_html.render(given, Lang.FR), encoding="utf-8")
    return page


class Visit:
    """A page that is open, all that its console said, and all that it asked for besides itself."""

    def __init__(self, browser: Browser, file: Path, size: ViewportSize, scripts: bool) -> None:
        self.context = browser.new_context(viewport=size, java_script_enabled=scripts)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.route("**/*", self._answer)
        self.own = file.as_uri()
        self.page.goto(self.own)

    def _answer(self, route: Route) -> None:
        if route.request.url == self.own:
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()


@pytest.fixture
def visits(browser: Browser) -> Iterator["Visits"]:
    opened = Visits(browser)
    yield opened
    for visit in opened.all:
        visit.context.close()
        assert visit.said == []
        assert visit.asked == []


class Visits:
    """Opens pages; at the end of a test none of them may have said or asked for anything."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.all: list[Visit] = []

    def open(self, file: Path, size: ViewportSize = DESK, scripts: bool = True) -> Page:
        self.all.append(Visit(self.browser, file, size, scripts))
        return self.all[-1].page


def shown(page: Page, selector: str = "#found > li") -> int:
    """Return how many of some elements can be seen."""
    return page.locator(selector).filter(visible=True).count()


def told(page: Page) -> str:
    return page.locator("#shown").inner_text()


def test_all_findings_are_shown_at_first(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    assert shown(page) == 42
    assert told(page) == "42 constats sur 42"


def test_findings_are_sifted_by_severity(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    page.get_by_label("avertissements").uncheck()
    page.get_by_label("infos").uncheck()
    assert shown(page) == shown(page, '[data-severity="error"]') == 8
    assert told(page) == "8 constats sur 42"


def test_findings_are_sifted_by_axis_and_rule(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    page.locator("#axis").select_option("1")
    of_axis = shown(page)
    assert 0 < of_axis < 42
    assert of_axis == page.locator('#found > li[data-axis="1"]').count()
    page.locator("#rule").select_option("budget.somme-annees")
    assert shown(page) == 6
    page.locator("#axis").select_option("2")
    assert shown(page) == 0
    assert told(page) == "0 constats sur 42"


def test_findings_are_searched_without_regard_to_accents_and_case(
    visits: Visits, file: Path
) -> None:
    page = visits.open(file)
    page.locator("#sought").fill("JOURNEE mondiale")
    assert shown(page) == 2
    page.locator("#sought").fill("journée 6dee0dbe271f")
    assert shown(page) == 1
    assert "1.1.1-02" in page.locator("#found > li:visible").inner_text()
    page.get_by_role("button", name="Tout montrer").click()
    page.wait_for_function("document.querySelectorAll('#found > li:not([hidden])').length === 42")
    assert told(page) == "42 constats sur 42"


def test_every_link_leads_to_something_that_can_be_seen(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert len(set(links)) > 60
    for link in set(links):
        page.evaluate("link => { location.hash = link }", link)
        page.wait_for_function(
            "link => document.querySelector(':target')?.id === link.slice(1)", arg=link
        )
        assert page.locator(":target").is_visible(), link


def test_a_link_unfolds_the_axis_of_its_row(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    folded = page.locator("details.axis:not([open])")
    row = folded.last.locator("tbody tr").last.get_attribute("id")
    assert not page.locator(f"#{row}").is_visible()
    page.evaluate("row => { location.hash = row }", row)
    page.wait_for_function("row => document.getElementById(row).checkVisibility()", arg=row)


def test_a_link_to_a_finding_that_is_sifted_out_shows_it(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    page.get_by_label("erreurs").uncheck()
    target = page.locator('#found > li[data-severity="error"]').first
    assert not target.is_visible()
    page.evaluate("id => { location.hash = id }", target.get_attribute("id"))
    page.wait_for_function("document.querySelectorAll('#found > li:not([hidden])').length === 42")
    assert target.is_visible()


def test_without_scripts_the_page_is_whole(visits: Visits, file: Path) -> None:
    page = visits.open(file, scripts=False)
    assert shown(page) == 42
    assert shown(page, "#sieve") == 0
    assert shown(page, "svg") == 3
    page.locator("details.axis:not([open]) > summary").first.click()
    assert shown(page, "details.axis[open]") == 2


@pytest.mark.parametrize("width", [320, 400, 800, 1280])
def test_nothing_sticks_out_of_a_screen(visits: Visits, file: Path, width: int) -> None:
    page = visits.open(file, ViewportSize(width=width, height=800))
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_cuts_no_table_and_folds_nothing(visits: Visits, file: Path) -> None:
    """Between the margins of A4, where nothing can be scrolled."""
    page = visits.open(file, PAPER, scripts=False)
    page.emulate_media(media="print")
    right = "all => Math.max(...all.map(e => e.getBoundingClientRect().right))"
    assert page.eval_on_selector_all("table", right) <= PAPER["width"]
    # a word for readers of screens, hidden in a last cell, is one pixel wide
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"] + 1
    assert shown(page, "details.axis tbody tr") == page.locator("details.axis tbody tr").count()
    assert shown(page, "#sieve, nav, .skip") == 0


def test_a_page_prints_to_many_sheets(visits: Visits, file: Path) -> None:
    sheets = visits.open(file).pdf(prefer_css_page_size=True)
    assert sheets.startswith(b"%PDF")
    assert 12 < sheets.count(b"/Type /Page\n") < 40


def test_a_keyboard_finds_the_way_past_the_head(visits: Visits, file: Path) -> None:
    page = visits.open(file)
    page.keyboard.press("Tab")
    link = page.locator("a.skip")
    assert link.evaluate("link => link === document.activeElement")
    assert link.evaluate("link => link.getBoundingClientRect().left") >= 0
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#contents"


def test_no_word_of_a_plan_runs_or_loads(visits: Visits, tmp_path: Path) -> None:
    page = visits.open(written(tmp_path, HOSTILE))
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    body = page.locator("body").inner_text()
    assert "<script>alert(1)</script>" in body
    assert '"><img src=x onerror=alert(2)>' in body


@pytest.mark.parametrize("media", ["screen", "print"])
def test_very_long_words_stick_out_of_nothing(
    visits: Visits, tmp_path: Path, media: Literal["screen", "print"]
) -> None:
    text = HOSTILE.replace("img src", "img " + "sans-fin" * 100 + "x" * 900)
    text = text.replace("sigle:", f"titre: {'y' * 900}\nsigle:")
    page = visits.open(written(tmp_path, text), ViewportSize(width=680, height=800))
    page.emulate_media(media=media)
    assert page.evaluate("document.documentElement.scrollWidth") <= 681


def test_a_script_of_another_would_not_run(visits: Visits, tmp_path: Path) -> None:
    """What the policy is for, should escaping ever fail; the browser then says so."""
    file = written(tmp_path, HOSTILE)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<h1", "<script>alert(3)</script><h1", 1), encoding="utf-8")
    visits.open(file)
    (said,) = visits.all[-1].said
    assert "Content Security Policy" in said
    visits.all[-1].said.clear()
