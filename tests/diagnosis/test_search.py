from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diagnosis import search
from pan_tp_cli.diagnosis.diagnose import diagnose
from pan_tp_cli.diagnosis.search import Solution, members, solutions
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Equation
from pan_tp_cli.money import NOT_APPLICABLE
from pan_tp_cli.table import Cell
from tests.diagnosis.tables import cell, equation, row

Table = dict[str, dict[str, Cell]]


def table(*lines: tuple[int, int, int]) -> Table:
    """Return rows of two years and their total; the last row is that of the sums."""
    names = [*map(str, range(1, len(lines))), "T"]
    return {
        name: row(name, dict(zip(("2023", "2024", "total"), line, strict=True)))
        for name, line in zip(names, lines, strict=True)
    }


def footed(rows: Table) -> list[Equation]:
    """State every total of a table as the sum of its years, and the last row as that of others."""
    *lines, last = rows.values()
    across = [equation(line["total"], line["2023"], line["2024"]) for line in rows.values()]
    down = [equation(last[column], *(line[column] for line in lines)) for column in last]
    return across + down


def names(system: System, found: list[Solution]) -> list[dict[tuple[str, ...], int]]:
    """Return solutions as node and column of the members of each class, with the change."""
    return [
        {
            tuple(sorted(f"{system.cells[c].entry.node} {system.cells[c].column}" for c in each)): d
            for each, d in ((members(system, signature), delta) for signature, delta in one.changes)
        }
        for one in found
    ]


def searched(system: System, most: int = 4) -> list[dict[tuple[str, ...], int]]:
    return names(system, solutions(system, system.violated, most))


def test_a_subtotal_and_the_total_of_its_row() -> None:
    # right: 5 + 1 = 6, 7 + 2 = 9, together 12 + 3 = 15; printed: T 2023 = 22 and T total = 19.
    # 22 + 3 is not 19, 5 + 7 is not 22 and 6 + 9 is not 19: only these two settle all three
    system = System(footed(table((5, 1, 6), (7, 2, 9), (22, 3, 19))))
    assert len(system.violated) == 3
    assert searched(system) == [{("T 2023",): -10, ("T total",): -4}]


def test_two_cells_that_make_up_for_each_other_in_one_sum() -> None:
    # 6 and 9 printed as 7 and 8: their sum of 15 holds, those of their rows do not.
    # 2023 or 2024 of both rows are the other ways to move one from a row to the other
    system = System(footed(table((5, 1, 7), (7, 2, 8), (12, 3, 15))))
    assert len(system.violated) == 2
    found = searched(system)
    assert {("1 total",): -1, ("2 total",): 1} in found
    assert {("1 2023",): 1, ("2 2023",): -1} in found
    assert {("1 2024",): 1, ("2 2024",): -1} in found
    assert len(found) == 3


def test_three_cells() -> None:
    # right as above; 1 total 6 → 16, 2 total 9 → 29, T total 15 → 75: 16 + 29 = 45 is not 75
    system = System(footed(table((5, 1, 16), (7, 2, 29), (12, 3, 75))))
    assert searched(system) == [{("1 total",): -10, ("2 total",): -20, ("T total",): -60}]


def test_four_cells() -> None:
    # as above and T 2023 12 → 13: 5 + 7 is not 13
    system = System(footed(table((5, 1, 16), (7, 2, 29), (13, 3, 75))))
    wanted = {("1 total",): -10, ("2 total",): -20, ("T total",): -60, ("T 2023",): -1}
    assert wanted in searched(system)
    assert searched(system, most=3) == []


def test_cells_of_the_same_sums_are_one_class() -> None:
    total, one, two, over = cell("T", 9), cell("1", 1), cell("2", 2), cell("O", 20)
    system = System([equation(total, one, two), equation(over, total, cell("3", 4))])
    (signature,) = {tuple(system.uses[id(each)]) for each in (one, two)}
    assert set(members(system, signature)) == {id(one), id(two)}


def test_a_year_without_target_is_in_no_class() -> None:
    total, one, none = cell("T", 9), cell("1", 1), cell("2", NOT_APPLICABLE)
    system = System([equation(total, none, one)])
    assert members(system, tuple(system.uses[id(one)])) == [id(one)]


def test_one_cell_is_no_solution() -> None:
    # 1 total printed as 7 for 5 + 1 = 6: that alone would settle 7 + 9 = 15 too
    system = System(footed(table((5, 1, 7), (7, 2, 9), (12, 3, 15))))
    assert system.explained({id(system.equations[0].target): -1}) == system.violated
    assert all(len(each) > 1 for each in searched(system))


def test_no_amount_below_zero_is_a_solution() -> None:
    # 1 total is 0 and would have to lose: 5 + 1 = 0 + 6 leaves the years alone to change
    system = System(footed(table((0, 0, 6), (7, 2, 3), (7, 2, 9))))
    found = searched(system)
    assert {("1 total",): -6, ("2 total",): 6} in found
    assert {("1 2023",): 6, ("2 2023",): -6} in found
    # 2 2024 is 2 and cannot lose 6
    assert {("1 2024",): 6, ("2 2024",): -6} not in found
    assert len(found) == 2


changes = st.lists(
    st.tuples(st.integers(0, 8), st.integers(-4, 9).filter(bool)), min_size=2, max_size=3
)


@given(changes)
def test_every_solution_settles_all_and_no_part_of_it_does(wrong: list[tuple[int, int]]) -> None:
    amounts = [5, 6, 11, 7, 8, 15, 12, 14, 26]
    for place, delta in wrong:
        amounts[place] += delta
    lines = [(amounts[i], amounts[i + 1], amounts[i + 2]) for i in (0, 3, 6)]
    system = System(footed(table(*lines)))
    found = solutions(system, system.violated, 4) if system.violated else []
    assert len({frozenset(solution.changes) for solution in found}) == len(found)
    for solution in found:
        deltas = {members(system, each)[0]: delta for each, delta in solution.changes}
        assert system.explained(deltas) == system.violated
        for size in range(1, len(deltas)):
            for part in combinations(deltas.items(), size):
                assert system.explained(dict(part)) != system.violated


def dense(size: int) -> System:
    """Return rows of `size` years, all of whose totals are wrong, and their wrong sums."""
    years = [str(2001 + place) for place in range(size)]
    lines = [row(str(n), {**dict.fromkeys(years, 7), "total": 900 + n * n}) for n in range(size)]
    last = row("T", {**{year: 5000 + int(year) ** 2 for year in years}, "total": 77})
    across = [equation(line["total"], *(line[year] for year in years)) for line in [*lines, last]]
    down = [equation(last[column], *(line[column] for line in lines)) for column in last]
    return System(across + down)


def test_the_search_gives_up_past_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System(footed(table((5, 1, 6), (7, 2, 9), (22, 3, 19))))
    assert solutions(system, system.violated, 4)
    monkeypatch.setattr(search, "MOST_STEPS", 2)
    assert solutions(system, system.violated, 4) == []


def test_a_dense_system_takes_no_more_steps_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    system, steps = dense(12), 0
    whole = search._Search._open

    def counted(self: search._Search, chosen: tuple[search.Signature, ...]) -> list[int]:
        nonlocal steps
        steps += 1
        return whole(self, chosen)

    monkeypatch.setattr(search._Search, "_open", counted)
    assert solutions(system, system.violated, 4) == []
    assert 0 < steps <= search.MOST_STEPS


def test_what_the_search_gives_up_is_one_cause_without_explanation() -> None:
    system = dense(12)
    causes = diagnose(system.equations).causes
    (retyped,) = [cause for cause in causes if not cause.explanations]
    assert len(retyped.violations) > 5
