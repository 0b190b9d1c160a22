"""Whether a plan can be signed: what the headline says, and what it does not keep silent."""

from pathlib import Path

import pytest

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Since
from pan_tp_cli.report.briefing_page.verdict import Verdict, verdict
from pan_tp_cli.report.signing import Standing
from pan_tp_cli.text import Lang
from tests.projects import plan, waivers
from tests.report.briefings import INDICATORS, ONE_YEAR, RIGHT, SKIPPED, UNREADABLE, WRONG, briefing

NOTHING = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2}}]\n")
STALE = RIGHT.replace("2023: 10, 2024: 0}}", "2023: 60, 2024: 0}}")
WAIVED = waivers(
    "regle: budget.somme-annees, noeud: 1-01, colonne: total, imprime: 51, attendu: 15, "
    "motif: le document signé porte ce total, expire: 2027-12-31"
)
NARROW = "\u202f"


def told(given: Briefing, lang: Lang = Lang.FR) -> Verdict:
    assert given.checked.report is not None
    return verdict(given, given.checked.report, lang)


@pytest.mark.parametrize(
    ("text", "standing", "cells"),
    [
        (RIGHT, Standing.RIGHT, 0),
        (WRONG, Standing.WRONG, 2),
        (UNREADABLE, Standing.WRONG, 1),
        (SKIPPED, Standing.TO_SETTLE, 0),
        (ONE_YEAR, Standing.RIGHT, 0),
        (NOTHING, Standing.UNCHECKED, 0),
    ],
)
def test_a_plan_is_judged_by_its_errors(
    tmp_path: Path, text: str, standing: Standing, cells: int
) -> None:
    given = told(briefing(tmp_path, text))
    assert (given.standing, given.cells) == (standing, cells)


def test_how_many_cells_are_to_be_corrected_is_said(tmp_path: Path) -> None:
    given = briefing(tmp_path, WRONG)
    assert told(given).to_correct == "2 cellules"
    assert told(given, Lang.EN).to_correct == "2 cells"
    assert told(briefing(tmp_path, UNREADABLE)).to_correct == "1 cellule"


def test_one_cell_that_breaks_several_sums_is_one_to_correct(tmp_path: Path) -> None:
    given = briefing(tmp_path, STALE)
    assert given.checked.report is not None
    assert given.checked.report.arithmetic.violated > 0
    assert told(given).cells == 1


def test_a_file_that_cannot_be_used_comes_before_all_else(tmp_path: Path) -> None:
    given = told(briefing(tmp_path, RIGHT, "format: pan-tp/indicateurs-1\n"))
    assert given.standing is Standing.UNUSABLE
    wrong = told(briefing(tmp_path, WRONG, "format: pan-tp/indicateurs-1\n"))
    assert "2 cellules à corriger dans le reste." in wrong.remarks


def test_a_table_that_was_not_checked_is_named(tmp_path: Path) -> None:
    said = "Aucun cadre d'indicateurs n'a été contrôlé avec le plan."
    assert said in told(briefing(tmp_path / "alone", RIGHT)).remarks
    assert said not in told(briefing(tmp_path / "both", RIGHT, INDICATORS)).remarks


def test_what_was_not_looked_at_is_said(tmp_path: Path) -> None:
    given = briefing(tmp_path, RIGHT)
    checked = given.checked._replace(rules=("budget.sous-total",), known=48)
    limited = told(given._replace(covered=given.covered._replace(checked=checked)))
    assert limited.standing is Standing.IN_PART
    assert "1 sur 48" in limited.remarks[0]
    checked = given.checked._replace(since=Since("v1", 7))
    limited = told(given._replace(covered=given.covered._replace(checked=checked)))
    assert limited.standing is Standing.IN_PART
    assert "v1" in limited.remarks[0]
    assert "7" in limited.remarks[0]


def test_an_accepted_fault_is_counted_apart(tmp_path: Path) -> None:
    text = RIGHT.replace("2024: 10, total: 15", "2024: 10, total: 51")
    given = told(briefing(tmp_path, text, waivers=WAIVED))
    assert given.standing is Standing.ACCEPTED
    assert given.headline.startswith("Peut être signé si")
    assert "1 constat est accepté par dérogation." in given.remarks


@pytest.mark.parametrize(
    ("text", "standing", "made"),
    [
        (RIGHT, "same", ""),
        (RIGHT.replace("chiffres: 30", "chiffres: 40"), "wrong", "30\u00a0FCFA"),
        (STALE, "same", "80\u00a0FCFA"),
        (SKIPPED, "unknown", ""),
    ],
)
def test_the_grand_total_is_set_beside_the_activities(
    tmp_path: Path, text: str, standing: str, made: str
) -> None:
    total = told(briefing(tmp_path, text)).grand_total
    assert total is not None
    assert total.standing == standing
    assert total.made.endswith(made)
    assert bool(total.made) == bool(made)


def test_what_the_rows_make_is_not_to_be_copied_while_a_row_is_suspected(tmp_path: Path) -> None:
    (warning, *_) = told(briefing(tmp_path / "stale", STALE)).remarks
    assert warning.startswith("Attention")
    assert "(2-01 2023)" in warning
    of_total = RIGHT.replace("2024: 10, total: 15", "2024: 10, total: 51")
    remarks = told(briefing(tmp_path / "total", of_total)).remarks
    assert not any(remark.startswith("Attention") for remark in remarks)
