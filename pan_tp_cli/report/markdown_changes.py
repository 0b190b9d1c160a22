"""Changes, figures and money of a comparison as tables of Markdown."""

from collections.abc import Iterable, Iterator
from typing import Final

from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.report.diff_page import labels
from pan_tp_cli.report.diff_page.changes import Named, ShownChange, ShownNode
from pan_tp_cli.report.diff_page.page import Page
from pan_tp_cli.report.diff_words import WEIGHT
from pan_tp_cli.report.markdown_parts import Sheet, Table, escaped, first, tabled
from pan_tp_cli.text import Lang, Text

BREAK: Final = "<br>"
MOST_OPEN: Final = 40
"""Changes that are not folded."""
LONGEST_LABEL: Final = 90
LONGEST_SIDE: Final = 400
MOVED: Final = Text(
    "- {amount}, {sources} → {sinks} ; {years}", "- {amount}, {sources} → {sinks}; {years}"
)
OR: Final = Text(" ou ", " or ")
AND: Final = Text(" et ", " and ")


def changes(shown: Page, sheet: Sheet) -> Iterator[str]:
    """Yield the table of changes, a row each."""
    heads = sheet.head(labels.WEIGHT, labels.NODE, labels.WHAT, labels.BEFORE, labels.AFTER)
    rows = [row for node in shown.nodes for row in _rows(node, sheet.lang)]
    yield from tabled(Table(heads, _once(rows, 1)), sheet, MOST_OPEN)


def figures(shown: Page, sheet: Sheet) -> Iterator[str]:
    """Yield the figures of all changes that have more of them than fit in their row."""
    names = (labels.NODE, labels.COLUMN, labels.BEFORE, labels.AFTER, labels.DIFFERENCE)
    rows = [
        [escaped(node.name), *map(escaped, figure.said)]
        for node in shown.nodes
        for change in node.changes
        if len(change.figures) > 1
        for figure in change.figures
    ]
    yield from tabled(Table(sheet.head(*names), _once(rows, 0), range(2, 5)), sheet)


def money(shown: Page, sheet: Sheet) -> Iterator[str]:
    """Yield the table of money."""
    names = (labels.NODE, labels.COLUMN, labels.BEFORE, labels.AFTER, labels.DIFFERENCE)
    heads = sheet.head(*names, labels.GROWTH, labels.ROWS_MAKE)
    rows = [
        [labelled(group.node), *map(escaped, (*line.figure.said, line.growth, line.rows))]
        for group in shown.money
        for line in group.lines
    ]
    yield from tabled(Table(heads, _once(rows, 0), range(2, 6)), sheet)


def transfers(shown: Page, sheet: Sheet) -> Iterator[str]:
    """Yield where money went, an item for each amount."""
    given, rest = first(shown.transfers, sheet)
    for transfer in given:
        sides = (transfer.sources, transfer.sinks)
        join = (AND if transfer.joint else OR).get(sheet.lang)
        sources, sinks = (join.join(map(labelled, nodes)) for nodes in sides)
        yield MOVED.get(sheet.lang).format(
            amount=transfer.amount, sources=sources, sinks=sinks, years=transfer.years
        )
    if rest:
        yield f"- {rest}"


def labelled(node: Named) -> str:
    """Return the name of a node and its wording."""
    return f"**{escaped(node.name)}** {escaped(node.label, LONGEST_LABEL)}".rstrip()


def _rows(node: ShownNode, lang: Lang) -> Iterator[list[str]]:
    """Yield the changes of a node, then the rows that came or went along with it."""
    for change in node.changes:
        yield [_weight(change.weight, lang), *_change(node, change)]
    for row in node.along:
        if row.one_sided:
            said = (escaped(part, LONGEST_SIDE) for part in row.gist)
            yield [_weight(row.weight, lang), labelled(row.node), *said]


def _weight(weight: Weight, lang: Lang) -> str:
    name = WEIGHT[weight].get(lang)
    return f"**{name}**" if weight is Weight.BREAKING else name


def _change(node: ShownNode, change: ShownChange) -> list[str]:
    """Return where, what, before and after; remarks on the node stand by its name."""
    where = [labelled(Named(node.name, node.label)), *map(_remark, node.remarks)]
    what = [escaped(change.gist.what), *map(_remark, change.remarks)]
    sides = (escaped(side, LONGEST_SIDE) for side in change.gist[1:])
    return [BREAK.join(where), BREAK.join(what), *sides]


def _remark(remark: str) -> str:
    return f"*{escaped(remark)}*"


def _once(rows: Iterable[list[str]], place: int) -> list[list[str]]:
    """Return rows with nothing in a column where it repeats the row above."""
    shown, last = [], ""
    for row in rows:
        same = row[place] == last
        last = row[place]
        shown.append([*row[:place], "", *row[place + 1 :]] if same else row)
    return shown
