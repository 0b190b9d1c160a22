"""Single wrong cells, and the cells around a cell."""

from pan_tp_cli.diagnosis.cells import neighbours, wrong_cells
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Footing
from pan_tp_cli.money import NOT_APPLICABLE
from pan_tp_cli.table import Cell
from tests.diagnosis.tables import cell, equation, judged, named, row

COLUMNS = ("2023", "2024", "2025", "2026", "total")


def test_each_cell_is_told_once_however_many_sums_it_mends() -> None:
    shared, none = cell("x", 7), cell("n", NOT_APPLICABLE)
    sums = [equation(cell(f"t{n}", 10), shared, cell(f"y{n}", 5), none) for n in range(2)]
    system, plausibility = judged(System(sums))
    found = [named(system, each.changes) for each in wrong_cells(system, plausibility)]
    # each total is 2 short of 7 + 5; both ask for 5 in the place of 7
    assert found == [
        {("t0", "2023"): 12},
        {("x", "2023"): 5},
        {("y0", "2023"): 3},
        {("t1", "2023"): 12},
        {("y1", "2023"): 3},
    ]


def test_all_cells_of_one_wrong_sum_are_told_in_their_order() -> None:
    sums = [equation(cell("t", 10), cell("x", 7), cell("y", 1), cell("n", NOT_APPLICABLE))]
    system, plausibility = judged(System(sums))
    found = [named(system, each.changes) for each in wrong_cells(system, plausibility)]
    assert found == [{("t", "2023"): 8}, {("x", "2023"): 9}, {("y", "2023"): 3}]


def table() -> tuple[System, list[dict[str, Cell]]]:
    """Return four rows below a heading, with sums of all columns and of all rows."""
    heading = row("H", dict.fromkeys(COLUMNS, 4))
    rows = [row(str(place), dict.fromkeys(COLUMNS, 1)) for place in range(4)]
    down = [
        equation(heading[c], *(each[c] for each in rows))._replace(footing=Footing.DOWN)
        for c in COLUMNS
    ]
    across = [
        equation(each["total"], *(each[c] for c in COLUMNS[:-1]))._replace(footing=Footing.ACROSS)
        for each in (heading, *rows)
    ]
    return System([*down, *across]), rows


def around(place: int, column: str) -> list[tuple[str, str | None]]:
    system, rows = table()
    found = neighbours(system, rows[place][column])
    return [(each.entry.node, each.column) for each in found]


def test_neighbours_are_the_cells_beside_above_and_below() -> None:
    assert around(1, "2024") == [("1", "2023"), ("1", "2025"), ("0", "2024"), ("2", "2024")]
    assert around(2, "2025") == [("2", "2024"), ("2", "2026"), ("1", "2025"), ("3", "2025")]


def test_a_cell_at_the_edge_has_fewer() -> None:
    assert around(0, "2023") == [("0", "2024"), ("1", "2023")]
    assert around(3, "total") == [("3", "2026"), ("2", "total")]
