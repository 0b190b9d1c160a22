"""Totals left behind and findings of a comparison, as Markdown."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.report.diff_page import labels
from pan_tp_cli.report.diff_page.figures import Figure
from pan_tp_cli.report.diff_page.findings import ShownFinding
from pan_tp_cli.report.diff_page.left_behind import Below, LeftBehind, Way
from pan_tp_cli.report.diff_page.page import Page
from pan_tp_cli.report.markdown_changes import BREAK, LONGEST_LABEL, labelled
from pan_tp_cli.report.markdown_parts import Sheet, Table, code, escaped, first, tabled
from pan_tp_cli.text import Lang, Text

HEAD: Final = Text("{node} : {message}, {place}", "{node}: {message}, {place}")
TITLED: Final = Text("{title} :", "{title}:")
ROW: Final = Text("- {node} : {figures}", "- {node}: {figures}")
FIGURE: Final = Text("{column} : {said}", "{column}: {said}")


def left_behind(shown: Page, sheet: Sheet) -> Iterator[str]:
    """Yield totals left behind, with what changed below and both ways out."""
    given, rest = first(shown.left_behind, sheet)
    for place, each in enumerate(given):
        if place:
            yield ""
        yield from _left_behind(each, sheet)
    if rest:
        yield from ("", rest)


def findings(shown: Page, sheet: Sheet) -> Iterator[str]:
    """Yield the findings that are new, repaired, changed or accepted as they appeared."""
    found = shown.findings
    parts = (
        (labels.NEW, found.new),
        (labels.NEWLY_WAIVED, found.newly_waived),
        (labels.REPAIRED, found.repaired),
        (labels.GONE, found.gone),
        (labels.UNSEEN, found.unseen),
        (labels.UNCHECKED, found.unchecked),
        (labels.CHANGED, found.changed),
        (labels.BORN_WAIVED, found.born_waived),
    )
    given = [part for part in parts if part[1]]
    for place, (title, several) in enumerate(given):
        if place:
            yield ""
        yield from (f"**{title.get(sheet.lang)}**", "")
        heads = sheet.head(labels.LEVEL, labels.NODE, labels.MESSAGE, labels.PLACE)
        yield from tabled(Table(heads, [_finding(each) for each in several]), sheet)


def _left_behind(each: LeftBehind, sheet: Sheet) -> Iterator[str]:
    lang = sheet.lang
    yield HEAD.get(lang).format(
        node=labelled(each.heading), message=escaped(each.message), place=code(each.place)
    )
    yield ""
    if each.below:
        yield from (TITLED.get(lang).format(title=labels.CHANGED_BELOW.get(lang)), "")
        below, rest = first(each.below, sheet)
        yield from (_below(row, lang) for row in below)
        yield from ([f"- {rest}", ""] if rest else [""])
    yield TITLED.get(lang).format(title=labels.EITHER.get(lang))
    for number, way in enumerate(each.ways, 1):
        yield from ("", f"**{number}.** {escaped(way.message)}")
        if way.cells:
            yield ""
            yield from tabled(_cells(way, sheet), sheet)


def _cells(way: Way, sheet: Sheet) -> Table:
    """Return the cells to write; those that findings share, for one of them and for all."""
    heads = [labels.LINE, labels.NODE, labels.COLUMN, labels.PRINTED]
    heads += [labels.ALONE, labels.TOGETHER] if way.shared else [labels.PROPOSED]
    rows = []
    for cell in way.cells:
        said = [cell.node, cell.column, cell.printed, cell.proposed]
        said += [cell.together] if way.shared else []
        rows.append([str(cell.line), *map(escaped, said)])
    return Table(sheet.head(*heads), rows, (0, *range(3, len(heads))))


def _below(row: Below, lang: Lang) -> str:
    figures = (
        FIGURE.get(lang).format(column=figure.column, said=_sides(figure)) for figure in row.figures
    )
    node = f"{labelled(row.node)} ({row.note})" if row.note else labelled(row.node)
    return ROW.get(lang).format(node=node, figures=", ".join(figures))


def _sides(figure: Figure) -> str:
    """Return « 4 → 6 », or what both sides say, or the only one that there is."""
    sides = (figure.before, figure.after)
    return escaped(" → ".join(dict.fromkeys(side for side in sides if side)))


def _finding(each: ShownFinding) -> list[str]:
    said = [escaped(each.message), *(f"*{escaped(mark)}*" for mark in each.marks)]
    where = [f"**{escaped(each.where)}**", escaped(each.label, LONGEST_LABEL)]
    what = f"{escaped(each.level)}{BREAK}{code(each.rule)}"
    return [what, BREAK.join(filter(None, where)), BREAK.join(said), code(each.place)]
