"""What hangs together: sums that share cells, and sums whose cells stand in one that holds."""

from pan_tp_cli.diagnosis.cover import Equations
from pan_tp_cli.diagnosis.neighbours import about, components, links, neighbouring
from pan_tp_cli.diagnosis.several import Group
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation
from pan_tp_cli.money import NOT_APPLICABLE
from tests.diagnosis.tables import cell, equation


def test_parts_are_linked_once_however_many_right_sums_both_stand_in() -> None:
    one, other, alone, none = (*(cell(name, 1) for name in "123"), cell("4", NOT_APPLICABLE))
    wrong = [equation(each, cell("W", 2), none) for each in (one, other, alone)]
    right = [equation(cell("T", 2), one, other) for _ in range(2)]
    system = System([*wrong, *right, equation(cell("T", 1), alone)])
    assert system.violated == {0, 1, 2}
    parts = [frozenset({index}) for index in range(3)]
    assert list(links(system, parts)) == [{0, 1}, {2}]


def chain(count: int) -> list[Equation]:
    """Return wrong sums of which each shares a cell with the one before it."""
    shared = [cell(f"x{place}", 1) for place in range(count + 1)]
    return [
        equation(
            cell(f"t{place}", 9), *shared[place : place + 2], cell(f"y{place}", NOT_APPLICABLE)
        )
        for place in range(count)
    ]


def each(*places: int) -> list[Equations]:
    return [frozenset({place}) for place in places]


def test_sums_that_share_cells_are_components() -> None:
    system = System([*chain(3), *chain(2)])
    assert sorted(map(sorted, components(system, system.violated))) == [[0, 1, 2], [3, 4]]


def test_every_few_parts_that_hang_together_are_neighbouring_once() -> None:
    system = System([*chain(4), *chain(2)])
    for count, expected in (
        (1, [[0], [1], [2], [3], [4], [5]]),
        (2, [[0, 1], [1, 2], [2, 3], [4, 5]]),
        (3, [[0, 1, 2], [1, 2, 3]]),
        (4, [[0, 1, 2, 3]]),
    ):
        found = neighbouring(system, each(*range(6)), count)
        assert sorted(map(sorted, found)) == expected


def test_parts_around_one_part_are_neighbouring_in_all_ways() -> None:
    """A star: 0 shares a cell with each of the others, and these none with one another."""
    cells = [cell(f"x{place}", 1) for place in range(3)]
    star = [equation(cell("t", 9), *cells), *(equation(cell("u", 9), one) for one in cells)]
    system = System(star)
    found = list(neighbouring(system, each(0, 1, 2, 3), 3))
    assert sorted(map(sorted, found)) == [[0, 1, 2], [0, 1, 3], [0, 2, 3]]


def test_parts_that_all_hang_together_are_neighbouring_once() -> None:
    cells = [cell(f"x{place}", 1) for place in range(6)]
    pairs = [(0, 1, 2), (0, 3, 4), (1, 3, 5), (2, 4, 5)]
    system = System([equation(cell("t", 9), *(cells[n] for n in each)) for each in pairs])
    found = list(neighbouring(system, each(0, 1, 2, 3), 3))
    assert sorted(map(sorted, found)) == [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]]
    assert list(neighbouring(system, each(0, 1, 2, 3), 4)) == [{0, 1, 2, 3}]


def test_what_is_about_a_part_hangs_together_with_it_by_cells_or_over_one_sum_that_holds() -> None:
    """Of six wrong sums, 0 and 1 share a cell, as do 2 and 3; a right sum has cells of 1 and 2.

    So from 0, 1 is near by a cell; 2 is over one sum from 1, and over two steps from 0.
    """
    first, second, alone = chain(2), chain(2), chain(2)
    between = equation(
        cell("T", 2), first[1].terms[1], second[0].terms[0], cell("n", NOT_APPLICABLE)
    )
    system = System([*first, *second, *alone, between])
    assert system.violated == {0, 1, 2, 3, 4, 5}
    whole = components(system, system.violated)
    assert about(system, frozenset({1}), [], whole) == {0, 1, 2, 3}
    assert about(system, frozenset({0}), [], whole) == {0, 1}
    assert about(system, frozenset({4}), [], whole) == {4, 5}
    # and what was found to have one cause with something near
    groups = [Group(frozenset({1, 2}), ()), Group(frozenset({3, 5}), ())]
    assert about(system, frozenset({0}), groups, whole) == {0, 1, 2}


def test_a_sum_that_holds_links_only_those_whose_cells_stand_in_it() -> None:
    """A right sum has a cell of sum 0 and one of sum 1; another one cells of neither."""
    one, other, alone, more = (cell(name, 1) for name in "abcd")
    system = System(
        [
            *(equation(cell("W", 2), each) for each in (one, other, alone)),
            equation(cell("T", 2), one, other),
            equation(cell("T", 2), alone, more),
        ]
    )
    whole = components(system, system.violated)
    assert about(system, frozenset({0}), [], whole) == {0, 1}
    assert about(system, frozenset({2}), [], whole) == {2}
