"""Bars as SVG: as long as what they stand for, the same each time, nothing that runs or loads."""

import xml.etree.ElementTree as ET

import pytest

from pan_tp_cli.report.bar_chart import XMLNS, Bar, Chart, Series, draw, drawn_in_page

ONE = Chart("Titre", ("a", "b"), (Series("", (Bar(100, "cent"), Bar(50, "cinquante"))),))
TWO = Chart(
    "Deux",
    ("2023", "2024"),
    (
        Series("argent", (Bar(0.5, "50 %"), Bar(None, "–"))),
        Series("cibles", (Bar(0.25, "25 %"), Bar(0.75, "75 %"))),
    ),
)
HOSTILE = '"><script>alert(1)</script>\u202e\x1b[31m]]>&'


def elements(chart: Chart, tag: str) -> list[ET.Element]:
    """Return the elements of a drawing by their tag, in its order."""
    return list(ET.fromstring(draw(chart)).iter(f"{{{XMLNS}}}{tag}"))


def bars(chart: Chart, rank: int) -> list[float]:
    """Return how long the bars of a series are drawn, from the top down, its legend left out."""
    found = [e.attrib for e in elements(chart, "rect") if e.attrib["class"] == f"serie-{rank}"]
    drawn = found if len(chart.series) == 1 else found[:-1]
    by_height = sorted(drawn, key=lambda each: float(each["y"]))
    return [float(each["width"]) for each in by_height]


def test_bars_are_as_long_as_what_they_stand_for() -> None:
    first, second = bars(ONE, 0)
    assert first == pytest.approx(2 * second, abs=0.1)
    assert first > 50


def test_two_series_have_one_scale_and_what_is_unknown_has_no_bar() -> None:
    (half,) = bars(TWO, 0)
    quarter, three_quarters = bars(TWO, 1)
    assert half == pytest.approx(2 * quarter, abs=0.1)
    assert three_quarters == pytest.approx(3 * quarter, abs=0.2)


def test_rows_and_what_is_said_of_bars_stand_where_they_belong() -> None:
    found = {e.text: float(e.attrib["y"]) for e in elements(TWO, "text")}
    assert found.keys() - {"argent", "cibles"} == {"2023", "2024", "50 %", "–", "25 %", "75 %"}
    assert found["50 %"] < found["25 %"] < found["–"] < found["75 %"]
    assert found["50 %"] < found["2023"] < found["25 %"]


def test_a_drawing_is_the_same_every_time_and_needs_nothing_else() -> None:
    drawn = draw(TWO)
    assert drawn == draw(TWO)
    assert {e.tag.partition("}")[2] for e in ET.fromstring(drawn).iter()} == {
        "svg", "title", "rect", "g", "text",
    }  # fmt: skip
    assert not any(word in drawn for word in ("script", "style", "href", "url(", "<!--", " id="))
    assert drawn.count("http") == 1
    assert "http" not in drawn_in_page(TWO)


def test_a_drawing_says_what_it_is() -> None:
    root = ET.fromstring(draw(ONE))
    assert root.attrib["role"] == "img"
    assert [e.text for e in elements(ONE, "title")] == ["Titre"]


def test_words_are_text_and_never_markup() -> None:
    chart = Chart(HOSTILE, (HOSTILE,), (Series("", (Bar(1, HOSTILE),)),))
    assert "<script" not in draw(chart)
    shown = HOSTILE.replace("\u202e", "<U+202E>").replace("\x1b", "<U+001B>")
    assert [e.text for e in elements(chart, "text")] == [shown, shown]


@pytest.mark.parametrize("length", [None, 0, -5, 10**18])
def test_any_amount_can_be_drawn(length: int | None) -> None:
    chart = Chart("T", ("a",), (Series("", (Bar(length, "x"),)),))
    assert len(bars(chart, 0)) == bool(length)
