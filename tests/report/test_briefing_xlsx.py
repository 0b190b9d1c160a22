"""The workbook, read back by another library: what is in which cell, and how it behaves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from pan_tp_cli import __version__
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.overview import Branch
from pan_tp_cli.report import briefing_xlsx
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.text import Lang
from tests.projects import TODAY, framework, plan
from tests.report.hostile import TEXTS, all_printable
from tests.report.workbooks import (
    Readings,
    briefing,
    column_of,
    embedded,
    row_of,
    workbook,
)

FAULTY = plan(
    """
titre: Plan d'essai
sigle: PE
total_general: {chiffres: 33, lettres: trente-trois}
recapitulatif:
  axes:
  - {axe: 1, intitule: A, 2023: 11, 2024: 15, total: 26, part: 80%}
  - {axe: 9, intitule: Z, 2023: 1, 2024: 1, total: 2, part: 1%}
  total: {2023: 15, 2024: 18, total: 33, part: 100%}
  parts: {2023: 45%, 2024: 55%, total: 100%}
axes:
- code: 1
  intitule: A
  budget: {2023: 10, 2024: 15, total: 25}
  objectifs:
  - code: 1.1
    intitule: O
    actions:
    - code: 1.1.1
      intitule: B
      budget: {2023: 5, 2024: 9, total: 15}
      activites:
      - {id: 1.1.1-01, intitule: "=1+1", responsable: "@x", budget: {2023: 5, 2024: 10, total: 14}}
    activites:
    - {id: 1.1-02, intitule: "+1", budget: {2023: ~, 2024: 5}}
    - {id: 1.1-03, intitule: "-1", budget: {2023: 5, 2024: ~}}
- code: 2
  intitule: Sans ligne
  budget: {2023: 5, 2024: 3, total: 8}
""".lstrip()
)
INDICATORS = framework(
    """
unite: pourcentage
reference: 50 %
cibles: {2023: 52 %, 2024: 53 %}
total: 52 %
"""
)


@pytest.fixture(scope="module")
def whole() -> Briefing:
    return embedded()


@pytest.fixture(scope="module")
def french(whole: Briefing) -> Readings:
    return workbook(whole)


@pytest.fixture
def faulty(tmp_path: Path) -> Readings:
    return workbook(briefing(tmp_path, FAULTY, INDICATORS))


def cells(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if isinstance(cell, Cell))


# --- the whole ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        (Lang.FR, ["Synthèse", "Constats", "Tableau 1", "Budget", "Indicateurs"]),
        (Lang.EN, ["Summary", "Findings", "Tableau 1", "Budget", "Indicators"]),
    ],
)
def test_sheets_are_called_in_the_language(whole: Briefing, lang: Lang, names: list[str]) -> None:
    assert workbook(whole, lang).formulas.sheetnames == names


def test_the_same_briefing_gives_the_same_bytes(whole: Briefing) -> None:
    first, second = (briefing_xlsx.render(whole, Lang.FR) for _ in range(2))
    assert first == second


def test_properties_name_the_plan_and_the_day(french: Readings) -> None:
    told = french.formulas.properties
    assert (told.title, told.creator) == ("PAN-TP 2023-2027", f"pan-tp {__version__}")
    assert told.created.date() == TODAY


def test_every_sheet_is_printed_on_a4_landscape_as_wide_as_the_page(french: Readings) -> None:
    for name in french.formulas.sheetnames:
        sheet = french.sheet(name)
        page = sheet.page_setup
        assert (page.orientation, page.paperSize, page.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.right.text.endswith("data/plan.yaml")
        assert TODAY.isoformat() in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text.strip() == "page &P sur &N"
        if name != "Synthèse":
            assert sheet.print_title_rows == "$3:$3"


def test_tables_are_frozen_and_filtered(french: Readings) -> None:
    frozen = {name: french.sheet(name).freeze_panes for name in french.formulas.sheetnames[1:]}
    assert frozen == {"Constats": "F4", "Tableau 1": "C4", "Budget": "D4", "Indicateurs": "D4"}
    for name in ("Constats", "Budget", "Indicateurs"):
        sheet = french.sheet(name)
        last = column_of(sheet, "Fichier" if name == "Constats" else "Constats")
        bounds = re.fullmatch(r"A3:([A-Z]+)(\d+)", sheet.auto_filter.ref)
        assert bounds
        assert sheet[f"{bounds[1]}3"].column == last
        assert int(bounds[2]) == sheet.max_row


# --- the budget --------------------------------------------------------------------------------


def test_rows_are_grouped_by_their_level(faulty: Readings) -> None:
    sheet = faulty.sheet("Budget")
    levels = {
        sheet.cell(row, 1).value: sheet.row_dimensions[row].outlineLevel
        for row in range(6, sheet.max_row + 1)
        if sheet.cell(row, 1).value
    }
    assert levels == {
        "1": 0, "1.1": 1, "1.1.1": 2, "1.1.1-01": 3, "1.1-02": 2, "1.1-03": 2, "2": 0,
    }  # fmt: skip
    assert sheet.sheet_properties.outlinePr.summaryBelow is False


def test_sums_are_formulas_over_the_rows_below(faulty: Readings) -> None:
    sheet = faulty.sheet("Budget")
    first = row_of(sheet, "1.1.1-01")
    action, objective, axis, other = (row_of(sheet, code) for code in ("1.1.1", "1.1", "1", "2"))
    assert sheet.cell(first, 8).value == f"=SUM(E{first}:F{first})"
    assert sheet.cell(action + 1, 5).value == f"=SUM(E{first})"
    assert sheet.cell(objective + 1, 5).value == f"=SUM(E{action + 1},E{first + 1}:E{first + 2})"
    assert sheet.cell(objective, 8).value == f"=SUM(H{action},H{first + 1}:H{first + 2})"
    assert sheet.cell(4, 8).value == f"=SUM(H{axis},H{other})"
    assert sheet.cell(5, 6).value == f"=SUM(F{axis + 1},F{other})"


def test_printed_figures_are_numbers_and_blanks_stay_blank(faulty: Readings) -> None:
    sheet = faulty.sheet("Budget")
    row = row_of(sheet, "1.1-02")
    assert [sheet.cell(row, column).value for column in (5, 6, 7)] == [None, 5, None]
    assert [sheet.cell(row, column).data_type for column in (5, 6, 7)] == ["n", "n", "n"]
    assert sheet.cell(row_of(sheet, "1.1"), 5).value is None


def test_differences_are_of_the_printed_total_and_the_made_one(faulty: Readings) -> None:
    sheet, cached = faulty.sheet("Budget"), faulty.cached("Budget")
    row = row_of(sheet, "1.1.1-01")
    assert sheet.cell(row, 9).value == f'=IF(COUNT(G{row},H{row})=2,G{row}-H{row},"")'
    assert [cached.cell(row, column).value for column in (7, 8, 9)] == [14, 15, -1]
    blank = row_of(sheet, "1.1-02")
    assert [cached.cell(blank, column).value for column in (7, 8, 9)] == [None, 5, None]


def walked(readings: Readings, given: Briefing, head: str) -> Iterator[tuple[Branch, int, int]]:
    """Yield each branch with its row and the row of its sums, in the order of the sheet."""
    sheet = readings.sheet("Budget")
    row = 4
    for branch in given.overview.whole.walk():
        sums = row + 1 if branch.children else row
        assert sheet.cell(row, 1).value == (branch.node if branch.row else None)
        if branch.children:
            assert sheet.cell(sums, 2).value == head
        yield branch, row, sums
        row = sums + 1


@pytest.mark.parametrize(("lang", "head"), [(Lang.FR, "calculé"), (Lang.EN, "computed")])
def test_what_formulas_make_is_what_the_leaves_make(whole: Briefing, lang: Lang, head: str) -> None:
    readings = workbook(whole, lang)
    cached = readings.cached("Budget")
    years = whole.checked.project.years
    for branch, row, sums in walked(readings, whole, head):
        for column, year in enumerate(years, 5):
            made = branch.amounts[year].made
            assert (cached.cell(sums, column).value or 0) == made
            printed = branch.amounts[year].printed
            assert cached.cell(row, column).value == printed
        assert cached.cell(row, 5 + len(years)).value == branch.amounts[TOTAL].printed
        assert cached.cell(row, 6 + len(years)).value == branch.total


def test_what_is_no_number_is_shown_as_printed_and_sums_say_so(tmp_path: Path) -> None:
    given = FAULTY.replace("2023: 5, 2024: 10, total: 14", "2023: 50 00, 2024: 10, total: 14")
    readings = workbook(briefing(tmp_path, given))
    sheet, cached = readings.sheet("Budget"), readings.cached("Budget")
    leaf, action = row_of(sheet, "1.1.1-01"), row_of(sheet, "1.1.1")
    assert sheet.cell(leaf, 5).value == "50 00"
    assert sheet.cell(leaf, 5).font.italic
    assert sheet.cell(leaf, 5).border.left.style == "medium"
    assert cached.cell(action + 1, 5).value == "illisible"
    assert (
        sheet.cell(action + 1, 5).value == f'=IF(COUNTIF(E{leaf},"?*")>0,"illisible",SUM(E{leaf}))'
    )
    assert cached.cell(4, 8).value == "illisible"
    assert cached.cell(action + 1, 6).value == 10


def test_numbers_are_written_as_the_language_does(whole: Briefing, french: Readings) -> None:
    cell = french.sheet("Budget")["E4"]
    assert cell.number_format == "[$-40C]#,##0_-;[$-40C]-#,##0_-"
    assert workbook(whole, Lang.EN).sheet("Budget")["E4"].number_format == "#,##0_-;-#,##0_-"
    share = french.sheet("Tableau 1")["I5"]
    assert (share.value, share.number_format) == (0.22, "[$-40C]0\\ %_-;[$-40C]-0\\ %_-")


def test_printed_figures_are_coloured_while_formulas_contradict_them(french: Readings) -> None:
    sheet = french.sheet("Budget")
    rules = {
        str(found.sqref): [rule.formula[0] for rule in found.rules]
        for found in sheet.conditional_formatting
    }
    assert rules == {
        f"E4:I{sheet.max_row}": [
            'AND($B5="calculé",ISNUMBER(E4),ISNUMBER(E5),E4<>E5)',
            'AND($B4="calculé",ISNUMBER(E4),ISNUMBER(E3),E4<>E3)',
        ],
        f"J4:L{sheet.max_row}": ["AND(ISNUMBER($L4),$L4<>0)"],
    }


# --- tableau 1 ---------------------------------------------------------------------------------


def test_tableau_1_is_recomputed_from_the_budget(faulty: Readings) -> None:
    sheet, cached = faulty.sheet("Tableau 1"), faulty.cached("Tableau 1")
    budget = faulty.sheet("Budget")
    axis = row_of(budget, "1")
    made = sheet.max_row and row_of(sheet, "Recalculé d'après les activités")
    assert sheet.cell(made + 1, 3).value == f"='Budget'!E{axis + 1}"
    assert sheet.cell(made + 1, 5).value == f"='Budget'!H{axis}"
    assert [cached.cell(made + 1, column).value for column in range(3, 7)] == [10, 15, 25, 0.76]
    assert [cached.cell(made + 2, column).value for column in range(3, 7)] == [None] * 4
    left_out = [cached.cell(made + 3, column).value for column in range(1, 7)]
    assert left_out == ["2", "Sans ligne", 5, 3, 8, 0.24]
    assert [cached.cell(made + 4, column).value for column in range(3, 7)] == [15, 18, 33, 1]
    assert [cached.cell(made + 5, column).value for column in range(3, 6)] == [0.45, 0.55, 1]


def test_tableau_1_says_what_is_between_print_and_budget(faulty: Readings) -> None:
    cached = faulty.cached("Tableau 1")
    apart = row_of(cached, "Écart\u00a0: imprimé − recalculé")
    shown = [cached.cell(apart + 1, column).value for column in range(3, 7)]
    assert shown == [1, 0, 1, pytest.approx(0.04)]


def test_a_plan_without_tableau_1_is_given_one(tmp_path: Path) -> None:
    start, end = FAULTY.index("total_general"), FAULTY.index("axes:\n- code")
    readings = workbook(briefing(tmp_path, FAULTY[:start] + FAULTY[end:]))
    cached = readings.cached("Tableau 1")
    made = row_of(cached, "Recalculé d'après les activités")
    assert made == 4
    assert [cached.cell(made + 3, column).value for column in range(2, 6)] == ["TOTAL", 15, 18, 33]


# --- indicators --------------------------------------------------------------------------------


TOTALS = [
    ("nombre", "100, 200", "somme", "SUM({cells})", 300),
    ("pourcentage", "52 %, 53 %", "moyenne", "ROUND(AVERAGE({cells}),2)", 0.53),
    ("pourcentage", "-52 %, -53 %", "moyenne", "INT(ROUND(AVERAGE({cells})*100,6)+0.5)/100", -0.52),
    ("nombre", "1, 2", "moyenne", "ROUND(AVERAGE({cells}),0)", 2),
    ("nombre", "5, N/A", "derniere", "LOOKUP(9E+307,{cells})", 5),
    ("nombre", "5, 4", "maximum", "MAX({cells})", 5),
]
ODD_TOTALS = [
    (
        "5, 40 0",
        'COUNTIF({cells},"?*")-COUNTIF({cells},"N/A")>0,"illisible",SUM({cells})',
        "illisible",
    ),
    ("N/A, ~", "", None),
]  # fmt: skip


def total_of(folder: Path, targets: str, unit: str = "nombre", how: str = "somme") -> object:
    """Return the formula of the total of two targets, "{cells}" for their cells, and its value."""
    first, second = targets.split(", ")
    cibles = f"{{2023: {first}, 2024: {second}}}"
    text = f"unite: {unit}\ncibles: {cibles}\ntotal: ~\nagregation: {how}\n"
    readings = workbook(briefing(folder, indicators=framework(text)))
    sheet = readings.sheet("Indicateurs")
    row, column = row_of(sheet, "P1.1-1"), column_of(sheet, "Total calculé")
    formula = str(sheet.cell(row, column).value or "").replace(f"F{row}:G{row}", "{cells}")
    return formula, readings.cached("Indicateurs").cell(row, column).value


@pytest.mark.parametrize("case", TOTALS)
def test_totals_of_targets_are_formulas(
    tmp_path: Path, case: tuple[str, str, str, str, object]
) -> None:
    unit, targets, how, formula, value = case
    guarded = formula if how == "somme" else f'IF(COUNT({{cells}}),{formula},"")'
    assert total_of(tmp_path, targets, unit, how) == (f"={guarded}", value)


@pytest.mark.parametrize(("targets", "formula", "value"), ODD_TOTALS)
def test_totals_of_what_is_no_number(
    tmp_path: Path, targets: str, formula: str, value: object
) -> None:
    expected = f"=IF({formula})" if formula else ""
    assert total_of(tmp_path, targets) == (expected, value)


def test_every_total_of_the_embedded_framework_is_what_recomputing_says(
    whole: Briefing, french: Readings
) -> None:
    sheet = french.cached("Indicateurs")
    column = column_of(sheet, "Total calculé")
    for row in whole.checked.project.indicators:
        assert row.total is not None
        right = whole.recomputed.values[row.total.place]
        shown = sheet.cell(row_of(sheet, row.entry.node), column).value
        wanted = right if isinstance(right, int) else right.units / 100  # type: ignore[union-attr]
        assert shown == pytest.approx(wanted)


def test_a_framework_alone_has_no_budget(tmp_path: Path) -> None:
    readings = workbook(briefing(tmp_path, "format: autre\n", INDICATORS))
    assert readings.formulas.sheetnames == ["Synthèse", "Constats", "Indicateurs"]
    assert "Aucun budget n'a été contrôlé." in front(readings)


# --- findings ----------------------------------------------------------------------------------


def test_every_finding_is_told_in_order(whole: Briefing, french: Readings) -> None:
    sheet = french.sheet("Constats")
    rule, place = column_of(sheet, "Règle"), column_of(sheet, "Fichier")
    found = whole.report.all_findings
    told = [
        (sheet.cell(row, 1).value, sheet.cell(row, rule).value, sheet.cell(row, place).value)
        for row in range(4, sheet.max_row + 1)
    ]
    assert told == [
        (number, each.finding.rule, each.location.start) for number, each in enumerate(found, 1)
    ]


def test_findings_lead_to_their_cells_and_back(faulty: Readings) -> None:
    findings, budget = faulty.sheet("Constats"), faulty.sheet("Budget")
    row = next(
        row
        for row in range(4, findings.max_row + 1)
        if findings.cell(row, 4).value == "1.1.1-01" and findings.cell(row, 5).value == "total"
    )
    cell = budget.cell(row_of(budget, "1.1.1-01"), 7)
    assert findings.cell(row, 4).hyperlink.location == f"'Budget'!{cell.coordinate}"
    assert cell.hyperlink.location == f"'Constats'!A{row}"
    assert cell.value == 14
    assert cell.border.left.style == "medium"
    shown = [
        findings.cell(row, column_of(findings, head)).value
        for head in ("Imprimé", "Attendu", "Écart")
    ]
    assert shown == [14, 15, -1]
    assert "5 + 10 = 15" in str(findings.cell(row, column_of(findings, "Calcul")).value)


def test_links_lead_to_cells_that_are_there(french: Readings) -> None:
    for name in french.formulas.sheetnames:
        for cell in cells(french.sheet(name)):
            if cell.hyperlink is not None:
                match = re.fullmatch(r"'([^']+)'!([A-Z]+[0-9]+)", cell.hyperlink.location)
                assert match
                assert french.sheet(match[1])[match[2]].has_style


def test_accepted_findings_say_why(tmp_path: Path) -> None:
    waiver = (
        "format: pan-tp/derogations-1\nderogations:\n  - {regle: budget.somme-annees, noeud: "
        "1.1.1-01, colonne: total, imprime: 14, attendu: 15, motif: Texte signé, expire: jamais}\n"
    )
    readings = workbook(briefing(tmp_path, FAULTY, waivers=waiver))
    sheet, budget = readings.sheet("Constats"), readings.sheet("Budget")
    column = column_of(sheet, "Dérogation")
    reasons = [sheet.cell(row, column).value for row in range(4, sheet.max_row + 1)]
    assert [each for each in reasons if each] == ["dérogation (sans terme)\u00a0: Texte signé"]
    row = row_of(budget, "1.1.1-01")
    assert budget.cell(row, column_of(budget, "Constats")).value == "accepté"
    assert budget.cell(row, 7).border.left.style == "thin"


def test_a_plan_without_findings_says_so(tmp_path: Path) -> None:
    text = """
    structures: {OIM: OIM}
    axes:
    - code: 1
      intitule: A
      actions:
      - code: 1.1
        intitule: B
        activites:
        - {id: 1.1-01, intitule: C, responsable: OIM, budget: {2023: 5, 2024: 5, total: 10}}
    """
    given = briefing(tmp_path, plan(text))
    assert given.report.findings == ()
    readings = workbook(given)
    assert readings.sheet("Constats")["B4"].value == "Aucun constat."
    said = [cell.value for cell in cells(readings.sheet("Synthèse"))]
    assert "Peut être signé\u00a0: les chiffres contrôlés concordent" in said


# --- the first sheet ---------------------------------------------------------------------------


def front(readings: Readings, name: str = "Synthèse") -> list[object]:
    return [cell.value for cell in cells(readings.cached(name)) if cell.value is not None]


def test_the_first_sheet_says_whether_the_plan_can_be_signed(whole: Briefing) -> None:
    assert "À ne pas signer en l'état\u00a0: 8 erreurs à corriger" in front(workbook(whole))
    english = front(workbook(whole, Lang.EN), "Summary")
    assert "Not to be signed as it is: 8 errors to correct" in english


def test_the_first_sheet_names_the_files_and_what_they_held(
    whole: Briefing, french: Readings
) -> None:
    said = front(french)
    for given in whole.checked.inputs:
        assert given.name in said
        assert given.sha256 in said


def test_the_first_sheet_counts_live_what_formulas_contradict(faulty: Readings) -> None:
    sheet, cached = faulty.sheet("Synthèse"), faulty.cached("Synthèse")
    rows = {name: row_of(sheet, name) for name in ("Tableau 1", "Budget", "Indicateurs")}
    counts = {name: cached.cell(row, 11).value for name, row in rows.items()}
    # tableau 1: 2023, total and share of axis 1; budget: 2024 of 1.1.1, total of 1.1.1-01
    assert counts == {"Tableau 1": 3, "Budget": 2, "Indicateurs": 1}
    assert all(str(sheet.cell(row, 11).value).startswith("=COUNTIF(") for row in rows.values())


def test_an_unusable_file_is_told_first(tmp_path: Path) -> None:
    readings = workbook(briefing(tmp_path, FAULTY, "format: autre\n"))
    said = front(readings)
    assert "À ne pas signer en l'état\u00a0: 1 fichier n'a pas pu être contrôlé" in said
    assert "Fichiers inutilisables\u00a0: rien n'y a été contrôlé" in said
    assert readings.formulas.sheetnames[-1] == "Budget"


# --- hostile and unusual plans -----------------------------------------------------------------


def test_texts_that_look_like_formulas_stay_texts(faulty: Readings) -> None:
    sheet = faulty.sheet("Budget")
    shown = {
        sheet.cell(row_of(sheet, code), 3).value: sheet.cell(row_of(sheet, code), 3).data_type
        for code in ("1.1.1-01", "1.1-02", "1.1-03")
    }
    assert shown == {"=1+1": "s", "+1": "s", "-1": "s"}
    assert sheet.cell(row_of(sheet, "1.1.1-01"), 4).value == "@x"


@pytest.mark.parametrize("text", [*TEXTS, "_x0041_", '=HYPERLINK("http://x")', "&P&D&[File]"])
def test_hostile_texts_are_only_read(tmp_path: Path, text: str) -> None:
    """What the reader refuses is put into the briefing behind its back."""
    given = briefing(tmp_path, FAULTY, INDICATORS)
    project = given.checked.project
    assert project.plan is not None
    hostile = project.plan.model_copy(update={"acronym": text, "title": text})
    project.plan = hostile
    seen = given.overview.whole
    axis = seen.children[0]._replace(label=text)
    overview = given.overview._replace(whole=seen._replace(children=(axis, *seen.children[1:])))
    report = given.report
    found = tuple(
        each._replace(finding=each.finding._replace(label=text, note=text, printed=text))
        for each in report.findings
    )
    checked = given.checked._replace(report=report._replace(findings=found))
    covered = given.covered._replace(checked=checked)
    readings = workbook(given._replace(covered=covered, overview=overview))
    assert front(readings)[0] == clean(text)
    assert readings.sheet("Budget").cell(6, 3).value == clean(text)
    assert all_printable(clean(text))
    for name in readings.formulas.sheetnames:
        for cell in cells(readings.sheet(name)):
            if isinstance(cell.value, str) and cell.data_type == "f":
                assert re.match(r"=(IF|SUM|COUNTIF|'Budget')", cell.value)


@pytest.mark.parametrize("years", ["2023", ", ".join(map(str, range(2000, 2040)))])
def test_plans_of_any_run_of_years(tmp_path: Path, years: str) -> None:
    amounts = ", ".join(f"{year}: 5" for year in years.split(", "))
    text = f"""
    axes:
    - code: 1
      intitule: A
      activites:
      - {{id: 1-01, intitule: C, budget: {{{amounts}}}}}
    """
    sheet = workbook(briefing(tmp_path, plan(text, years=years))).cached("Budget")
    count = len(years.split(", "))
    assert sheet.cell(4, column_of(sheet, "Total calculé")).value == 5 * count
    assert sheet.cell(5, 4 + count).value == 5


def test_amounts_beyond_the_digits_of_excel_are_texts(tmp_path: Path) -> None:
    given = FAULTY.replace("2023: 5, 2024: 10", "2023: 1000000000000000, 2024: 10")
    sheet = workbook(briefing(tmp_path, given)).cached("Budget")
    row = row_of(sheet, "1.1.1-01")
    assert sheet.cell(row, 5).value == "1\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000"
    assert sheet.cell(row, 8).value == "illisible"


def test_columns_are_as_wide_as_their_largest_amount(tmp_path: Path) -> None:
    given = FAULTY.replace("2023: 5, 2024: 10", "2023: 123 456 789 012 345, 2024: 10")
    sheet = workbook(briefing(tmp_path, given)).sheet("Budget")
    assert sheet.column_dimensions["E"].width > len("123 456 789 012 345")
    assert sheet.column_dimensions["F"].width < 13


@pytest.mark.parametrize("last", [8, 9, 12])
def test_rows_that_do_not_fit_are_left_out(
    tmp_path: Path, last: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sums that would be made of them are plain numbers."""
    for module in ("budget_sheet", "budget_sums", "summary_sums", "findings_sheet", "layout"):
        monkeypatch.setattr(f"pan_tp_cli.report.workbook.{module}.LAST_ROW", last)
    readings = workbook(briefing(tmp_path, FAULTY))
    sheet = readings.sheet("Budget")
    assert sheet.max_row <= last + 1
    assert sheet.cell(4, 8).value == 33
    fitting = [row for row in (5, 7, 9, 11, 12, 13, 14, 15) if row <= last + 1]
    count = f"ATTENTION\u00a0: {8 - len(fitting)} lignes de trop"
    assert str(sheet["A2"].value).startswith(count)
    for cell in cells(sheet):
        if cell.data_type == "f":
            named = re.findall(r"[A-Z]+([0-9]+)", str(cell.value))
            assert all(int(row) <= last + 1 for row in named)
