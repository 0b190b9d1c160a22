"""Rows with their amounts, in terminals of every width."""

import re

import pytest

from pan_tp_cli.report.show_table import Columns, Line, bar_of, table
from pan_tp_cli.report.show_words import Figure
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang

COLUMNS = Columns({"2023": "2023", "total": "total"}, "part", frozenset(["2023"]))
LINES = [
    Line(
        "le plan",
        figures={"2023": Figure("1 000"), "total": Figure("20 000")},
        marks=(Figure("E1", "1;31"),),
    ),
    Line(
        "1 une ligne au nom assez long pour ne pas tenir",
        "└ ",
        "  ",
        {"2023": Figure("1 000", "1;31"), "total": Figure("10 000")},
        {"2023": Figure("=1 500", "1;32")},
        "50 %",
        0.5,
    ),
]


def shown(width: int, colour: bool = False) -> list[str]:
    return table(LINES, COLUMNS, Style(Lang.FR, width, colour))[0]


def test_names_figures_and_bars_stand_beside_each_other_where_they_fit() -> None:
    assert shown(85) == [
        "                                                     2023   total  part",
        "le plan                                             1 000  20 000                  E1",
        "└ 1 une ligne au nom assez long pour ne pas tenir   1 000  10 000  50 %  ████",
        "                                                   =1 500",
    ]


def test_names_are_cut_before_figures_are_put_below_them() -> None:
    assert shown(62) == [
        "                                        2023   total  part",
        "le plan                                1 000  20 000        E1",
        "└ 1 une ligne au nom assez long pou…   1 000  10 000  50 %",
        "                                      =1 500",
    ]


def test_figures_stand_below_names_in_narrow_terminals() -> None:
    assert shown(30) == [
        "      2023   total  part",
        "le plan  E1",
        "     1 000  20 000",
        "└ 1 une ligne au nom assez lo…",
        "     1 000  10 000  50 %",
        "    =1 500",
    ]


def test_a_column_that_is_left_out_is_named_and_its_fault_is_told() -> None:
    assert table(LINES, COLUMNS, Style(Lang.FR, 21)) == (
        [
            "     total  part",
            "le plan  E1",
            "    20 000",
            "└ 1 une ligne au nom…",
            "    10 000  50 %",
            "    2023  1 000  =1 500",
        ],
        {"2023"},
    )


def test_a_column_that_was_asked_for_is_never_left_out() -> None:
    asked = COLUMNS._replace(spare=frozenset())
    assert table(LINES, asked, Style(Lang.FR, 21)) == (
        [
            "le plan  E1",
            "  2023    1 000",
            "  total  20 000",
            "└ 1 une ligne au nom…",
            "    2023    1 000",
            "           =1 500",
            "    total  10 000",
            "    part     50 %",
        ],
        set(),
    )


@pytest.mark.parametrize("width", [85, 62, 30, 21])
def test_colours_change_nothing_else(width: int) -> None:
    coloured = "\n".join(shown(width, colour=True))
    assert "\x1b[1;31mE1\x1b[0m" in coloured
    assert "\x1b[1;32m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines() == shown(width)


@pytest.mark.parametrize("width", range(24, 200))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(width))) <= width


@pytest.mark.parametrize(
    ("part", "drawn"),
    [(0, ""), (1, "████"), (0.5, "██"), (0.53125, "██▏"), (0.99, "████"), (0.02, "▏"),
     (None, ""), (-0.5, ""), (1.5, "")],
)  # fmt: skip
def test_a_bar_is_as_long_as_its_part(part: float | None, drawn: str) -> None:
    assert bar_of(part, 4) == drawn


def test_a_table_without_rows_has_no_lines() -> None:
    assert table([], COLUMNS, Style(Lang.FR)) == ([], set())
