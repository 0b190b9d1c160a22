"""The findings of a note: numbered, by severity, each with room for what is decided."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.finding import Finding, Located, Severity
from pan_tp_cli.message import Money, show
from pan_tp_cli.money import Value
from pan_tp_cli.place import Role
from pan_tp_cli.report.diff_named import named
from pan_tp_cli.report.finding_text import remarks
from pan_tp_cli.report.note.blocks import (
    NOTHING,
    Cell,
    Column,
    Line,
    Look,
    Row,
    Section,
    Table,
    column,
    short,
)
from pan_tp_cli.report.proposed import proposed
from pan_tp_cli.report.repair_text import repair_lines
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.report.words import SEVERITIES, SEVERITY
from pan_tp_cli.text import Lang, Text

TITLE: Final = Text("Constats", "Findings")
SORTED: Final = Text(
    "Du plus grave au moins grave, puis par montant en jeu. La colonne « Décision » se remplit en "
    "séance.",
    'From the gravest to the least grave, then by the money at stake. The column "Decision" is '
    "filled in at the meeting.",
)
NONE: Final = Text("Aucun constat.", "No findings.")
OF_SEVERITY: Final = Text("{name} ({count})", "{name} ({count})")
MEANING: Final = {
    Severity.ERROR: Text(
        "Le document se contredit, ou un chiffre ne peut pas être lu.",
        "The document contradicts itself, or a figure cannot be read.",
    ),
    Severity.WARNING: Text(
        "Quelque chose manque ou ne va pas ensemble : à la sous-commission de trancher.",
        "Something is missing or does not fit together: for the reviewers to settle.",
    ),
    Severity.INFO: Text("Mérite un coup d'œil.", "Worth a look."),
}
NUMBER: Final = Text("N°", "No.")
WHERE: Final = Text("Où", "Where")
WHAT: Final = Text("Constat", "Finding")
PRINTED: Final = Text("Imprimé", "Printed")
TO_WRITE: Final = Text("À écrire, calcul", "To write, computation")
LIKELY: Final = Text("sans doute, {reason}", "probably, {reason}")
DECISION: Final = Text("Décision", "Decision")
PLACE: Final = {
    Role.PLAN: Text("plan, ligne {line}", "plan, line {line}"),
    Role.INDICATORS: Text("indicateurs, ligne {line}", "indicators, line {line}"),
    Role.WAIVERS: Text("dérogations, ligne {line}", "waivers, line {line}"),
    Role.SETTINGS: Text("réglages, ligne {line}", "settings, line {line}"),
}
LONGEST_LABEL: Final = 90
LONGEST_PRINTED: Final = 60


def sections(found: Sequence[Located], lang: Lang) -> Iterator[Section]:
    """Yield a heading, then a section for each severity that was found.

    Numbers are those of the order of the report, from 1.
    """
    if not found:
        yield Section(TITLE.get(lang), paragraphs=(NONE.get(lang),))
        return
    yield Section(TITLE.get(lang), paragraphs=(SORTED.get(lang),))
    numbered = list(enumerate(found, 1))
    for severity, words in SEVERITIES.items():
        rows = [
            _row(number, each, lang)
            for number, each in numbered
            if each.finding.severity is severity
        ]
        if rows:
            name = words.get(lang).capitalize()
            title = OF_SEVERITY.get(lang).format(name=name, count=len(rows))
            meaning = (MEANING[severity].get(lang),)
            table = Table(title, _columns(lang), rows)
            yield Section(title, 2, meaning, table=table)


def _columns(lang: Lang) -> list[Column]:
    widths = {NUMBER: 19, WHERE: 31, WHAT: 33, PRINTED: 27, TO_WRITE: 46, DECISION: 24}
    return [column(head, width, lang) for head, width in widths.items()]


def _row(number: int, located: Located, lang: Lang) -> Row:
    finding = named(located, lang).finding
    severity = SEVERITY[finding.severity].get(lang)
    cells = (
        (Line(str(number), Look.STRONG), Line(severity, Look.QUIET)),
        where(located, finding, lang),
        _what(finding, lang),
        _printed(finding, lang),
        tuple(_to_write(finding, lang)),
        (),
    )
    return Row(cells, number)


def where(located: Located, shown: Finding, lang: Lang) -> Cell:
    """Return where a finding stands: its cell as people call it, its wording, and its line."""
    name = ", ".join(filter(None, (shown.node, shown.column)))
    line = PLACE[shown.place.role].get(lang).format(line=located.location.line)
    label = short(shown.label, LONGEST_LABEL)
    lines = (
        Line(short(_capital(name), LONGEST_LABEL), Look.STRONG),
        Line(label),
        Line(line, Look.QUIET),
    )
    return tuple(each for each in lines if each.text)


def _what(finding: Finding, lang: Lang) -> Cell:
    said = sentence(finding.message.render(lang))
    return (Line(short(said)), Line(finding.rule, Look.QUIET))


def _printed(finding: Finding, lang: Lang) -> Cell:
    """Return what is printed; nothing where the finding is about no cell."""
    if finding.printed is None and finding.expected is None:
        return (Line(NOTHING),)
    return (Line(short(_amount(finding, finding.printed, lang), LONGEST_PRINTED)),)


def _to_write(finding: Finding, lang: Lang) -> Iterator[Line]:
    """Yield the value to write where one is sure, then how it is computed and what mends it.

    Of a repair that writes that value and nothing else, only the reason is told.
    """
    value = _sure_value(finding, lang)
    told = dict[str, str]()
    if value:
        yield Line(value, Look.STRONG)
        told = _reason(finding, lang)
    for remark in remarks(finding, lang):
        yield Line(short(_capital(told.get(remark, remark))))


def _sure_value(finding: Finding, lang: Lang) -> str:
    """Return what is to be printed instead, where that is sure; a mere remark asks for nothing."""
    if not finding.sure or finding.severity is Severity.INFO:
        return ""
    changes = finding.repairs[0].changes if finding.repairs else ()
    if changes:
        main = changes[0]
        here = main.place == finding.place
        return _amount(finding, proposed(main), lang) if here else ""
    return "" if finding.expected is None else _amount(finding, finding.expected, lang)


def _reason(finding: Finding, lang: Lang) -> dict[str, str]:
    """Return what is said in the place of the likeliest repair, by what is said of it elsewhere."""
    first = finding.repairs[:1]
    if not first or len(first[0].changes) != 1:
        return {}
    said = next(repair_lines(finding, lang), "")
    return {said: LIKELY.get(lang).format(reason=first[0].message.render(lang))}


def _amount(finding: Finding, value: Value, lang: Lang) -> str:
    """Return a value of the cell, with its currency where it is an amount."""
    if isinstance(value, int) and finding.currency is not None:
        return show(Money(value, finding.currency), lang)
    return show(value, lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
