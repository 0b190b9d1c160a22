"""What changed, a block per node: its name and wording, then a line or a table per change."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Fact
from pan_tp_cli.message import CURRENCY_NAMES, Message, Shown
from pan_tp_cli.place import Role
from pan_tp_cli.report.beyond import beyond
from pan_tp_cli.report.diff_blocks import Block, blocks
from pan_tp_cli.report.diff_cells_text import figure_lines
from pan_tp_cli.report.diff_figures import currency, location_of
from pan_tp_cli.report.diff_summary_text import OF_WEIGHT
from pan_tp_cli.report.diff_words import (
    ASPECT,
    FROM_TO,
    NOTHING,
    WEIGHT,
    likeness,
    node_name,
    run_codes,
    run_name,
    said,
    with_rows,
)
from pan_tp_cli.report.finding_text import wrapped
from pan_tp_cli.report.one_sided_text import one_sided_lines, rows_below
from pan_tp_cli.report.side_by_side import side_by_side
from pan_tp_cli.report.style import MOST_SHOWN, Style
from pan_tp_cli.text import Lang, Text, one_line

HEAD: Final = Text("{weight} : {node}", "{weight}: {node}")
QUOTED: Final = Text("{node} « {label} »", '{node} "{label}"')
IN_CURRENCY: Final = Text("{aspect}, en {currency}", "{aspect}, in {currency}")
REMARKED: Final = Text("{said} : {remark}", "{said}: {remark}")
ALIKE: Final = Text("{said} ({alike})", "{said} ({alike})")
ALONG: Final = Text("{said}, {along}", "{said}, {along}")
REORDERED: Final = Text(
    "ordre des lignes modifié, ce qui n'est pas un changement : {nodes}",
    "rows in another order, which is no change: {nodes}",
)
IN_FULL: Final = frozenset((Aspect.REWORDED, Aspect.NOTE))
"""Aspects whose texts are too long for a line."""
COMING: Final = frozenset((Aspect.ADDED, Aspect.REMOVED, Aspect.RENUMBERED))
"""Aspects in which rows go along with their heading."""
INDENT: Final = "  "


def change_lines(compared: Compared, diff: Diff, style: Style) -> Iterator[str]:
    """Yield a block per node that changed, and which headings have their rows reordered."""
    found = list(blocks(diff))
    for rank, block in enumerate(_heaviest(found)):
        if rank:
            yield ""
        yield from _head(block, compared, style)
        yield from _renumbered(block, style)
        if block.run:
            yield from wrapped(_run(block).render(style.lang), style, INDENT)
            continue
        for change in block.changes:
            yield from _change(change, block, compared, style)
    more = list(beyond(len(found), style))
    yield from ("", *more) if more else ()
    if diff.reordered:
        if diff.changes:
            yield ""
        nodes = tuple(node_name(pair.node) for pair in diff.reordered)
        yield from wrapped(Message(REORDERED, {"nodes": nodes}).render(style.lang), style, INDENT)


def _heaviest(found: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks that are shown, in their order: where there are very many, the heaviest."""
    ranks = sorted(range(len(found)), key=lambda rank: found[rank].weight.rank)
    return [found[rank] for rank in sorted(ranks[:MOST_SHOWN])]


def _run(block: Block) -> Message:
    """Return from which codes to which others rows one behind the other were renumbered."""
    old, new = run_codes(block.run)
    aspect = ASPECT[Aspect.RENUMBERED]
    least = min(block.run, key=lambda pair: pair.likeness)
    return _with_likeness(Message(FROM_TO, {"aspect": aspect, "old": old, "new": new}), least)


def _head(block: Block, compared: Compared, style: Style) -> Iterator[str]:
    """Yield weight, name and wording, and where the node stands; a new wording comes below."""
    node = block.pair.node
    name: Shown = run_name(block.run) if block.run else node_name(node)
    label = "" if block.run else one_line(node.label)
    if label and not any(change.aspect is Aspect.REWORDED for change in block.changes):
        name = Message(QUOTED, {"node": name, "label": label})
    weight = WEIGHT[block.weight]
    head = Message(HEAD, {"weight": weight, "node": name}).render(style.lang)
    first, *more = wrapped(head, style, "")
    word = weight.get(style.lang)
    yield first.replace(word, style.paint(word, OF_WEIGHT[block.weight]), 1)
    yield from more
    yield f"  --> {location_of(block.pair, compared).start}"


def _renumbered(block: Block, style: Style) -> Iterator[str]:
    """Yield the old code of a row that took its new one along with its heading."""
    before, after = block.pair.before, block.pair.after
    told = any(change.aspect is Aspect.RENUMBERED for change in block.changes)
    if before and after and before.code != after.code and not told:
        aspect = ASPECT[Aspect.RENUMBERED]
        shown: dict[str, Shown] = {"aspect": aspect, "old": before.code, "new": after.code}
        line = _with_likeness(Message(FROM_TO, shown), block.pair)
        yield from wrapped(line.render(style.lang), style, INDENT)


def _with_likeness(line: Message, pair: Pair) -> Message:
    alike = likeness(pair)
    return Message(ALIKE, {"said": line, "alike": alike}) if alike else line


def _change(change: Change, block: Block, compared: Compared, style: Style) -> Iterator[str]:
    line = _aspect(change, compared)
    if block.along and change.aspect in COMING:
        line = Message(ALONG, {"said": line, "along": with_rows(block.along)})
    if change.aspect is Aspect.RENUMBERED:
        line = _with_likeness(line, change.pair)
    for remark in change.remarks:
        text, name = (ALONG, "along") if change.aspect is Aspect.MOVED else (REMARKED, "remark")
        line = Message(text, {"said": line, name: remark})
    yield from wrapped(line.render(style.lang), style, INDENT)
    if change.route:
        yield f"{INDENT}  --> {location_of(change.pair, compared, change.route).start}"
    if change.aspect in IN_FULL:
        old, new = (_text(fact, style.lang) for fact in (change.old, change.new))
        yield from side_by_side(old, new, style, INDENT * 2)
    elif None in change.pair[:2]:
        yield from one_sided_lines(change, compared, style)
        yield from rows_below(block.below, compared, style)
    elif change.cells:
        yield from figure_lines(change, style)


def _aspect(change: Change, compared: Compared) -> Message:
    """Return what changed, without what is shown below the line."""
    if change.aspect in IN_FULL:
        return Message(ASPECT[change.aspect])
    name = currency(compared)
    in_budget = change.pair.node.entry.role is Role.PLAN
    if change.aspect is Aspect.BUDGET and in_budget and name:
        shown: dict[str, Shown] = {
            "aspect": ASPECT[change.aspect],
            "currency": CURRENCY_NAMES.get(name, name),
        }
        return Message(IN_CURRENCY, shown)
    return said(change)


def _text(fact: Fact, lang: Lang) -> str:
    return one_line(fact if isinstance(fact, str) else "") or NOTHING.get(lang)
