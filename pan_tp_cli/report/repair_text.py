"""What may mend a finding, likeliest first, and the violated equations that it explains."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.finding import Finding
from pan_tp_cli.money import write_value
from pan_tp_cli.repair import Change, Evidence, Pattern, Repair
from pan_tp_cli.text import Lang, Text

REPAIR: Final = Text("réparation : {repair}", "repair: {repair}")
PERHAPS: Final = Text("peut-être : {repair}", "perhaps: {repair}")
OTHERWISE: Final = Text("sinon : {repair}", "otherwise: {repair}")
REASONED: Final = Text("{changes} ({reason})", "{changes} ({reason})")
CHANGE: Final = Text("{cell} : {proposed}", "{cell}: {proposed}")
CHANGE_FROM: Final = Text(
    "{cell} : {proposed} au lieu de {printed}", "{cell}: {proposed} instead of {printed}"
)
CARRIED: Final = Text("{reason} : {cells}", "{reason}: {cells}")
ONE_MORE: Final = Text("une autre explication", "one other explanation")
MORE: Final = Text("{count} autres explications", "{count} other explanations")
MORE_CELLS: Final = Text("et {count} autres cellules", "and {count} more cells")
ONE_EVIDENCE: Final = Text(
    "autre égalité fausse pour la même raison : {equations}",
    "other violated equation for the same reason: {equations}",
)
EVIDENCE: Final = Text(
    "autres égalités fausses pour la même raison : {equations}",
    "other violated equations for the same reason: {equations}",
)
EQUATION: Final = Text(
    "{cell} ({printed} imprimé, {computed} calculé)",
    "{cell} ({printed} printed, {computed} computed)",
)
JOIN: Final = Text(" ; ", "; ")
AND_MORE: Final = Text("et {count} autres", "and {count} more")
MOST_SHOWN: Final = 3
MOST_CELLS: Final = 5
LEAST_SHARE: Final = 0.01
"""Explanations less likely than this are counted, not shown."""


def repair_lines(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield the likeliest repairs, one in a line, and how many more there are."""
    for way, said in ways(finding, lang):
        yield said if way is None else way.get(lang).format(repair=said)


def ways(finding: Finding, lang: Lang) -> Iterator[tuple[Text | None, str]]:
    """Yield the likeliest repairs, each with REPAIR, PERHAPS or OTHERWISE; how many more with None.

    That the totals should follow a wrong cell is always shown: it is another way out, however
    unlikely. What a headline says already (a row is missing, is there twice) is not repeated.
    """
    shown = [
        repair
        for place, repair in enumerate(finding.repairs)
        if place == 0
        or (repair.pattern is Pattern.STALE_TOTALS and finding.repairs[0].changes)
        or (place < MOST_SHOWN and repair.share >= LEAST_SHARE)
    ]
    for place, repair in enumerate(shown):
        if repair.changes or place or not finding.sure:
            text = (OTHERWISE if place else REPAIR) if finding.sure else PERHAPS
            yield text, _repair(repair, finding, lang)
    rest = len(finding.repairs) - len(shown)
    if rest and not finding.sure:
        yield None, (ONE_MORE if rest == 1 else MORE).get(lang).format(count=rest)


def _repair(repair: Repair, finding: Finding, lang: Lang) -> str:
    reason = repair.message.render(lang)
    if not repair.changes:
        return reason
    if repair.pattern is Pattern.STALE_TOTALS:
        names = [_cell(change.node, change.column) for change in repair.changes]
        return CARRIED.get(lang).format(reason=reason, cells=joined(names, MORE_CELLS, lang))
    changes = [_change(change, finding, lang) for change in repair.changes]
    shown = joined(changes, MORE_CELLS, lang)
    return REASONED.get(lang).format(changes=shown, reason=reason)


def joined(items: Sequence[str], more: Text, lang: Lang) -> str:
    """Join the first items, and say how many more there are where these are at least two."""
    shown = list(items) if len(items) <= MOST_CELLS + 1 else list(items[:MOST_CELLS])
    rest = len(items) - len(shown)
    if rest:
        shown.append(more.get(lang).format(count=rest))
    return JOIN.get(lang).join(shown)


def _change(change: Change, finding: Finding, lang: Lang) -> str:
    same_row = change.node == finding.node and finding.column is None
    here = (change.node, change.column) == (finding.node, finding.column)
    name = change.column if same_row and change.column else _cell(change.node, change.column)
    return (
        (CHANGE if here else CHANGE_FROM)
        .get(lang)
        .format(
            cell=name,
            proposed=write_value(change.proposed, lang),
            printed=write_value(change.printed, lang),
        )
    )


def _cell(node: str, column: str | None) -> str:
    return f"{node}, {column}" if column else node


def evidence_line(evidence: Sequence[Evidence], lang: Lang) -> str:
    """Return the violated equations of a finding besides the one that it shows, in one line."""
    equations = list(dict.fromkeys(equation(each, lang) for each in evidence))
    text = ONE_EVIDENCE if len(equations) == 1 else EVIDENCE
    return text.get(lang).format(equations=joined(equations, AND_MORE, lang))


def equation(evidence: Evidence, lang: Lang) -> str:
    """Return a violated equation: « 1.1, 2024 (5 imprimé, 6 calculé) »."""
    return EQUATION.get(lang).format(
        cell=_cell(evidence.node, evidence.column),
        printed=write_value(evidence.printed, lang),
        computed=write_value(evidence.computed, lang),
    )
