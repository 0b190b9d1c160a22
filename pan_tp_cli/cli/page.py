"""The page of HTML that a check may write: that of a report for a meeting."""

import datetime
from typing import TYPE_CHECKING

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.output import Target
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked


def put_page(checked: "Checked", target: Target, day: datetime.date, lang: Lang) -> None:
    """Write the page to its file, or in UTF-8, which it says it is, to standard output."""
    from pan_tp_cli.assembling import assemble  # no part of other checks
    from pan_tp_cli.report import briefing_html

    briefing = assemble(checked, day)
    if briefing is None:
        text = briefing_html.render_refused(checked, day, lang)
    else:
        text = briefing_html.render(briefing, lang)
    if target.file is None:
        terminal.write_exactly(text)
    else:
        from pan_tp_cli.replacing import write_whole  # only where a file is written

        write_whole(target.file, text)
