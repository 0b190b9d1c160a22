"""What reviewers accepted before the meeting, with their reasons, in a note."""

from typing import Final

from pan_tp_cli.finding import Located, Waived
from pan_tp_cli.money import write_value
from pan_tp_cli.report.diff_named import named
from pan_tp_cli.report.note.blocks import (
    NOTHING,
    Cell,
    Line,
    Look,
    Row,
    Section,
    Table,
    column,
    short,
)
from pan_tp_cli.report.note.findings import WHAT, WHERE, where
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.text import Lang, Text

TITLE: Final = Text("Constats acceptés par dérogation", "Findings accepted by waivers")
MEANING: Final = Text(
    "Ces constats restent vrais ; la sous-commission les a acceptés, et ils ne comptent pas dans "
    "le verdict.",
    "These findings are still true; the reviewers have accepted them, and they do not count in "
    "the verdict.",
)
VALUES: Final = Text("Imprimé, attendu", "Printed, expected")
PRINTED: Final = Text("{value} imprimé", "{value} printed")
EXPECTED: Final = Text("{value} attendu", "{value} expected")
REASON: Final = Text("Motif", "Reason")
BY: Final = Text("Accepté par, jusqu'au", "Accepted by, until")
UNTIL: Final = Text("jusqu'au {date}", "until {date}")
FOR_GOOD: Final = Text("sans terme", "for good")


def section(waived: tuple[Located, ...], lang: Lang) -> Section | None:
    """Return a row for each finding that is accepted; None where there is none."""
    if not waived:
        return None
    widths = {WHERE: 34, WHAT: 40, VALUES: 28, REASON: 48, BY: 30}
    columns = [column(head, width, lang) for head, width in widths.items()]
    table = Table(TITLE.get(lang), columns, [_row(each, lang) for each in waived])
    return Section(TITLE.get(lang), paragraphs=(MEANING.get(lang),), table=table)


def _row(located: Located, lang: Lang) -> Row:
    shown = named(located, lang).finding
    said = short(sentence(shown.message.render(lang)))
    what = (Line(said), Line(shown.rule, Look.QUIET))
    values = tuple(
        Line(text.get(lang).format(value=short(write_value(value, lang))))
        for text, value in ((PRINTED, shown.printed), (EXPECTED, shown.expected))
        if value is not None
    )
    return Row((where(located, shown, lang), what, values, *_why(located.waiver, lang)))


def _why(waiver: Waived | None, lang: Lang) -> tuple[Cell, Cell]:
    if waiver is None:
        return (), ()
    until = UNTIL.get(lang).format(date=waiver.expires) if waiver.expires else FOR_GOOD.get(lang)
    by = Line(short(waiver.by) or NOTHING)
    return (Line(short(waiver.reason)),), (by, Line(until))
