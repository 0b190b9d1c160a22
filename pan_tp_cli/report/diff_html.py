"""The comparison as a page of HTML in one file, for a screen, a telephone or paper."""

from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.report import html_page
from pan_tp_cli.report.diff_page.labels import labels
from pan_tp_cli.report.diff_page.page import page
from pan_tp_cli.report.style import Style

TEMPLATE: Final = "diff.html.jinja"


def render(compared: Compared, style: Style) -> str:
    """Return the page; "" where a version could not be used."""
    shown = page(compared, style.lang)
    if shown is None:
        return ""
    return html_page.fill(TEMPLATE, style.lang, page=shown, words=labels(style.lang))
