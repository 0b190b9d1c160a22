"""Totals left behind, in a plan of two axes, tableau 1 and the announced total."""

from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diff.change import Stale
from pan_tp_cli.equation import expected
from pan_tp_cli.message import Message
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Place, Role
from pan_tp_cli.recompute import Recomputed, recompute, said
from pan_tp_cli.repair import Change, Pattern
from pan_tp_cli.rewrite import rewritten
from pan_tp_cli.standing import canonical
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Lang
from tests.diff.comparing import CATALOGUE, compared
from tests.projects import Read, framework, read

PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
total_general: {chiffres: 50, lettres: cinquante}
recapitulatif:
  axes:
    - {axe: 1, 2023: 20, 2024: 12, total: 32, part: 64 %}
    - {axe: 2, 2023: 10, 2024: 8, total: 18, part: 36 %}
  total: {2023: 30, 2024: 20, total: 50, part: 100 %}
axes:
  - code: 1
    intitule: A
    budget: {2023: 20, 2024: 12, total: 32}
    actions:
      - code: 1.1
        intitule: B
        budget: {2023: 12, 2024: 11, total: 23}
        activites:
          - {id: 1.1-01, intitule: C, budget: {2023: 5, 2024: 8, total: 13}}
          - {id: 1.1-02, intitule: D, budget: {2023: 7, 2024: 3, total: 10}}
      - code: 1.2
        intitule: E
        budget: {2023: 8, 2024: 1, total: 9}
        activites:
          - {id: 1.2-01, intitule: F, budget: {2023: 8, 2024: 1, total: 9}}
  - code: 2
    intitule: G
    budget: {2023: 10, 2024: 8, total: 18}
    activites:
      - {id: 2-01, intitule: H, budget: {2023: 6, 2024: ~, total: 6}}
      - {id: 2-02, intitule: I, budget: {2023: 4, 2024: 8, total: 12}}
"""
RIGHT = read(PLAN)
Name = tuple[str, str | None]
Stated = tuple[str, Place, tuple[Place, ...]]


def replaced(*edits: tuple[str, str], text: str = PLAN) -> Read:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read("", text) if "indicateurs-1" in text else read(text)


def computed(given: Read) -> Recomputed:
    return recompute(given.project, CATALOGUE)


def cells(given: Read) -> dict[Name, Cell]:
    return {(cell.entry.node, cell.column): cell for cell in given.project.cells()}


def values(given: Read) -> dict[Name, Value]:
    return {name: cell.value for name, cell in cells(given).items()}


def with_values(given: Read, wanted: dict[Name, Value]) -> Read:
    """Return a version with other values in some cells."""
    changes = [_change(cells(given)[name], value) for name, value in wanted.items()]
    return with_changes(given, changes)


def _change(cell: Cell, value: Value) -> Change:
    return Change(cell.entry.node, cell.column, cell.place, cell.value, value)


def with_changes(given: Read, changes: Iterable[Change]) -> Read:
    return read(rewritten(given.documents[Role.PLAN], changes))


def old(given: Read) -> set[Name]:
    """Return the totals that are wrong in a version."""
    return {(change.node, change.column) for change in computed(given).changes}


def settled(found: Sequence[Stale], way: int) -> list[Change]:
    """Return the cells to write if all findings take the first, or the second, way out."""
    repairs = [each.finding.repairs[way] for each in found]
    alone = {change.place: change for repair in repairs for change in repair.changes}
    together = {change.place: change for repair in repairs for change in repair.together}
    return list({**alone, **together}.values())


def stale(before: Read, after: Read) -> tuple[Stale, ...]:
    return compared(before, after).stale


def names(part: Sequence[tuple[object, object]]) -> list[Name]:
    """Return node and column of the leaves, or of the totals, of a record."""
    changes = [change for _, change in part]
    found = (each.after or each.before for each in changes)  # type: ignore[attr-defined]
    return [(cell.entry.node, cell.column) for cell in found]


def ways(found: Stale) -> list[tuple[Pattern, dict[Name, Value]]]:
    return [
        (each.pattern, {(change.node, change.column): change.proposed for change in each.changes})
        for each in found.finding.repairs
    ]


def shown(message: Message) -> list[tuple[str, int]]:
    """Return the columns and amounts that a message names."""
    said = message.values["changes"]
    assert isinstance(said, tuple)
    return [(str(each.values["column"]), int(str(each.values["amount"]))) for each in said
            if isinstance(each, Message)]  # fmt: skip


def test_a_change_that_no_total_followed() -> None:
    (found,) = stale(RIGHT, replaced(("7, 2024: 3, total: 10", "7, 2024: 7, total: 14")))
    assert names(found.leaves) == [("1.1-02", "2024")]
    # 11 + 4 = 15, 23 + 4 = 27, 12 + 4 = 16, 32 + 4 = 36, 20 + 4 = 24, 50 + 4 = 54
    carried = {
        ("total_general", "total"): 54,
        ("total_general", None): 54,
        ("recap:1", "2024"): 16,
        ("recap:1", "total"): 36,
        ("recap:1", "part"): Percent(67),
        ("recap:2", "part"): Percent(33),
        ("recap:total", "2024"): 24,
        ("recap:total", "total"): 54,
        ("1", "2024"): 16,
        ("1", "total"): 36,
        ("1.1", "2024"): 15,
        ("1.1", "total"): 27,
    }
    assert set(names(found.totals)) == set(carried)
    assert ways(found) == [
        (Pattern.STALE_TOTALS, carried),
        (Pattern.PUT_BACK, {("1.1-02", "2024"): 3, ("1.1-02", "total"): 10}),
    ]
    finding = found.finding
    assert (finding.rule, finding.node, finding.column) == ("budget.totaux-perimes", "1.1", None)
    assert shown(finding.message) == [("2024", 4)]
    assert shown(finding.repairs[0].message) == [("2024", 4)]


def test_totals_that_followed_are_put_back_with_the_row() -> None:
    # the row, its action and the axis followed; tableau 1 and the announced total did not
    after = replaced(
        ("7, 2024: 3, total: 10", "7, 2024: 7, total: 14"),
        ("{2023: 12, 2024: 11, total: 23}", "{2023: 12, 2024: 15, total: 27}"),
        ("budget: {2023: 20, 2024: 12, total: 32}", "budget: {2023: 20, 2024: 16, total: 36}"),
    )
    (found,) = stale(RIGHT, after)
    assert found.finding.node == "recap:1"
    assert ("1", "2024") not in names(found.totals)
    assert ways(found)[1][1] == {
        ("1.1-02", "2024"): 3,
        ("1.1-02", "total"): 10,
        ("1.1", "2024"): 11,
        ("1.1", "total"): 23,
        ("1", "2024"): 12,
        ("1", "total"): 32,
    }


def test_a_total_of_a_row_that_did_not_follow() -> None:
    given = replaced(("7, 2024: 3, total: 10", "7, 2024: 7, total: 10"))
    carried = with_changes(
        given, [each for each in computed(given).changes if each.node != "1.1-02"]
    )
    (found,) = stale(RIGHT, carried)
    assert names(found.leaves) == [("1.1-02", "2024")]
    assert names(found.totals) == [("1.1-02", "total")]
    assert found.finding.node == "1.1-02"


def test_a_total_that_changed_alone() -> None:
    (found,) = stale(RIGHT, replaced(("chiffres: 50", "chiffres: 60")))
    assert (names(found.leaves), names(found.totals)) == ([], [("total_general", "total")])
    assert shown(found.finding.message) == [("total", 10)]
    # either what the rows add up to, or a row is to change: which one is not known
    assert ways(found) == [
        (Pattern.PUT_BACK, {("total_general", "total"): 50}),
        (Pattern.STALE_TOTALS, {}),
    ]


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([("C, budget: {2023: 5", "C+, budget: {2023: 5")], id="an old fault"),
        pytest.param([("chiffres: 51", "chiffres: 50")], id="put right"),
        pytest.param(
            [("7, 2024: 3, total: 10", "7, 2024: 4, total: 11"),
             ("{2023: 12, 2024: 11, total: 23}", "{2023: 12, 2024: 12, total: 24}"),
             ("  budget: {2023: 20, 2024: 12, total: 32}",
              "  budget: {2023: 20, 2024: 13, total: 33}"),
             ("1, 2023: 20, 2024: 12, total: 32, part: 64",
              "1, 2023: 20, 2024: 13, total: 33, part: 65"),
             ("part: 36", "part: 35"),
             ("2024: 20, total: 50", "2024: 21, total: 51"),
             ("lettres: cinquante", "lettres: cinquante et un")],
            id="the rows now make what the total said",
        ),
    ],
)  # fmt: skip
def test_what_is_not_told(edits: list[tuple[str, str]]) -> None:
    wrong = PLAN.replace("chiffres: 50", "chiffres: 51")
    assert stale(read(wrong), replaced(*edits, text=wrong)) == ()


def test_an_old_fault_stays_in_a_total_that_is_put_back() -> None:
    wrong = PLAN.replace("{2023: 12, 2024: 11, total: 23}", "{2023: 12, 2024: 11, total: 29}")
    # the total of the action followed (29 + 4), its year did not
    after = replaced(
        ("7, 2024: 3, total: 10", "7, 2024: 7, total: 14"),
        ("2024: 11, total: 29", "2024: 11, total: 33"),
        text=wrong,
    )
    (found,) = stale(read(wrong), after)
    assert ("1.1", "total") not in names(found.totals)
    assert ways(found)[1][1][("1.1", "total")] == 29


def test_a_row_that_was_added_is_named_and_cannot_be_put_back_by_its_cells() -> None:
    row = "          - {id: 1.2-01, intitule: F,"
    new = "          - {id: 1.2-02, intitule: J, budget: {2023: 1, 2024: 0, total: 1}}\n"
    (found,) = stale(RIGHT, replaced((row, new + row)))
    assert names(found.leaves) == [("1.2-02", "2023")]
    assert ("1.2", "2023") in names(found.totals)
    (_, carried), (_, back) = ways(found)
    assert carried["1.2", "2023"] == 9
    assert back == {}


def test_a_row_that_was_removed() -> None:
    row = "          - {id: 1.1-02, intitule: D, budget: {2023: 7, 2024: 3, total: 10}}\n"
    (found,) = stale(RIGHT, replaced((row, "")))
    assert names(found.leaves) == [("1.1-02", "2023"), ("1.1-02", "2024")]
    (_, carried), (_, back) = ways(found)
    assert (carried["1.1", "2023"], carried["1.1", "total"]) == (5, 13)
    assert back == {}


def test_a_heading_without_any_row_left_has_amounts_of_its_own() -> None:
    row = "          - {id: 1.2-01, intitule: F, budget: {2023: 8, 2024: 1, total: 9}}\n"
    assert stale(RIGHT, replaced(("        activites:\n" + row, "        activites: []\n"))) == ()


def test_a_row_that_moved_leaves_both_headings_behind() -> None:
    row = "          - {id: 1.1-02, intitule: D, budget: {2023: 7, 2024: 3, total: 10}}\n"
    goal = "      - {id: 2-01, intitule: H,"
    moved = row.replace("          - ", "      - ")
    (found,) = stale(RIGHT, replaced((row, ""), (goal, moved + goal)))
    assert names(found.leaves) == [("1.1-02", "2023"), ("1.1-02", "2024")]
    named = set(names(found.totals))
    assert {("1.1", "2023"), ("1", "total"), ("2", "2024"), ("recap:2", "part")} <= named
    # the plan as a whole holds what it held
    assert not named & {("total_general", "total"), ("recap:total", "2023")}


def test_rows_without_a_total_in_common_are_told_apart() -> None:
    after = replaced(
        ("7, 2024: 3, total: 10", "7, 2024: 7, total: 14"),
        ("4, 2024: 8, total: 12", "4, 2024: 9, total: 13"),
    )
    found = stale(RIGHT, after)
    assert [names(each.leaves) for each in found] == [[("1.1-02", "2024")], [("2-02", "2024")]]
    assert [shown(each.finding.message) for each in found] == [[("2024", 4)], [("2024", 1)]]
    # both are behind the total of the plan
    assert all(("total_general", "total") in names(each.totals) for each in found)


def test_a_cell_that_cannot_be_read_leaves_nothing_to_be_said_of_its_totals() -> None:
    after = replaced(("7, 2024: 3, total: 10", "7, 2024: 3 0, total: 10"))
    assert stale(RIGHT, after) == ()


# --- what always holds ------------------------------------------------------------------------

LEAVES = sorted(
    (name for name, cell in cells(RIGHT).items() if cell.place not in computed(RIGHT).targets),
    key=str,
)
TOTALS = sorted(set(cells(RIGHT)) - set(LEAVES), key=str)


@st.composite
def with_old_faults(draw: st.DrawFn) -> Read:
    """Draw a first version, some of its totals wrong."""
    wrong = draw(st.dictionaries(st.sampled_from(TOTALS), st.integers(1, 10**6), max_size=2))
    right = {name: value for name, value in values(RIGHT).items() if isinstance(value, int)}
    return with_values(RIGHT, {name: right[name] + wrong[name] for name in right.keys() & wrong})


@st.composite
def with_other_leaves(draw: st.DrawFn, given: Read) -> Read:
    """Draw a version with other amounts in some rows, all totals left as they were."""
    amounts = st.one_of(st.integers(0, 90), st.none())
    return with_values(
        given, draw(st.dictionaries(st.sampled_from(LEAVES), amounts, min_size=1, max_size=3))
    )


def carried(before: Read, after: Read) -> Iterator[tuple[Name, Value]]:
    """Yield what each total says that follows its leaves, an old fault staying in it."""
    sides = [computed(each).values for each in (before, after)]
    places = {name: cell.place for name, cell in cells(after).items()}
    for name in TOTALS:
        old, new = (side[places[name]] for side in sides)
        printed = values(before)[name]
        if old != new and isinstance(old, int) and isinstance(new, int):
            yield name, printed + new - old if isinstance(printed, int) else new
        elif old != new:
            yield name, new


@given(with_old_faults(), st.data())
def test_leaves_carried_into_all_totals_leave_nothing_behind(
    before: Read, data: st.DataObject
) -> None:
    given = data.draw(with_other_leaves(before))
    after = with_changes(given, computed(given).changes)
    assert stale(before, after) == ()


@given(with_old_faults(), st.data())
def test_the_totals_left_behind_are_named_and_no_others(before: Read, data: st.DataObject) -> None:
    given = data.draw(with_other_leaves(before))
    followed = dict(carried(before, given))
    chosen = data.draw(st.sets(st.sampled_from(TOTALS)))
    wanted = {name: value for name, value in followed.items() if name not in chosen}
    after = with_values(given, wanted)
    wrong = {name for name in followed if name in chosen and cells(after)[name].value is not None}
    right = computed(after)
    put_right = {name for name in wrong if right.off(cells(after)[name]) in (0, Percent(0))}
    named = {name for each in stale(before, after) for name in names(each.totals)}
    assert named <= wrong - put_right
    # what was wrong before is told here only along with what was not
    assert wrong - put_right - named <= old(before)


@given(st.data())
def test_the_first_way_out_makes_all_totals_agree(data: st.DataObject) -> None:
    after = data.draw(with_other_leaves(RIGHT))
    kept = data.draw(st.sets(st.sampled_from(computed(after).changes or (None,))))
    after = with_changes(after, [each for each in kept if each])
    again = with_changes(after, settled(stale(RIGHT, after), 0))
    assert computed(again).changes == ()


@given(with_old_faults(), st.data())
def test_the_second_way_out_brings_back_the_old_figures(before: Read, data: st.DataObject) -> None:
    """One after the other: a share of two of them depends on both, and one may settle another."""
    given = data.draw(with_other_leaves(before))
    chosen = data.draw(st.sets(st.sampled_from(TOTALS)))
    followed = {name: each for name, each in carried(before, given) if name in chosen}
    after = with_values(given, followed)
    found = left = stale(before, after)
    while left:
        first, number = left[0], len(left)
        if not first.finding.repairs[1].changes:
            return  # other changes made up for this one: it is told in words alone
        after = with_changes(after, first.finding.repairs[1].changes)
        assert {name: values(after)[name] for name in names(first.leaves)} == {
            name: values(before)[name] for name in names(first.leaves)
        }
        left = stale(before, after)
        assert len(left) < number
    told = {name for each in found for name in names(each.leaves)}
    if {name for name in LEAVES if values(given)[name] != values(before)[name]} <= told:
        # or what was wrong before and followed is right by that
        as_before = values(after) == values(before)
        assert as_before or len(violated(after)) < len(violated(before))


# --- each way out, taken literally -------------------------------------------------------------


def violated(given: Read) -> set[Stated]:
    """Return the equations that do not hold: rule, place and terms."""
    targets = computed(given).targets
    values = {cell.place: cell for cell in given.project.cells()}
    found: set[Stated] = set()
    for place, equations in targets.items():
        for each in equations:
            asked = expected(each)
            says = None if asked is None else said(values[place], asked)
            if asked is not None and (says is None or canonical(says) != canonical(asked)):
                found.add((each.rule, place, tuple(term.place for term in each.terms)))
    return found


def leaves_of(found: Sequence[Stale]) -> list[list[Name]]:
    return sorted((names(each.leaves) for each in found), key=str)


@st.composite
def half_followed(draw: st.DrawFn, before: Read) -> Read:
    """Draw a version with other amounts in some rows, which some totals followed."""
    given = draw(with_other_leaves(before))
    chosen = draw(st.sets(st.sampled_from(TOTALS)))
    return with_values(given, {n: v for n, v in carried(before, given) if n in chosen})


@given(with_old_faults(), st.data())
def test_a_way_out_breaks_no_equation_that_held(before: Read, data: st.DataObject) -> None:
    after = data.draw(half_followed(before))
    for each in stale(before, after):
        for repair in each.finding.repairs:
            again = with_changes(after, repair.changes)
            assert violated(again) <= violated(after)


@given(st.data())
def test_a_way_out_alone_settles_its_finding(data: st.DataObject) -> None:
    after = data.draw(half_followed(RIGHT))
    found = stale(RIGHT, after)
    for each in found:
        for repair in (each for each in each.finding.repairs if each.changes):
            left = leaves_of(stale(RIGHT, with_changes(after, repair.changes)))
            assert names(each.leaves) not in left
            # what is left may be grouped otherwise, but no row is told that was not before
            told = {name for rows in leaves_of(found) for name in rows}
            assert {name for rows in left for name in rows} <= told


@given(with_old_faults(), st.data())
def test_putting_back_touches_no_cell_that_did_not_change(
    before: Read, data: st.DataObject
) -> None:
    after = data.draw(half_followed(before))
    for each in stale(before, after):
        for change in each.finding.repairs[1].changes:
            name = change.node, change.column
            assert canonical(values(before)[name]) != canonical(values(after)[name])


@given(st.data())
def test_the_same_way_out_of_all_findings_settles_them_all(data: st.DataObject) -> None:
    after = data.draw(half_followed(RIGHT))
    found = stale(RIGHT, after)
    for way in (0, 1):
        if all(each.finding.repairs[way].changes for each in found):
            again = with_changes(after, settled(found, way))
            assert violated(again) <= violated(after)
            assert stale(RIGHT, again) == ()


def test_a_total_that_was_wrong_before_is_an_old_fault() -> None:
    wrong = PLAN.replace("{2023: 8, 2024: 1, total: 9}}", "{2023: 8, 2024: 1, total: 1}}")
    assert wrong != PLAN
    # the row makes 10 now, all totals above followed, its own still says 1
    given = replaced(("2023: 8, 2024: 1, total: 1}", "2023: 9, 2024: 1, total: 1}"), text=wrong)
    above = [each for each in computed(given).changes if each.node != "1.2-01"]
    assert stale(read(wrong), with_changes(given, above)) == ()
    # nothing followed: the old fault is not carried anywhere, nor mended on the way
    (found,) = stale(read(wrong), given)
    assert ("1.2-01", "total") not in names(found.totals)
    assert ways(found)[0][1]["1.2", "total"] == 10


TWO = (
    ("6, 2024: ~, total: 6", "3, 2024: ~, total: 3"),
    ("F, budget: {2023: 8, 2024: 1, total: 9", "F, budget: {2023: 7, 2024: 1, total: 8"),
)


@pytest.mark.parametrize("ways_taken", [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_two_findings_that_share_totals_are_settled_in_any_way(ways_taken: tuple[int, int]) -> None:
    after = replaced(*TWO)
    found = stale(RIGHT, after)
    assert [names(each.leaves) for each in found] == [[("1.2-01", "2023")], [("2-01", "2023")]]
    chosen = [each.finding.repairs[way] for each, way in zip(found, ways_taken, strict=True)]
    changes = {change.place: change for repair in chosen for change in repair.changes}
    if len(set(ways_taken)) == 1:
        changes |= {change.place: change for repair in chosen for change in repair.together}
    again = with_changes(after, changes.values())
    assert (violated(again), stale(RIGHT, again)) == (set(), ())


def test_what_findings_share_is_told_for_each_alone_and_for_all() -> None:
    (first, second) = stale(RIGHT, replaced(*TWO))
    total = ("total_general", "total")
    # 50 - 1, 50 - 3; with both 50 - 4
    assert (ways(first)[0][1][total], ways(second)[0][1][total]) == (49, 47)
    for each in (first, second):
        together = {(c.node, c.column): c.proposed for c in each.finding.repairs[0].together}
        assert together[total] == 46
    assert [way[1] for way in (ways(first)[1], ways(second)[1])] == [
        {("1.2-01", "2023"): 8, ("1.2-01", "total"): 9},
        {("2-01", "2023"): 6, ("2-01", "total"): 6},
    ]
    # of 46 axis 2 holds 15, 33 %; of 47 alone 32 %
    assert ways(second)[0][1]["recap:2", "part"] == Percent(32)


# --- totals of targets, and words ---------------------------------------------------------------

TARGETS = framework("""\
    unite: nombre
    reference: 0
    cibles: {2023: 500, 2024: 3 000}
    total: 3 500
    """)


def test_a_total_of_targets_that_did_not_follow() -> None:
    (found,) = stale(read("", TARGETS), replaced(("2024: 3 000", "2024: 2 000"), text=TARGETS))
    finding = found.finding
    assert (finding.rule, finding.node, finding.column) == ("indicateur.total", "P1.1-1", "total")
    assert (finding.printed, finding.expected, finding.difference) == (3500, 2500, 1000)
    assert names(found.leaves) == [("P1.1-1", "2024")]
    assert ways(found) == [
        (Pattern.STALE_TOTALS, {("P1.1-1", "total"): 2500}),
        (Pattern.PUT_BACK, {("P1.1-1", "2024"): 3000}),
    ]


def test_words_that_changed_alone_are_put_back_as_they_were() -> None:
    given = PLAN.replace("lettres: cinquante", "lettres: Cinquante francs CFA")
    edit = ("Cinquante francs", "Cinquante-deux francs")
    (found,) = stale(read(given), replaced(edit, text=given))
    assert ways(found) == [
        (Pattern.PUT_BACK, {("total_general", None): "Cinquante francs CFA"}),
        (Pattern.STALE_TOTALS, {}),
    ]
    assert "chiffres" in found.finding.repairs[1].message.render(Lang.FR)
