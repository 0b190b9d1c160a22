"""The budget as a tree of lines: headings with the rows and the indicators below them."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.measures import Measure
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.overview import Branch
from pan_tp_cli.report.show_table import Line
from pan_tp_cli.report.show_words import Figure, computed, label, marks, printed, share, value
from pan_tp_cli.table import IndicatorRow, Level
from pan_tp_cli.text import Lang, Text
from pan_tp_cli.viewed import Viewed

THE_PLAN: Final = Text("le plan", "the plan")
BESIDE: Final = Text("indicateurs sans ligne au budget", "indicators without a row of the budget")
FORK: Final = "├ "
LAST: Final = "└ "
DOWN: Final = "│ "
NOTHING: Final = "  "


class Tree(NamedTuple):
    """Lines, and how many rows further down are not among them."""

    lines: tuple[Line, ...]
    hidden: int


class _Node(NamedTuple):
    """A line without its guides, with those below it."""

    line: Line
    below: tuple["_Node", ...] = ()


def tree(viewed: Viewed, root: Branch, lang: Lang) -> Tree:
    """Return a branch and what is below it, as deep as is asked for.

    Unasked, these are all headings, and the activities that are right below the branch.
    """
    node = _node(viewed, root, None, 0, lang)
    below = node.below
    if root.row is None and viewed.choice.targets:
        below = (*below, *_unattached(viewed, lang))
    lines = (node.line._replace(strong=True), *_guided(below, ""))
    shown = sum(1 for _ in _visible(viewed, root, 0))
    return Tree(lines, sum(1 for _ in root.walk()) - shown)


def _visible(viewed: Viewed, branch: Branch, depth: int) -> Iterator[Branch]:
    yield branch
    for child in _children(viewed, branch, depth):
        yield from _visible(viewed, child, depth + 1)


def _children(viewed: Viewed, branch: Branch, depth: int) -> Sequence[Branch]:
    """Return the rows below one that are told, `depth` levels below the root."""
    if viewed.choice.depth is not None:
        return branch.children if depth < viewed.choice.depth else ()
    if depth == 0:
        return branch.children
    return [each for each in branch.children if each.row and each.row.level is not Level.ACTIVITY]


def _node(viewed: Viewed, branch: Branch, above: Branch | None, depth: int, lang: Lang) -> _Node:
    below = tuple(
        _node(viewed, child, branch, depth + 1, lang) for child in _children(viewed, branch, depth)
    )
    measured = _measured(viewed, branch, lang) if viewed.choice.targets else ()
    return _Node(line(viewed, branch, above, lang), (*measured, *below))


def line(viewed: Viewed, branch: Branch, above: Branch | None, lang: Lang) -> Line:
    """Return the line of a branch, with its share of the one above it."""
    amounts = {name: branch.amounts[name] for name in viewed.columns}
    mended = {name: computed(amount, lang) for name, amount in amounts.items()}
    return Line(
        name(viewed, branch, lang),
        figures={name: printed(amount, lang) for name, amount in amounts.items()},
        mended={name: figure for name, figure in mended.items() if figure},
        share=share(branch.total, above.total, lang) if above else "",
        part=branch.share(above) if above else None,
        marks=marks(branch.findings, branch.below, lang),
    )


def name(viewed: Viewed, branch: Branch, lang: Lang) -> str:
    """Return what a row is called: its code and wording; of the whole, its acronym or title."""
    if branch.row is not None:
        return label(f"{branch.node} {branch.label}")
    plan = viewed.checked.project.plan
    said = plan.acronym or plan.title if plan else ""
    return label(said) or THE_PLAN.get(lang)


def _measured(viewed: Viewed, branch: Branch, lang: Lang) -> Iterator[_Node]:
    """Yield the indicators of the results that measure a heading."""
    for each in viewed.measures:
        if each.heading == branch.node:
            yield from _indicators(viewed, each, lang)


def _indicators(viewed: Viewed, measure: Measure, lang: Lang) -> Iterator[_Node]:
    return (_Node(indicator(viewed, row, lang)) for row in measure.indicators)


def _unattached(viewed: Viewed, lang: Lang) -> Iterator[_Node]:
    alone = tuple(
        node
        for each in viewed.measures
        if each.heading is None
        for node in _indicators(viewed, each, lang)
    )
    if alone:
        yield _Node(Line(BESIDE.get(lang)), alone)


def indicator(viewed: Viewed, row: IndicatorRow, lang: Lang) -> Line:
    """Return the line of an indicator: its targets in the columns of the years, and their total."""
    figures: dict[str, Figure] = {}
    mended: dict[str, Figure] = {}
    cells = {**row.targets, **({TOTAL: row.total} if row.total else {})}
    for column in viewed.columns:
        if column in cells:
            cell = cells[column]
            right = viewed.recomputed.values.get(cell.place)
            figures[column], better = value(cell.value, right, lang)
            if better:
                mended[column] = better
    found = viewed.overview.indicators.get(row.entry.node, ())
    called = label(f"{row.entry.node} {row.entry.label}")
    return Line(called, figures=figures, mended=mended, marks=marks(found, (), lang))


def _guided(nodes: Sequence[_Node], above: str) -> Iterator[Line]:
    """Yield lines with guides that lead from each to the one above it."""
    for rank, node in enumerate(nodes, start=1):
        is_last = rank == len(nodes)
        rest = above + (NOTHING if is_last else DOWN)
        guide = above + (LAST if is_last else FORK)
        yield node.line._replace(guide=guide, rest=rest + (DOWN if node.below else NOTHING))
        yield from _guided(node.below, rest)
