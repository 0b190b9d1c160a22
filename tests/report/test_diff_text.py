"""What a text report of a comparison says, and never says, on plans as small as they can be."""

import json
from pathlib import Path

import pytest

from pan_tp_cli.compared import Compared
from pan_tp_cli.report import diff_json, diff_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import plan
from tests.report.versions import compared_texts

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
HEAD = "sigle: Essai\n"
ROW = "{{id: 1-0{rank}, intitule: {label}, budget: {{2023: {first}, 2024: {second}}}}}"
LABELS = ("Former les magistrats", "Loger les victimes", "Diffuser un spot", "Tenir un registre")


def rows(*amounts: tuple[int, int]) -> str:
    """Return a plan of one axis without totals, with a row for each pair of amounts above 0."""
    texts = (
        ROW.format(rank=rank, label=LABELS[rank - 1], first=first, second=second)
        for rank, (first, second) in enumerate(amounts, start=1)
        if first + second
    )
    return plan(f"{HEAD}axes: [{{code: 1, intitule: A, activites: [{', '.join(texts)}]}}]")


def said(compared: Compared, lang: Lang = Lang.FR, width: int = 120) -> str:
    """Return the report with plain spaces."""
    return diff_text.render(compared, Style(lang, width)).translate(SPACES)


def section(text: str, title: str) -> list[str]:
    """Return the lines of a section, without their indentation."""
    body = text.split(f"\n{title}\n", 1)[1].split("\n\n", 1)[0]
    return [line.strip() for line in body.splitlines()]


ONE = rows((5, 5))


def test_the_same_plan_twice_has_no_change(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, ONE, ONE))
    assert text == (
        f"Avant : {tmp_path}/before/plan.yaml, Essai\n"
        f"Après : {tmp_path}/after/plan.yaml, Essai\n\n"
        "Bilan\n"
        "  aucun changement\n"
        "  total général : 10 FCFA, inchangé\n"
        "  constats : 2 persistants\n"
        "  erreurs : 0 avant, 0 après\n"
    )


def test_nothing_is_said_in_words_of_a_version_that_cannot_be_used(tmp_path: Path) -> None:
    compared = compared_texts(tmp_path, ONE, "a: 1")
    assert said(compared) == ""
    document = json.loads(diff_json.render(compared, Style(Lang.EN)))
    assert document["summary"] is None
    assert document["changes"] == document["findings"]["new"] == []
    assert [Path(fault["file"]).parent.name for fault in document["faults"]] == ["after"] * len(
        document["faults"]
    )
    assert document["faults"]


def test_years_without_a_total_are_added_up(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, ONE, rows((6, 9))))
    assert [line.split() for line in section(text, "Changements")[-4:]] == [
        ["avant", "après", "écart"],
        ["2023", "5", "6", "+1"],
        ["2024", "5", "9", "+4"],
        ["ensemble", "10", "15", "+5"],
    ]


def test_the_total_of_the_axes_stands_for_one_that_is_not_printed(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, ONE, rows((5, 10))))
    assert "total général : 10 FCFA → 15 FCFA (+5 FCFA, +50,0 %)" in text


def test_what_moved_from_year_to_year_is_no_new_money(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, ONE, rows((4, 6))))
    assert "d'une année à l'autre, le total reste le même" in text
    assert "ensemble" not in text
    assert "total général : 10 FCFA, inchangé" in text


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            rows((5, 5), (1, 2), (0, 0)),
            rows((5, 5), (0, 0), (1, 2)),
            (
                "les 3 FCFA de 1-02 (supprimée) se retrouvent dans 1-03 (ajoutée), "
                "année par année (2023 : 1, 2024 : 2)"
            ),
        ),
        (
            rows((5, 5), (1, 2), (0, 0)),
            rows((5, 5), (0, 0), (3, 0)),
            (
                "les 3 FCFA de 1-02 (supprimée) se retrouvent dans 1-03 (ajoutée), "
                "au total mais pas année par année"
            ),
        ),
        (
            rows((5, 5), (1, 2), (1, 2)),
            rows((6, 7), (0, 0), (0, 0)),
            (
                "les 3 FCFA de 1-02 (supprimée) ou 1-03 (supprimée) se retrouvent dans "
                "1-01 (augmentée), année par année (2023 : 1, 2024 : 2)"
            ),
        ),
    ],
)
def test_money_that_went_from_row_to_row_is_told(
    before: str, after: str, sentence: str, tmp_path: Path
) -> None:
    text = said(compared_texts(tmp_path, before, after), width=200)
    assert section(text, "Transferts probables") == [sentence]


TOTALS = """\
total_general: {{chiffres: {total}}}
recapitulatif: {{axes: [{{axe: 1, intitule: A, {amounts}}}], total: {{{amounts}}}}}
axes: [{{code: 1, intitule: A, budget: {{{amounts}}}, activites: [{row}]}}]
"""


def with_totals(leaf: int, printed: int) -> str:
    """Return a plan of one row, with the amount of 2023 that all totals print."""
    amounts = f"2023: {printed}, 2024: 1, total: {printed + 1}"
    row = f"{{id: 1-01, intitule: Former, budget: {{2023: {leaf}, 2024: 1}}}}"
    return plan(TOTALS.format(total=printed + 1, amounts=amounts, row=row))


def test_totals_that_did_not_follow_are_shown_as_they_are_and_should_be(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, with_totals(5, 5), with_totals(8, 5)), width=200)
    rows = "les lignes donnent : 6 FCFA → 9 FCFA (+3 FCFA, +50,0 %)"
    total = "total général imprimé : 6 FCFA, inchangé"
    assert f"  {total} ; {rows} ; le total n'a pas suivi les lignes\n" in text
    assert "  7 totaux périmés, d'une même cause\n" in text
    assert [line.split() for line in section(text, "Argent, en FCFA")[-2:]] == [
        ["2023", "5", "8", "+3"],
        ["total", "6", "9", "+3"],
    ]
    assert "ce qui a changé : 1-01 (2023)" in text
    assert "y voit : budget.sous-total 1-01, 2023" in text
    assert "Constats nouveaux" not in text


def test_totals_that_followed_are_no_change_and_not_stale(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, with_totals(5, 5), with_totals(8, 8)), Lang.EN)
    assert "changes: 1 breaking, in 1 row\n" in text
    assert "stale" not in text
    assert [line.split() for line in section(text, "Money, in FCFA")[:1]] == [
        ["before", "after", "difference", "%"]
    ]


def test_amounts_of_two_currencies_are_not_subtracted(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, ONE, ONE.replace("sigle", "monnaie: EUR\nsigle")))
    assert "monnaie : XOF → EUR" in text
    assert "total général : 10 FCFA → 10 EUR\n" in text


def test_rows_that_went_with_their_heading_are_named_the_last_ones_counted(
    tmp_path: Path,
) -> None:
    many = ", ".join(
        f"{{id: 2-{rank:02}, intitule: Tâche {rank}, responsable: OSC, budget: {{2023: {rank}, "
        "2024: ~, total: 9}}"
        for rank in range(1, 13)
    )
    other = f"  - {{code: 2, intitule: B, activites: [{many}]}}\n"
    kept = plan("axes:\n  - {code: 1, intitule: A, activites: []}\n")
    text = said(compared_texts(tmp_path, kept + other, kept))
    lines = section(text, "Changements")
    assert lines[2] == "suppression, avec 12 lignes en dessous"
    assert lines[3] == "2-01 « Tâche 1 », 1 FCFA, OSC"
    assert lines[-1] == "et 4 autres lignes"
    assert len(lines) == 12


def test_rows_stand_below_the_highest_heading_that_went_with_them(tmp_path: Path) -> None:
    row = "{id: 2.1-01, intitule: Loger, budget: {2023: 4, 2024: ~}}"
    action = f"{{code: 2.1, intitule: C, activites: [{row}]}}"
    kept = plan("axes:\n  - {code: 1, intitule: A, activites: []}\n")
    axis = f"  - {{code: 2, intitule: B, actions: [{action}]}}\n"
    lines = section(said(compared_texts(tmp_path, kept, kept + axis)), "Changements")
    assert lines[0] == "rupture : axe 2 « B »"
    assert lines[2:] == ["ajout, avec 2 lignes en dessous", "2.1-01 « Loger », 4 FCFA"]


def test_a_printed_total_that_is_none_is_told_beside_the_sum(tmp_path: Path) -> None:
    row = "{id: 1-02, intitule: Loger, budget: {2023: 1, 2024: 2, total: 2}}"
    with_row = ONE.replace("activites: [", f"activites: [{row}, ")
    text = said(compared_texts(tmp_path, ONE, with_row))
    assert "montant : 3 FCFA (2023 : 1, 2024 : 2) ; total imprimé : 2" in text


def test_totals_that_catch_up_are_corrections_beside_what_the_rows_did(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, with_totals(5, 9), with_totals(8, 8)), width=200)
    rows = "les lignes donnent : 6 FCFA → 9 FCFA (+3 FCFA, +50,0 %)"
    assert f"imprimé : 10 FCFA → 9 FCFA (−1 FCFA, −10,0 %) ; {rows} ; le total, qui était" in text
    assert "est maintenant juste (rattrapage : −4 FCFA)\n" in text
    assert "changements : 5 ruptures (dont 4 corrections de totaux), dans 5 lignes\n" in text
    assert "montants, en FCFA : total corrigé ; les lignes donnent total : 9 (+3)\n" in text
    assert [line.split() for line in section(text, "Argent, en FCFA")[-1:]] == [
        ["total", "10", "9", "−1", "6", "9", "+3"]
    ]
    assert "périmé" not in text


def test_totals_that_the_rows_come_up_to_are_told(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, with_totals(5, 8), with_totals(8, 8)), width=200)
    assert "total général imprimé : 9 FCFA, inchangé ; les lignes donnent : 6 FCFA → 9 FCFA" in text
    assert "1 rupture, dans 1 ligne\n" in text


def test_a_total_that_changed_alone_is_told_as_such(tmp_path: Path) -> None:
    alone = with_totals(5, 5).replace("chiffres: 6", "chiffres: 7")
    text = said(compared_texts(tmp_path, with_totals(5, 5), alone), width=200)
    rows = "les lignes donnent : 6 FCFA, comme avant ; le total a changé seul\n"
    assert f"imprimé : 6 FCFA → 7 FCFA (+1 FCFA, +16,7 %) ; {rows}" in text
    assert "le total a changé seul ; les lignes donnent toujours total : 6\n" in text


def test_a_total_that_was_wrong_and_stays_so_is_told_beside_its_rows(tmp_path: Path) -> None:
    wrong = with_totals(5, 5).replace("chiffres: 6", "chiffres: 7")
    text = said(compared_texts(tmp_path, wrong, wrong.replace("Former", "Loger")), width=200)
    rows = "les lignes donnent : 6 FCFA, comme avant ; l'écart était déjà là avant\n"
    assert f"total général imprimé : 7 FCFA, inchangé ; {rows}" in text


def test_rows_that_cannot_be_read_make_no_total(tmp_path: Path) -> None:
    wrong = with_totals(5, 5).replace("chiffres: 6", "chiffres: 7")
    unread = wrong.replace("budget: {2023: 5, 2024: 1}}", "budget: {2023: 1 5, 2024: 1}}")
    assert unread != wrong
    text = said(compared_texts(tmp_path, unread, unread.replace("Former", "Loger")), width=200)
    assert "total général : 7 FCFA, inchangé\n" in text


def test_rows_renumbered_by_as_much_are_one_block(tmp_path: Path) -> None:
    before = rows((5, 5), (6, 6), (7, 7))
    more = "activites: [{id: 1-01, intitule: Creuser un puits, budget: {2023: 1, 2024: 2}}, "
    after = before
    for rank in (3, 2, 1):
        after = after.replace(f"id: 1-0{rank}", f"id: 1-0{rank + 1}")
    after = after.replace("activites: [", more)
    text = said(compared_texts(tmp_path, before, after))
    assert "attention : activités 1-02 à 1-04\n" in text
    assert "  nouveau code : 1-01 à 1-03 → 1-02 à 1-04 (d'après le libellé" in text
    assert "changements : 1 rupture, 3 points d'attention, dans 4 lignes\n" in text


def test_a_row_renumbered_by_another_amount_is_a_block_of_its_own(tmp_path: Path) -> None:
    before = rows((5, 5), (6, 6))
    after = before.replace("id: 1-01", "id: 1-05").replace("id: 1-02", "id: 1-03")
    text = said(compared_texts(tmp_path, before, after))
    assert "attention : activité 1-05 « Former les magistrats »\n" in text
    assert "attention : activité 1-03 « Loger les victimes »\n" in text


def test_rows_along_are_counted_apart_and_weigh_on_their_heading(tmp_path: Path) -> None:
    row = "{id: 2-01, intitule: Loger, budget: {2023: 4, 2024: ~}}"
    kept = plan("axes:\n  - {code: 1, intitule: A, activites: []}\n")
    axis = f"  - {{code: 2, intitule: B, activites: [{row}]}}\n"
    text = said(compared_texts(tmp_path, kept, kept + axis))
    assert "changements : 1 rupture, dans 1 ligne et 1 ligne qui va avec\n" in text


def test_cells_are_called_as_people_call_them(tmp_path: Path) -> None:
    text = said(compared_texts(tmp_path, with_totals(5, 5), with_totals(8, 5)), width=400)
    assert "1, 2023 ; total général ; tableau 1, axe 1, 2023 ; tableau 1, axe 1, total ; " in text
    assert "recap:" not in text
    assert "total_general" not in text


def test_words_that_changed_alone_are_put_back_as_words(tmp_path: Path) -> None:
    words = with_totals(5, 5).replace("chiffres: 6", "chiffres: 6, lettres: six")
    compared = compared_texts(tmp_path, words, words.replace("lettres: six", "lettres: sept"))
    assert "peut-être : total général en lettres : « six » au lieu de « sept »" in said(compared)
    (stale,) = json.loads(diff_json.render(compared, Style(Lang.FR)))["stale"]
    (change,) = stale["repairs"][0]["changes"]
    assert (change["printed"], change["proposed"]) == ("sept", "six")


def test_a_structure_of_another_name_is_told_at_its_line(tmp_path: Path) -> None:
    before = plan(
        "structures:\n  MJ: Justice\n  OI: Organisation\n"
        "axes: [{code: 1, intitule: A, activites: []}]\n"
    )
    compared = compared_texts(tmp_path, before, before.replace("OI: O", "OI: L'o"))
    lines = section(said(compared), "Changements")
    assert lines[2] == "structures connues, OI : Organisation → L'organisation"
    line = 1 + before.splitlines().index("  OI: Organisation")
    assert lines[3].endswith(f"after/plan.yaml:{line}:7")
    (change,) = json.loads(diff_json.render(compared, Style(Lang.FR)))["changes"]
    assert (change["item"], change["location"]["line"]) == ("OI", line)


def test_a_summary_fits_a_narrow_terminal(tmp_path: Path) -> None:
    compared = compared_texts(tmp_path, with_totals(5, 5), with_totals(8, 5))
    for lang, title in ((Lang.FR, "Changements"), (Lang.EN, "Changes")):
        lines = said(compared, lang, 40).replace(str(tmp_path), "").splitlines()
        summary = lines[: lines.index(title)]
        assert max(map(len, summary)) <= 40
