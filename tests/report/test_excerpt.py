from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.finding import Finding, Located, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.place import Location, Place, Role
from pan_tp_cli.report.excerpt import excerpt
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text

FINDING = Finding("r.r", Severity.ERROR, "1", None, Place(Role.PLAN, ()), Message(Text("f", "e")))
ROW = "      budget: {2023: 10 000 000, 2024: 20 000 000, 2025: 30 000 000, total: 40 000 000}"


def mark(lines: Sequence[str], first: int, last: int, width: int = 100) -> list[str]:
    """Return the excerpt of a span from `first` to before `last`, on the first and last line."""
    location = Location("f", 7, first + 1, 7 + len(lines) - 1, last + 1)
    located = Located(FINDING, location, tuple(lines))
    return list(excerpt(located, "here", Style(Lang.EN, width)))


def test_a_line_that_fits_is_shown_whole_without_its_indentation() -> None:
    first = ROW.index("40 000 000")
    assert mark([ROW], first, first + 10) == [
        "  |",
        "7 |   budget: {2023: 10 000 000, 2024: 20 000 000, 2025: 30 000 000, total: 40 000 000}",
        f"  |   {' ' * 70}^^^^^^^^^^ here",
    ]


@pytest.mark.parametrize("amount", ["10 000 000", "20 000 000", "30 000 000", "40 000 000"])
@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_a_line_that_is_cut_still_shows_the_marked_cell(amount: str, width: int) -> None:
    first = ROW.index(amount)
    _, line, carets = mark([ROW], first, first + len(amount), width)
    start = carets.index("^")
    assert line[start : start + len(amount)] == amount
    assert carets.count("^") == len(amount)
    assert len(line) <= width


def test_a_span_over_several_lines_is_marked_on_each() -> None:
    lines = mark(["lettres: deux", "  millions"], 9, 10)
    assert lines[1:] == [
        "7 |   lettres: deux",
        "  |            ^^^^",
        "8 |   millions",
        "  |   ^^^^^^^^ here",
    ]


@given(st.text("ab, :{}", min_size=1, max_size=200), st.data(), st.integers(40, 120))
def test_the_carets_are_always_under_the_marked_text(
    text: str, data: st.DataObject, width: int
) -> None:
    line = "x" + text
    first = data.draw(st.integers(0, len(line) - 1))
    last = data.draw(st.integers(first + 1, min(len(line), first + 15)))
    _, shown, carets = mark([line], first, last, width)
    start = carets.index("^")
    assert shown[start : start + carets.count("^")] == line[first:last]
    assert len(shown) <= width
