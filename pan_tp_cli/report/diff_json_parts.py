"""What the JSON report of a comparison is made of: nodes, changes, cells, lines of money."""

from pan_tp_cli.checked import Checked
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.diff.change import CellChange, Change, Line
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.moved_money import carried
from pan_tp_cli.diff.node import Fact, Node
from pan_tp_cli.report.diff_figures import difference, growth_of, location, location_of
from pan_tp_cli.report.json_finding import json_value
from pan_tp_cli.report.json_parts import Json, place
from pan_tp_cli.text import Lang

LIKENESS_DECIMALS = 4


def change(given: Change, compared: Compared, lang: Lang) -> Json:
    """Write a change of one node."""
    pair = given.pair
    return {
        "aspect": given.aspect.value,
        "weight": given.weight.value,
        **sides(pair, compared),
        "parent_before": _parent(pair.before),
        "parent_after": _parent(pair.after),
        "matched_by": pair.basis.value if pair.basis else None,
        "likeness": round(pair.likeness, LIKENESS_DECIMALS) if pair.basis else None,
        "old": _fact(given.old),
        "new": _fact(given.new),
        "item": given.item or None,
        "location": place(location_of(pair, compared, given.route)),
        "cells": [cell(each) for each in given.cells],
        "moved_money": dict(carried(pair.node)) if given.aspect is Aspect.MOVED else None,
        "correction": given.correction,
        "along": given.along,
        "remarks": [remark.render(lang) for remark in given.remarks],
    }


def sides(pair: Pair, compared: Compared) -> Json:
    """Write a node as it was and as it is; one of them is null where it was added or removed."""
    return {
        "kind": pair.node.kind.value,
        "before": _node(pair.before, compared.before),
        "after": _node(pair.after, compared.after),
    }


def _node(node: Node | None, checked: Checked) -> Json | None:
    if node is None:
        return None
    where = place(location(node, checked))
    return {"code": node.code, "label": node.label or None, "location": where}


def _parent(node: Node | None) -> str | None:
    return node.parent.code if node and node.parent else None


def _fact(fact: Fact) -> str | list[str] | None:
    return list(fact) if isinstance(fact, tuple) else fact or None


def cell(given: CellChange) -> Json:
    """Write a figure before and after."""
    return {
        "column": given.column,
        "before": json_value(given.old),
        "after": json_value(given.new),
        "difference": json_value(difference(given)),
        "due_before": json_value(given.due.before) if given.due else None,
        "due_after": json_value(given.due.after) if given.due else None,
        "course": given.due.course.value if given.due else None,
    }


def money_line(line: Line) -> Json:
    """Write an amount before and after, and what the rows make of it where it did not follow."""
    return {
        "column": line.column,
        "before": line.before,
        "after": line.after,
        "difference": line.difference,
        "percent": json_value(growth_of(line.before, line.after)),
        "owed": line.owed,
        "older": line.older,
        "rows_before": line.made[0] if line.made else None,
        "rows_after": line.made[1] if line.made else None,
        "rows_difference": line.made[1] - line.made[0] if line.made else None,
        "course": line.course.value if line.made else None,
    }
