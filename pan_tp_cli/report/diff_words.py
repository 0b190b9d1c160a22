"""The words that all reports of a comparison share: kinds of nodes, aspects, weights, changes."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.matching import Basis, Pair
from pan_tp_cli.diff.node import BASELINE, WORDS, Fact, Node, NodeKind
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Percent, write_percent
from pan_tp_cli.place import Role
from pan_tp_cli.report.diff_figures import growth_of
from pan_tp_cli.text import Lang, Text, one_line

WEIGHT: Final = {
    Weight.BREAKING: Text("rupture", "breaking"),
    Weight.ATTENTION: Text("attention", "attention"),
    Weight.INFO: Text("info", "info"),
}
WEIGHTS: Final = {
    Weight.BREAKING: (
        Text("{count} rupture", "{count} breaking"),
        Text("{count} ruptures", "{count} breaking"),
    ),
    Weight.ATTENTION: (
        Text("{count} point d'attention", "{count} for attention"),
        Text("{count} points d'attention", "{count} for attention"),
    ),
    Weight.INFO: (Text("{count} info", "{count} info"), Text("{count} infos", "{count} infos")),
}
KIND: Final = {
    NodeKind.PLAN: Text("le plan", "the plan"),
    NodeKind.GRAND_TOTAL: Text("total général", "grand total"),
    NodeKind.SUMMARY: Text("tableau 1, {code}", "table 1, {code}"),
    NodeKind.FRAMEWORK: Text("le cadre d'indicateurs", "the indicator framework"),
    NodeKind.AXIS: Text("axe {code}", "axis {code}"),
    NodeKind.OBJECTIVE: Text("objectif {code}", "objective {code}"),
    NodeKind.ACTION: Text("action {code}", "action {code}"),
    NodeKind.ACTIVITY: Text("activité {code}", "activity {code}"),
    NodeKind.OUTCOME: Text("effet {code}", "outcome {code}"),
    NodeKind.OUTPUT: Text("produit {code}", "output {code}"),
    NodeKind.INDICATOR: Text("indicateur {code}", "indicator {code}"),
}
KINDS: Final = {
    NodeKind.AXIS: Text("axes {first} à {last}", "axes {first} to {last}"),
    NodeKind.OBJECTIVE: Text("objectifs {first} à {last}", "objectives {first} to {last}"),
    NodeKind.ACTION: Text("actions {first} à {last}", "actions {first} to {last}"),
    NodeKind.ACTIVITY: Text("activités {first} à {last}", "activities {first} to {last}"),
    NodeKind.OUTCOME: Text("effets {first} à {last}", "outcomes {first} to {last}"),
    NodeKind.OUTPUT: Text("produits {first} à {last}", "outputs {first} to {last}"),
    NodeKind.INDICATOR: Text("indicateurs {first} à {last}", "indicators {first} to {last}"),
}
"""Several nodes one behind the other."""
RUN: Final = Text("{first} à {last}", "{first} to {last}")
OF_ITEM: Final = Text("{aspect}, {item}", "{aspect}, {item}")
IN_FRAMEWORK: Final = Text("{node} (cadre d'indicateurs)", "{node} (indicator framework)")
OF_SUMMARY: Final = {
    "total": Text("ligne des totaux", "row of totals"),
    "parts": Text("ligne des parts", "row of shares"),
}
AXIS: Final = Text("axe {code}", "axis {code}")
ASPECT: Final = {
    Aspect.ADDED: Text("ajout", "added"),
    Aspect.REMOVED: Text("suppression", "removed"),
    Aspect.MOVED: Text("déplacement", "moved"),
    Aspect.RENUMBERED: Text("nouveau code", "renumbered"),
    Aspect.BUDGET: Text("montants", "amounts"),
    Aspect.TARGETS: Text("cibles", "targets"),
    Aspect.EXTRA: Text("cellules en trop", "cells too many"),
    Aspect.CURRENCY: Text("monnaie", "currency"),
    Aspect.YEARS: Text("années", "years"),
    Aspect.QUANTITY: Text("quantité", "quantity"),
    Aspect.PERIODICITY: Text("périodicité", "periodicity"),
    Aspect.UNIT: Text("unité", "unit"),
    Aspect.AGGREGATION: Text("agrégation", "aggregation"),
    Aspect.RESPONSIBLE: Text("responsable", "responsible structure"),
    Aspect.INDICATORS: Text("indicateurs", "indicators"),
    Aspect.SOURCES: Text("sources de vérification", "means of verification"),
    Aspect.PARTNERS: Text("partenaires", "partners"),
    Aspect.STRUCTURES: Text("structures connues", "known structures"),
    Aspect.REWORDED: Text("libellé", "wording"),
    Aspect.ACRONYM: Text("sigle", "acronym"),
    Aspect.REVISION: Text("date de révision", "date of revision"),
    Aspect.NOTE: Text("note", "note"),
}
COLUMN: Final = {
    TOTAL: Text("total", "total"),
    PART: Text("part", "share"),
    BASELINE: Text("référence", "baseline"),
    WORDS: Text("en lettres", "in words"),
}
BEFORE: Final = Text("avant", "before")
AFTER: Final = Text("après", "after")
DIFFERENCE: Final = Text("écart", "difference")
NOTHING: Final = Text("(rien)", "(nothing)")
BY_WORDING: Final = Text(
    "d'après le libellé, semblable à {likeness}", "by its wording, {likeness} alike"
)
FROM_TO: Final = Text("{aspect} : {old} → {new}", "{aspect}: {old} → {new}")
BOTH_WAYS: Final = Text(
    "{aspect} : {removed} en moins, {added} en plus", "{aspect}: {removed} gone, {added} new"
)
MORE: Final = Text("{aspect} : {added} en plus", "{aspect}: {added} new")
LESS: Final = Text("{aspect} : {removed} en moins", "{aspect}: {removed} gone")
WITH_ROWS: Final = Text("avec {count} lignes en dessous", "with {count} rows below")
WITH_ROW: Final = Text("avec une ligne en dessous", "with one row below")
SUMMARY_PREFIX: Final = "recap:"
GRAND_TOTAL: Final = "total_general"


def node_name(node: Node) -> Message:
    """Return « activité 1.1.1-03 », « tableau 1, axe 2 », « action 1.2.2 (cadre…) »."""
    if node.kind is NodeKind.SUMMARY:
        return summary_name(node.code)
    return _in_table(node, Message(KIND[node.kind], {"code": node.code}))


def run_name(run: Sequence[Pair]) -> Message:
    """Return « activités 2.1.1-03 à 2.1.1-05 » for nodes one behind the other."""
    first, last = run[0].node, run[-1].node
    return _in_table(first, Message(KINDS[first.kind], {"first": first.code, "last": last.code}))


def _in_table(node: Node, named: Message) -> Message:
    heading = node.kind in (NodeKind.AXIS, NodeKind.OBJECTIVE, NodeKind.ACTION)
    if heading and node.entry.role is Role.INDICATORS:
        return Message(IN_FRAMEWORK, {"node": named})
    return named


def run_codes(run: Sequence[Pair]) -> tuple[Message, Message]:
    """Return the old codes of nodes one behind the other, and the new ones, each as a range."""
    before, after = (
        Message(RUN, {"first": side[0], "last": side[-1]})
        for side in (
            [pair.before.code for pair in run if pair.before],
            [pair.after.code for pair in run if pair.after],
        )
    )
    return before, after


def summary_name(code: str) -> Message:
    """Return « tableau 1, axe 2 » for the code of a row of tableau 1."""
    name = code.removeprefix(SUMMARY_PREFIX)
    row: Shown = OF_SUMMARY.get(name) or Message(AXIS, {"code": name})
    return Message(KIND[NodeKind.SUMMARY], {"code": row})


def code_name(code: str) -> Shown:
    """Return a code, or what it stands for where it is none of the document's own."""
    if code == GRAND_TOTAL:
        return KIND[NodeKind.GRAND_TOTAL]
    return summary_name(code) if code.startswith(SUMMARY_PREFIX) else code


def column_name(column: str) -> Shown:
    """Return what people call a column: a year, or total, share, baseline, in words."""
    return COLUMN.get(column, column)


def likeness(pair: Pair) -> Message | None:
    """Return that a pair was made by wording, and how alike the wordings are; else None."""
    if pair.basis is not Basis.WORDING:
        return None
    return Message(BY_WORDING, {"likeness": Percent(int(100 * pair.likeness))})


def aspect_name(change: Change) -> Message:
    """Return what a change is about and, of several things, which one: « structures, OI »."""
    aspect = ASPECT[change.aspect]
    if not change.item:
        return Message(aspect)
    return Message(OF_ITEM, {"aspect": aspect, "item": change.item})


def said(change: Change) -> Message:
    """Return in a line what changed: « responsable : CNCLTPPA → MJDH », « ajout ».

    Figures are not part of it: they are shown as a table.
    """
    aspect = aspect_name(change)
    if isinstance(change.old, tuple) or isinstance(change.new, tuple):
        return _of_several(ASPECT[change.aspect], _several(change.old), _several(change.new))
    if not change.old and not change.new:
        return aspect
    old, new = (one_line(each) or NOTHING for each in (change.old, change.new))
    return Message(FROM_TO, {"aspect": aspect, "old": old, "new": new})


def _of_several(aspect: Text, old: tuple[str, ...], new: tuple[str, ...]) -> Message:
    removed = tuple(each for each in old if each not in new)
    added = tuple(each for each in new if each not in old)
    text = BOTH_WAYS if removed and added else MORE if added else LESS
    return Message(text, {"aspect": aspect, "removed": removed, "added": added})


def _several(fact: Fact) -> tuple[str, ...]:
    given = fact if isinstance(fact, tuple) else (fact,)
    return tuple(one_line(each) for each in given if each)


def with_rows(count: int) -> Message:
    """Return how many rows go along with a heading."""
    return Message(WITH_ROW) if count == 1 else Message(WITH_ROWS, {"count": count})


def growth(before: int | None, after: int | None, lang: Lang) -> str:
    """Return by how many percent an amount grew, in tenths; "" where there was nothing before."""
    grown = growth_of(before, after)
    if grown is None:
        return ""
    return ("+" if grown.units > 0 else "") + write_percent(grown, lang)
