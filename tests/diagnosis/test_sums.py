"""Violated sums in groups, on systems made by hand in which only single cells can be at fault.

Their sums go along rows, where no row can be missing or be there twice. Each sum has a name.
"""

from collections.abc import Iterable

import pytest

from pan_tp_cli.diagnosis import sums as diagnosis_of_sums
from pan_tp_cli.diagnosis.cover import Equations
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.search import Solution
from pan_tp_cli.diagnosis.sums import Sums
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation
from pan_tp_cli.table import Cell
from tests.diagnosis.tables import across, block, cell

Names = frozenset[str]
NOTHING: set[str] = set()


def grouped(*equations: Equation) -> dict[Names, set[str]]:
    """Return the names of the sums of each group, with the cells that may be what is wrong there.

    Of several cells that are wrong together, the names are one text.
    """
    system = System(equations)
    found = Sums(system, Plausibility(system), Rounded(system)).groups()
    groups = [
        (
            frozenset(system.equations[index].rule for index in group.equations),
            {
                " ".join(each.entry.node for each, _ in explanation.changes)
                for explanation in group.explanations
            },
        )
        for group in found
    ]
    assert len(dict(groups)) == len(groups)
    return dict(groups)


def names(equations: Iterable[Equation]) -> Names:
    return frozenset(equation.rule for equation in equations)


def test_a_block_that_no_few_cells_explain_is_one_group_without_explanation() -> None:
    sums = block("a", cell("corner", 7))
    assert grouped(*sums) == {names(sums): NOTHING}


def test_what_is_certain_beside_such_a_block_is_told_the_widest_first() -> None:
    """All four sums are 10 below their terms: x being 10 too high explains three of them.

    z would explain two, but one of these is of x; so the other is left to its total, for
    its own term is 2 and has no 10 to lose.
    """
    corner, x, z = cell("corner", 2), cell("x", 11), cell("z", 10)
    sums = [
        across("one", cell("t1", 2), cell("y1", 2), z),
        across("two", cell("t2", 14), cell("y2", 3), x, z),
        across("three", cell("t3", 4), cell("y3", 3), x),
        across("four", cell("t4", 3), corner, x),
    ]
    around = block("a", corner)
    assert grouped(*sums, *around) == {
        frozenset({"two", "three", "four"}): {"x"},
        frozenset({"one"}): {"t1"},
        names(around): NOTHING,
    }


def test_two_sums_of_one_wrong_cell_are_certain_too() -> None:
    corner, x = cell("corner", 7), cell("x", 15)
    sums = [across("one", cell("t1", 12), corner, x), across("two", cell("t2", 8), cell("y", 3), x)]
    around = block("a", corner)
    assert grouped(*sums, *around) == {names(sums): {"x"}, names(around): NOTHING}


def test_all_that_is_certain_beside_such_a_block_is_told() -> None:
    """x is 3 too high and z is 5 too high, each in a sum with a corner of the block and in one."""
    corner, x, z = cell("corner", 7), cell("x", 15), cell("z", 25)
    of_x = [across("x 1", cell("t1", 19), corner, x), across("x 2", cell("t2", 12), x)]
    of_z = [across("z 1", cell("t3", 27), corner, z), across("z 2", cell("t4", 20), z)]
    around = block("a", corner)
    assert grouped(*of_x, *of_z, *around) == {
        names(of_x): {"x"},
        names(of_z): {"z"},
        names(around): NOTHING,
    }


def test_a_sum_that_shares_a_cell_with_such_a_block_is_part_of_it_and_others_are_not() -> None:
    """« near » has a term of the block, « far » has only the total of « near »."""
    corner, n = cell("corner", 7), cell("n", 20)
    near = across("near", n, corner, cell("y", 5))
    far = across("far", cell("f", 100), n, cell("z", 1))
    around = block("a", corner)
    assert grouped(*around, near, far) == {
        names([*around, near]): NOTHING,
        frozenset({"far"}): {"f", "z"},
    }


def test_blocks_that_are_linked_by_what_is_explained_are_told_once_each() -> None:
    """5 = 2 + 2 is wrong, and its terms stand in right sums, each with a cell of another block."""
    one, other, p, q = cell("one", 7), cell("other", 7), cell("p", 2), cell("q", 2)
    between = [
        across("wrong", cell("w", 5), p, q),
        across("right", cell("r", 9), one, p),
        across("right as well", cell("s", 9), other, q),
    ]
    left, right = block("a", one), block("b", other)
    assert grouped(*left, *right, *between) == {
        names(left): NOTHING,
        names(right): NOTHING,
        frozenset({"wrong"}): {"w"},
    }


def test_blocks_that_a_right_sum_links_are_told_apart() -> None:
    one, other = cell("one", 7), cell("other", 7)
    left, right = block("a", one), block("b", other)
    assert grouped(*left, *right, across("right", cell("r", 14), one, other)) == {
        names(left): NOTHING,
        names(right): NOTHING,
    }


def chain(shared: int) -> list[Equation]:
    """Return seven sums that hang together, each with a total and a term that are its own.

    Each two of the first ones share a cell, which is printed 1, 2, 4, ... too high, and `shared`
    cells are: so `shared` + 1 sums fail. Each of the rest shares with the one before it a cell
    that is right; its total is too high, by another amount each.
    """
    links = [cell(f"x{place}", 50 + (2**place if place < shared else 0)) for place in range(6)]
    sums = []
    for place in range(7):
        between = links[max(place - 1, 0) : place + 1]
        total = 10 + 50 * len(between) + (100 + 7**place if place > shared else 0)
        own = cell(f"y{place}", 10)
        sums.append(across(str(place), cell(f"t{place}", total), own, *between))
    return sums


@pytest.mark.parametrize("shared", [2, 3])
def test_fewer_cells_than_sums_are_looked_for_in_a_part_of_what_hangs_together(shared: int) -> None:
    assert grouped(*chain(shared)) == {
        **{frozenset({str(n), str(n + 1)}): {f"x{n}"} for n in range(shared)},
        **{frozenset({str(n)}): {f"t{n}", f"y{n}"} for n in range(shared + 1, 7)},
    }


@pytest.mark.parametrize("shared", [1, 2, 3, 4])
def test_as_many_cells_as_are_wrong_are_found_where_nothing_else_hangs_together(
    shared: int,
) -> None:
    """Of one sum more than wrong cells, each may have a wrong total or a wrong term as well."""
    assert grouped(*chain(shared)[: shared + 1]) == {
        frozenset({str(n), str(n + 1)}): {f"x{n}"} for n in range(shared)
    }


def test_several_wrong_cells_are_searched_for_so_many_times_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of eight blocks that nothing explains, three are looked into; all are told."""
    searched: list[Equations] = []

    def solutions(_system: System, wanted: Equations, _most: int) -> list[Solution]:
        searched.append(wanted)
        return []

    monkeypatch.setattr(diagnosis_of_sums, "solutions", solutions)
    monkeypatch.setattr(diagnosis_of_sums, "MOST_SEARCHES", 3)
    blocks = [block(name, cell(f"corner {name}", 7)) for name in "abcdefgh"]
    found = grouped(*(each for sums in blocks for each in sums))
    assert found == {names(sums): NOTHING for sums in blocks}
    assert len(searched) == 3


def guarded(*cells: Cell) -> list[Equation]:
    """Return five right sums of each cell: to change one, five others have to change with it."""
    return [
        across(f"guard {n} of {each.entry.node}", cell("r", each.value), each, cell("o", 0))
        for each in cells
        for n in range(5)
    ]


def made_up_for() -> tuple[list[Equation], Cell]:
    """Return two wrong sums, and right ones that leave none but x and w to be wrong.

    x is 4 too high and w is 4 too low, so that their own sum holds; all else is guarded.
    """
    x, w = cell("x", 9), cell("w", 3)
    a, k, b, m, r = cell("a", 7), cell("k", 2), cell("b", 9), cell("m", 2), cell("r", 12)
    sums = [across("a", a, x, k), across("b", b, w, m), across("right", r, x, w)]
    return [*sums, *guarded(a, k, b, m, r)], a


def test_cells_that_make_up_for_each_other_in_a_right_sum_are_found_together() -> None:
    sums, _ = made_up_for()
    assert grouped(*sums) == {frozenset({"a"}): {"x"}, frozenset({"b"}): {"w"}}


def test_they_are_found_beside_a_block_that_nothing_explains() -> None:
    """A wrong sum shares right sums with the one and with the other: all are searched at once."""
    sums, total = made_up_for()
    corner, f, g = cell("corner", 7), cell("f", 1), cell("g", 1)
    around = block("a block", corner)
    between = [
        across("between", cell("te", 9), f, g),
        across("near the one", cell("r", 8), total, f),
        across("near the other", cell("r", 8), corner, g),
    ]
    assert grouped(*sums, *between, *around) == {
        frozenset({"a"}): {"x"},
        frozenset({"b"}): {"w"},
        frozenset({"between"}): {"te"},
        names(around): NOTHING,
    }
