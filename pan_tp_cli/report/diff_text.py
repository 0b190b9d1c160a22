"""The report of a comparison that a reviewer reads: what moved, and what did not follow."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.findings import Matched
from pan_tp_cli.message import Message
from pan_tp_cli.report.diff_changes_text import change_lines
from pan_tp_cli.report.diff_findings_text import finding_sections, stale_lines
from pan_tp_cli.report.diff_money_text import money_lines, transfer_lines
from pan_tp_cli.report.diff_summary_text import summary_lines
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.opening import plan_name
from pan_tp_cli.report.style import STRONG, Style
from pan_tp_cli.text import Text

BEFORE: Final = Text("Avant : {plan}", "Before: {plan}")
AFTER: Final = Text("Après : {plan}", "After:  {plan}")
SUMMARY: Final = Text("Bilan", "Summary")
CHANGES: Final = Text("Changements", "Changes")
TRANSFERS: Final = Text("Transferts probables", "Likely transfers")
STALE: Final = Text("Totaux périmés", "Stale totals")

Section = tuple[Message, Iterable[str]]


def render(compared: Compared, style: Style) -> str:
    """Return the report; empty where a version could not be used."""
    if compared.diff is None or compared.findings is None:
        return ""
    lines = list(_versions(compared, style))
    for title, section in _sections(compared, compared.diff, compared.findings, style):
        body = list(section)
        if body:
            named = wrapped(title.render(style.lang), style, "")
            lines += ["", *(style.paint(line, STRONG) for line in named), *body]
    return "\n".join(lines) + "\n"


def _versions(compared: Compared, style: Style) -> Iterator[str]:
    for text, side in ((BEFORE, compared.before), (AFTER, compared.after)):
        line = text.get(style.lang).format(plan=plan_name(side, style.lang))
        yield from textwrap.wrap(  # a file's name is not broken
            line,
            style.width,
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _sections(compared: Compared, diff: Diff, findings: Matched, style: Style) -> Iterator[Section]:
    """Yield each section with its title; one without lines has nothing to say."""
    yield Message(SUMMARY), summary_lines(compared, diff, style)
    yield Message(CHANGES), change_lines(compared, diff, style)
    yield money_lines(compared, diff, style)
    yield Message(TRANSFERS), transfer_lines(compared, diff, style)
    yield Message(STALE), stale_lines(compared, diff, style)
    yield from finding_sections(compared, findings, style)
