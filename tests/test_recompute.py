"""Totals from leaves. The sample writes its amounts in every manner that the reader takes."""

import random
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli import engine, rules
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Role
from pan_tp_cli.recompute import Recomputed, recompute
from pan_tp_cli.repair import Change
from pan_tp_cli.rewrite import rewritten
from pan_tp_cli.rule import Rule
from tests.projects import Read, embedded, framework, plan, read

PLAN = """\
# Le plan d'essai : chaque montant à sa manière.
format: pan-tp/plan-1
annees: [2023, 2024]
total_general:
  chiffres: "23 000 000 FCFA"   # annoncé
  lettres: >-
    Vingt-trois millions
    de francs CFA
recapitulatif:
  axes:
    - {axe: 1, 2023: 5\u00a0000\u00a0000, 2024: 7\u202f000_000, total: 12 000 000, part: '52,2 %'}
    - {axe: 2, 2023: 11_000_000, 2024: ~, total: 11000000, part: 48%}
  total: {2023: 16 000 000, 2024: 7 000 000, total: 23 000 000, part: 100 %}
  parts: {2023: 70%, 2024: 30.4 %, total: 100%}
axes:
  - code: 1
    intitule: Prévention
    budget: {2023: 5 000 000, 2024: 7 000 000, total: '12 000 000 XOF'}
    actions:
      - code: 1.1
        intitule: Informer
        activites:
          - {id: 1.1-01, intitule: A, budget: {2023: 1 000 000, 2024: ~, total: 1 000 000}}
          - {id: 1.1-02, intitule: B, budget: {2023: 4 000 000, 2024: 7 000 000}}
  - code: 2
    intitule: Protection
    budget:

      2023: 11 000 000   # une ligne vide au-dessus, une fin de ligne\u00a0
      2024: ~
      total: |-
        11 000 000
    activites: [{id: 2-01, intitule: C, budget: {2023: 11 000 000, 2024: 0}}]
"""
FRAMEWORK = framework(
    "unite: pourcentage\nreference: 200%\ncibles: {2023: 50 %, 2024: 51 %}\ntotal: 51 %"
)


@cache
def loaded() -> tuple[Rule, ...]:
    return rules.load(rules.identifiers())


def computed(given: Read, order: Sequence[Rule] | None = None) -> Recomputed:
    return recompute(given.project, order or loaded())


def texts(given: Read, changes: Sequence[Change]) -> tuple[str, str]:
    """Return the texts of plan and framework with changes made in them."""
    written = {
        role: rewritten(document, [change for change in changes if change.place.role is role])
        for role, document in given.documents.items()
    }
    return written.get(Role.PLAN, ""), written.get(Role.INDICATORS, "")


def cells(result: Recomputed) -> list[tuple[str, str | None, Value]]:
    return [(change.node, change.column, change.proposed) for change in result.changes]


RIGHT = read(PLAN, FRAMEWORK)
TARGETS = [cell for cell in RIGHT.project.cells() if cell.place in computed(RIGHT).targets]


def altered(data: st.DataObject) -> Read:
    """Return the right plan with some of its totals replaced by others."""
    changes = []
    for cell in data.draw(st.lists(st.sampled_from(TARGETS), unique_by=lambda cell: cell.place)):
        units = data.draw(st.integers(0, 10**12))
        decimals = cell.value.decimals if isinstance(cell.value, Percent) else 0
        wrong = Percent(units, decimals) if isinstance(cell.value, Percent) else units
        changes.append(Change(cell.entry.node, cell.column, cell.place, cell.value, wrong))
    return read(*texts(RIGHT, changes))


def test_a_right_plan_stays_as_it_is() -> None:
    assert computed(RIGHT)[2:] == ((), (), (), ())
    assert len(TARGETS) == 25


@given(st.data())
def test_every_total_follows_from_the_leaves(data: st.DataObject) -> None:
    given = altered(data)
    result = computed(given)
    again = read(*texts(given, result.changes))
    assert engine.evaluate_all(again.project, loaded()).violated == 0
    assert computed(again).changes == ()
    leaves = [(cell.place, cell.value) for cell in again.project.cells()]
    assert [each for each in leaves if each[0] not in result.targets] == [
        (cell.place, cell.value)
        for cell in RIGHT.project.cells()
        if cell.place not in result.targets
    ]


@given(st.data())
def test_every_character_outside_of_the_changed_cells_stays(data: st.DataObject) -> None:
    given = altered(data)
    again = read(*texts(given, computed(given).changes))
    for role in given.documents:
        assert outside(given, role) == outside(again, role)


def outside(given: Read, role: Role) -> list[str]:
    """Return the pieces of a file between the cells that are computed."""
    document = given.documents[role]
    pieces, at = [], 0
    for start, end in sorted(
        document.span(cell.place.route) for cell in TARGETS if cell.place.role is role
    ):
        pieces.append(document.text[at:start])
        at = end
    return [*pieces, document.text[at:]]


@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_rules_changes_nothing(data: st.DataObject, chance: random.Random) -> None:
    given = altered(data)
    shuffled = list(loaded())
    chance.shuffle(shuffled)
    one, other = computed(given, shuffled), computed(given)
    assert one[1:] == other[1:]
    assert {place: set(found) for place, found in one.targets.items()} == {
        place: set(found) for place, found in other.targets.items()
    }


def test_the_embedded_plan() -> None:
    result = computed(embedded())
    assert cells(result) == [
        ("1.1.1-02", "total", 50_000_000),
        ("1.1.1-03", "total", 60_000_000),
        ("1.1.1-04", "total", 108_000_000),
        ("1.1.1-05", "total", 5_000_000),
        ("1.1.1-06", "total", 20_000_000),
        ("1.2.2-02", "total", 25_000_000),
        ("P1.2.1-1", "total", 800),
        ("P1.2.1-2", "total", 400),
    ]
    assert len(result.targets) == 226


def test_a_changed_leaf_is_followed_to_the_words() -> None:
    given = read(PLAN.replace("A, budget: {2023: 1 000 000", "A, budget: {2023: 2 000 000"))
    result = computed(given)
    assert cells(result) == [
        ("total_general", "total", 24_000_000),
        ("total_general", None, 24_000_000),
        ("recap:1", "2023", 6_000_000),
        ("recap:1", "total", 13_000_000),
        ("recap:1", "part", Percent(542, 1)),
        ("recap:2", "part", Percent(46)),
        ("recap:total", "2023", 17_000_000),
        ("recap:total", "total", 24_000_000),
        ("recap:parts", "2023", Percent(71)),
        ("recap:parts", "2024", Percent(292, 1)),
        ("1", "2023", 6_000_000),
        ("1", "total", 13_000_000),
        ("1.1-01", "total", 2_000_000),
    ]
    words = next(change.printed for change in result.changes if change.column is None)
    assert words == "Vingt-trois millions de francs CFA"
    after, _ = texts(given, result.changes)
    announced, words, row = '"24 000 000 FCFA"   # annoncé\n', "Vingt-quatre millions", "6\u00a0000"
    assert f"  chiffres: {announced}  lettres: >-\n    {words} de francs CFA\nrecap" in after
    assert f"{{axe: 1, 2023: {row}\u00a0000, 2024: 7\u202f000_000, total: 13 000 000, " in after
    assert "part: '54,2 %'}" in after
    assert "total: '13 000 000 XOF'}" in after


def test_a_blank_cell_that_is_computed_is_filled_and_a_total_left_out_stays_out() -> None:
    row = "C, budget: {2023: 11 000 000, 2024: 0}"
    given = read(PLAN.replace(row, "C, budget: {2023: 11_000, 2024: 5_000}"))
    after, _ = texts(given, computed(given).changes)
    assert "{axe: 2, 2023: 11_000, 2024: 5_000, total: 16000," in after
    assert "      2024: 5 000\n      total: |-\n        16 000\n" in after
    assert "C, budget: {2023: 11_000, 2024: 5_000}}]" in after


def test_totals_of_an_unreadable_leaf_are_left_and_named() -> None:
    given = read(PLAN.replace("2024: 7 000 000}}", "2024: 7 000 00}}"), FRAMEWORK)
    result = computed(given)
    assert result.changes == ()
    assert [(cell.entry.node, cell.column) for cell in result.unreadable] == [("1.1-02", "2024")]
    unknown = [(cell.entry.node, cell.column) for cell in result.unknown]
    assert ("1", "2024") in unknown
    assert ("total_general", None) in unknown
    assert ("1", "2023") not in unknown
    assert ("recap:2", "total") not in unknown


@pytest.mark.parametrize(
    ("printed", "off"),
    [
        ("{2023: 1, 2024: 2, total: 5}", 2),
        ("{2023: 1, 2024: 2, total: 3}", 0),
        ("{2023: 1, 2024: 2, total: 1}", -2),
        ("{2023: 1, 2024: 2, total: 3 00}", None),
        ("{2023: 1, 2024: 2 00, total: 3}", None),
    ],
)
def test_it_tells_by_how_much_a_total_is_too_high(printed: str, off: int | None) -> None:
    given = read(plan(f"axes: [{{code: 1, intitule: A, budget: {printed}}}]"))
    year, _, total = given.project.cells()
    result = computed(given)
    assert (result.off(total), result.off(year)) == (off, None)


@pytest.mark.parametrize(("below", "off"), [("0", 0), ("5", None)])
def test_a_blank_total_says_0_and_nothing_else(below: str, off: int | None) -> None:
    rows = f"activites: [{{id: 1-01, intitule: B, budget: {{2023: {below}, 2024: 1}}}}]"
    axis = f"{{code: 1, intitule: A, budget: {{2023: ~, 2024: 1}}, {rows}}}"
    given = read(plan(f"axes: [{axis}]"))
    blank = next(iter(given.project.cells()))
    assert computed(given).off(blank) == off


def test_it_tells_by_how_much_words_and_shares_are_too_high() -> None:
    given = read(PLAN.replace("part: 48%", "part: 50.3%").replace("Vingt-trois", "Vingt-cinq"))
    result = computed(given)
    off = {(cell.entry.node, cell.column): result.off(cell) for cell in given.project.cells()}
    # 11 of 23 millions are 47.8 %
    assert off["recap:2", "part"] == Percent(25, 1)
    assert off["total_general", None] == 2_000_000
    assert off["total_general", "total"] == 0


def test_an_unreadable_total_is_computed() -> None:
    given = read(PLAN.replace("total: 23 000 000", "total: 23 000 00"), FRAMEWORK)
    assert cells(computed(given)) == [("recap:total", "total", 23_000_000)]


def test_words_that_say_no_number_are_written_anew_and_others_left() -> None:
    for words, changed in (("à préciser", True), ("vingt trois million", False)):
        text = plan(f"""\
            total_general: {{chiffres: 1 0, lettres: {words}}}
            axes: [{{code: 1, intitule: A, budget: {{2023: 23 000 000, 2024: 0, total: ~}}}}]
            """)
        result = computed(read(text))
        assert [change.column for change in result.changes] == ["total", None][: 1 + changed]


def test_words_without_figures_say_what_the_axes_add_up_to() -> None:
    text = plan("""\
        total_general: {lettres: douze}
        axes:
        - {code: 1, intitule: A, budget: {2023: 2, 2024: 3, total: 5}}
        - {code: 2, intitule: B, budget: {2023: 4, 2024: 4, total: 8}}
        """)
    given = read(text)
    result = computed(given)
    assert cells(result) == [("total_general", None, 13)]
    _, words = given.project.grand_total
    assert words is not None
    assert [each.rule for each in result.targets[words.place]] == ["budget.total-en-lettres"]


def test_a_total_of_which_one_of_two_computations_is_unknown_is_not_disputed() -> None:
    """The axes say 5; tableau 1 says nothing, since its only year cannot be read."""
    text = """\
        total_general: {chiffres: 7}
        recapitulatif: {total: {2023: 1 0, total: 5}}
        axes: [{code: 1, intitule: A, budget: {2023: 5, total: 5}}]
        """
    result = computed(read(plan(text, "2023")))
    assert (result.changes, result.disputed) == ((), ())
    assert [(cell.entry.node, cell.column) for cell in result.unknown] == [
        ("total_general", "total"),
        ("recap:total", "total"),
    ]


@pytest.mark.parametrize(
    "row", ["", "    - {axe: 9, 2023: 1, 2024: 1, total: 2, part: 1%}\n"], ids=["less", "more"]
)
def test_totals_that_two_computations_dispute_are_left_and_named(row: str) -> None:
    second = PLAN.splitlines(keepends=True)[11]
    assert "axe: 2" in second
    result = computed(read(PLAN.replace(second, second + row if row else ""), FRAMEWORK))
    assert [(cell.entry.node, cell.column) for cell in result.disputed] == [
        ("total_general", "total")
    ]
    assert [(cell.entry.node, cell.column) for cell in result.unknown] == [("total_general", None)]


def test_a_share_of_nothing_is_left() -> None:
    text = plan("""\
        recapitulatif: {total: {2023: 0, 2024: 0, total: 0, part: 100 %}}
        axes: [{code: 1, intitule: A}]
        """)
    assert [cell.column for cell in computed(read(text)).unknown] == ["part"]


def test_a_total_too_long_to_be_read_again_is_left() -> None:
    row = "budget: {2023: 999999999999999999, 2024: 1, total: 5}"
    result = computed(read(plan(f"axes: [{{code: 1, intitule: A, {row}}}]")))
    assert (result.changes, [cell.column for cell in result.unknown]) == ((), ["total"])


@pytest.mark.parametrize(
    ("aggregation", "total"),
    [("", 9), ("moyenne", 5), ("derniere", 4), ("maximum", 5), ("somme", 9)],
)
def test_a_total_of_targets_goes_by_its_aggregation(aggregation: str, total: int) -> None:
    said = f"agregation: {aggregation}\n" if aggregation else ""
    text = framework(f"unite: nombre\ncibles: {{2023: 5, 2024: 4}}\ntotal: 77\n{said}")
    assert cells(computed(read(indicators=text))) == [("P1.1-1", "total", total)]
