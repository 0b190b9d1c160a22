"""What a code stands for, and what its row says besides amounts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.breakdown import leaves
from pan_tp_cli.message import Message
from pan_tp_cli.model.indicators import Aggregation, Unit
from pan_tp_cli.money import Value, write_value
from pan_tp_cli.outline import Kind
from pan_tp_cli.overview import WHOLE, Branch
from pan_tp_cli.report.show_words import KIND, label, share
from pan_tp_cli.report.words import in_number
from pan_tp_cli.table import IndicatorRow, Level, Particulars
from pan_tp_cli.text import Lang, Text, printable
from pan_tp_cli.viewed import Subject, Viewed

TITLED: Final = Text("{kind} {node} « {label} »", '{kind} {node} "{label}"')
UNTITLED: Final = Text("{kind} {node}", "{kind} {node}")
WHOLE_PLAN: Final = Text("Plan « {label} »", 'Plan "{label}"')
THE_PLAN: Final = Text("Plan", "Plan")
SUMMARY: Final = Text("tableau 1, ligne", "tableau 1, row")
INDICATOR: Final = Text("indicateur", "indicator")
CODE: Final = Text("code", "code")
RESULT: Final = {
    Kind.OUTCOME: Text("effet", "outcome"),
    Kind.OUTPUT: Text("produit", "output"),
}
FRAMEWORK_ONLY: Final = Text(
    "cadre d'indicateurs seulement : le budget n'a pas de ligne {node}",
    "indicator framework only: the budget has no row {node}",
)
WITHIN: Final = Text("dans : {above}", "within: {above}")
SHARE: Final = Text("part : {shares}", "share: {shares}")
OF: Final = {
    Level.AXIS: Text("{share} de l'axe {node}", "{share} of axis {node}"),
    Level.OBJECTIVE: Text("{share} de l'objectif {node}", "{share} of objective {node}"),
    Level.ACTION: Text("{share} de l'action {node}", "{share} of action {node}"),
}
OF_PLAN: Final = Text("{share} du plan", "{share} of the plan")
ROWS: Final = (
    Text("{count} activité", "{count} activity"), Text("{count} activités", "{count} activities"),
)  # fmt: skip
RESPONSIBLE: Final = Text("responsable : {names}", "responsible structure: {names}")
NOBODY: Final = Text("(aucune structure)", "(none)")
TIMES: Final = "{name} × {count}"
QUANTITY: Final = Text("quantité annoncée : {value}", "quantity announced: {value}")
PERIODICITY: Final = Text("périodicité : {value}", "periodicity: {value}")
EXTRA: Final = Text("cellules en trop : {value}", "cells too many: {value}")
IN_WORDS: Final = Text("en lettres : {value}", "in words: {value}")
NOTE: Final = Text("note : {value}", "note: {value}")
UNIT: Final = Text("unité : {unit} ; total : {total}", "unit: {unit}; total: {total}")
CUMULATIVE: Final = Text("cibles cumulées", "cumulative targets")
MEASURES: Final = Text("mesure : {result}", "measures: {result}")
COUNTS: Final = Text("compte ce que livrent : {value}", "counts what these deliver: {value}")
SOURCES: Final = Text("sources de vérification : {value}", "means of verification: {value}")
PARTNERS: Final = Text("partenaires : {value}", "partners: {value}")
UNITS: Final = {
    Unit.COUNT: Text("nombre", "number"),
    Unit.PERCENT: Text("pourcentage", "percentage"),
}
AGGREGATIONS: Final = {
    Aggregation.SUM: Text("somme des cibles", "sum of the targets"),
    Aggregation.MEAN: Text("moyenne des cibles", "mean of the targets"),
    Aggregation.LAST: Text("dernière cible", "last target"),
    Aggregation.MAXIMUM: Text("plus haute cible", "highest target"),
}
MOST_NAMES: Final = 6


def title(subject: Subject, lang: Lang) -> str:
    """Return what a code stands for, and its wording in full."""
    if subject.node == WHOLE:
        said = label(subject.branch.label) if subject.branch else ""
        return WHOLE_PLAN.get(lang).format(label=said) if said else THE_PLAN.get(lang)
    kind, said = _kind(subject, lang)
    text = TITLED if said else UNTITLED
    titled = text.get(lang).format(kind=kind, node=label(subject.node), label=said)
    return titled[0].upper() + titled[1:]


def _kind(subject: Subject, lang: Lang) -> tuple[str, str]:
    """Return what kind of thing a code is, and its wording."""
    if subject.branch is not None and subject.branch.row is not None:
        row = subject.branch.row
        return (KIND[row.level].get(lang) if row.level else ""), label(row.entry.label)
    if subject.summary is not None:
        return SUMMARY.get(lang), label(subject.summary.entry.label)
    if subject.indicator is not None:
        return INDICATOR.get(lang), label(subject.indicator.entry.label)
    result = subject.measures[0].result
    return RESULT[result.kind].get(lang), label(result.entry.label)


def facts(viewed: Viewed, subject: Subject, lang: Lang) -> Iterator[str]:
    """Yield what a row says besides its wording and amounts, a fact at a time."""
    if subject.branch is not None:
        return _of_branch(viewed, subject.branch, lang)
    if subject.indicator is not None:
        return _of_indicator(viewed, subject.indicator, lang)
    if subject.summary is None:
        return iter([FRAMEWORK_ONLY.get(lang).format(node=label(subject.node))])
    return iter(())


def _of_branch(viewed: Viewed, branch: Branch, lang: Lang) -> Iterator[str]:
    above = _above(viewed.overview.whole, branch)
    if branch.row is None:
        yield from _of_whole(viewed, lang)
    if len(above) > 1:
        named = " > ".join(_called(each, lang) for each in above[1:])
        yield WITHIN.get(lang).format(above=named)
    shares = _shares(branch, above, lang)
    if shares:
        yield SHARE.get(lang).format(shares=", ".join(shares))
    activity = branch.row.activity if branch.row else None
    if activity is None:
        rows = sum(1 for leaf in leaves(branch) if leaf.row and leaf.row.activity)
        yield in_number(ROWS, rows, lang)
    yield RESPONSIBLE.get(lang).format(names=_structures(branch, lang))
    if activity is not None:
        yield from _announced(activity, lang)
    if branch.row is not None:
        yield from _besides(branch.row.extra, branch.row.entry.note, lang)


def _announced(activity: Particulars, lang: Lang) -> Iterator[str]:
    """Yield what the wording of an activity announces."""
    if activity.quantity is not None:
        yield QUANTITY.get(lang).format(value=write_value(activity.quantity, lang))
    if activity.periodicity:
        yield PERIODICITY.get(lang).format(value=label(activity.periodicity))


def _besides(extra: tuple[Value, ...], note: str, lang: Lang) -> Iterator[str]:
    """Yield the cells that a row has too many, and the note of the transcriber."""
    if extra:
        yield printable(Message(EXTRA, {"value": extra}).render(lang))
    if note:
        yield NOTE.get(lang).format(value=label(note))


def _of_whole(viewed: Viewed, lang: Lang) -> Iterator[str]:
    _, words = viewed.checked.project.grand_total
    if words is not None and isinstance(words.value, str):
        yield IN_WORDS.get(lang).format(value=label(words.value))


def _above(branch: Branch, wanted: Branch) -> tuple[Branch, ...]:
    """Return the branches from the top down to one, that one left out."""
    for child in branch.children:
        if child is wanted:
            return (branch,)
        found = _above(child, wanted)
        if found:
            return (branch, *found)
    return ()


def _called(branch: Branch, lang: Lang) -> str:
    level = branch.row.level if branch.row else None
    return f"{KIND[level].get(lang)} {label(branch.node)}" if level else ""


def _shares(branch: Branch, above: Sequence[Branch], lang: Lang) -> list[str]:
    """Return which part of the heading above, and of the plan, the money is."""
    shares = []
    parent = above[-1] if len(above) > 1 else None
    if parent is not None and parent.row and parent.row.level in OF:
        part = share(branch.total, parent.total, lang)
        text = OF[parent.row.level].get(lang)
        shares += [text.format(share=part, node=label(parent.node))] if part else []
    part = share(branch.total, above[0].total, lang) if above else ""
    return [*shares, OF_PLAN.get(lang).format(share=part)] if part else shares


def _structures(branch: Branch, lang: Lang) -> str:
    """Return the responsible structures as printed, with how many activities each has."""
    rows = [leaf.row.activity for leaf in leaves(branch) if leaf.row and leaf.row.activity]
    counts = Counter(label(row.responsible or "") for row in rows)
    names = [(name or NOBODY.get(lang), count) for name, count in counts.most_common(MOST_NAMES)]
    if branch.row and branch.row.activity:
        return names[0][0]
    listed = [TIMES.format(name=name, count=count) for name, count in names]
    return ", ".join([*listed, "…"] if len(counts) > MOST_NAMES else listed)


def _of_indicator(viewed: Viewed, row: IndicatorRow, lang: Lang) -> Iterator[str]:
    indicator = row.indicator
    for each in viewed.measures:
        if any(other is row for other in each.indicators):
            kind, entry = RESULT[each.result.kind].get(lang), each.result.entry
            named = TITLED.get(lang).format(kind=kind, node=entry.node, label=label(entry.label))
            yield MEASURES.get(lang).format(result=named)
    unit, total = UNITS[indicator.unit], AGGREGATIONS[indicator.aggregated]
    yield UNIT.get(lang).format(unit=unit.get(lang), total=total.get(lang))
    if indicator.cumulative:
        yield CUMULATIVE.get(lang)
    yield RESPONSIBLE.get(lang).format(names=label(indicator.responsible or "") or NOBODY.get(lang))
    listed: tuple[tuple[Text, Sequence[str]], ...] = (
        (SOURCES, indicator.sources or ()), (PARTNERS, indicator.partners or ()),
        (COUNTS, _counted(viewed, row)),
    )  # fmt: skip
    for text, values in listed:
        if values:
            yield text.get(lang).format(value=", ".join(label(each) for each in values))
    yield from _besides(indicator.extra, row.entry.note, lang)


def _counted(viewed: Viewed, row: IndicatorRow) -> list[str]:
    """Return the activities that name an indicator."""
    return [
        each.entry.node
        for each in viewed.checked.project.budget
        if each.activity and row.entry.node in each.activity.indicators
    ]
