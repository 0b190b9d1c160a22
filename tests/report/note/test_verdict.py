"""Whether a plan can be signed: the sentence that a note opens with, and what it must not hide."""

from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Conventions
from pan_tp_cli.report.note.blocks import Tone, Verdict
from pan_tp_cli.report.note.verdict import counts, verdict
from pan_tp_cli.text import Lang
from tests.projects import TODAY, plan, waivers
from tests.report.notes import (
    CHANGED_LEAF,
    INDICATORS,
    SOUND,
    UNREADABLE,
    WARNED,
    WRONG_LEAF,
    WRONG_TOTAL,
    briefed,
    briefing_of,
    plain,
)

NOTHING_TO_ADD = plan("axes: [{code: 1, intitule: Axe, budget: {2023: 1, 2024: 2}}]")
PIN = "regle: budget.somme-annees, noeud: 1-01, colonne: total, imprime: 9, attendu: 5"
ACCEPTED = waivers(f"{PIN}, motif: ainsi signé, par: la présidente, expire: jamais")


def said(folder: Path, *files: str, lang: Lang = Lang.FR) -> Verdict:
    return verdict(briefing_of(folder, *files), lang)


@pytest.mark.parametrize(
    ("files", "tone", "sentence"),
    [
        ([SOUND], Tone.CLEAR, "Peut être signé : les chiffres contrôlés concordent"),
        ([WARNED], Tone.CAUTION, "Peut être signé une fois 1 point tranché"),
        ([WRONG_TOTAL], Tone.ALARM, "À ne pas signer en l'état : 1 erreur à corriger"),
        ([WRONG_TOTAL, INDICATORS], Tone.ALARM, "À ne pas signer en l'état : 2 erreurs à corriger"),
        ([WRONG_TOTAL, "", ACCEPTED], Tone.CAUTION, "Peut être signé si 2 égalités fausses"),
        ([SOUND, "format: x"], Tone.ALARM, "À ne pas signer en l'état : 1 fichier n'a pas pu"),
        ([UNREADABLE], Tone.ALARM, "À ne pas signer en l'état : 1 erreur à corriger"),
        ([NOTHING_TO_ADD], Tone.ALARM, "À ne pas signer sur la foi de ce contrôle"),
    ],
)  # fmt: skip
def test_a_plan_can_be_signed_or_not(
    tmp_path: Path, files: list[str], tone: Tone, sentence: str
) -> None:
    found = said(tmp_path, *files)
    assert found.tone is tone
    assert plain(found.sentence).startswith(sentence)


@pytest.mark.parametrize(
    ("files", "remarks"),
    [
        ([SOUND], ["is what the rows add up to", "No indicator framework"]),
        ([SOUND, INDICATORS], ["is what the rows add up to"]),
        ([SOUND.replace("chiffres: 12", "chiffres: 13")], ["is not what the rows add up to"]),
        ([UNREADABLE], ["cannot be computed anew"]),
        ([WRONG_TOTAL], ["is what the rows add up to"]),
        ([WRONG_LEAF], ["is not what the rows add up to", "Beware: finding 1 suspects"]),
        ([CHANGED_LEAF], ["is not what the rows add up to"]),
        ([WRONG_TOTAL, "", ACCEPTED], ["1 finding accepted by a waiver is not counted"]),
    ],
)
def test_what_must_be_known_besides_is_said(
    tmp_path: Path, files: list[str], remarks: list[str]
) -> None:
    found = said(tmp_path, *files, lang=Lang.EN).remarks
    for remark in remarks:
        assert any(remark in each for each in found), found
    assert any("Beware" in each for each in found) == (files == [WRONG_LEAF])


def test_rules_that_were_left_out_are_told(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(SOUND, encoding="utf-8")
    checked = app.check(tmp_path, None, ["budget.somme-annees"], Conventions(TODAY))
    known = len(rules.identifiers())
    assert (
        f"Only 1 of the {known} rules were applied." in verdict(briefed(checked), Lang.EN).remarks
    )


def test_a_framework_alone_says_that_no_budget_was_checked(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("format: x", encoding="utf-8")
    (tmp_path / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    checked = app.check(tmp_path, None, rules.identifiers(), Conventions(TODAY))
    found = verdict(briefed(checked), Lang.EN)
    assert found.sentence == "Not to be signed as it is: 1 file could not be checked"
    assert "No budget was checked." in found.remarks


def test_counts_agree_with_the_findings(tmp_path: Path) -> None:
    briefing = briefing_of(tmp_path, WRONG_TOTAL, INDICATORS)
    told = {each.name: each.said for each in counts(briefing, Lang.FR)}
    assert told == {
        "erreurs": "2",
        "avertissement": "0",
        "info": "0",
        "totaux confirmés": "11 sur 14",
    }
