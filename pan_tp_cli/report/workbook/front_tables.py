"""The tables of the first sheet that lead to the others: gravest findings, and the sheets."""

from collections.abc import Mapping, Sequence
from typing import Final

from pan_tp_cli.finding import Severity
from pan_tp_cli.money import Value, write_value
from pan_tp_cli.report.diff_named import named
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.footing import Footing
from pan_tp_cli.report.workbook.looks import OF_SEVERITY, Form, Kind, Look
from pan_tp_cli.report.workbook.made import Made
from pan_tp_cli.report.workbook.page import Content, Page
from pan_tp_cli.report.workbook.spots import Marks, Spot, Tab
from pan_tp_cli.text import Text, one_line

FIRST: Final = Text("À voir d'abord", "To look at first")
FIRST_HEADS: Final = (
    Text("N°", "No."),
    Text("Où", "Where"),
    Text("Constat", "Finding"),
    Text("Imprimé", "Printed"),
    Text("Attendu", "Expected"),
)
FIRST_SPANS: Final = (1, 2, 5, 2, 2)
MOST: Final = 8
MORE: Final = Text(
    "… et {count} de plus, dans la feuille des constats.",
    "… and {count} more, on the sheet of findings.",
)
LONGEST: Final = 130
LONGEST_FIGURE: Final = 60
SHEETS: Final = Text("Les feuilles", "The sheets")
SHEET_HEADS: Final = (
    Text("Feuille", "Sheet"),
    Text("Ce qu'elle montre", "What it shows"),
    Text("Chiffres imprimés faux", "Printed figures wrong"),
)
SHEET_SPANS: Final = (2, 8, 2)
SHOWS: Final = {
    Tab.FINDINGS: Text(
        "Chaque constat avec son calcul, sa réparation et un lien vers sa cellule.",
        "Each finding with its computation, its repair and a link to its cell.",
    ),
    Tab.SUMMARY: Text(
        "Le tableau 1 imprimé, le même recalculé d'après les activités, et l'écart des deux.",
        "Tableau 1 as printed, the same recomputed from the activities, and the difference.",
    ),
    Tab.BUDGET: Text(
        "Le budget tel qu'imprimé ; chaque sous-total et total y est aussi une formule.",
        "The budget as printed; each subtotal and total is there as a formula too.",
    ),
    Tab.INDICATORS: Text(
        "Le cadre de mesure tel qu'imprimé ; le total des cibles y est aussi une formule.",
        "The measurement framework as printed; totals of targets are there as formulas too.",
    ),
}
LIVE: Final = Text(
    "La dernière colonne est vivante : corrigez une cellule dans une feuille, et les sommes "
    "suivent. Les constats et la conclusion restent ceux du contrôle.",
    "The last column is live: correct a cell on a sheet, and the sums follow. The findings and the "
    "conclusion stay those of the check.",
)


def first_findings(page: Page, marks: Marks) -> None:
    """Write the gravest findings, or nothing where there are remarks alone."""
    lang = page.sheet.lang
    found = [
        number
        for number, each in enumerate(marks.found)
        if each.waiver is None and each.finding.severity is not Severity.INFO
    ]
    if not found:
        return
    page.heading(FIRST.get(lang))
    heads(page, FIRST_HEADS, FIRST_SPANS)
    for number in found[:MOST]:
        _finding(page, marks, number)
    if len(found) > MOST:
        page.paragraph(MORE.get(lang).format(count=len(found) - MOST), Kind.NOTE)


def heads(page: Page, names: Sequence[Text], spans: Sequence[int]) -> None:
    """Write the heads of a table."""
    contents = [name.get(page.sheet.lang) for name in names]
    page.line(contents, spans, [Look(Kind.HEAD)] * len(spans))


def _finding(page: Page, marks: Marks, number: int) -> None:
    lang = page.sheet.lang
    finding = named(marks.found[number], lang).finding
    where = ", ".join(filter(None, (finding.node, finding.column)))
    said = sentence(one_line(finding.message.render(lang), LONGEST))
    figures = (_figure(page, value) for value in (finding.printed, finding.expected))
    contents: list[Content] = [(str(number + 1), Marks.spot(number)), clean(where), clean(said)]
    plain, right = Look(), Look(form=Form.RIGHT)
    looks = [Look(OF_SEVERITY[finding.severity], Form.CENTRED), plain, plain, right, right]
    page.line([*contents, *figures], FIRST_SPANS, looks)


def _figure(page: Page, value: Value) -> str:
    """Return a figure in words: the row has no room for more."""
    return (
        ""
        if value is None
        else clean(one_line(write_value(value, page.sheet.lang), LONGEST_FIGURE))
    )


def sheets(page: Page, footings: Mapping[Tab, Footing]) -> None:
    """Write what each sheet shows, and how many of its printed figures its formulas contradict."""
    lang = page.sheet.lang
    page.heading(SHEETS.get(lang))
    heads(page, SHEET_HEADS, SHEET_SPANS)
    for tab, footing in footings.items():
        count: Content = Made(footing.formula, footing.wrong) if footing.formula else ""
        looks = [Look(Kind.LABEL), Look(), Look(form=Form.AMOUNT)]
        leads = tab.title(lang), Spot(tab, 0, 0)
        page.line([leads, SHOWS[tab].get(lang), count], SHEET_SPANS, looks)
    page.paragraph(LIVE.get(lang), Kind.SMALL)
