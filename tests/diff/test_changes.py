"""What changed, and how much it weighs: the smallest edits of a plan and of its framework."""

import pytest

from pan_tp_cli.diff import changes, followed, of_totals
from pan_tp_cli.diff.aspect import Aspect, Weight, weight_of
from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.course import Course, Due
from pan_tp_cli.diff.node import NodeKind
from pan_tp_cli.money import Percent
from pan_tp_cli.text import Lang
from tests.diff.comparing import compared, figures, remarks, replaced, told
from tests.projects import framework, read

PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
titre: Plan d'action
sigle: PAN
revision: 2024-01-31
structures: {DNDS: Direction Nationale}
total_general: {chiffres: 60, lettres: soixante}
recapitulatif:
  axes:
    - {axe: 1, intitule: PREVENTION, 2023: 15, 2024: 35, total: 50, part: 83 %}
    - {axe: 2, intitule: PROTECTION, 2023: 10, 2024: 0, total: 10, part: 17 %}
  total: {2023: 25, 2024: 35, total: 60, part: 100 %}
axes:
  - code: 1
    intitule: Prévention
    budget: {2023: 15, 2024: 35, total: 50}
    actions:
      - code: 1.1
        intitule: Informer les communautés
        budget: {2023: 15, 2024: 5, total: 20}
        activites:
          - {id: 1.1-01, intitule: Former 20 juges, responsable: DNDS, budget: {2023: 10, 2024: ~, total: 10}}
          - {id: 1.1-02, intitule: Équiper les centres, quantite: 3, budget: {2023: 5, 2024: 5}}
      - code: 1.2
        intitule: Protéger les familles
        budget: {2023: 0, 2024: 30, total: 30}
  - code: 2
    intitule: Protection
    activites:
      - {id: 2-01, intitule: Soigner, budget: {2023: 10, 2024: 0, total: 10}}
"""  # noqa: E501
FRAMEWORK = framework("unite: nombre\nreference: 1\ncibles: {2023: 5, 2024: 7}\ntotal: 12\n")
SHARES = framework("unite: pourcentage\nreference: ~\ncibles: {2023: 5 %, 2024: 7 %}\ntotal: 6 %\n")
BREAKING, ATTENTION, INFO = "breaking", "attention", "info"


def found(*edits: tuple[str, str], plan: str = PLAN) -> tuple[Change, ...]:
    return compared(read(plan), read(replaced(plan, *edits))).changes


def of_framework(*edits: tuple[str, str], before: str = FRAMEWORK) -> tuple[Change, ...]:
    after = replaced(before, *edits)
    return compared(read(indicators=before), read(indicators=after)).changes


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("titre: Plan d'action", "titre: Plan de riposte", ("plan", "reworded", INFO)),
        ("sigle: PAN", "sigle: PAN 2", ("plan", "acronym", INFO)),
        ("revision: 2024-01-31", "revision: 2024-02-01", ("plan", "revision", INFO)),
        ("{DNDS: Direction Nationale}", "{}", ("plan", "structures", ATTENTION)),
        ("sigle: PAN", "monnaie: EUR\nsigle: PAN", ("plan", "currency", BREAKING)),
        ("responsable: DNDS", "responsable: MJDH", ("1.1-01", "responsible", ATTENTION)),
        ("responsable: DNDS, ", "", ("1.1-01", "responsible", ATTENTION)),
        ("quantite: 3", "quantite: 4", ("1.1-02", "quantity", ATTENTION)),
        ("quantite: 3", "quantite: 3, periodicite: annuelle",
         ("1.1-02", "periodicity", ATTENTION)),
        ("quantite: 3", "quantite: 3, indicateurs: [P1.1-1]",
         ("1.1-02", "indicators", ATTENTION)),
        ("quantite: 3", "quantite: 3, note: à revoir", ("1.1-02", "note", INFO)),
        ("quantite: 3", "quantite: 3, en_trop: [5]", ("1.1-02", "extra-cells", BREAKING)),
        ("Équiper les centres", "Équiper tous les centres", ("1.1-02", "reworded", INFO)),
        ("Former 20 juges", "Former 30 juges", ("1.1-01", "reworded", ATTENTION)),
        ("Former 20 juges", "FORMER 20 juges.", ("1.1-01", "reworded", INFO)),
        ("intitule: PREVENTION", "intitule: PRÉVENTION", ("recap:1", "reworded", INFO)),
        ("id: 2-01", "id: 2-02", ("2-02", "renumbered", ATTENTION)),
        ("2023: 5, 2024: 5}", "2023: 6, 2024: 5}", ("1.1-02", "budget", BREAKING)),
        ("2023: 5, 2024: 5}", "2023: ~, 2024: 5}", ("1.1-02", "budget", BREAKING)),
        ("2023: 5, 2024: 5}", "2023: 5 0, 2024: 5}", ("1.1-02", "budget", BREAKING)),
        ("2023: 5, 2024: 5}", "2023: 4, 2024: 6}", ("1.1-02", "budget", ATTENTION)),
        ("2023: 0, 2024: 30, total: 30}", "2023: 1, 2024: 30, total: 31}",
         ("1.2", "budget", BREAKING)),
        ("2023: 10, 2024: ~", "2023: 10, 2024: 0", ("1.1-01", "budget", INFO)),
        ("2023: 5, 2024: 5}", "2023: 5, 2024: 5, total: 10}", ("1.1-02", "budget", ATTENTION)),
        ("2023: 5, 2024: 5}", "2023: 5, 2024: 5, total: 11}", ("1.1-02", "budget", BREAKING)),
        ("2023: 15, 2024: 5, total: 20", "2023: 15, 2024: 5, total: 21",
         ("1.1", "budget", BREAKING)),
        ("2023: 15, 2024: 5, total: 20", "2023: 15, 2024: 5", ("1.1", "budget", ATTENTION)),
        ("lettres: soixante", "lettres: Soixante francs CFA",
         ("total_general", "budget", INFO)),
        ("lettres: soixante", "lettres: cinquante", ("total_general", "budget", BREAKING)),
        ("part: 83 %", "part: 83.3 %", ("recap:1", "budget", INFO)),
        ("part: 83 %", "part: 84 %", ("recap:1", "budget", BREAKING)),
        (", total: 10, part: 17 %", ", total: 10", ("recap:2", "budget", ATTENTION)),
    ],
)  # fmt: skip
def test_one_edit_of_a_plan_is_one_change(old: str, new: str, change: tuple[str, str, str]) -> None:
    there = found((old, new))
    assert told(there) == {change}
    assert len(there) == 1
    back = compared(read(replaced(PLAN, (old, new))), read(PLAN)).changes
    assert [(each.aspect, each.weight) for each in back] == [
        (each.aspect, each.weight) for each in there
    ]


@pytest.mark.parametrize(
    ("before", "old", "new", "change"),
    [
        (FRAMEWORK, "2023: 5", "2023: 6", ("P1.1-1", "targets", BREAKING)),
        (FRAMEWORK, "2023: 5", "2023: N/A", ("P1.1-1", "targets", BREAKING)),
        (FRAMEWORK, "reference: 1", "reference: 2", ("P1.1-1", "targets", BREAKING)),
        (FRAMEWORK, "2023: 5, 2024: 7", "2023: 4, 2024: 8", ("P1.1-1", "targets", ATTENTION)),
        (SHARES, "2023: 5 %, 2024: 7 %", "2023: 4 %, 2024: 8 %",
         ("P1.1-1", "targets", BREAKING)),
        (SHARES, "reference: ~", "reference: 0 %", ("P1.1-1", "targets", BREAKING)),
        (SHARES, "2023: 5 %", "2023: '5,0 %'", None),
        (FRAMEWORK, "total: 12", "total: 13", ("P1.1-1", "targets", BREAKING)),
        (FRAMEWORK, "[Rapport annuel]", "[Enquête]", ("P1.1-1", "sources", ATTENTION)),
        (FRAMEWORK, "CNCLTPPA", "DNDS", ("P1.1-1", "responsible", ATTENTION)),
        (FRAMEWORK, "[OSC]", "[OSC, PTF]", ("P1.1-1", "partners", ATTENTION)),
        # 2 × 6 of 6 + 15 characters in common, and 0 of 6 + 4: perhaps something else altogether
        (FRAMEWORK, "intitule: Nombre", "intitule: Nombre de juges", ("P1.1-1", "reworded", INFO)),
        (FRAMEWORK, "intitule: Nombre", "intitule: Part", ("P1.1-1", "reworded", BREAKING)),
        (FRAMEWORK, "total: 12", "total: 12\n            note: vu", ("P1.1-1", "note", INFO)),
        (FRAMEWORK, "total: 12", "total: 12\n            agregation: somme", None),
        (FRAMEWORK, "total: 12", "total: 12\n            agregation: maximum",
         ("P1.1-1", "aggregation", ATTENTION)),
        (FRAMEWORK, "total: 12", "total: 12\n            cumulatif: oui",
         ("P1.1-1", "aggregation", ATTENTION)),
        (FRAMEWORK, "id: P1.1-1", "id: P1.1-2", ("P1.1-2", "renumbered", ATTENTION)),
        (FRAMEWORK, "intitule: Produit", "intitule: Produits", ("1.1", "reworded", INFO)),
    ],
)  # fmt: skip
def test_one_edit_of_a_framework_is_one_change(
    before: str, old: str, new: str, change: tuple[str, str, str] | None
) -> None:
    there = of_framework((old, new), before=before)
    assert told(there) == ({change} if change else set())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("intitule: Équiper les centres", "intitule: 'Équiper  les centres '"),
        ("2023: 5, 2024: 5}", "2023: '5 FCFA', 2024: 5 XOF}"),
        ("part: 83 %", "part: '83,0%'"),
        ("quantite: 3", "indicateurs: [], quantite: 3"),
        ("sigle: PAN", "monnaie: XOF\nsigle: PAN"),
        ("total: 60, part: 100 %", "total: 60 FCFA, part: 100%"),
    ],
)
def test_what_is_only_written_otherwise_is_no_change(old: str, new: str) -> None:
    assert found((old, new)) == ()


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([("Former 20 juges", "former 20 juges")], [changes.TYPOGRAPHY]),
        ([("Former 20 juges", "Former 30 juges")], [changes.NUMBERS]),
        ([("Former 20 juges", "Former 20 greffiers")], []),
        ([("Former 20 juges", "XXXXX")], [changes.OTHER_ROW]),
        ([("2023: 5, 2024: 5}", "2023: 4, 2024: 6}")], [changes.OTHER_YEARS]),
        ([("2023: 10, 2024: ~", "2023: 10, 2024: 0")], [changes.BLANKS]),
        ([("lettres: soixante", "lettres: Soixante francs")], [changes.REWRITTEN]),
        ([("2023: 5, 2024: 5}", "2023: 5, 2024: 5, total: 10}")], [changes.PRINTED]),
        ([("2023: 15, 2024: 5, total: 20", "2023: 15, 2024: 5")], [changes.NOT_PRINTED]),
        ([("2024: 5, total: 20", "2024: 5, total: 21")], [followed.OF_ROWS[Course.ALONE]]),
        ([("2024: ~, total: 10", "2024: 1, total: 10")], [of_totals.LEFT]),
        ([("2024: ~, total: 10", "2024: 1, total: 12")], [followed.OF_ROWS[Course.BEHIND]]),
        ([("2024: ~, total: 10", "2024: 1, total: 11")], []),
    ],
)
def test_what_is_said_of_a_change(edits: list[tuple[str, str]], expected: list[object]) -> None:
    (change,) = found(*edits)
    assert remarks(change) == expected


def test_a_total_put_right_says_so() -> None:
    wrong = replaced(PLAN, ("2024: 5, total: 20", "2024: 5, total: 21"))
    (change,) = found(("2024: 5, total: 21", "2024: 5, total: 20"), plan=wrong)
    assert remarks(change) == [followed.OF_ROWS[Course.CAUGHT_UP]]
    assert figures(change) == [("total", 21, 20)]
    assert change.correction
    (cell,) = change.cells
    assert cell.due == Due(20, 20, Course.CAUGHT_UP)


def test_a_total_that_catches_up_is_told_apart_from_what_the_rows_did() -> None:
    wrong = replaced(PLAN, ("2024: 5, total: 20", "2024: 5, total: 27"))
    edits = (
        ("2023: 5, 2024: 5}", "2023: 5, 2024: 6}"),
        ("2024: 5, total: 27", "2024: 6, total: 21"),
    )
    told = {change.pair.node.code: change for change in found(*edits, plan=wrong)}
    (total,) = (cell for cell in told["1.1"].cells if cell.due)
    assert (total.old, total.new) == (27, 21)
    assert total.due == Due(20, 21, Course.CAUGHT_UP)


def test_a_change_besides_a_total_put_right_is_no_correction() -> None:
    (change,) = found(("2023: 5, 2024: 5}", "2023: 5, 2024: 6}"))
    assert not change.correction


def test_a_row_that_moves_tells_its_money() -> None:
    rows = "activites: [{id: 1-01, intitule: Former, budget: {2023: 4, 2024: 6}}]"
    other = "activites: [{id: 1-02, intitule: Loger, budget: {2023: 1, 2024: 0}}]"
    head = "format: pan-tp/plan-1\nannees: [2023, 2024]\naxes:\n"
    axes = "- {{code: 1, intitule: A, {}}}\n- {{code: 2, intitule: B, {}}}\n"
    before = read(head + axes.format(rows, other))
    after = read(head + axes.format(other, rows))
    moved = [each for each in compared(before, after).changes if each.aspect is Aspect.MOVED]
    said = [remark.render(Lang.EN) for change in moved for remark in change.remarks]
    assert said == [
        "with its 1\u00a0FCFA (2023)",
        "with its 10\u00a0FCFA (2023: 4, 2024: 6)",
    ]


def test_a_structure_of_another_name_is_told_with_its_place() -> None:
    (change,) = found(("{DNDS: Direction Nationale}", "{DNDS: Direction nationale du social}"))
    assert (change.aspect, change.item) == (Aspect.STRUCTURES, "DNDS")
    assert (change.old, change.new) == ("Direction Nationale", "Direction nationale du social")
    assert change.route == ("structures", "DNDS")


def test_structures_that_came_and_went_are_told_together() -> None:
    changed = found(("{DNDS: Direction Nationale}", "{MJDH: Justice, OI: Organisations}"))
    (change,) = changed
    assert (change.old, change.item) == (("DNDS (Direction Nationale)",), "")
    assert change.new == ("MJDH (Justice)", "OI (Organisations)")


def test_a_quantity_that_its_wording_no_longer_says_is_told() -> None:
    with_quantity = replaced(PLAN, ("Former 20 juges", "Former 20 juges, quantite: 20"))
    (change,) = found(("Former 20 juges", "Former 30 juges"), plan=with_quantity)
    assert remarks(change) == [changes.QUANTITY_STAYS]


def test_the_cells_of_a_change_are_those_that_differ() -> None:
    (change,) = found(("2024: ~, total: 10", "2024: 4, total: 14"))
    assert figures(change) == [("2024", None, 4), ("total", 10, 14)]
    (change,) = found(("part: 83 %", "part: 84 %"))
    assert figures(change) == [("part", Percent(83), Percent(84))]


TOTALS = [
    ("budget: {2023: 15, 2024: 5, total: 20}", "budget: {2023: 15, 2024: 9, total: 24}"),
    ("budget: {2023: 15, 2024: 35, total: 50}", "budget: {2023: 15, 2024: 39, total: 54}"),
    ("2023: 15, 2024: 35, total: 50, part: 83 %", "2023: 15, 2024: 39, total: 54, part: 84 %"),
    ("total: 10, part: 17 %", "total: 10, part: 16 %"),
    ("2023: 25, 2024: 35, total: 60", "2023: 25, 2024: 39, total: 64"),
    ("chiffres: 60, lettres: soixante", "chiffres: 64, lettres: soixante-quatre"),
]


def test_totals_that_follow_are_no_changes_of_their_own() -> None:
    row = ("2024: ~, total: 10", "2024: 4, total: 14")
    assert told(found(row, *TOTALS)) == {("1.1-01", "budget", BREAKING)}


@pytest.mark.parametrize("left", range(len(TOTALS)))
def test_a_total_that_does_not_follow_is_a_change_if_it_changed_at_all(left: int) -> None:
    """One that stayed as it was is told among the totals left behind."""
    row = ("2024: ~, total: 10", "2024: 4, total: 14")
    rest = [each for rank, each in enumerate(TOTALS) if rank != left]
    assert told(found(row, *rest)) == {("1.1-01", "budget", BREAKING)}
    old, new = TOTALS[left]
    digit = {0: "24}", 1: "54}", 2: "total: 54", 3: "16 %", 4: "total: 64", 5: "chiffres: 64"}[left]
    other = replaced(new, (digit, digit.replace("4", "8").replace("16", "18")))
    codes = ("1.1", "1", "recap:1", "recap:2", "recap:total", "total_general")
    assert told(found(row, *rest, (old, other))) == {
        ("1.1-01", "budget", BREAKING),
        (codes[left], "budget", BREAKING),
    }


# --- rows added, removed, moved ---------------------------------------------------------------

ROW = "          - {id: 1.1-02, intitule: Équiper les centres, quantite: 3, budget: {2023: 5, 2024: 5}}\n"  # noqa: E501
ACTION = "      - code: 1.2\n        intitule: Protéger les familles\n"
HEADING = ACTION + "        budget: {2023: 0, 2024: 30, total: 30}\n"


def test_a_row_removed_and_a_row_added() -> None:
    (change,) = found((ROW, ""))
    assert (change.aspect, change.weight, change.along) == (Aspect.REMOVED, Weight.BREAKING, False)
    assert figures(change) == [("2023", 5, None), ("2024", 5, None)]
    (change,) = compared(read(replaced(PLAN, (ROW, ""))), read(PLAN)).changes
    assert (change.aspect, change.weight) == (Aspect.ADDED, Weight.BREAKING)
    assert figures(change) == [("2023", None, 5), ("2024", None, 5)]


@pytest.mark.parametrize("budget", ["2023: 0, 2024: 0", "2023: ~, 2024: ~"])
def test_a_row_added_without_money_asks_for_attention(budget: str) -> None:
    without = replaced(ROW, ("2023: 5, 2024: 5", budget))
    (change,) = compared(
        read(replaced(PLAN, (ROW, ""))), read(replaced(PLAN, (ROW, without)))
    ).changes
    assert (change.aspect, change.weight) == (Aspect.ADDED, Weight.ATTENTION)


def test_a_heading_without_rows_holds_money_of_its_own() -> None:
    (change,) = compared(read(replaced(PLAN, (HEADING, ""))), read(PLAN)).changes
    assert told([change]) == {("1.2", "added", BREAKING)}
    nothing = replaced(HEADING, ("2024: 30, total: 30", "2024: 0, total: 0"))
    after = replaced(PLAN, (HEADING, nothing))
    (change,) = compared(read(replaced(PLAN, (HEADING, ""))), read(after)).changes
    assert told([change]) == {("1.2", "added", ATTENTION)}


NEW = """\
      - code: 1.3
        intitule: Accompagner le retour
        budget: {2023: 1, 2024: 2, total: 3}
        activites:
          - {id: 1.3-01, intitule: Loger, budget: {2023: 1, 2024: 2}}
"""


def test_rows_go_along_with_a_heading_that_is_added_or_removed() -> None:
    longer = replaced(PLAN, (HEADING, HEADING + NEW))
    added = compared(read(PLAN), read(longer)).changes
    assert told(added) == {("1.3", "added", ATTENTION), ("1.3-01", "added", BREAKING)}
    assert {each.pair.node.code: each.along for each in added} == {"1.3": False, "1.3-01": True}
    removed = compared(read(longer), read(PLAN)).changes
    assert told(removed) == {("1.3", "removed", BREAKING), ("1.3-01", "removed", BREAKING)}
    assert {each.pair.node.code: each.along for each in removed} == {"1.3": False, "1.3-01": True}


def test_a_row_that_moved_into_a_heading_that_is_new_does_not_go_along() -> None:
    moved = NEW + ROW
    there = found((ROW, ""), (HEADING, HEADING + moved))
    assert ("1.1-02", "moved", ATTENTION) in told(there)
    (change,) = (each for each in there if each.aspect is Aspect.MOVED)
    assert (change.old, change.new, change.along) == ("1.1", "1.3", False)


def test_a_row_that_moved_and_got_another_id_is_told_twice() -> None:
    goal = "      - {id: 2-01, intitule: Soigner,"
    row = ROW.replace("          - ", "      - ").replace("1.1-02", "2-02")
    there = found((ROW, ""), (goal, row + goal))
    assert told(there) == {("2-02", "moved", ATTENTION), ("2-02", "renumbered", ATTENTION)}
    assert {(each.old, each.new) for each in there} == {("1.1", "2"), ("1.1-02", "2-02")}


@pytest.mark.parametrize(("second", "along"), [("3.1-02", True), ("3.1-12", False)])
def test_ids_that_follow_the_code_of_their_heading_go_along(second: str, along: bool) -> None:
    there = found(("code: 1.1\n", "code: 3.1\n"), ("1.1-01", "3.1-01"), ("1.1-02", second))
    assert {each.pair.node.code: each.along for each in there} == {
        "3.1": False,
        "3.1-01": True,
        second: along,
    }


def test_a_code_that_holds_that_of_its_heading_twice_goes_along_both_ways() -> None:
    """Axis 2 and activity 212 become 3 and 213."""
    old = replaced(PLAN, ("id: 2-01", "id: 212"))
    new = replaced(PLAN, ("  - code: 2\n", "  - code: 3\n"), ("id: 2-01", "id: 213"))
    for sides in ((old, new), (new, old)):
        there = compared(*map(read, sides)).changes
        assert [each.along for each in there if each.pair.node.kind is NodeKind.ACTIVITY] == [True]


# --- weights ----------------------------------------------------------------------------------


def test_every_aspect_has_a_weight_and_the_heaviest_comes_first() -> None:
    assert [weight.rank for weight in Weight] == [0, 1, 2]
    assert {aspect for aspect in Aspect if weight_of(aspect) is Weight.BREAKING} == {
        Aspect.REMOVED, Aspect.BUDGET, Aspect.TARGETS, Aspect.EXTRA, Aspect.CURRENCY,
    }  # fmt: skip
    assert {aspect for aspect in Aspect if weight_of(aspect) is Weight.INFO} == {
        Aspect.REWORDED, Aspect.ACRONYM, Aspect.REVISION, Aspect.NOTE,
    }  # fmt: skip
