"""The tables of a note: figures printed beside those recomputed, and ways from one to the other."""

from pathlib import Path

import pytest

from pan_tp_cli.report.note.blocks import LONGEST, Line, Look, Note, Row, Table, short
from pan_tp_cli.report.note.note import note
from pan_tp_cli.text import Lang
from tests.projects import plan, waivers
from tests.report.notes import (
    INDICATORS,
    SOUND,
    UNREADABLE,
    WRONG_LEAF,
    WRONG_TOTAL,
    briefing_of,
)

TABLEAU = "Tableau 1, imprimé et recalculé"
BUDGET = "Budget par axe, objectif et action"
CONCERNED = "Indicateurs concernés"
WAIVED = "Constats acceptés par dérogation"


def noted(folder: Path, *files: str) -> Note:
    return note(briefing_of(folder, *files), Lang.FR)


def rows(shown: Note, title: str) -> dict[str, Row]:
    """Return the rows of a table by the first line of their first cell."""
    table = table_of(shown, title)
    return {row.cells[0][0].text: row for row in table.rows}


def table_of(shown: Note, title: str) -> Table:
    (table,) = (each.table for each in shown.sections if each.title == title)
    assert table is not None
    return table


def test_a_wrong_total_stands_struck_out_over_what_its_row_makes(tmp_path: Path) -> None:
    found = rows(noted(tmp_path, WRONG_TOTAL), BUDGET)
    assert list(found) == ["Ensemble du plan", "1", "1-01"]
    assert [each.rank for each in found.values()] == [0, 1, 4]
    first, second, total = found["1-01"].cells[1:]
    assert (first, second) == ((Line("2"),), (Line("3"),))
    assert total == (Line("9", Look.WRONG), Line("5", Look.RIGHT))
    assert found["1-01"].cells[0][-1] == Line("constat", Look.QUIET, (1,))
    assert [cell[0].look for cell in found["1"].cells[1:]] == [Look.PLAIN] * 3


def test_a_wrong_leaf_makes_all_above_it_differ_and_the_note_says_so(tmp_path: Path) -> None:
    shown = noted(tmp_path, WRONG_LEAF)
    budget, tableau = rows(shown, BUDGET), rows(shown, TABLEAU)
    for cells in (budget["Ensemble du plan"].cells[1:], budget["1"].cells[1:]):
        assert [[line.text for line in cell] for cell in cells] == [
            ["5"],
            ["7", "43"],
            ["12", "48"],
        ]
    assert [[line.text for line in cell] for cell in tableau["Axe 1"].cells[2:]] == [
        ["5", "5"], ["7", "43"], ["12", "48"], [],
    ]  # fmt: skip
    (tables,) = (each for each in shown.sections if each.title == TABLEAU)
    assert any("n° 1 met en cause" in each for each in tables.paragraphs)


def test_tableau_1_is_recomputed_from_the_rows(tmp_path: Path) -> None:
    wrong = SOUND.replace("{2023: 5, 2024: 7, total: 12}\naxes", "{2023: 6, 2024: 7}\naxes")
    found = rows(noted(tmp_path, wrong), TABLEAU)
    first, second, total, share = found["Totaux"].cells[2:]
    assert first == (Line("6", Look.WRONG), Line("5", Look.RIGHT))
    assert second == (Line("7"), Line("7", Look.QUIET))
    assert total == (Line("—"), Line("12", Look.RIGHT)), "not printed, and what it would be"
    assert share == ()


def test_a_sum_of_an_unreadable_amount_is_left_as_printed(tmp_path: Path) -> None:
    shown = noted(tmp_path, UNREADABLE)
    budget = rows(shown, BUDGET)
    assert budget["1"].cells[2] == (Line("7"),)
    assert budget["1-02"].cells[2] == (Line("4 0", Look.WRONG),)
    assert rows(shown, TABLEAU)["Axe 1"].cells[3][1] == Line("—", Look.QUIET)


def test_what_the_rows_make_of_amounts_that_are_not_printed_is_quiet(tmp_path: Path) -> None:
    bare = SOUND.replace("  budget: {2023: 5, 2024: 7, total: 12}\n", "")
    found = rows(noted(tmp_path, bare), BUDGET)
    assert list(found["1"].cells[1:]) == [(Line(text, Look.QUIET),) for text in ("5", "7", "12")]


def test_a_blank_cell_of_an_activity_is_blank_though_it_counts_as_0(tmp_path: Path) -> None:
    blank = SOUND.replace("2023: 3, 2024: 4, total: 7", "2023: 3, 2024: ~, total: 9")
    found = rows(noted(tmp_path, blank), BUDGET)
    first, second, total = found["1-02"].cells[1:]
    assert (first, second) == ((Line("3"),), (Line("—", Look.QUIET),))
    assert total == (Line("9", Look.WRONG), Line("3", Look.RIGHT))


def test_an_indicator_is_there_where_something_was_found_at_it(tmp_path: Path) -> None:
    found = rows(noted(tmp_path, SOUND, INDICATORS), CONCERNED)
    (row,) = found.values()
    assert [[line.text for line in cell] for cell in row.cells[1:]] == [
        ["—"], ["1"], ["2"], ["9", "3"],
    ]  # fmt: skip
    assert row.cells[0][-1] == Line("constat", Look.QUIET, (1,))


def test_what_is_accepted_is_told_with_its_reason_and_marked_in_the_budget(tmp_path: Path) -> None:
    pin = "regle: budget.somme-annees, noeud: 1-01, colonne: total, imprime: 9, attendu: 5"
    given = waivers(f"{pin}, motif: ainsi signé, par: la présidente, expire: 2999-12-31")
    shown = noted(tmp_path, WRONG_TOTAL, "", given)
    (row,) = table_of(shown, WAIVED).rows
    assert [[line.text for line in cell] for cell in row.cells[2:]] == [
        ["9 imprimé", "5 attendu"], ["ainsi signé"], ["la présidente", "jusqu'au 2999-12-31"],
    ]  # fmt: skip
    assert rows(shown, BUDGET)["1-01"].cells[0][-1].text == "accepté par dérogation"


def test_sections_that_a_plan_has_nothing_for_are_left_out(tmp_path: Path) -> None:
    bare = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]")
    titles = [each.title for each in noted(tmp_path, bare).sections]
    assert CONCERNED not in titles
    assert WAIVED not in titles
    (tableau,) = (each for each in noted(tmp_path, bare).sections if each.title == TABLEAU)
    assert tableau.table is None
    assert tableau.paragraphs == ("Le plan n'a pas de tableau 1.",)


@pytest.mark.parametrize("lang", list(Lang))
def test_numbers_in_tables_are_those_of_the_findings(tmp_path: Path, lang: Lang) -> None:
    briefing = briefing_of(tmp_path, WRONG_TOTAL + "\n", INDICATORS)
    shown = note(briefing, lang)
    tables = [each.table for each in shown.sections if each.table]
    numbered = {row.number: row for table in tables for row in table.rows if row.number}
    assert list(numbered) == [1, 2]
    for table in tables:
        for row in table.rows:
            for number in (ref for cell in row.cells for line in cell for ref in line.refs):
                named = numbered[number].cells[1][0].text.partition(",")[0]
                assert named == row.cells[0][0].text


def test_a_long_text_is_cut_between_words_where_it_has_any() -> None:
    assert short("mot " * 200) == "mot " * (LONGEST // 4 - 1) + "mot…"
    assert short("é" * 5000) == "é" * (LONGEST - 1) + "…"
    assert short("a\u202eb") == "a<U+202E>b"
    assert short("5\u00a0000\u202f000", 9) == "5\u00a0000\u202f000"
