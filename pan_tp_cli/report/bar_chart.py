"""Bars drawn as SVG, plainly: no script, no style sheet, nothing loaded, nothing left to chance."""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pan_tp_cli.text import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WIDTH: Final = 420
XMLNS: Final = "http://www.w3.org/2000/svg"
MARGIN: Final = 10
ROW: Final = 22
BETWEEN: Final = 14
LEGEND: Final = 22
"""Pixels: how high a bar is, the space between rows, a line of the legend."""
SIZE: Final = 14
FONT: Final = "system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
ROOM: Final = 2.2
"""How much longer than the longest bar the drawing is: what is said of a bar stands behind it."""
TEXT: Final = {"class": "said", "fill": "#1f2426", "font-size": str(SIZE)}
PAINTS: Final = {
    f"color-{rank}": {"class": f"serie-{rank}", "fill": fill, "stroke": stroke}
    for rank, (fill, stroke) in enumerate((("#1c5a5e", "#1c5a5e"), ("#f3dfb4", "#7d5300")))
}
"""Dark and light: both kinds of bars can be told apart on grey paper."""
GROUND: Final = {"fill": "#ffffff"}


class Bar(NamedTuple):
    """How long a bar is, in any unit (None where unknown), and what is written behind it."""

    length: float | None
    said: str


class Series(NamedTuple):
    """Bars of one kind, one a row; `name` stands in the legend where there are several kinds."""

    name: str
    bars: tuple[Bar, ...]


class Chart(NamedTuple):
    """A drawing: what it shows, what its rows are called, and one series or two."""

    title: str
    rows: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def height(self) -> int:
        """Return how high the drawing is, in pixels."""
        kinds = len(self.series)
        legend = kinds * LEGEND if kinds > 1 else 0
        return len(self.rows) * (kinds * ROW + BETWEEN) + 2 * MARGIN + legend


def draw(chart: Chart) -> str:
    """Return a chart as an SVG element, with all colours and letters in attributes.

    So whatever shows SVG shows the same, and the style sheet of a page may still change it, by the
    classes of its elements: ``ground``, ``serie-0``, ``serie-1``.
    """
    _prepare()
    from pygal import HorizontalBar  # loaded already

    graph = HorizontalBar(js=(), css=(), **_settings(chart))
    graph.x_labels = [printable(row) for row in reversed(chart.rows)]  # pygal begins below
    for series in chart.series:
        graph.add(printable(series.name), [_value(bar) for bar in reversed(series.bars)])
    graph.add_xml_filter(lambda root: _plain(root, chart))
    drawn: str = graph.render(is_unicode=True)
    return drawn


@cache
def _prepare() -> None:
    """Load pygal, and undo what it does to other modules."""
    import pygal  # 0.1 s, where figures are drawn alone
    from pygal.etree import etree

    etree.to_etree()  # the same bytes whether lxml is there or not
    # for its plug-ins it leaves a finder in the way of all imports, of a kind that Python 3.12 has
    # dropped and that 3.11 warns of
    fixer = getattr(pygal, "PluginImportFixer", None)
    sys.meta_path[:] = [each for each in sys.meta_path if type(each) is not fixer]


def drawn_in_page(chart: Chart) -> str:
    """Return the same for a page of HTML, where an element is SVG without being told."""
    return draw(chart).replace(f' xmlns="{XMLNS}"', "", 1)


def _settings(chart: Chart) -> dict[str, Any]:
    from pygal.style import Style  # with the charts

    lengths = [bar.length or 0 for series in chart.series for bar in series.bars]
    return {
        "width": WIDTH,
        "height": chart.height,
        "margin": MARGIN,
        "range": (min(0, *lengths) * ROOM, max(0, *lengths) * ROOM or 1),
        "show_legend": len(chart.series) > 1,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": 1,
        "truncate_legend": -1,
        "truncate_label": -1,
        "show_x_labels": False,
        "print_values": True,
        "print_values_position": "top",
        "disable_xml_declaration": True,
        "style": Style(value_font_size=SIZE, label_font_size=SIZE, legend_font_size=SIZE),
    }


def _value(bar: Bar) -> dict[str, Any]:
    said = printable(bar.said)
    return {"value": bar.length or 0, "formatter": lambda _: said}


def _plain(root: "Element", chart: Chart) -> "Element":
    """Return what pygal drew without what only its script and style sheet need."""
    from xml.etree.ElementTree import Element  # loaded with pygal

    drawn = Element("svg", {"xmlns": XMLNS, "viewBox": root.attrib["viewBox"], "role": "img"})
    drawn.attrib |= {"width": str(WIDTH), "height": str(chart.height), "font-family": FONT}
    title = Element("title")
    title.text = printable(chart.title)
    ground = Element("rect", {"width": "100%", "height": "100%", "class": "ground", **GROUND})
    drawn.extend((title, ground, *_shapes(root, {})))
    return drawn


def _shapes(parent: "Element", inherited: Mapping[str, str]) -> Iterator["Element"]:
    """Yield groups that are moved, bars and texts; `inherited` paints the bars of a series."""
    from xml.etree.ElementTree import Element

    for element in parent:
        classes = str(element.get("class", "")).split()
        paint = next((PAINTS[name] for name in classes if name in PAINTS), inherited)
        if element.tag == "g" and "tooltip-overlay" not in classes:
            inside = list(_shapes(element, paint))
            if inside and "transform" in element.attrib:
                group = Element("g", {"transform": element.attrib["transform"]})
                group.extend(inside)
                yield group
            else:
                yield from inside
        elif element.tag == "rect" and paint and float(element.get("width", "0")) > 0:
            yield Element("rect", {**_placed(element, "x", "y", "width", "height"), **paint})
        elif element.tag == "text":
            text = Element("text", _placed(element, "x", "y") | TEXT)
            # names of rows stand before the bars, all else behind
            text.set("text-anchor", "end" if float(text.attrib["x"]) < 0 else "start")
            text.text = element.text
            yield text


def _placed(element: "Element", *names: str) -> dict[str, str]:
    """Return where an element is, to a tenth of a pixel."""
    return {name: f"{float(element.attrib[name]):.1f}" for name in names}
