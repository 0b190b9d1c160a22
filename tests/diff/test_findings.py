"""The findings of two versions matched: new, repaired, gone, persisting, waived."""

import pytest

from pan_tp_cli.diff.findings import Matched, match
from pan_tp_cli.finding import Located
from tests.diff.comparing import compared, replaced
from tests.projects import Read, plan, read, waivers

RIGHT = plan("""\
    axes:
      - code: 1
        intitule: Prévention
        budget: {2023: 12, 2024: 17, total: 29}
        activites:
          - {id: 1-01, intitule: Former les juges, budget: {2023: 5, 2024: 5, total: 10}}
          - {id: 1-02, intitule: Informer les familles, budget: {2023: 7, 2024: 12}}
    """)
WRONG = ("2024: 5, total: 10}", "2024: 5, total: 99}")
WORSE = ("2024: 5, total: 10}", "2024: 5, total: 77}")
RENAMED = ("{id: 1-01,", "{id: 1-07,")
GONE = (
    "      - {id: 1-01, intitule: Former les juges, budget: {2023: 5, 2024: 5, total: 10}}\n",
    "",
)
SUM = "budget.somme-annees"
WAIVED = waivers(
    f"regle: {SUM}, noeud: 1-01, colonne: total, imprime: 99, attendu: 10, "
    "motif: Ainsi dans le document signé, expire: 2999-12-31"
)


def version(*edits: tuple[str, str], waived: str = "") -> Read:
    return read(replaced(RIGHT, *edits), waivers=waived)


def matched(before: Read, after: Read) -> Matched:
    found = compared(before, after)
    return match(before.settled(), after.settled(), found.pairs, found.touched)


def sums(found: tuple[Located, ...]) -> list[tuple[str, str | None]]:
    """Return node and column of the findings of one rule."""
    return [(each.finding.node, each.finding.column) for each in found if each.finding.rule == SUM]


TOTAL = [("1-01", "total")]


def test_a_new_finding_and_a_repaired_one_mirror_each_other() -> None:
    right, wrong = version(), version(WRONG)
    assert sums(matched(right, wrong).new) == TOTAL
    assert sums(matched(wrong, right).repaired) == TOTAL
    assert sums(matched(right, wrong).repaired) == sums(matched(wrong, right).new) == []


def test_a_finding_persists_with_the_same_values_or_others() -> None:
    for edit, same in ((WRONG, True), (WORSE, False)):
        found = matched(version(WRONG), version(edit))
        kept = [each for each in found.persisting if each.after.finding.rule == SUM]
        assert [each.same_values for each in kept] == [same]
        assert sums(found.new) == sums(found.repaired) == []


def test_a_finding_follows_a_row_that_was_renumbered() -> None:
    found = matched(version(WRONG), version(WRONG, RENAMED))
    kept = [each.after.finding.node for each in found.persisting if each.after.finding.rule == SUM]
    assert kept == ["1-07"]


def test_a_finding_that_went_with_its_row_is_not_repaired() -> None:
    found = matched(version(WRONG), read(replaced(RIGHT, GONE)))
    assert sums(found.gone) == TOTAL
    assert sums(found.repaired) == []


@pytest.mark.parametrize(
    ("before", "born", "newly"),
    [
        pytest.param(version(), TOTAL, [], id="the fault and its waiver came together"),
        pytest.param(version(WRONG), [], TOTAL, id="an old fault is accepted"),
        pytest.param(version(WRONG, waived=WAIVED), [], [], id="it was accepted before"),
    ],
)
def test_a_waived_finding(before: Read, born: list[object], newly: list[object]) -> None:
    found = matched(before, version(WRONG, waived=WAIVED))
    assert sums(found.waived) == TOTAL
    assert (sums(found.born_waived), sums(found.newly_waived)) == (born, newly)
    assert sums(found.new) == sums(found.repaired) == []


def test_a_finding_that_is_no_longer_accepted_is_new() -> None:
    found = matched(version(WRONG, waived=WAIVED), version(WRONG))
    assert sums(found.new) == TOTAL


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention de la traite
    produits:
      - code: 1
        intitule: Les acteurs sont formés
        indicateurs:
          - {id: P1-1, intitule: Nombre, unite: nombre, reference: 0,
             cibles: {2023: 3, 2024: 4}, total: 7}
"""
NEIGHBOURS = plan(
    """\
    axes:
      - code: 1
        intitule: Prévention
        activites:
          - {id: 1-01, intitule: Former, budget:
              {2023: 25 000 000, 2024: 2 500 000, 2025: 25 000 000}}
    """,
    "2023, 2024, 2025",
)


def fates(before: Read, after: Read, rule: str) -> dict[str, list[str | None]]:
    """Return the columns of the findings of a rule that went, by what became of them."""
    found = matched(before, after)
    went = {name: getattr(found, name) for name in ("repaired", "gone", "unseen", "unchecked")}
    named = {
        name: [each.finding.column for each in several if each.finding.rule == rule]
        for name, several in went.items()
    }
    return {name: columns for name, columns in named.items() if columns}


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(("total: 99", "total: 10"), {"repaired": ["total"]}, id="the cell"),
        pytest.param(
            ("2024: 5, total: 99", "2024: 94, total: 99"),
            {"repaired": ["total"]},
            id="a part of it",
        ),
        pytest.param((", total: 99", ""), {"repaired": ["total"]}, id="the cell went"),
    ],
)
def test_a_finding_is_repaired_where_its_cells_changed(
    edit: tuple[str, str], expected: dict[str, list[str | None]]
) -> None:
    wrong = replaced(RIGHT, WRONG)
    assert fates(read(wrong), read(replaced(wrong, edit)), SUM) == expected


def test_a_finding_is_no_longer_seen_where_its_neighbour_changed() -> None:
    rule = "plausibilite.ordre-de-grandeur"
    for edit, fate in (
        (("2023: 25 000 000", "2023: 9 000 000"), "unseen"),
        (("2024: 2 500 000", "2024: 25 000 000"), "repaired"),
    ):
        after = read(replaced(NEIGHBOURS, edit))
        assert fates(read(NEIGHBOURS), after, rule) == {fate: ["2024"]}


def test_what_needs_a_file_that_went_can_no_longer_be_checked() -> None:
    both, alone = read(RIGHT, FRAMEWORK), read(RIGHT)
    rule = "structure.intitule-divergent"
    assert fates(both, alone, rule) == {"unchecked": [None]}
    reworded = FRAMEWORK.replace("Prévention de la traite", "Prévention")
    assert fates(both, read(RIGHT, reworded), rule) == {"repaired": [None]}
    wrong = FRAMEWORK.replace("total: 7", "total: 8")
    assert fates(read(RIGHT, wrong), alone, "indicateur.total") == {"unchecked": ["total"]}


def test_a_hole_in_the_numbering_is_repaired_by_a_row_beside_it() -> None:
    hole = plan("""\
        axes:
          - {code: 1, intitule: Prévention, budget: {2023: 0, 2024: 0}, activites: []}
          - {code: 3, intitule: Justice, budget: {2023: 0, 2024: 0}, activites: []}
        """)
    row = "  - {code: 3,"
    new = "  - {code: 2, intitule: Protection, budget: {2023: 0, 2024: 0}, activites: []}\n"
    filled = read(replaced(hole, (row, new + row)))
    assert fates(read(hole), filled, "structure.numero-manquant") == {"repaired": [None]}
