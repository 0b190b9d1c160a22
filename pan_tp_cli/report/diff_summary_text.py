"""What a comparison comes to, in a few lines."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.report.course_words import total_words
from pan_tp_cli.report.diff_tally import counted, errors, in_rows, tally
from pan_tp_cli.report.finding_counts import finding_counts
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.style import ERROR, INFO, RIGHT, WARNING, Style
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text

OF_WEIGHT: Final = {Weight.BREAKING: ERROR, Weight.ATTENTION: WARNING, Weight.INFO: INFO}
CHANGES: Final = Text("changements : {counts}, {rows}", "changes: {counts}, {rows}")
NO_CHANGE: Final = Text("aucun changement", "no change")
STALE: Final = (
    Text("{count} total périmé", "{count} stale total"),
    Text("{count} totaux périmés", "{count} stale totals"),
)
CAUSES: Final = (
    Text("d'une même cause", "of one cause"),
    Text("de {count} causes", "of {count} causes"),
)
FINDINGS: Final = Text("constats : {counts}", "findings: {counts}")
NO_FINDINGS: Final = Text("constats : aucun, ni avant ni après", "findings: none, before or after")
ERRORS: Final = Text("erreurs : {counts}", "errors: {counts}")
INDENT: Final = "  "


def summary_lines(compared: Compared, diff: Diff, style: Style) -> Iterator[str]:
    """Yield how much changed, what became of the grand total, and whether the plan is sound."""
    yield from _changes(diff, style)
    if compared.before.project.plan or compared.after.project.plan:
        total = total_words(compared, diff, style.lang)
        yield from wrapped(total.joined(style.lang), style, INDENT)
    for line in wrapped(stale_words(diff, style.lang), style, INDENT):
        yield INDENT + style.paint(line.removeprefix(INDENT), ERROR)
    counts = ", ".join(finding_counts(compared, style.lang))
    said = FINDINGS.get(style.lang).format(counts=counts) if counts else NO_FINDINGS.get(style.lang)
    yield from wrapped(said, style, INDENT)
    both = errors(compared, style.lang)
    yield from wrapped(ERRORS.get(style.lang).format(counts=both), style, INDENT)


def stale_words(diff: Diff, lang: Lang) -> str:
    """Return how many totals are stale and of how many causes, "" where none is."""
    stale, causes = diff.left_behind(), len(diff.stale)
    if not stale:
        return ""
    said = in_number(STALE, stale, lang)
    if stale == causes == 1:
        return said
    return f"{said}, {in_number(CAUSES, causes, lang)}"


def _changes(diff: Diff, style: Style) -> Iterator[str]:
    """Yield how many changes there are of each weight, in its colour where a line holds it."""
    if not diff.changes:
        yield INDENT + style.paint(NO_CHANGE.get(style.lang), RIGHT)
        return
    counts = tally(diff)
    said = list(counted(counts, style.lang))
    words = ", ".join(each for _, each in said)
    text = CHANGES.get(style.lang).format(counts=words, rows=in_rows(counts, style.lang))
    for line in wrapped(text, style, INDENT):
        painted = line
        for weight, each in said:
            painted = painted.replace(each, style.paint(each, OF_WEIGHT[weight]), 1)
        yield painted
