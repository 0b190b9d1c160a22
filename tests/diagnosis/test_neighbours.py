from pan_tp_cli.diagnosis.neighbours import links
from pan_tp_cli.diagnosis.system import System
from tests.diagnosis.tables import cell, equation


def test_parts_are_linked_once_however_many_right_sums_both_stand_in() -> None:
    one, other, alone = cell("1", 1), cell("2", 1), cell("3", 1)
    wrong = [equation(each, cell("W", 2)) for each in (one, other, alone)]
    right = [equation(cell("T", 2), one, other) for _ in range(2)]
    system = System([*wrong, *right, equation(cell("T", 1), alone)])
    assert system.violated == {0, 1, 2}
    parts = [frozenset({index}) for index in range(3)]
    assert list(links(system, parts)) == [{0, 1}, {2}]
