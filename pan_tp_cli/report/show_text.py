"""A plan as a reviewer sees it in a terminal: a tree, a table, or what stands at one code."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.finding import Located
from pan_tp_cli.message import CURRENCY_NAMES
from pan_tp_cli.report import show_groups
from pan_tp_cli.report.finding_text import JOIN, wrapped
from pan_tp_cli.report.opening import opening
from pan_tp_cli.report.show_notes import Section, told
from pan_tp_cli.report.show_subject import subject_lines
from pan_tp_cli.report.show_tree import tree
from pan_tp_cli.report.show_words import marks, plain
from pan_tp_cli.report.style import STRONG, Style
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Text
from pan_tp_cli.viewed import Breakdown, Viewed

GROUPS: Final = {
    Breakdown.STRUCTURE: show_groups.structures,
    Breakdown.YEAR: show_groups.years,
    Breakdown.AXIS: show_groups.axes,
}
TITLE: Final = {
    None: Text("Montants, en {currency}", "Amounts, in {currency}"),
    Breakdown.STRUCTURE: Text(
        "Structures responsables telles qu'imprimées, en {currency}",
        "Responsible structures as printed, in {currency}",
    ),
    Breakdown.YEAR: Text("Années, en {currency}", "Years, in {currency}"),
    Breakdown.AXIS: Text("Tableau 1, en {currency}", "Tableau 1, in {currency}"),
}
NO_SUMMARY: Final = Text(
    "Axes, en {currency} (ce plan n'a pas de tableau 1)",
    "Axes, in {currency} (this plan has no tableau 1)",
)
HIDDEN: Final = (
    Text("{count} ligne plus bas : --depth la montre", "{count} row further down: see --depth"),
    Text("{count} lignes plus bas : --depth les montre", "{count} rows further down: see --depth"),
)
ELSEWHERE: Final = Text("constats ailleurs : {places}", "findings elsewhere: {places}")
INDICATORS: Final = Text("indicateurs {marks}", "indicators {marks}")
SUMMARY: Final = Text("tableau 1 {marks}", "tableau 1 {marks}")
OTHERS: Final = Text("autres {marks}", "others {marks}")


def render(viewed: Viewed, style: Style) -> str:
    """Return what of a plan is looked at; of a plan that could not be used, that alone is said."""
    checked = viewed.checked
    if checked.report is None:
        return ""
    lines = [*opening(checked, style)]
    if viewed.choice.by is None and viewed.subjects:
        for subject in viewed.subjects:
            lines += ["", *subject_lines(viewed, subject, style)]
    elif checked.project.plan is not None:
        lines += ["", *_table(viewed, style)]
    return "\n".join(lines) + "\n"


def _table(viewed: Viewed, style: Style) -> Iterator[str]:
    currency = viewed.checked.project.currency
    by, project = viewed.choice.by, viewed.checked.project
    title = NO_SUMMARY if by is Breakdown.AXIS and project.summary is None else TITLE[by]
    named = title.get(style.lang).format(currency=CURRENCY_NAMES.get(currency, currency))
    yield from (style.paint(each, STRONG) for each in wrapped(named, style, ""))
    notes = list(_elsewhere(viewed, style)) if viewed.root.row is None else []
    if by is None:
        found = tree(viewed, viewed.root, style.lang)
        section = Section((), found.lines, show_groups.amounts(viewed, style.lang))
        hidden = [in_number(HIDDEN, found.hidden, style.lang)] if found.hidden else []
        yield from told([section], style, [*hidden, *notes])
    else:
        yield from told([Section((), *GROUPS[by](viewed, style.lang))], style, notes)


def _elsewhere(viewed: Viewed, style: Style) -> Iterator[str]:
    """Yield how many findings stand at no row of the budget, but those that the table tells."""
    overview, choice = viewed.overview, viewed.choice
    places: list[tuple[Text, Sequence[Located]]] = []
    if not choice.targets:
        of_indicators = [each for found in overview.indicators.values() for each in found]
        places.append((INDICATORS, of_indicators))
    if choice.by is not Breakdown.AXIS:
        places.append((SUMMARY, overview.summary))
    places.append((OTHERS, overview.others))
    said = [
        text.get(style.lang).format(marks=plain(marks(found, (), style.lang)))
        for text, found in places
        if found
    ]
    if said:
        yield ELSEWHERE.get(style.lang).format(places=JOIN.get(style.lang).join(said))
