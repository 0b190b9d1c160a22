"""What a comparison comes to, in a few lines."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.findings import Matched
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message, Money, Shown, show
from pan_tp_cli.report.diff_figures import currency, grand_total
from pan_tp_cli.report.diff_words import NOTHING, WEIGHTS, growth
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.style import ERROR, INFO, RIGHT, WARNING, Style
from pan_tp_cli.report.words import in_number, signed
from pan_tp_cli.text import Lang, Text

OF_WEIGHT: Final = {Weight.BREAKING: ERROR, Weight.ATTENTION: WARNING, Weight.INFO: INFO}
CHANGES: Final = Text("changements : {counts}", "changes: {counts}")
NO_CHANGE: Final = Text("aucun changement", "no change")
UNCHANGED: Final = Text("total général : {after}, inchangé", "grand total: {after}, unchanged")
CHANGED: Final = Text("total général : {before} → {after}", "grand total: {before} → {after}")
BY: Final = Text("{said} ({difference})", "{said} ({difference})")
OWED: Final = Text(
    "{total} ; il n'a pas suivi les lignes, qui donnent {owed}",
    "{total}; it did not follow the rows, which make {owed}",
)
OLDER: Final = Text(" ; déjà avant : {older}", "; already before: {older}")
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
UNSEEN: Final = (
    Text("{count} qui n'est plus vu", "{count} no longer seen"),
    Text("{count} qui ne sont plus vus", "{count} no longer seen"),
)
UNCHECKED: Final = (
    Text("{count} qui ne peut plus être contrôlé", "{count} that can no longer be checked"),
    Text("{count} qui ne peuvent plus être contrôlés", "{count} that can no longer be checked"),
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
        yield from wrapped(_grand_total(compared, diff, style.lang), style, "  ")
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


def _grand_total(compared: Compared, diff: Diff, lang: Lang) -> str:
    line, common = grand_total(compared, diff), currency(compared)
    sides = (compared.before.project.currency, compared.after.project.currency)
    before, after = (
        NOTHING if amount is None else Money(amount, name)
        for amount, name in zip((line.before, line.after), sides, strict=True)
    )
    same = common is not None and line.before == line.after
    said = Message(UNCHANGED if same else CHANGED, {"before": before, "after": after}).render(lang)
    if not same:
        said = _by(said, (line.before, line.after), common, lang)
    if line.owed is None:
        return said
    right = show(Money(line.owed, sides[1]), lang)
    owed = OWED.get(lang).format(total=said, owed=right)
    owed = _by(owed, (line.owed - line.short, line.owed), sides[1], lang)
    if line.older:
        owed += OLDER.get(lang).format(older=signed(line.older, sides[1], lang))
    return owed


def _by(said: str, amounts: tuple[int | None, int | None], currency: str | None, lang: Lang) -> str:
    """Return a text with how much an amount changed behind it, where that can be told."""
    before, after = amounts
    if before is None or after is None or currency is None:
        return said
    parts = [signed(after - before, currency, lang), growth(before, after, lang)]
    return BY.get(lang).format(said=said, difference=", ".join(filter(None, parts)))


def _findings(findings: Matched, of_stale: int, lang: Lang) -> str:
    kinds = (
        (NEW, len(findings.new) - of_stale),
        (DUE, of_stale),
        (REPAIRED, len(findings.repaired)),
        (GONE, len(findings.gone)),
        (UNSEEN, len(findings.unseen)),
        (UNCHECKED, len(findings.unchecked)),
        (PERSISTING, len(findings.persisting)),
        (WAIVED, len(findings.waived)),
    )
    counts = [in_number(forms, count, lang) for forms, count in kinds if count]
    if not counts:
        return NO_FINDINGS.get(lang)
    return FINDINGS.get(lang).format(counts=", ".join(counts))
