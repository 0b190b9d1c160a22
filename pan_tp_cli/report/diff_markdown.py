"""The comparison for the description or a comment of a merge request, on GitHub or GitLab."""

from collections.abc import Iterable, Iterator
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.report.diff_page import labels
from pan_tp_cli.report.diff_page.grand_total import GrandTotal
from pan_tp_cli.report.diff_page.page import Page, page
from pan_tp_cli.report.diff_page.versions import Version
from pan_tp_cli.report.markdown_changes import changes, figures, money, transfers
from pan_tp_cli.report.markdown_findings import findings, left_behind
from pan_tp_cli.report.markdown_parts import Sheet, code, escaped
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text

LONGEST: Final = 65_000
"""Characters of a comment: GitHub takes 65 536."""
MOST_ROWS: Final = (1000, 100, 40, 15, 5)
"""Rows of a table that are written: fewer and fewer, until the comment is short enough."""
FACT: Final = Text("- **{name} :** {said}", "- **{name}:** {said}")
COMPARED: Final = Text(
    "Comparés par {tool} : {before} → {after}", "Compared by {tool}: {before} → {after}"
)
JOIN: Final = Text(" ; ", "; ")
REVISION: Final = Text("{name} (révision du {date})", "{name} (revision of {date})")


def render(compared: Compared, style: Style) -> str:
    """Return the comparison in Markdown; "" where a version could not be used."""
    shown = page(compared, style.lang)
    if shown is None:
        return ""
    text = ""
    for most in MOST_ROWS:
        text = "\n".join(_lines(shown, Sheet(style.lang, most))) + "\n"
        if len(text) <= LONGEST:
            break
    return text


def _lines(shown: Page, sheet: Sheet) -> Iterator[str]:
    yield f"## {shown.verdict.headline}"
    yield ""
    yield from _facts(shown, sheet.lang)
    yield from _section(labels.CHANGES, changes(shown, sheet), sheet.lang)
    yield from _section(labels.FIGURES, figures(shown, sheet), sheet.lang)
    yield from _section(labels.MONEY, money(shown, sheet), sheet.lang)
    yield from _section(labels.TRANSFERS, transfers(shown, sheet), sheet.lang)
    yield from _section(labels.LEFT_BEHIND, left_behind(shown, sheet), sheet.lang)
    yield from _section(labels.FINDINGS, findings(shown, sheet), sheet.lang)
    names = {
        "before": _version(shown.before, sheet.lang),
        "after": _version(shown.after, sheet.lang),
    }
    yield from ("", COMPARED.get(sheet.lang).format(tool=shown.tool, **names))


def _section(title: Text, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """Yield a part under its title, where there is anything in it."""
    given = list(lines)
    if given:
        yield from ("", f"### {title.get(lang)}", "", *given)


def _facts(shown: Page, lang: Lang) -> Iterator[str]:
    """Yield what the comparison comes to, in a line each."""
    verdict = shown.verdict
    counts = ", ".join(filter(None, (*(said for _, said in verdict.counts), verdict.of_rows)))
    if not counts:
        yield from (labels.NOTHING_CHANGED.get(lang), "")
    told = counts or shown.findings.any_news
    facts = [
        (labels.CHANGES, counts),
        (labels.KINDS, verdict.of_changes),
        (labels.GRAND_TOTAL, _total(shown.total, lang) if shown.total and counts else ""),
        (labels.TOTALS, verdict.of_totals if counts else ""),
        (labels.FINDINGS, ", ".join(verdict.of_findings) if told else ""),
        (labels.ERRORS, verdict.of_errors if told else ""),
    ]
    for name, said in facts:
        if said:
            yield FACT.get(lang).format(name=name.get(lang), said=said)
    yield from (f"- {escaped(remark)}" for remark in shown.reordered)


def _total(total: GrandTotal, lang: Lang) -> str:
    """Return « 60 FCFA → 63 FCFA (+3, +5,0 %) », and what the rows make where they differ."""
    grown = ", ".join(part for part in (total.difference, total.growth) if part)
    sides = " → ".join(dict.fromkeys(side for side in (total.before, total.after) if side))
    said = f"{sides} ({grown})" if grown else sides
    return JOIN.get(lang).join(filter(None, (said, *total.words[1:])))


def _version(version: Version, lang: Lang) -> str:
    name = code(version.main)
    if not version.revision:
        return name
    return REVISION.get(lang).format(name=name, date=version.revision)
