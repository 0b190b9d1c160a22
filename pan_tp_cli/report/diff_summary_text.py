"""What a comparison comes to, in a few lines."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.findings import Matched
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.report.course_words import total_words
from pan_tp_cli.report.diff_words import WEIGHTS
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.style import ERROR, INFO, RIGHT, WARNING, Style
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text

OF_WEIGHT: Final = {Weight.BREAKING: ERROR, Weight.ATTENTION: WARNING, Weight.INFO: INFO}
CHANGES: Final = Text("changements : {counts}", "changes: {counts}")
NO_CHANGE: Final = Text("aucun changement", "no change")
STALE: Final = (
    Text("{count} total périmé", "{count} stale total"),
    Text("{count} totaux périmés", "{count} stale totals"),
)
FINDINGS: Final = Text("constats : {counts}", "findings: {counts}")
NEW: Final = (Text("{count} nouveau", "{count} new"), Text("{count} nouveaux", "{count} new"))
DUE: Final = (
    Text("{count} dû aux totaux périmés", "{count} due to stale totals"),
    Text("{count} dus aux totaux périmés", "{count} due to stale totals"),
)
REPAIRED: Final = (
    Text("{count} réparé", "{count} repaired"),
    Text("{count} réparés", "{count} repaired"),
)
GONE: Final = (
    Text("{count} parti avec sa ligne", "{count} gone with its row"),
    Text("{count} partis avec leur ligne", "{count} gone with their rows"),
)
PERSISTING: Final = (
    Text("{count} persistant", "{count} persisting"),
    Text("{count} persistants", "{count} persisting"),
)
WAIVED: Final = (
    Text("{count} accepté par dérogation", "{count} waived"),
    Text("{count} acceptés par dérogation", "{count} waived"),
)
NO_FINDINGS: Final = Text("constats : aucun, ni avant ni après", "findings: none, before or after")
ERRORS: Final = Text(
    "erreurs : {before} avant, {after} après", "errors: {before} before, {after} after"
)


def summary_lines(compared: Compared, diff: Diff, findings: Matched, style: Style) -> Iterator[str]:
    """Yield how much changed, what became of the grand total, and whether the plan is sound."""
    yield f"  {_changes(diff, style)}"
    if compared.before.project.plan or compared.after.project.plan:
        total = total_words(compared, diff, style.lang)
        yield from wrapped(total.joined(style.lang), style, "  ")
    stale = diff.left_behind()
    if stale:
        yield f"  {style.paint(in_number(STALE, stale, style.lang), ERROR)}"
    said = _findings(findings, len(compared.of_stale), style.lang)
    yield from wrapped(said, style, "  ")
    counts = [side.count(Severity.ERROR) for side in (compared.before, compared.after)]
    shown: dict[str, Shown] = dict(zip(("before", "after"), counts, strict=True))
    yield "  " + Message(ERRORS, shown).render(style.lang)


def _changes(diff: Diff, style: Style) -> str:
    counts = [
        style.paint(in_number(forms, count, style.lang), OF_WEIGHT[weight])
        for weight, forms in WEIGHTS.items()
        if (count := diff.count(weight))
    ]
    if not counts:
        return style.paint(NO_CHANGE.get(style.lang), RIGHT)
    return CHANGES.get(style.lang).format(counts=", ".join(counts))


def _findings(findings: Matched, of_stale: int, lang: Lang) -> str:
    kinds = (
        (NEW, len(findings.new) - of_stale),
        (DUE, of_stale),
        (REPAIRED, len(findings.repaired)),
        (GONE, len(findings.gone)),
        (PERSISTING, len(findings.persisting)),
        (WAIVED, len(findings.waived)),
    )
    counts = [in_number(forms, count, lang) for forms, count in kinds if count]
    if not counts:
        return NO_FINDINGS.get(lang)
    return FINDINGS.get(lang).format(counts=", ".join(counts))
