"""The workbook in a real program: what its formulas make there, and what a correction changes."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.report import briefing_xlsx
from pan_tp_cli.text import Lang
from tests.projects import framework, plan
from tests.report import office
from tests.report.test_briefing_xlsx import FAULTY, walked
from tests.report.workbooks import Readings, briefing, column_of, embedded, read, row_of

pytestmark = office.needed

UNREADABLE = FAULTY.replace("2023: 5, 2024: 10", "2023: 50 00, 2024: 10")
MEANS = framework(
    """
unite: pourcentage
reference: 50 %
cibles: {2023: 52 %, 2024: 53 %}
total: 53 %
"""
)
ODD_SHAPES = plan(
    """
recapitulatif:
  axes:
  - {axe: 1, intitule: A, 2023: 57, total: 57, part: 28,5%}
  total: {2023: 200, total: 200, part: 100%}
axes:
- {code: 1, intitule: A, budget: {2023: 57, total: 57}}
- code: 2
  intitule: "=1+1"
  objectifs:
  - {code: 2.1, intitule: O, budget: {2023: 100, total: 100}}
  activites:
  - {id: 2-01, intitule: "-1", budget: {2023: 43}}
""".lstrip(),
    years="2023",
)


def recalculated(data: bytes, folder: Path) -> Readings:
    """Let LibreOffice compute all formulas of a workbook anew, and read what it saved."""
    folder.mkdir(exist_ok=True)
    file = folder / "plan.xlsx"
    file.write_bytes(data)
    return read(office.converted(file, "xlsx").read_bytes())


def formulas(given: Readings) -> Iterator[tuple[str, str]]:
    """Yield the sheet and the name of each cell that holds a formula."""
    for name in given.formulas.sheetnames:
        for row in given.sheet(name).iter_rows():
            yield from ((name, cell.coordinate) for cell in row if cell.data_type == "f")


def same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == pytest.approx(other, rel=1e-12, abs=1e-12)
    return (one or None) == (other or None)


def assert_alike(written: Readings, computed: Readings) -> None:
    """Assert that the program makes of each formula what was written beside it."""
    places = list(formulas(written))
    assert places
    for name, place in places:
        ours, theirs = written.cached(name)[place].value, computed.cached(name)[place].value
        assert not str(theirs).startswith("#"), (name, place)
        assert same(ours, theirs), (name, place, written.sheet(name)[place].value, ours, theirs)


@pytest.mark.parametrize("lang", list(Lang))
def test_formulas_make_there_what_was_written(lang: Lang, tmp_path: Path) -> None:
    data = briefing_xlsx.render(embedded(), lang)
    assert_alike(read(data), recalculated(data, tmp_path))


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (FAULTY, MEANS),
        (UNREADABLE, MEANS.replace("53 %}", "5 3 %}")),
        (ODD_SHAPES, MEANS.replace("52 %,", "N/A,")),
        # a share of 28.5 %, rounded half up
        (ODD_SHAPES.replace("28,5%", "29%"), MEANS),
        (FAULTY, MEANS.replace("52 %", "-52 %").replace("2024: 53 %", "2024: -53 %")),
        (FAULTY, MEANS.replace("total", "agregation: derniere\\n          total")),
        (FAULTY, MEANS.replace("total", "agregation: maximum\\n          total")),
    ],
)
def test_formulas_of_unusual_plans_too(tmp_path: Path, text: str, indicators: str) -> None:
    data = briefing_xlsx.render(briefing(tmp_path / "plan", text, indicators), Lang.FR)
    assert_alike(read(data), recalculated(data, tmp_path / "book"))


def test_totals_there_are_those_that_the_leaves_make(tmp_path: Path) -> None:
    given = embedded()
    computed = recalculated(briefing_xlsx.render(given, Lang.FR), tmp_path)
    sheet = computed.cached("Budget")
    column = column_of(sheet, "Total calculé")
    for branch, row, _ in walked(computed, given, "calculé"):
        assert sheet.cell(row, column).value == branch.total


def planted(given: Briefing, folder: Path, change: int) -> tuple[Readings, Readings]:
    """Change a leaf in the workbook as a reviewer would; return it computed before and after."""
    before = recalculated(briefing_xlsx.render(given, Lang.FR), folder / "before")
    book = load_workbook(folder / "before" / "plan.xlsx")
    cell = book["Budget"].cell(row_of(before.sheet("Budget"), "1.1.1-02"), 6)
    assert isinstance(cell.value, int)
    cell.value += change
    book.save(folder / "after.xlsx")
    after = recalculated((folder / "after.xlsx").read_bytes(), folder / "after")
    return before, after


def test_a_leaf_that_is_changed_there_moves_every_sum_above_it(tmp_path: Path) -> None:
    before, after = planted(embedded(), tmp_path, change := 7_000_000)
    sheets = before.cached("Budget"), after.cached("Budget")
    made = column_of(sheets[0], "Total calculé")
    for code in ("1.1.1-02", "1.1.1", "1.1", "1"):
        row = row_of(sheets[0], code)
        one, other = (sheet.cell(row, made).value for sheet in sheets)
        assert other - one == change
    for code in ("1.1.1", "1.1", "1"):
        row = row_of(sheets[0], code) + 1
        one, other = (sheet.cell(row, 6).value for sheet in sheets)
        assert other - one == change
    summaries = before.cached("Tableau 1"), after.cached("Tableau 1")
    row = row_of(summaries[0], "Recalculé d'après les activités") + 5
    one, other = (sheet.cell(row, 4).value for sheet in summaries)
    assert other - one == change


def test_the_first_sheet_counts_what_the_change_breaks(tmp_path: Path) -> None:
    before, after = planted(embedded(), tmp_path, 7_000_000)
    fronts = before.cached("Synthèse"), after.cached("Synthèse")
    counts = {
        name: tuple(sheet.cell(row_of(sheet, name), 11).value for sheet in fronts)
        for name in ("Tableau 1", "Budget", "Indicateurs")
    }
    # the year and the total of the action, objective and axis, and of the whole plan
    assert counts["Budget"] == (6, 6 + 8)
    assert counts["Indicateurs"] == (2, 2)
    # 2024 and the total of axis 1 and of the table, and the announced total
    assert counts["Tableau 1"][0] == 0
    assert counts["Tableau 1"][1] >= 5


@pytest.mark.parametrize(
    ("lang", "shown"),
    [(Lang.FR, ("2 983 250 000", "79 %")), (Lang.EN, ("2,983,250,000", "79%"))],
)
def test_numbers_are_shown_as_the_language_writes_them(
    tmp_path: Path, lang: Lang, shown: tuple[str, str]
) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(briefing_xlsx.render(embedded(), lang))
    page = unescape(office.converted(file, "html").read_text(encoding="utf-8"))
    plain = page.replace("\u202f", " ").replace("\u00a0", " ")
    assert all(f">{figure}" in plain for figure in shown)
