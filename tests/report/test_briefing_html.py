"""The page for a meeting: one file, well formed, all of whose links lead somewhere."""

import base64
import hashlib
import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from pan_tp_cli.assembling import assemble
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked
from pan_tp_cli.report import briefing_html
from pan_tp_cli.report.briefing_page.labels import labels
from pan_tp_cli.text import Lang
from tests.projects import plan, waivers
from tests.report.briefings import (
    DAY,
    INDICATORS,
    ONE_YEAR,
    RIGHT,
    SKIPPED,
    UNREADABLE,
    WRONG,
    briefing,
    checked,
)
from tests.report.hostile import TEXTS, accepting, saying, unusable
from tests.report.pages import LOADING, Page
from tests.report.test_golden import LANGS

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PLANS = {
    "right": (RIGHT, INDICATORS),
    "wrong": (WRONG, ""),
    "unreadable": (UNREADABLE, ""),
    "skipped": (SKIPPED, ""),
    "one-year": (ONE_YEAR, ""),
    "one-file": (WRONG, "format: pan-tp/indicateurs-1\n"),
}
WAIVED = waivers(
    "regle: budget.somme-annees, noeud: 1-01, colonne: total, imprime: 51, attendu: 15, "
    "motif: <b>le document signé</b> porte ce total, par: La <i>cellule</i>, expire: 2027-12-31"
)
LONG = "Anticonstitutionnellement" * 40
HOSTILE = r"<script>alert(1)</script>\"><img src=x onerror=alert(2)> ]]> {{ 7 }} =1+1 & " + LONG


def page(given: Briefing, lang: Lang = Lang.FR) -> tuple[str, Page]:
    text = briefing_html.render(given, lang)
    return text, Page(text)


@pytest.fixture(params=PLANS)
def given(request: pytest.FixtureRequest, tmp_path: Path) -> Briefing:
    return briefing(tmp_path, *PLANS[request.param])


@LANGS
def test_a_page_is_whole_and_needs_nothing_else(given: Briefing, lang: Lang) -> None:
    text, shown = page(given, lang)
    assert text.startswith("<!DOCTYPE html>")
    assert shown.lang == lang.value
    assert not LOADING.search(SCRIPT.sub("", text))
    assert len(set(shown.ids)) == len(shown.ids)
    assert set(shown.links) <= {f"#{each}" for each in shown.ids} | {"data:,"}


def test_one_script_may_run_and_no_other(given: Briefing) -> None:
    text, _ = page(given)
    (script,) = SCRIPT.findall(text)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in unescape(policy).split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == f"'sha256-{digest}'"
    assert "http" not in script


@LANGS
def test_headings_are_in_order(given: Briefing, lang: Lang) -> None:
    _, shown = page(given, lang)
    levels = [level for level, _ in shown.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in shown.headings)


@LANGS
def test_every_table_has_a_caption_heads_and_whole_rows(given: Briefing, lang: Lang) -> None:
    _, shown = page(given, lang)
    assert len(shown.tables) >= 3
    for table in shown.tables:
        assert table.caption.strip()
        assert table.scopes[0] == "col"
        assert "row" in table.scopes
        assert set(table.rows) == {table.rows[0]}


def test_the_page_is_in_one_language(tmp_path: Path) -> None:
    _, shown = page(briefing(tmp_path, WRONG, INDICATORS), Lang.EN)
    en = labels(Lang.EN)
    both = " ".join(map(str, en.values()))  # tableau 1 is called so in English too
    for name, word in labels(Lang.FR).items():
        if isinstance(word, str) and len(word) > 6 and word not in both:
            assert word not in shown.text, name


def test_the_first_words_are_the_verdict_and_its_counts(tmp_path: Path) -> None:
    _, shown = page(briefing(tmp_path, WRONG))
    start = shown.text[: shown.text.index("Sommes et totaux")]
    assert shown.headings[0][1].strip("▲ ").startswith("À ne pas signer")
    for said in (
        "2 cellules",
        "2 erreurs",
        "30\u00a0FCFA",
        "1er\u00a0juillet\u00a02026",
    ):
        assert said in start


def rows(text: str) -> dict[str, str]:
    """Return the rows of the budget by what their first cell says first."""
    row = re.compile(r'<tr id="(n-\d+)".*?<span class="name">(.*?)</span>(.*?)</tr>', re.DOTALL)
    return {node: f"{name} {rest}" for name, node, rest in row.findall(text)}


def test_a_wrong_cell_leads_to_its_finding_and_back(tmp_path: Path) -> None:
    text, _ = page(briefing(tmp_path, WRONG))
    row = rows(text)["1-01"]
    (link,) = re.findall(r'<td class=" error"><a href="#(c-[0-9a-f]{12})">51<', row)
    (finding,) = re.findall(rf'<li class="finding" id="{link}".*?</li>', text, re.DOTALL)
    assert f'href="#{row.split()[0]}"' in finding
    assert "budget.somme-annees" in finding


def test_what_the_rows_make_stands_below_what_disagrees(tmp_path: Path) -> None:
    text, _ = page(briefing(tmp_path, WRONG))
    assert re.search(r"51<.*?≠</span> 15</small>", rows(text)["1-01"])
    assert "≠" not in rows(text)["1-02"]


def test_what_is_not_printed_stands_in_parentheses(tmp_path: Path) -> None:
    text, _ = page(briefing(tmp_path, SKIPPED))
    assert '<td class="unprinted">(3)</td>' in rows(text)["1.1"]
    assert '<td class="absent">–</td>' in rows(text)["2"]


def test_a_cell_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    text, _ = page(briefing(tmp_path, UNREADABLE))
    assert re.search(r'class="unreadable error"><a .*?>1 0<.*?illisible', rows(text)["1-01"])


def test_tableau_1_stands_as_printed_and_as_recomputed(tmp_path: Path) -> None:
    text, shown = page(briefing(tmp_path, WRONG))
    table = text[text.index('id="tableau-1"') : text.index('id="pictures"')]
    printed, made = table.split("Tel que recalculé")
    assert re.search(r"2 BOIS.*?<a .*?>11<.*?≠</span> 10<", printed, re.DOTALL)
    assert '<td class="off">10</td>' in made
    assert shown.text.count("2 BOIS") == 3  # the third is in a picture


def test_a_plan_without_tableau_1_is_given_one(tmp_path: Path) -> None:
    _, shown = page(briefing(tmp_path, SKIPPED))
    assert "n'imprime pas de tableau 1" in shown.text
    assert "Tel qu'imprimé" not in shown.text
    summary = shown.tables[0]
    assert summary.rows == [5] * 5  # heads, a title, two axes, the totals


def test_findings_tell_cause_computation_proof_and_repair(tmp_path: Path) -> None:
    wrong = RIGHT.replace("2023: 5, 2024: 15, total: 20}\n", "2023: 5, 2024: 51, total: 20}\n", 1)
    _, shown = page(briefing(tmp_path, wrong))
    for said in ("Imprimé", "Calculé", "Écart", "Réparation", "deux chiffres intervertis"):
        assert said in shown.text


def test_waivers_are_told_with_their_reason_and_author(tmp_path: Path) -> None:
    text = RIGHT.replace("2024: 10, total: 15", "2024: 10, total: 51")
    html, shown = page(briefing(tmp_path, text, waivers=WAIVED))
    part = shown.text[shown.text.index("Ces constats tiennent") :]
    assert "<b>le document signé</b> porte ce total" in part
    assert "La <i>cellule</i>" in part
    assert "2027-12-31" in part
    assert "<b>" not in html


def test_files_that_cannot_be_used_are_told_first(tmp_path: Path) -> None:
    text, shown = page(briefing(tmp_path, WRONG, "format: pan-tp/indicateurs-1\n"))
    assert text.index('class="alarm"') < text.index('class="cards"')
    assert "À ne pas signer" in shown.headings[0][1]
    assert "indicators.yaml" in shown.text[: shown.text.index("En bref")]


def test_where_no_file_can_be_used_the_page_says_nothing_else(tmp_path: Path) -> None:
    text = briefing_html.render_refused(checked(tmp_path, "a: <b>"), DAY, Lang.FR)
    shown = Page(text)
    assert "À ne pas signer" in shown.headings[0][1]
    assert "plan.yaml" in shown.text
    assert "concordent" not in shown.text
    assert not LOADING.search(text)


def test_files_are_known_by_their_digest(tmp_path: Path) -> None:
    given = briefing(tmp_path, RIGHT, INDICATORS)
    _, shown = page(given)
    digests = {each.sha256 for each in given.checked.inputs}
    assert len(digests) == 2
    assert digests == set(re.findall(r"[0-9a-f]{64}", shown.text))


def test_what_a_plan_says_is_text_and_never_markup(tmp_path: Path) -> None:
    row = 'axes:\n- {{code: 1, intitule: "{0}", budget: {{2023: 1, 2024: 2, total: 9}}}}\n'
    row += '- {{code: 2, intitule: "{0}", budget: {{2023: 1, 2024: 2, total: 3}}}}\n'
    text, shown = page(briefing(tmp_path / '<i>"&', plan(row.format(HOSTILE))))
    assert len(SCRIPT.findall(text)) == 1
    assert not re.search(r"<(img|i)\b|\son\w+=", SCRIPT.sub("", text.replace("onerror", "")))
    assert '<script>alert(1)</script>"><img src=x onerror=alert(2)> ]]> {{ 7 }} =1+1' in shown.text
    assert '<i>"&' in shown.text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("way", [saying, accepting], ids=["found", "waived"])
def test_no_word_of_a_finding_does_anything(
    tmp_path: Path, text: str, way: Callable[[Path, str], Checked]
) -> None:
    given = assemble(way(tmp_path, text), DAY)
    assert given is not None
    html, shown = page(given)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert len(SCRIPT.findall(html)) == 1
    assert set(shown.links) <= {f"#{each}" for each in shown.ids} | {"data:,"}


@pytest.mark.parametrize("text", TEXTS)
def test_no_word_of_a_fault_does_anything(tmp_path: Path, text: str) -> None:
    html = briefing_html.render_refused(unusable(tmp_path, text), DAY, Lang.FR)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|<script|<!\[", html)
    assert "À ne pas signer" in Page(html).text


def test_the_cells_to_correct_are_listed_with_what_to_write(tmp_path: Path) -> None:
    text, _ = page(briefing(tmp_path, WRONG))
    table = text[text.index('id="corrections"') : text.index('id="tableau-1"')]
    listed = re.findall(
        r'href="#c-\w+">(.*?)</a>.*?<td>(.*?)</td><td><strong>(.*?)</strong>', table
    )
    assert listed == [("1-01, total", "51", "15"), ("tableau 1, axe 2, 2023", "11", "10")]


def test_where_no_repair_is_sure_the_list_says_that_too(tmp_path: Path) -> None:
    text, _ = page(briefing(tmp_path, UNREADABLE))
    table = text[text.index('id="corrections"') : text.index('id="tableau-1"')]
    assert "<td>1 0</td>" in table
    assert "à trancher" in table
    assert "<strong>" not in table


def test_a_plan_without_errors_has_nothing_to_correct(tmp_path: Path) -> None:
    text, shown = page(briefing(tmp_path, RIGHT))
    assert 'id="corrections"' not in text
    assert "Peut être signé" in shown.headings[0][1]
