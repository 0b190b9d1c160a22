"""How a printed total went along with the rows below it, in words that all formats share."""

from typing import Final, NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff, Line
from pan_tp_cli.diff.course import Course
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.report.diff_figures import currency, grand_total
from pan_tp_cli.report.diff_words import NOTHING, growth
from pan_tp_cli.report.words import signed
from pan_tp_cli.text import Lang, Text

SAME: Final = Text("total général : {after}, inchangé", "grand total: {after}, unchanged")
CHANGED: Final = Text("total général : {before} → {after}", "grand total: {before} → {after}")
PRINTED_SAME: Final = Text(
    "total général imprimé : {after}, inchangé", "grand total as printed: {after}, unchanged"
)
PRINTED: Final = Text(
    "total général imprimé : {before} → {after}", "grand total as printed: {before} → {after}"
)
ROWS: Final = Text("les lignes donnent : {before} → {after}", "the rows make: {before} → {after}")
ROWS_SAME: Final = Text(
    "les lignes donnent : {after}, comme avant", "the rows make: {after}, as before"
)
BY: Final = Text("{said} ({difference})", "{said} ({difference})")
COURSE: Final = {
    Course.TOGETHER: Text("l'écart était déjà là avant", "they differed before already"),
    Course.BEHIND: Text("le total n'a pas suivi les lignes", "the total did not follow the rows"),
    Course.ALONE: Text("le total a changé seul", "the total changed alone"),
    Course.CAUGHT_UP: Text(
        "le total, qui était faux, est maintenant juste", "the total was wrong and is right now"
    ),
}
CAUGHT_UP_BY: Final = Text("{said} (rattrapage : {by})", "{said} (caught up: {by})")
JOIN: Final = Text(" ; ", "; ")


class TotalWords(NamedTuple):
    """What became of the announced total; `rows` and `course` are "" where the rows agree."""

    printed: str
    rows: str = ""
    course: str = ""

    def joined(self, lang: Lang) -> str:
        """Return all of it in one sentence."""
        return JOIN.get(lang).join(filter(None, self))


def total_words(compared: Compared, diff: Diff, lang: Lang) -> TotalWords:
    """Return what is printed before and after, and where they differ what the rows make."""
    line, common = grand_total(compared, diff), currency(compared)
    sides = (compared.before.project.currency, compared.after.project.currency)
    before, after = (
        NOTHING if amount is None else Money(amount, name)
        for amount, name in zip((line.before, line.after), sides, strict=True)
    )
    same = common is not None and line.before == line.after
    texts = (PRINTED_SAME, PRINTED) if line.apart else (SAME, CHANGED)
    shown: dict[str, Shown] = {"before": before, "after": after}
    said = Message(texts[0] if same else texts[1], shown).render(lang)
    if not same:
        said = _by(said, (line.before, line.after), common, lang)
    return TotalWords(said, rows_words(line, common, lang), course_words(line, common, lang))


def rows_words(line: Line, currency: str | None, lang: Lang) -> str:
    """Return what the rows below a total add up to, "" where that is what is printed."""
    if line.made is None or not line.apart:
        return ""
    before, after = line.made
    shown: dict[str, Shown] = {"before": before, "after": after}
    if currency is not None:
        shown = {"before": Money(before, currency), "after": Money(after, currency)}
    if before == after:
        return Message(ROWS_SAME, shown).render(lang)
    return _by(Message(ROWS, shown).render(lang), line.made, currency or "", lang)


def course_words(line: Line, currency: str | None, lang: Lang) -> str:
    """Return what the total did where the rows differ; how much of it only catches up with them."""
    if line.made is None or not line.apart:
        return ""
    said = COURSE[line.course].get(lang)
    by = line.difference - (line.made[1] - line.made[0])
    if line.course is not Course.CAUGHT_UP or line.before is None:
        return said
    return CAUGHT_UP_BY.get(lang).format(said=said, by=signed(by, currency or None, lang))


def _by(said: str, amounts: tuple[int | None, int | None], currency: str | None, lang: Lang) -> str:
    """Return a text with how much an amount changed behind it, where that can be told."""
    before, after = amounts
    if before is None or after is None or currency is None:
        return said
    parts = [signed(after - before, currency or None, lang), growth(before, after, lang)]
    return BY.get(lang).format(said=said, difference=", ".join(filter(None, parts)))
