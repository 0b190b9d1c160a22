"""A figure as a page shows it: as printed, as recomputed, and what was found there."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pan_tp_cli.finding import Located
from pan_tp_cli.money import Unreadable, Value, write_amount, write_value
from pan_tp_cli.overview import Amount
from pan_tp_cli.report.briefing_page.anchors import Anchors
from pan_tp_cli.report.diff_words import COLUMN
from pan_tp_cli.report.words import SEVERITY
from pan_tp_cli.text import Lang, Text

ABSENT: Final = "–"
IN_PARENTHESES: Final = Text("({amount})", "({amount})")
TOLD_BY: Final = Text("{level} : voir le constat", "{level}: see the finding")


class Mark(NamedTuple):
    """A finding at a row or a cell: how grave, what is said of the link, and where it leads."""

    severity: str
    said: str
    href: str


class ShownCell(NamedTuple):
    """A figure in words.

    `made` is what the rows make, where that is something else; `kind` is "" or, for a style sheet,
    ``absent``, ``unprinted`` or ``unreadable``.
    """

    said: str
    made: str = ""
    kind: str = ""
    mark: Mark | None = None


def marks(found: Sequence[Located], anchors: Anchors, lang: Lang) -> tuple[Mark, ...]:
    """Return the links to some findings, gravest first."""
    several = sorted(found, key=lambda each: each.finding.severity.rank)
    return tuple(_mark(each, anchors, lang) for each in several)


def _mark(located: Located, anchors: Anchors, lang: Lang) -> Mark:
    severity = located.finding.severity
    said = TOLD_BY.get(lang).format(level=SEVERITY[severity].get(lang))
    return Mark(severity.value, said, f"#{anchors.findings[id(located)]}")


def cell(amount: Amount, found: Sequence[Located], anchors: Anchors, lang: Lang) -> ShownCell:
    """Return a cell of the budget with what its rows make, and the gravest finding about it."""
    mark = next(iter(marks(found, anchors, lang)), None)
    made = "" if amount.made is None else write_amount(amount.made, lang)
    if isinstance(amount.printed, Unreadable):
        return ShownCell(write_value(amount.printed, lang), made, "unreadable", mark)
    if amount.printed is None:
        if not amount.made:
            return ShownCell(ABSENT, kind="absent", mark=mark)
        return ShownCell(IN_PARENTHESES.get(lang).format(amount=made), "", "unprinted", mark)
    return ShownCell(written(amount.printed, lang), made if amount.differs else "", "", mark)


def head(column: str, lang: Lang) -> str:
    """Return the head of a column of amounts: a year, « Total » or « Part »."""
    name = COLUMN[column].get(lang) if column in COLUMN else column
    return name[:1].upper() + name[1:]


def written(value: Value, lang: Lang) -> str:
    """Return a value in words, a dash where nothing is printed."""
    return ABSENT if value is None else write_value(value, lang)
