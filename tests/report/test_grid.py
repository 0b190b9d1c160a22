from pan_tp_cli.report.grid import Head, Row, grid
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang

HEADS = [Head("avant"), Head("après"), Head("dû", "1;31")]
ROWS: list[Row | str] = [
    "  axe 1",
    ("    2023", "1 000", "2 000", ""),
    ("    total", "10 000", "20 000", "30 000"),
]


def test_figures_stand_in_columns_where_these_fit() -> None:
    assert list(grid(HEADS, ROWS, Style(Lang.FR, 33))) == [
        "            avant   après      dû",
        "  axe 1",
        "    2023    1 000   2 000",
        "    total  10 000  20 000  30 000",
    ]


def test_figures_stand_below_each_other_where_the_columns_do_not_fit() -> None:
    assert list(grid(HEADS, ROWS, Style(Lang.FR, 32))) == [
        "  axe 1",
        "    2023",
        "      avant   1 000",
        "      après   2 000",
        "    total",
        "      avant  10 000",
        "      après  20 000",
        "      dû     30 000",
    ]


def test_a_column_may_have_a_colour() -> None:
    for width in (20, 40):
        *_, last = grid(HEADS, ROWS, Style(Lang.FR, width, colour=True))
        assert last.endswith("\x1b[1;31m30 000\x1b[0m")
