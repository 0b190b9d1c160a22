"""How well cells are protected, worked out by hand on small plans, and what always holds of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli import engine, rules
from pan_tp_cli.calculation import Relation
from pan_tp_cli.coverage import Counts, Coverage, Protection, cover
from pan_tp_cli.equation import Equation
from pan_tp_cli.place import Role
from pan_tp_cli.table import Cell, Entry
from tests.projects import Read, embedded, framework, plan, read

LOC, DET, UN = Protection
CATALOGUE = rules.load(rules.identifiers())


def coverage(given: Read) -> Coverage:
    return engine.run(given.project, given.documents, CATALOGUE).coverage


def protections(given: Read) -> dict[tuple[str, str | None], Protection]:
    """Return how well each cell is protected, by node and column."""
    found = coverage(given)
    return {(c.entry.node, c.column): found.protections[id(c)] for c in found.cells}


def test_the_counts_of_the_embedded_plan() -> None:
    """Worked out by hand from what its document prints.

    Locatable: 23 headings of 6 cells (138), tableau 1 of 5 rows of 6 amounts, 5 shares to their
    right and 6 below (41), the announced total in figures and in words (2), and the 6 activities
    that print a total, of 6 cells (36). Detectable: the other 50 activities, of 5 years (250), and
    the framework: 39 totals and 195 targets, of which one is « N/A » (233). Unprotected: the 39
    baselines.
    """
    assert coverage(embedded()).counts == Counts(138 + 41 + 2 + 36, 250 + 233, 39)


def test_a_row_by_itself_is_detectable_at_best() -> None:
    """One equation, 1 + 2 = 3: whichever of the three is wrong, it alone fails."""
    row = read(plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]"))
    assert protections(row) == {("1", "2023"): DET, ("1", "2024"): DET, ("1", "total"): DET}


TABLE = """\
axes:
- code: 1
  intitule: A
  budget: {2023: 3, 2024: 7, total: 10}
  activites:
  - {id: 1-01, intitule: B, budget: {2023: 1, 2024: 2, total: 3}}
  - {id: 1-02, intitule: C, budget: {2023: 2, 2024: 5%s}}
"""


def test_rows_and_columns_that_cross_locate() -> None:
    """Three rows that add up and three columns that do: each cell is in one row and one column."""
    assert set(protections(read(plan(TABLE % ", total: 7"))).values()) == {LOC}


def test_a_row_without_a_total_is_seen_by_its_columns_alone() -> None:
    """Without the total of 1-02 there is no column of totals either.

    Equations: the rows of 1 and 1-01 (a, b), the columns of 2023 and 2024 (c, d). The cells of 1
    are in ac, ad, a; those of 1-01 in bc, bd, b; those of 1-02 in c and d, which no other cell is
    in alone: all nine are told apart, but a second row like 1-02 takes that from both.
    """
    assert set(protections(read(plan(TABLE % ""))).values()) == {LOC}
    two = TABLE % "" + "  - {id: 1-03, intitule: D, budget: {2023: 0, 2024: ~}}\n"
    found = protections(read(plan(two)))
    alike = {("1-02", "2023"), ("1-02", "2024"), ("1-03", "2023"), ("1-03", "2024")}
    assert {cell for cell, protection in found.items() if protection is DET} == alike
    assert {protection for cell, protection in found.items() if cell not in alike} == {LOC}


def test_what_stands_in_no_equation_is_unprotected_even_where_it_is_blank() -> None:
    bare = read(plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: ~}}]"))
    assert protections(bare) == {("1", "2023"): UN, ("1", "2024"): UN}


def test_an_equation_that_cannot_be_told_protects_nothing() -> None:
    """Of 1 + ? = 3 nothing can be said; the unreadable cell is a finding, and not counted."""
    row = read(plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 1 0, total: 3}}]"))
    assert protections(row) == {("1", "2023"): UN, ("1", "total"): UN}


def test_words_are_a_cell_like_others() -> None:
    """The axis (a): 1 + 2 = 3; the announced total (b): 3 = 3; its words (c): « trois » = 3.

    The years are in a alone, and alike; the total of the axis is in ab, the figures in bc, the
    words in c.
    """
    text = "total_general: {chiffres: 3, lettres: trois}\n"
    row = "axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]"
    assert protections(read(plan(text + row))) == {
        ("total_general", "total"): LOC,
        ("total_general", None): LOC,
        ("1", "2023"): DET,
        ("1", "2024"): DET,
        ("1", "total"): LOC,
    }


def test_words_that_say_no_number_are_not_counted() -> None:
    text = "total_general: {lettres: beaucoup}\n"
    row = "axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]"
    assert ("total_general", None) not in protections(read(plan(text + row)))


SHARES = """\
recapitulatif:
  axes:
  - {axe: 1, 2023: 1, total: 1, part: 25%}
  - {axe: 2, 2023: 3, total: 3, part: 75%}
  total: {2023: 4, total: 4, part: 100%}
axes:
- {code: 1, intitule: A}
- {code: 2, intitule: B}
"""


def test_a_share_is_located_by_the_sums_of_what_it_is_the_share_of() -> None:
    """A wrong amount breaks a sum, which a wrong share does not; so shares are told apart.

    Rows a, b, c and columns d (2023), e (total): the cells of axis 1 are in ad, ae, of axis 2 in
    bd, be, of the total in cd, ce.
    """
    assert set(protections(read(plan(SHARES, years="2023"))).values()) == {LOC}


def test_a_share_is_not_told_from_an_amount_that_no_sum_watches() -> None:
    """Two amounts, in no sum: a large error in one breaks the share, a small one hides."""
    lone = """\
    recapitulatif:
      axes: [{axe: 1, 2023: 1, total: 1, part: 25%}]
      total: {2023: 4, total: 4}
    axes: [{code: 1, intitule: A}]
    """
    project = read(plan(lone, years="2023")).project
    cells = list(project.cells())
    (share,) = (cell for cell in cells if cell.column == "part")
    amounts = tuple(cell for cell in cells if cell.column == "total")
    found = cover(cells, [Equation("r", Relation.SHARE, share, amounts)])
    assert [found.protections[id(cell)] for cell in (share, *amounts)] == [DET, DET, DET]


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        # one sum: whichever cell is wrong, it alone fails
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 3", [DET, DET, DET]),
        # blank: it counts as 0, and what is missing there would be missed in the total
        ("unite: nombre\ncibles: {2023: ~, 2024: 2}\ntotal: 2", [DET, DET, DET]),
        # « N/A » is no number
        ("unite: nombre\ncibles: {2023: N/A, 2024: 2}\ntotal: 2", [DET, DET]),
        # a mean: a wrong total looks like a wrong target, if the target shows at all
        ("unite: pourcentage\ncibles: {2023: 1%, 2024: 2%}\ntotal: 2%", [DET, DET, DET]),
        # the highest: a wrong total looks like a target above it
        (
            "unite: nombre\nagregation: maximum\ncibles: {2023: 1, 2024: 2}\ntotal: 2",
            [DET, DET, DET],
        ),
        # the last: nothing looks at what comes before it
        ("unite: nombre\ncumulatif: oui\ncibles: {2023: 1, 2024: 2}\ntotal: 2", [UN, DET, DET]),
        # a blank last target, once filled in, would be the last; N/A before it changes nothing
        ("unite: nombre\ncumulatif: oui\ncibles: {2023: 2, 2024: ~}\ntotal: 2", [DET, DET, DET]),
        # no total, no equation
        ("unite: nombre\ncibles: {2023: 1, 2024: ~}", [UN, UN]),
    ],
)
def test_indicators(indicator: str, expected: list[Protection]) -> None:
    assert list(protections(read(indicators=framework(indicator))).values()) == expected


def test_a_baseline_is_unprotected() -> None:
    text = framework("unite: nombre\nreference: 5\ncibles: {2023: 1, 2024: 2}\ntotal: 3")
    assert protections(read(indicators=text))["P1.1-1", None] is UN


def test_rules_that_only_remark_protect_nothing() -> None:
    """The shares are summed up to 100 % by such a rule; without the other, nothing sees them."""
    given = read(plan(SHARES, years="2023"))
    remark = rules.load(["budget.somme-pourcentages"])
    counts = engine.run(given.project, given.documents, remark).coverage.counts
    assert (counts.locatable, counts.detectable, counts.total) == (0, 0, 9)


def test_counts_of_some_cells_leave_out_those_that_do_not_count() -> None:
    given = read(plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 1 0, total: 3}}]"))
    found = coverage(given)
    assert found.counts_of(given.project.cells()) == found.counts == Counts(0, 0, 2)


def test_the_counts_alone_hold_no_cells() -> None:
    found = coverage(read(plan(TABLE % "")))
    assert found.counted() == Coverage((), (), found.counts)


# --- what always holds -------------------------------------------------------------------------

SIZE = 8


def cells() -> list[Cell]:
    return [Cell(Entry(Role.PLAN, str(n), "", "", (n,)), "total", n, ()) for n in range(SIZE)]


@st.composite
def statements(draw: st.DrawFn) -> tuple[Relation, list[int]]:
    """Draw what an equation says: its relation, its target and its terms, each cell once."""
    numbers = st.integers(0, SIZE - 1)
    places = draw(st.lists(numbers, min_size=2, max_size=5, unique=True))
    return draw(st.sampled_from(Relation)), places


Statements = list[tuple[Relation, list[int]]]


def covered(stated: Statements, order: list[int]) -> list[Protection]:
    """Return the protection of each cell, with the cells put in some order."""
    made = cells()
    equations = [
        Equation("r", relation, made[target], tuple(made[term] for term in terms))
        for relation, (target, *terms) in stated
    ]
    found = cover([made[n] for n in order], equations).protections
    return [found[id(cell)] for cell in made]


ORDER = list(range(SIZE))


@given(st.lists(statements(), max_size=6), st.randoms())
def test_the_order_of_rows_and_of_equations_changes_nothing(
    stated: Statements, chance: random.Random
) -> None:
    shuffled = chance.sample(stated, len(stated))
    assert covered(shuffled, chance.sample(ORDER, SIZE)) == covered(stated, ORDER)


@given(st.lists(statements(), max_size=6), statements())
def test_one_more_equation_never_makes_a_cell_less_protected(
    stated: Statements, more: tuple[Relation, list[int]]
) -> None:
    rank = list(Protection).index
    before, after = covered(stated, ORDER), covered([*stated, more], ORDER)
    assert all(rank(new) <= rank(old) for new, old in zip(after, before, strict=True))


def test_a_cell_in_two_sums_that_is_a_share_besides_is_told_from_those_in_one_of_them() -> None:
    """0 is in the sums a and c and is computed as a share; 5 and 6 are in c, 1 and 2 in a alone."""
    stated = [
        (Relation.SUM, [1, 0, 2]),
        (Relation.SHARE, [0, 3, 4]),
        (Relation.SUM, [5, 0, 6]),
    ]
    assert covered(stated, ORDER) == [LOC, DET, DET, DET, DET, DET, DET, UN]


def test_a_mean_does_not_locate_what_fails_one_sum_together_with_a_term_of_it() -> None:
    """1 and 2 are in one sum, and 1 is the mean of 2 and 3: rounding may hide a change in 2."""
    stated = [(Relation.SUM, [0, 1, 2]), (Relation.MEAN, [1, 2, 3])]
    assert covered(stated, ORDER) == [DET, DET, DET, DET, UN, UN, UN, UN]


def effect(cell: int, sums: list[list[int]]) -> list[int]:
    """Return by how much each sum is out, target less terms, when a cell grows by one."""
    return [(places[0] == cell) - (cell in places[1:]) for places in sums]


@given(st.lists(st.lists(st.integers(0, SIZE - 1), min_size=2, unique=True), max_size=6))
def test_of_sums_it_says_what_comparing_all_pairs_of_cells_says(sums: list[list[int]]) -> None:
    found = covered([(Relation.SUM, places) for places in sums], ORDER)
    for cell in ORDER:
        change = effect(cell, sums)
        others = [effect(other, sums) for other in ORDER if other != cell]
        alike = change in others or [-step for step in change] in others
        wanted = (DET if alike else LOC) if any(change) else UN
        assert found[cell] is wanted
