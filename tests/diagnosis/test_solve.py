import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diagnosis.solve import solve


@pytest.mark.parametrize(
    ("rows", "solution"),
    [
        ([[1, 5]], [5]),
        ([[-1, 5]], [-5]),
        # x + y = 5 and x - y = 1: x = 3, y = 2
        ([[1, 1, 5], [1, -1, 1]], [3, 2]),
        # the first line does not speak of x
        ([[0, 1, 2], [1, 1, 5]], [3, 2]),
        # a third line that agrees, and one that does not
        ([[1, 1, 5], [1, -1, 1], [2, 0, 6]], [3, 2]),
        ([[1, 1, 5], [1, -1, 1], [2, 0, 7]], None),
        # fewer lines than unknowns, or two lines that say the same: more than one solution
        ([[1, 1, 5]], None),
        ([[1, 1, 5], [2, 2, 10]], None),
        # 2 x = 5: no whole number
        ([[2, 5]], None),
        ([[0, 0]], None),
        ([], None),
    ],
)
def test_worked_out_by_hand(rows: list[list[int]], solution: list[int] | None) -> None:
    assert solve(rows) == solution


def test_lines_that_were_given_stay_as_they_are() -> None:
    rows = [[2, 1, 5], [1, -1, 1]]
    solve(rows)
    assert rows == [[2, 1, 5], [1, -1, 1]]


@st.composite
def systems(draw: st.DrawFn) -> tuple[list[list[int]], list[int]]:
    """Draw lines and a solution of them: A x, for an A with a diagonal of ones below zeros."""
    unknowns = draw(st.integers(1, 4))
    solution = draw(st.lists(st.integers(-(10**12), 10**12), min_size=unknowns, max_size=unknowns))
    signs = st.sampled_from((-1, 0, 1))
    lines = [
        [draw(signs) if column < place else int(column == place) for column in range(unknowns)]
        for place in range(unknowns)
    ]
    lines += draw(st.lists(st.lists(signs, min_size=unknowns, max_size=unknowns), max_size=3))
    lines = draw(st.permutations(lines))
    return [[*line, product(line, solution)] for line in lines], solution


def product(line: list[int], solution: list[int]) -> int:
    return sum(a * x for a, x in zip(line, solution, strict=True))


@given(systems())
def test_the_solution_that_a_system_was_made_of_is_found(
    given: tuple[list[list[int]], list[int]],
) -> None:
    rows, solution = given
    assert solve(rows) == solution


small = st.integers(-2, 2)


@given(st.lists(st.tuples(small, small, small).map(list), min_size=1, max_size=3))
def test_it_agrees_with_trying_every_pair(rows: list[list[int]]) -> None:
    """|x| and |y| are at most 8: a determinant of numbers up to 2 over one of at least 1."""
    span = range(-8, 9)
    pairs = [[x, y] for x in span for y in span if all(a * x + b * y == c for a, b, c in rows)]
    found = solve(rows)
    if len(pairs) == 1 and found is None:
        # the one whole solution in reach may lie on a line of many, some of them not whole
        assert determinant_free(rows)
    else:
        assert found == (pairs[0] if len(pairs) == 1 else None)


def determinant_free(rows: list[list[int]]) -> bool:
    return all(p[0] * q[1] == p[1] * q[0] for p in rows for q in rows)
