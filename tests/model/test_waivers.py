import datetime

import pytest

from pan_tp_cli.fault import InputError
from pan_tp_cli.model.settings import Settings
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.model.waivers import Waivers
from pan_tp_cli.source import read_document
from pan_tp_cli.text import Lang
from tests.projects import waivers

GOOD = "regle: a.b, noeud: 1.1, colonne: 2023, imprime: 1 000, motif: vu, expire: 2024-01-31"


def refusals(text: str, model: type[Waivers] | type[Settings]) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_model(model, read_document(text.encode(), "f"))
    return [
        f"{fault.where.removeprefix('f:')} {fault.message.render(Lang.EN)}"
        for fault in caught.value.faults
    ]


def test_a_waiver_is_read() -> None:
    (waiver,) = read_model(Waivers, read_document(waivers(GOOD).encode(), "f")).waivers
    assert (waiver.rule, waiver.node, waiver.column, waiver.printed) == (
        "a.b", "1.1", "2023", "1 000")  # fmt: skip
    assert (waiver.expected, waiver.expires) == (None, datetime.date(2024, 1, 31))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("regle: a.b, ", "", "3:5 the key 'regle' is missing"),
        ("expire: 2024-01-31", "imprim: 1", "3:5 the key 'expire' is missing"),
        ("imprime", "imprim", "3:45 unknown key 'imprim': did you mean 'imprime'?"),
        ("2024-01-31", "2024-31-01",
         "3:80 a date is written YYYY-MM-DD, for example 2023-08-31"),
        ("2024-01-31", "never", "3:80 a date (YYYY-MM-DD) or 'jamais' is expected here"),
        ("colonne: 2023", "colonne: an",
         "3:39 'an' is not a column: a year, total, part, or ~ where there is none"),
        ("colonne: 2023", "colonne: [2023]", "3:39 a text is expected here"),
        ("noeud: 1.1", "noeud: 1 1",
         "3:25 '1 1' is not a code: 1 to 64 characters without a space"),
        ("pan-tp/derogations-1", "pan-tp/plan-1",
         "1:9 unknown value 'pan-tp/plan-1'; values accepted: pan-tp/derogations-1"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place(old: str, new: str, fault: str) -> None:
    assert fault in refusals(waivers(GOOD).replace(old, new), Waivers)


def test_all_faults_are_told_at_once() -> None:
    assert len(refusals(waivers("regle: a", "noeud: 1", GOOD), Waivers)) == 4


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("selct: [budget]", "1:1 unknown key 'selct': did you mean 'select'?"),
        ("select: budget", "1:9 a list is expected here ('-' or brackets)"),
        ("fail-on: toujours",
         "1:10 unknown value 'toujours'; values accepted: erreur, avertissement, info, jamais"),
        ("lang: de", "1:7 unknown value 'de'; values accepted: fr, en"),
        ("severites: {budget.part: grave}",
         "1:26 unknown value 'grave'; values accepted: erreur, avertissement, info"),
        ("tolerances: [{regle: a.b, montant: 5}]", "1:14 the key 'pourquoi' is missing"),
        ("tolerances: [{regle: a.b, montant: 5, pourquoi: ' '}]",
         "1:49 say why: this text is empty"),
        ("tolerances: [{regle: a.b, montant: 1 00, pourquoi: a}]",
         "1:36 an amount of at least 1 is expected, for example 1 000"),
        ("tolerances: [{regle: a.b, montant: -5, pourquoi: a}]",
         "1:36 an amount of at least 1 is expected, for example 1 000"),
        ("tolerances: [{regle: a.b, montan: 5, pourquoi: a}]",
         "1:27 unknown key 'montan': did you mean 'montant'?"),
    ],
)  # fmt: skip
def test_a_fault_of_the_settings_is_told_at_its_place(text: str, fault: str) -> None:
    assert fault in refusals(text, Settings)
