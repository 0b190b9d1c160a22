"""The page of a comparison: one file, well formed, that a person with any means can read."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.report import diff_html, html_page
from pan_tp_cli.report.diff_page import page as diff_page
from pan_tp_cli.report.diff_page.labels import labels
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT, plan
from tests.report.pages import LOADING, Page
from tests.report.test_golden import LANGS
from tests.report.versions import SMALL, compared_texts
from tests.report.versions import compared as comparison

STYLE = ROOT / "pan_tp_cli" / "report" / "templates" / "style.css.jinja"
HOSTILE = r"<script>alert(\"1\")</script> & \" {{ 7 }} %s"
PLAIN = plan("axes:\n- {code: 1, intitule: Axe, budget: {2023: 1, 2024: ~}}\n")


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Compared:
    monkeypatch.chdir(ROOT)
    return comparison(SMALL / "before", SMALL / "after")


def page(compared: Compared, lang: Lang) -> tuple[str, Page]:
    text = diff_html.render(compared, Style(lang))
    return text, Page(text)


@LANGS
def test_a_page_is_whole_and_needs_nothing_else(compared: Compared, lang: Lang) -> None:
    text, shown = page(compared, lang)
    assert shown.lang == lang.value
    assert text.startswith("<!DOCTYPE html>")
    assert not LOADING.search(text)
    assert len(set(shown.ids)) == len(shown.ids)
    targets = {f"#{each}" for each in shown.ids}
    assert set(shown.links) <= targets | {"data:,"}


@LANGS
def test_headings_are_in_order(compared: Compared, lang: Lang) -> None:
    _, shown = page(compared, lang)
    levels = [level for level, _ in shown.headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in shown.headings)


@LANGS
def test_every_table_has_a_caption_heads_and_whole_rows(compared: Compared, lang: Lang) -> None:
    _, shown = page(compared, lang)
    assert len(shown.tables) > 10
    for table in shown.tables:
        assert table.caption.strip()
        assert table.scopes[0] == "col"
        assert {"row", "rowgroup"} & set(table.scopes)
        assert set(table.scopes) <= {"col", "row", "rowgroup"}
        assert table.rows[0] == max(table.rows)


@LANGS
def test_every_part_of_a_page_is_there(compared: Compared, lang: Lang) -> None:
    text, _ = page(compared, lang)
    words = labels(lang)
    named = ("changes", "money", "transfers", "left_behind", "findings", "versions", "born_waived")
    assert all(str(words[name]) in text.replace("&#39;", "'") for name in named)
    assert "&lt;U+" not in text


def test_the_page_is_in_one_language(compared: Compared) -> None:
    fr, en = labels(Lang.FR), labels(Lang.EN)
    _, shown = page(compared, Lang.EN)
    for name, word in fr.items():
        if isinstance(word, str) and len(word) > 6 and word != en[name]:
            assert word not in shown.text, name


def test_words_that_differ_are_marked(compared: Compared) -> None:
    _, shown = page(compared, Lang.FR)
    assert {"12", "de la traite", "MJDH"} <= set(shown.marked["del"])
    assert {"16", "et écouter", "2.1-03"} <= set(shown.marked["ins"])


def test_an_amount_in_words_may_be_broken_and_one_in_figures_may_not(tmp_path: Path) -> None:
    """Words on one line push the other columns out of the page."""
    announced = "total_general: {{chiffres: {}, lettres: {}}}\n"
    before, after = (PLAIN + announced.format(*each) for each in ((1, "un"), (21, "vingt et un")))
    text, _ = page(compared_texts(tmp_path, before, after), Lang.FR)
    assert '<td class="words">vingt et un</td>' in text
    assert '<td class="num">21</td>' in text
    style = STYLE.read_text(encoding="utf-8")
    (words,) = re.findall(r"^td\.words {(.*)}$", style, re.MULTILINE)
    assert "nowrap" not in words


def test_the_first_words_are_the_verdict(compared: Compared) -> None:
    _, shown = page(compared, Lang.FR)
    start = shown.text[: shown.text.index("Versions comparées")]
    for said in (
        "10 ruptures",
        "63\u202f000\u202f000\u00a0FCFA",
        "12 n'ont pas suivi",
        "3 nouveaux",
    ):
        assert said in start


@pytest.mark.parametrize("lang", list(Lang))
def test_what_a_plan_says_is_text_and_never_markup(tmp_path: Path, lang: Lang) -> None:
    row = 'axes:\n- {{code: 1, intitule: "{}", budget: {{2023: 1, 2024: {}}}}}\n'
    before, after = plan(row.format(HOSTILE, 2)), plan(row.format(f"{HOSTILE} 5", 3))
    text, shown = page(compared_texts(tmp_path / '<i>"&', before, after), lang)
    assert "<script" not in text
    assert "<i>" not in text
    assert '<script>alert("1")</script> & " {{ 7 }} %s 5' in shown.text
    assert '<i>"&/before/plan.yaml' in shown.text


def test_what_must_not_be_on_a_page_is_named_instead(compared: Compared) -> None:
    """The reader of plans refuses such characters; a file's name or a waiver's may have them."""
    given = diff_page.page(compared, Lang.FR)
    assert given is not None
    name = 'a\x00\x1b[31m\u202e\ud800<b>"\n\tb'
    version = given.after._replace(title=name, files=())
    text = html_page.fill(
        diff_html.TEMPLATE, Lang.FR, page=given._replace(after=version), words=labels(Lang.FR)
    )
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)
    assert 'a<U+0000><U+001B>[31m<U+202E><U+D800><b>" b' in Page(text).text


def test_where_nothing_changed_the_page_says_so_and_no_more(tmp_path: Path) -> None:
    text, shown = page(compared_texts(tmp_path, PLAIN, PLAIN), Lang.EN)
    assert shown.headings[0] == (1, "No change")
    assert "Both versions say the same." in shown.text
    assert 'id="changes"' not in text
    assert 'id="versions"' in text


def test_nothing_is_shown_where_a_version_cannot_be_used(tmp_path: Path) -> None:
    assert diff_html.render(compared_texts(tmp_path, PLAIN, "a: 1"), Style(Lang.FR)) == ""


def test_both_versions_are_named_by_what_they_hold(compared: Compared) -> None:
    _, shown = page(compared, Lang.FR)
    digests = re.findall(r"[0-9a-f]{64}", shown.text)
    assert len(digests) == len(set(digests)) == 6


GROUNDS = dict.fromkeys(
    ("ink", "soft", "accent", "breaking", "attention", "info", "good"), ("ground", "sheet")
)
TINTED = {name: (f"{name}-ground",) for name in ("breaking", "attention", "info", "gone", "come")}
LEAST_CONTRAST = 4.5
"""Of text to its ground: WCAG 2.2, success criterion 1.4.3, level AA."""


@pytest.mark.parametrize("rank", range(3), ids=["light", "dark", "paper"])
def test_colours_can_be_told_from_their_ground(rank: int) -> None:
    block = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)[rank]
    colours = dict(re.findall(r"--([\w-]+): #(\w+)", block))
    for name in GROUNDS | TINTED:
        for ground in (*GROUNDS.get(name, ()), *TINTED.get(name, ())):
            assert contrast(colours[name], colours[ground]) >= LEAST_CONTRAST, (name, ground)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    channels = (int(full[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_weight_is_told_by_its_colour_alone(compared: Compared) -> None:
    text, _ = page(compared, Lang.FR)
    for weight in Weight:
        badges = re.findall(rf'<span class="badge {weight.value}">(.*?)</span> (.*?)</span>', text)
        assert badges
        assert all(sign and said for sign, said in badges)
