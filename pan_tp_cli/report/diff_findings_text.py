"""Totals left behind, and what became of the findings: new, repaired, persisting, accepted."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff, Stale
from pan_tp_cli.diff.findings import Kept, Matched
from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.message import Message, show
from pan_tp_cli.money import write_value
from pan_tp_cli.report.beyond import beyond
from pan_tp_cli.report.diff_named import cell_words, named
from pan_tp_cli.report.diff_words import code_name, column_name
from pan_tp_cli.report.finding_line import finding_line, painted
from pan_tp_cli.report.finding_text import finding_lines, wrapped
from pan_tp_cli.report.repair_text import MOST_CELLS, joined
from pan_tp_cli.report.style import MOST_SHOWN, Style
from pan_tp_cli.text import Lang, Text, one_line

NEW: Final = Text("Constats nouveaux", "New findings")
REPAIRED: Final = Text("Constats réparés", "Repaired findings")
GONE: Final = Text("Constats partis avec leur ligne", "Findings gone with their row")
UNSEEN: Final = Text(
    "Constats qui ne sont plus vus, sans que rien y ait été réparé",
    "Findings no longer seen, though nothing was repaired there",
)
UNCHECKED: Final = Text(
    "Constats qui ne peuvent plus être contrôlés : leur fichier n'y est plus",
    "Findings that can no longer be checked: their file is not there any more",
)
NEWLY: Final = Text("Constats acceptés depuis", "Findings waived since")
OTHERWISE: Final = Text(
    "Constats persistants, avec d'autres valeurs", "Persisting findings, with other values"
)
BORN: Final = Text(
    "Constats nouveaux, acceptés dans la même révision", "New findings, waived in the same revision"
)
OF_STALE: Final = Text(
    "le contrôle, qui ne connaît pas la version d'avant, y voit : {findings}",
    "the check, which does not know the version before, sees there: {findings}",
)
ALL_CELLS: Final = Text(
    "toutes les cellules à récrire, avec leurs montants : --format markdown ou html",
    "all cells to rewrite, with their amounts: --format markdown or html",
)
SHARED: Final = Text(
    "ces constats ont des totaux en commun : chaque issue vaut seule, puis relancez la "
    "comparaison ; les montants pour tous à la fois : --format markdown ou html",
    "these findings share totals: take one way out at a time, then compare again; the amounts for "
    "all at once: --format markdown or html",
)
MORE_FINDINGS: Final = Text("et {count} autres constats", "and {count} more findings")
WAS: Final = Text("{line} ; avant : {before}", "{line}; before: {before}")
WAS_EXPECTED: Final = Text(
    "{line} ; avant : {before} imprimé, {expected} calculé",
    "{line}; before: {before} printed, {expected} computed",
)
WAIVED: Final = Text("{line} ; dérogation : {reason}{by}", "{line}; waiver: {reason}{by}")
BY: Final = Text(" ({by})", " ({by})")
CHANGED: Final = Text("ce qui a changé : {rows}", "what changed: {rows}")
MORE: Final = Text("et {count} autres lignes", "and {count} more rows")
Section = tuple[Message, Iterable[str]]


def stale_lines(compared: Compared, diff: Diff, style: Style) -> Iterator[str]:
    """Yield the totals that did not follow, as findings, each with both ways out."""
    told = zip(compared.stale[:MOST_SHOWN], diff.stale, strict=False)
    for rank, (located, stale) in enumerate(told):
        if rank:
            yield ""
        yield from finding_lines(named(located, style.lang), style)
        yield from _leaves(stale, style)
    yield from beyond(len(compared.stale), style)
    if any(repair.together for each in compared.stale for repair in each.finding.repairs):
        yield ""
        yield from wrapped(SHARED.get(style.lang), style, "  ")
    elif any(_more_cells(each) for each in compared.stale):
        yield ""
        yield from wrapped(ALL_CELLS.get(style.lang), style, "  ")
    seen = [_rule_and_cell(located.finding, style.lang) for located in compared.of_stale]
    if seen:
        said = OF_STALE.get(style.lang).format(findings=joined(seen, MORE_FINDINGS, style.lang))
        yield ""
        yield from wrapped(said, style, "  ")


def _more_cells(located: Located) -> bool:
    """Tell whether a way out changes more cells than its line shows."""
    return any(len(repair.changes) > MOST_CELLS + 1 for repair in located.finding.repairs)


def _rule_and_cell(finding: Finding, lang: Lang) -> str:
    return f"{finding.rule} {cell_words(finding.node, finding.column, lang)}"


def _leaves(stale: Stale, style: Style) -> Iterator[str]:
    """Yield which figures changed below totals that did not follow."""
    columns: dict[str, list[str]] = {}
    for pair, change in stale.leaves:
        node = show(code_name(pair.node.code), style.lang)
        columns.setdefault(node, []).append(show(column_name(change.column), style.lang))
    rows = [f"{node} ({', '.join(names)})" for node, names in columns.items()]
    if rows:
        said = CHANGED.get(style.lang).format(rows=joined(rows, MORE, style.lang))
        yield from wrapped(said, style, "  = ")


def finding_sections(compared: Compared, findings: Matched, style: Style) -> Iterator[Section]:
    """Yield what is to be said of single findings, a line each.

    New ones that stand where totals did not follow are told with these.
    """
    lang = style.lang
    of_stale = {id(located) for located in compared.of_stale}
    told = [each for each in findings.new if id(each) not in of_stale]
    new = [(each, _line(each, lang)) for each in told]
    born = [(each, _born(each, lang)) for each in findings.born_waived]
    newly = [(each, _born(each, lang)) for each in findings.newly_waived]
    repaired = [(each, _line(each, lang)) for each in findings.repaired]
    gone = [(each, _line(each, lang)) for each in findings.gone]
    unseen = [(each, _line(each, lang)) for each in findings.unseen]
    unchecked = [(each, _line(each, lang)) for each in findings.unchecked]
    other = [
        (kept.after, _otherwise(kept, lang)) for kept in findings.persisting if not kept.same_values
    ]
    told_before = ((NEW, new), (BORN, born), (NEWLY, newly))
    left = ((REPAIRED, repaired), (GONE, gone), (UNSEEN, unseen), (UNCHECKED, unchecked))
    for title, lines in (*told_before, *left, (OTHERWISE, other)):
        yield Message(title), list(_painted(lines, style))


def _painted(lines: Sequence[tuple[Located, str]], style: Style) -> Iterator[str]:
    for located, said in lines[:MOST_SHOWN]:
        for line in wrapped(said, style, "  "):
            yield painted(line, located.finding, style)
    yield from beyond(len(lines), style)


def _line(located: Located, lang: Lang) -> str:
    """Return a finding in one line, its cell called as people call it."""
    finding = located.finding
    node = cell_words(finding.node, finding.column, lang)
    return finding_line(located._replace(finding=finding._replace(node=node, column=None)), lang)


def _born(located: Located, lang: Lang) -> str:
    line, waiver = _line(located, lang), located.waiver
    if waiver is None:
        return line
    by = BY.get(lang).format(by=waiver.by) if waiver.by else ""
    return WAIVED.get(lang).format(line=line, reason=one_line(waiver.reason), by=by)


def _otherwise(kept: Kept, lang: Lang) -> str:
    before = kept.before.finding
    text = WAS if before.expected is None else WAS_EXPECTED
    printed, expected = (write_value(value, lang) for value in (before.printed, before.expected))
    line = _line(kept.after, lang)
    return text.get(lang).format(line=line, before=printed, expected=expected)
