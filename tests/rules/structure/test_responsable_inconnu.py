import pytest

from tests.projects import cells, framework, plan, read

RULE = "structure.responsable-inconnu"
LIST = """\
structures:
  DNDS: Direction Nationale du Développement Social
  DRPFEF: Direction Régionale de la Promotion de la Femme, de l'Enfant et de la Famille
  MJDH: Ministère de la Justice et des Droits de l'Homme
"""


def rows(*responsible: str, listed: str = LIST) -> str:
    activities = "".join(
        f'      - {{id: 1-{rank:02d}, intitule: A{rank}, responsable: "{name}",'
        " budget: {2023: 1, 2024: 1}}\n"
        for rank, name in enumerate(responsible, 1)
    )
    return plan(f"{listed}axes:\n  - code: 1\n    intitule: A\n    activites:\n{activities}")


@pytest.mark.parametrize(
    ("responsible", "unknown"),
    [
        ("DNDS", []),
        ("dnds", []),
        ("Direction nationale du developpement social", []),
        ("DNDS / MJDH", []),
        ("DNDS, MJDH et DRPFEF ; DNDS", []),
        ("Direction Nationale du Développement Social (DNDS)", []),
        ("DNDS et Ministère de la Justice et des Droits de l'Homme", []),
        ("Direction Régionale de la Promotion de la Femme, de l'Enfant et de la Famille/DNDS", []),
        ("Ministère de la justice", ["Ministère de la justice"]),
        ("DNDS et DNSD", ["DNSD"]),
        ("DNSD; UNICEF", ["DNSD", "UNICEF"]),
        ("DNSD/DNSD", ["DNSD"]),
        (
            "Ministère de la Santé et du Développement / DNDS",
            ["Ministère de la Santé et du Développement"],
        ),
        ("/ DNDS /", []),
    ],
)
def test_each_structure_of_a_cell_is_looked_up(responsible: str, unknown: list[str]) -> None:
    found = read(rows(responsible)).said_by(RULE)
    assert [finding.message.values["name"] for finding in found] == unknown
    assert {finding.node for finding in found} <= {"1-01"}


@pytest.mark.parametrize(
    ("name", "near"),
    [("DNSD", "DNDS"), ("Ministère de la justice", "MJDH"), ("UNICEF", None)],
)
def test_the_nearest_known_structure_is_proposed(name: str, near: str | None) -> None:
    (finding,) = read(rows(name)).said_by(RULE)
    proposed = [message.values["key"] for message in finding.help if "key" in message.values]
    assert proposed == ([near] if near else [])


def test_one_name_is_one_finding_that_lists_the_other_rows() -> None:
    (finding,) = read(rows("OIM", "DNDS", "OIM", "OIM / DNDS")).said_by(RULE)
    assert cells([finding]) == [(RULE, "1-01", None)]
    assert finding.help[-1].values["nodes"] == ("1-03", "1-04")


def test_many_rows_are_not_all_named() -> None:
    (finding,) = read(rows(*["OIM"] * 30)).said_by(RULE)
    assert len(finding.help[-1].values) == 1
    assert finding.help[-1].values["nodes"] != tuple(f"1-{rank:02d}" for rank in range(2, 31))


def test_the_structures_of_indicators_are_looked_up_too() -> None:
    text = framework("unite: nombre\ncibles: {2023: 1, 2024: 1}\nresponsable: OIM")
    assert cells(read(rows("DNDS"), text).said_by(RULE)) == [(RULE, "P1.1-1", None)]


def test_without_a_list_nothing_is_unknown() -> None:
    assert read(rows("OIM", listed="")).said_by(RULE) == []
