"""What the report of a comparison for a terminal leaves out for its length: how many of them."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.style import MOST_SHOWN, Style
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Text

BEYOND: Final = (
    Text("… et {count} autre : --format json", "… and {count} more: --format json"),
    Text("… et {count} autres : --format json", "… and {count} more: --format json"),
)


def beyond(count: int, style: Style) -> Iterator[str]:
    """Yield how many of `count` there are beyond those that are shown, if any."""
    if count > MOST_SHOWN:
        more = in_number(BEYOND, count - MOST_SHOWN, style.lang)
        yield from wrapped(more, style, "  ")
