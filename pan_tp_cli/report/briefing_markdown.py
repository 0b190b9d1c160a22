"""A review note as Markdown, for a wiki or a mail."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.report.markdown_parts import Sheet, escaped, tabled
from pan_tp_cli.report.markdown_parts import Table as Markdown
from pan_tp_cli.report.note.blocks import Cell, Line, Look, Note, Section, Table
from pan_tp_cli.report.note.note import note
from pan_tp_cli.text import Lang, Text

BREAK: Final = "<br>"
NO_LIMIT: Final = 10**9
TITLE: Final = Text("{note} : {plan}", "{note}: {plan}")
FACT: Final = Text("- **{name} :** {said}", "- **{name}:** {said}")
REFS: Final = Text("{text} n° {refs}", "{text} {refs}")
MARKS: Final = {
    Look.PLAIN: "",
    Look.STRONG: "**",
    Look.QUIET: "*",
    Look.WRONG: "~~",
    Look.RIGHT: "**",
}


def render(briefing: Briefing, lang: Lang) -> str:
    """Return the note; no table of it is folded or cut."""
    return "\n".join(_lines(note(briefing, lang))) + "\n"


def _lines(shown: Note) -> Iterator[str]:
    yield f"# {escaped(TITLE.get(shown.lang).format(note=shown.title, plan=shown.plan))}"
    if shown.about:
        yield from ("", escaped(shown.about))
    yield from ("", f"**{escaped(shown.verdict.sentence)}**")
    for remark in shown.verdict.remarks:
        yield from ("", escaped(remark))
    yield ""
    yield from _facts(shown)
    for section in (*filter(None, [shown.faults]), *shown.sections):
        yield from ("", *_section(section, shown.lang))


def _facts(shown: Note) -> Iterator[str]:
    counts = {count.name: [count.said] for count in shown.counts}
    for name, said in {**counts, **shown.facts}.items():
        text = BREAK.join(map(escaped, said))
        yield FACT.get(shown.lang).format(name=escaped(_capital(name)), said=text)


def _section(section: Section, lang: Lang) -> Iterator[str]:
    yield f"{'#' * (section.level + 1)} {escaped(section.title)}"
    for paragraph in section.paragraphs:
        yield from ("", escaped(paragraph))
    if section.points:
        yield from ("", *(f"- {escaped(point)}" for point in section.points))
    if section.table:
        yield from ("", *_table(section.table, lang))


def _table(table: Table, lang: Lang) -> Iterator[str]:
    heads = [escaped(each.head) for each in table.columns]
    rows = [[_cell(cell, lang) for cell in row.cells] for row in table.rows]
    right = [place for place, each in enumerate(table.columns) if each.figures]
    yield from tabled(Markdown(heads, rows, right), Sheet(lang, NO_LIMIT), NO_LIMIT)


def _cell(cell: Cell, lang: Lang) -> str:
    return BREAK.join(_line(line, lang) for line in cell)


def _line(line: Line, lang: Lang) -> str:
    text = line.text
    if line.refs:
        refs = ", ".join(map(str, line.refs))
        text = REFS.get(lang).format(text=text, refs=refs)
    mark = MARKS[line.look]
    return f"{mark}{escaped(text)}{mark}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
