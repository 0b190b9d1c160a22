import pytest

from tests.projects import cells, read
from tests.rules.indicateur.results import FILLED, OTHER, results

RULE = "indicateur.sans-responsable"
KEY = "responsable"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([[FILLED, FILLED], [FILLED]], []),
        ([[FILLED, None], [FILLED]], []),  # merged
        ([[FILLED, OTHER, None]], []),
        ([[None, FILLED]], ["P1.1-1"]),
        ([[FILLED], [None]], ["P1.2-1"]),  # no cell of the same result above
        ([[FILLED, FILLED, FILLED, None]], ["P1.1-4"]),  # a column that repeats does not merge
        ([[FILLED, FILLED], [FILLED, FILLED], [FILLED, None]], ["P1.3-2"]),
        ([[FILLED, None], [FILLED, FILLED]], []),  # as often merged as repeated
    ],
)
def test_a_blank_cell_that_is_not_merged_is_found(
    rows: list[list[str | None]], found: list[str]
) -> None:
    said = cells(read(indicators=results(KEY, rows)).said_by(RULE))
    assert said == [(RULE, node, None) for node in found]


def test_the_row_above_is_named_where_the_cell_may_be_merged_with_it() -> None:
    (finding,) = read(indicators=results(KEY, [[FILLED], [None]])).said_by(RULE)
    assert finding.help[-1].values == {"above": "P1.1-1"}


def test_a_column_with_nothing_in_it_is_one_finding() -> None:
    (finding,) = read(indicators=results(KEY, [[None, None], [None]])).said_by(RULE)
    assert cells([finding]) == [(RULE, "indicateurs", None)]
