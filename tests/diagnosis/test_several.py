"""Several wrong cells at once: which solution is the likeliest, and what goes with what."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from pan_tp_cli.diagnosis.cells import wrong_cell
from pan_tp_cli.diagnosis.plausibility import Plausibility
from pan_tp_cli.diagnosis.rounded import Rounded
from pan_tp_cli.diagnosis.search import Solution, solutions
from pan_tp_cli.diagnosis.several import Group, Several
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation
from tests.diagnosis.tables import cell, equation

NO_EQUATIONS: frozenset[int] = frozenset()
Named = dict[str, int]


def causes(system: System, found: Sequence[Solution], *wanted: int) -> list[Group]:
    several = Several(system, Plausibility(system), Rounded(system))
    return list(several.causes(frozenset(wanted), found))


def proposed(group: Group) -> list[Named]:
    """Return what each explanation of a group proposes, by the names of the cells."""
    return [{c.entry.node: units for c, units in each.changes} for each in group.explanations]


def by_equations(groups: Sequence[Group]) -> dict[tuple[int, ...], Named]:
    return {tuple(sorted(group.equations)): proposed(group)[0] for group in groups}


def misprinted() -> list[Equation]:
    """Return two wrong sums, 53 and 62, in which 12 is printed as 21, and 34 as 340."""
    x, y = cell("x", 21), cell("y", 340)
    sevens = [cell(f"seven {n}", 1) for n in range(7)]
    return [
        equation(cell("a", 53), *sevens, x, y),
        equation(cell("b", 62), x, cell("fifty", 50)),
    ]


def test_the_likeliest_solution_is_told_in_whatever_order_they_were_found() -> None:
    """21 may be 12, and 340 be 34; that 53 should be 359 or 368 is less likely."""
    system = System(misprinted())
    found = solutions(system, frozenset({0, 1}), 2)
    assert len(found) > 2
    for given in (found, found[::-1]):
        assert by_equations(causes(system, given, 0, 1)) == {(0, 1): {"x": 12}, (0,): {"y": 34}}


def test_of_a_class_of_many_cells_the_likeliest_is_told_wherever_it_stands() -> None:
    """Each cell of the first sum, 306 too high, may be wrong; 340 alone is a figure mistyped."""
    x = cell("x", 21)
    amounts = [707 + 13 * place for place in range(8)]
    many = [cell(f"m{amount}", amount) for amount in amounts]
    sums = [
        equation(cell("a", 12 + sum(amounts) + 34), x, *many, cell("y", 340)),
        equation(cell("b", 62), x, cell("fifty", 50)),
    ]
    system = System(sums)
    groups = causes(system, solutions(system, frozenset({0, 1}), 2), 0, 1)
    assert by_equations(groups) == {(0, 1): {"x": 12}, (0,): {"y": 34}}


def test_what_is_right_may_be_nothing() -> None:
    """x stands in both sums, and 0 is right there; of the first, y is 340 for 34."""
    x, y = cell("x", 9), cell("y", 340)
    sums = [
        equation(cell("a", 41), x, y, cell("seven", 7)),
        equation(cell("b", 50), x, cell("f", 50)),
    ]
    of_x, of_y = ((0, -1), (1, -1)), ((0, -1),)
    groups = causes(System(sums), [Solution(((of_x, -9), (of_y, -306)))], 0, 1)
    assert by_equations(groups) == {(0, 1): {"x": 0}, (0,): {"y": 34}}


def test_nothing_below_zero_is_proposed() -> None:
    """What would make x 9 - 10 is left out, here all there is."""
    x, y = cell("x", 9), cell("y", 340)
    sums = [
        equation(cell("a", 41), x, y, cell("seven", 7)),
        equation(cell("b", 49), x, cell("fifty", 50)),
    ]
    of_x, of_y = ((0, -1), (1, -1)), ((0, -1),)
    assert causes(System(sums), [Solution(((of_x, -10), (of_y, -306)))], 0, 1) == []


def test_a_cell_of_right_sums_alone_goes_with_what_it_was_changed_with() -> None:
    """x is 4 too high, so that sum 2 fails, and w 4 too low, so that 0 holds; y is wrong in 1."""
    x, w, y = cell("x", 24), cell("w", 16), cell("y", 55)
    system = System(
        [
            equation(cell("r", 40), x, w),
            equation(cell("p", 60), y, cell("k", 15)),
            equation(cell("q", 30), x, cell("l", 10)),
        ]
    )
    of_x, of_w, of_y = ((0, -1), (2, -1)), ((0, -1),), ((1, -1),)
    for changes in permutations([(of_x, -4), (of_w, 4), (of_y, -10)]):
        groups = causes(system, [Solution(changes)], 1, 2)
        assert by_equations(groups) == {(2,): {"x": 20, "w": 20}, (1,): {"y": 45}}
        # the cell whose sum fails comes first, as the one to be told
        (pair,) = (group for group in groups if group.equations == {2})
        assert [list(each) for each in proposed(pair)] == [["x", "w"]]
        plausibility = Plausibility(system)
        alone = [wrong_cell(each, 20, NO_EQUATIONS, plausibility).weight for each in (x, w)]
        assert pair.explanations[0].weight == pytest.approx(sum(alone))
