"""What a page on a comparison comes to, on the smallest plans that show it."""

from pathlib import Path

import pytest

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.report.diff_page.changes import ShownNode
from pan_tp_cli.report.diff_page.page import Page, page
from pan_tp_cli.report.diff_page.verdict import Totals
from pan_tp_cli.text import Lang
from tests.projects import ROOT, framework, plan
from tests.report.versions import SAMPLE, SMALL, compared, compared_texts

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


def shown(compared: Compared) -> Page:
    given = page(compared, Lang.EN)
    assert given is not None
    return given


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.chdir(ROOT)
    return shown(compared(SMALL / "before", SMALL / "after"))


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
        ({"grand": "31"}, "The plan changed, and totals in it changed alone", Totals.ALONE),
        ({"leaf": "1 5"}, "The plan changed", Totals.UNKNOWN),
    ],
)
def test_the_verdict(
    tmp_path: Path, changed: dict[str, str], headline: str, totals: Totals
) -> None:
    verdict = shown(compared_texts(tmp_path, text(), text(**changed))).verdict
    assert (verdict.headline, verdict.totals) == (headline, totals)


def test_totals_put_right_are_told_as_such(tmp_path: Path) -> None:
    verdict = shown(compared_texts(tmp_path, text(grand="31"), text())).verdict
    assert (verdict.headline, verdict.totals) == (
        "The plan changed, and totals in it are put right",
        Totals.CORRECTED,
    )
    assert verdict.counts == ((Weight.BREAKING, "1 breaking (1 of them puts totals right)"),)


def test_errors_of_before_do_not_accuse_a_revision(tmp_path: Path) -> None:
    changed = {"leaf": "15", "first": "15", "total": "35", "grand": "36"}
    verdict = shown(compared_texts(tmp_path, text(grand="31"), text(**changed))).verdict
    assert verdict.headline == "The plan changed, and the totals followed"
    assert verdict.of_errors == "1 before, 1 after (none new)"


SAME = ("30\xa0FCFA", "30\xa0FCFA", "unchanged", "")
ROWS = "the rows make: 30\xa0FCFA → 35\xa0FCFA (+5\xa0FCFA, +16.7%)"


@pytest.mark.parametrize(
    ("changed", "figures", "rows", "wrong"),
    [
        ({}, SAME, ("", ""), False),
        (
            {"leaf": "15", "first": "15", "total": "35", "grand": "35"},
            ("30\xa0FCFA", "35\xa0FCFA", "+5", "+16.7%"),
            ("", ""),
            False,
        ),
        ({"leaf": "15"}, SAME, (ROWS, "the total did not follow the rows"), True),
        (
            {"grand": "33"},
            ("30\xa0FCFA", "33\xa0FCFA", "+3", "+10.0%"),
            ("the rows make: 30\xa0FCFA, as before", "the total changed alone"),
            True,
        ),
    ],
)
def test_the_grand_total(
    tmp_path: Path,
    changed: dict[str, str],
    figures: tuple[str, ...],
    rows: tuple[str, str],
    wrong: bool,
) -> None:
    total = shown(compared_texts(tmp_path, text(), text(**changed))).total
    assert total is not None
    assert total[:4] == figures
    assert total.words[1:] == rows
    assert total.wrong is wrong


def test_a_total_that_catches_up_is_told_with_what_the_rows_did(tmp_path: Path) -> None:
    changed = {"leaf": "15", "first": "15", "total": "35", "grand": "35"}
    total = shown(compared_texts(tmp_path, text(grand="32"), text(**changed))).total
    assert total is not None
    assert total.words.rows == ROWS
    said = "the total was wrong and is right now (caught up: −2\xa0FCFA)"
    assert (total.words.course, total.wrong) == (said, False)


def test_a_total_that_is_not_announced_is_that_of_the_rows(tmp_path: Path) -> None:
    bare = plan("axes:\n- {code: 1, intitule: Axe, budget: {2023: 1, 2024: 2}}\n")
    total = shown(compared_texts(tmp_path, bare, bare)).total
    assert total is not None
    assert (total.after, total.same) == ("3\xa0FCFA", True)


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
    compared_texts(tmp_path, text(grand="31"), text(grand="31"))
    (tmp_path / "before" / "derogations.yaml").write_text(WAIVER, encoding="utf-8")
    given = shown(compared(tmp_path / "before", tmp_path / "after"))
    assert given.verdict.headline == "No change, but for the findings"
    assert [each.rule for each in given.findings.new] == ["budget.total-general"]


def test_new_findings_of_a_cause_told_already_are_not_explained_twice(sample: Page) -> None:
    findings = sample.findings
    told = [bool(each.marks) for each in findings.new]
    explained = [bool(each.remarks) for each in findings.new]
    assert told == [True, True, False] == [not each for each in explained]
    assert "3 new (2 of them due to stale totals)" in sample.verdict.of_findings


def test_an_amount_in_words_is_proposed_in_words(sample: Page) -> None:
    (carried, _), *_ = (each.ways for each in sample.left_behind)
    words = [cell for cell in carried.cells if not cell.in_figures]
    assert [(cell.printed, cell.proposed) for cell in words] == [
        ("soixante-trois millions", "soixante-cinq millions")
    ]
    assert [cell.line for cell in carried.cells] == sorted(cell.line for cell in carried.cells)


def test_the_heaviest_changes_come_first(sample: Page) -> None:
    ranks = [node.weight.rank for node in sample.nodes]
    assert ranks == sorted(ranks)
    assert [weight.rank for weight, _ in sample.by_weight] == [0, 1, 2]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> dict[str, ShownNode]:
    """Return the nodes of the larger sample that changed, by name."""
    monkeypatch.chdir(ROOT)
    return {node.name: node for node in shown(compared(SAMPLE / "before", SAMPLE / "after")).nodes}


def test_rows_that_went_with_their_heading_are_told_with_it(large: dict[str, ShownNode]) -> None:
    (row,) = large["action 2.2"].along
    assert row.node.name == "activity 2.2-01"
    assert (row.one_sided, row.gist) == (True, ("removed", "6,000,000 in all", ""))
    assert [row.gist[1:] for row in large["action 1.3"].along] == [
        ("1.2-01", "1.3-01"),
        ("1.2-02", "1.3-02"),
    ]


def test_a_row_that_took_its_code_along_and_changed_else_tells_both(
    large: dict[str, ShownNode],
) -> None:
    assert "renumbered: 1.2-02 → 1.3-02" in large["activity 1.3-02"].remarks


@pytest.mark.parametrize(
    ("node", "gist"),
    [
        (
            "activity 1.1-01",
            ("amounts (2024, total)", "total: 30,000,000", "total: 33,000,000"),
        ),
        ("activity 1.1-02", ("removed", "20,000,000 in all", "")),
        (
            "activity 1.1-04",
            ("amounts (2023, 2024, total)", "total: 40,000,000", "total: 4,000,000"),
        ),
        (
            "activity 1.3-02",
            (
                "amounts (2023, 2025)",
                "2023: 9,000,000, 2025: 3,000,000",
                "2023: 6,000,000, 2025: 6,000,000",
            ),
        ),
        ("activity 2.1-03", ("amounts (2025)", "1,000,000", "2,000,000")),
        ("action 2.3", ("added", "", "total: 44,000,000")),
        ("indicator P1.1-2", ("targets (total)", "60%", "70%")),
    ],
)
def test_the_gist_of_a_change(
    node: str, gist: tuple[str, str, str], large: dict[str, ShownNode]
) -> None:
    assert large[node].changes[0].gist == gist


def test_rows_renumbered_by_as_much_are_one_node(tmp_path: Path) -> None:
    rows = "{{id: 1-0{}, intitule: Former, budget: {{2023: 1, 2024: 2}}}}"
    other = "{{id: 1-0{}, intitule: Loger des familles, budget: {{2023: 3, 2024: 4}}}}"
    axes = "axes: [{{code: 1, intitule: Axe, activites: [{}, {}]}}]\n"
    before, after = (
        plan(axes.format(rows.format(first), other.format(first + 1))) for first in (1, 5)
    )
    (node,) = shown(compared_texts(tmp_path, before, after)).nodes
    (change,) = node.changes
    assert node.name == "activities 1-05 to 1-06"
    assert change.gist == ("renumbered", "1-01 to 1-02", "1-05 to 1-06")


def test_a_file_that_went_is_one_node_without_its_rows(tmp_path: Path) -> None:
    compared_texts(tmp_path, text(), text())
    indicators = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 3")
    (tmp_path / "before" / "indicators.yaml").write_text(indicators, encoding="utf-8")
    given = shown(compared(tmp_path / "before", tmp_path / "after"))
    (node,) = given.nodes
    assert (node.name, node.along) == ("the indicator framework", ())
    (remark,) = node.remarks
    assert remark.endswith("rows below")
    assert given.verdict.of_rows == f"in 1 row and {remark.split()[1]} rows that go along"


def test_the_second_way_out_calls_its_cells_as_the_first_does(sample: Page) -> None:
    names = {cell.node for each in sample.left_behind for way in each.ways for cell in way.cells}
    assert "grand total" in names
    assert not any(name.startswith(("recap:", "total_general")) for name in names)
