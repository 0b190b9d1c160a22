"""What a page on a comparison comes to, on the smallest plans that show it."""

from pathlib import Path

import pytest

from pan_tp_cli.compared import Compared
from pan_tp_cli.report.diff_page.page import Page, page
from pan_tp_cli.report.diff_page.verdict import Totals
from pan_tp_cli.text import Lang
from tests.projects import plan
from tests.report.comparisons import compared, of_plans, sample

PLAN = """\
total_general: {{chiffres: {grand}}}
axes:
- code: 1
  intitule: Axe
  budget: {{2023: {first}, 2024: 20, total: {total}}}
  activites:
  - {{id: 1-01, intitule: {wording}, budget: {{2023: {leaf}, 2024: 20}}}}
"""
BEFORE = {"grand": "30", "first": "10", "total": "30", "wording": "Former", "leaf": "10"}


def text(**changed: str) -> str:
    return plan(PLAN.format(**{**BEFORE, **changed}))


def shown(compared: Compared, lang: Lang = Lang.EN) -> Page:
    given = page(compared, lang)
    assert given is not None
    return given


@pytest.mark.parametrize(
    ("changed", "headline", "totals"),
    [
        ({}, "No change", Totals.SAME),
        ({"wording": "Informer"}, "The plan changed, but no amount of its budget", Totals.SAME),
        (
            {"leaf": "15", "first": "15", "total": "35", "grand": "35"},
            "The plan changed, and the totals followed",
            Totals.FOLLOWED,
        ),
        ({"leaf": "15"}, "The plan changed, and totals did not follow", Totals.LEFT),
        ({"grand": "31"}, "The plan changed, and totals did not follow", Totals.LEFT),
        ({"leaf": "1 5"}, "The plan changed", Totals.UNKNOWN),
    ],
)
def test_the_verdict(
    tmp_path: Path, changed: dict[str, str], headline: str, totals: Totals
) -> None:
    verdict = shown(of_plans(tmp_path, text(), text(**changed))).verdict
    assert (verdict.headline, verdict.totals) == (headline, totals)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ("30\xa0FCFA", "30\xa0FCFA", "unchanged", "", "")),
        (
            {"leaf": "15", "first": "15", "total": "35", "grand": "35"},
            ("30\xa0FCFA", "35\xa0FCFA", "+5", "+16.7%", ""),
        ),
        (
            {"leaf": "15"},
            ("30\xa0FCFA", "30\xa0FCFA", "unchanged", "", "did not follow: the rows make 35 (+5)"),
        ),
        (
            {"grand": "33"},
            ("30\xa0FCFA", "33\xa0FCFA", "+3", "+10.0%", "did not follow: the rows make 30 (−3)"),
        ),
    ],
)
def test_the_grand_total(tmp_path: Path, changed: dict[str, str], said: tuple[str, ...]) -> None:
    assert shown(of_plans(tmp_path, text(), text(**changed))).total == said


def test_a_plan_without_an_announced_total_has_none(tmp_path: Path) -> None:
    bare = plan("axes:\n- {code: 1, intitule: Axe, budget: {2023: 1, 2024: 2}}\n")
    assert shown(of_plans(tmp_path, bare, bare)).total is None


WAIVER = """\
format: pan-tp/derogations-1
derogations:
- regle: budget.total-general
  noeud: total_general
  colonne: total
  imprime: 31
  attendu: 30
  motif: Le document est signé ainsi.
  par: Secrétariat
  expire: jamais
"""


def test_a_waiver_that_was_taken_away_changes_the_findings_alone(tmp_path: Path) -> None:
    of_plans(tmp_path, text(grand="31"), text(grand="31"))
    (tmp_path / "before" / "derogations.yaml").write_text(WAIVER, encoding="utf-8")
    given = shown(compared(tmp_path / "before", tmp_path / "after"))
    assert given.verdict.headline == "No change, but for the findings"
    assert [each.rule for each in given.findings.new] == ["budget.total-general"]


def test_new_findings_of_a_cause_told_already_are_not_explained_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    findings = shown(sample(monkeypatch)).findings
    told = [bool(each.marks) for each in findings.new]
    explained = [bool(each.remarks) for each in findings.new]
    assert told == [True, True, False] == [not each for each in explained]
    assert findings.same_cause == 2


def test_an_amount_in_words_is_proposed_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    (carried, _), _ = (each.ways for each in shown(sample(monkeypatch), Lang.EN).left_behind)
    words = [cell for cell in carried.cells if not cell.in_figures]
    assert [(cell.printed, cell.proposed) for cell in words] == [
        ("soixante-trois millions", "soixante-cinq millions")
    ]
    assert [cell.line for cell in carried.cells] == sorted(cell.line for cell in carried.cells)


def test_the_heaviest_changes_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    given = shown(sample(monkeypatch))
    ranks = [node.weight.rank for node in given.nodes]
    assert ranks == sorted(ranks)
    assert [weight.rank for weight, _ in given.by_weight] == [0, 1, 2]
