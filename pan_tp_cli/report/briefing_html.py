"""What a reviewer takes into a meeting, as a page of HTML in one file."""

import datetime
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked
from pan_tp_cli.report import html_page
from pan_tp_cli.report.bar_chart import drawn_in_page
from pan_tp_cli.report.briefing_page.labels import labels
from pan_tp_cli.report.briefing_page.page import page, refused
from pan_tp_cli.text import Lang

TEMPLATE: Final = "briefing.html.jinja"
REFUSED: Final = "refused.html.jinja"
SCRIPT: Final = "briefing.js"


def render(briefing: Briefing, lang: Lang) -> str:
    """Return the page; "" where no file could be used."""
    report = briefing.checked.report
    if report is None:
        return ""
    shown = page(briefing, report, lang)
    return html_page.fill(
        TEMPLATE,
        lang,
        page=shown,
        words=labels(lang),
        drawings=[drawn_in_page(picture.chart) for picture in shown.pictures],
        script=html_page.script(SCRIPT),
    )


def render_refused(checked: Checked, day: datetime.date, lang: Lang) -> str:
    """Return the page of a plan none of whose files could be used, and which of them why."""
    return html_page.fill(REFUSED, lang, page=refused(checked, day, lang), words=labels(lang))
