"""Two versions compared as a whole: headings whose rows stand in another order."""

from tests.diff.comparing import compared
from tests.projects import plan, read

FIRST = "      - {id: 1-01, intitule: Former, budget: {2023: 5, 2024: 5}}\n"
SECOND = "      - {id: 1-02, intitule: Informer, budget: {2023: 7, 2024: 12}}\n"
THIRD = "      - {id: 1-03, intitule: Soigner, budget: {2023: 1, 2024: 2}}\n"
AXIS = "axes:\n  - code: 1\n    intitule: Prévention\n    activites:\n"


def test_rows_in_another_order_are_named_and_no_change() -> None:
    found = compared(read(plan(AXIS + FIRST + SECOND)), read(plan(AXIS + SECOND + FIRST)))
    assert found.changes == ()
    assert [pair.node.code for pair in found.reordered] == ["1"]


def test_a_row_more_or_less_is_no_other_order() -> None:
    for rows in (FIRST + THIRD, FIRST + SECOND):
        found = compared(read(plan(AXIS + FIRST + SECOND + THIRD)), read(plan(AXIS + rows)))
        assert found.reordered == ()
        assert found.changes
