"""The review note as a document of Word, read back by python-docx and as the XML that it is."""

import datetime
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from pan_tp_cli import app, rules
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Conventions
from pan_tp_cli.fault import Fault
from pan_tp_cli.message import Message
from pan_tp_cli.report import briefing_docx, briefing_markdown
from pan_tp_cli.report.said import line
from pan_tp_cli.text import Lang
from tests.projects import DATA, TODAY, plan
from tests.report.hostile import AS_IT_IS, TEXTS, all_printable, saying
from tests.report.notes import (
    FORMULAS,
    INDICATORS,
    SOUND,
    UNREADABLE,
    WIDE,
    WRONG_LEAF,
    WRONG_TOTAL,
    briefed,
    briefing_of,
    captioned,
    cells,
    headings,
    opened,
    plain,
    texts,
)

LANGS = pytest.mark.parametrize("lang", list(Lang))


@pytest.fixture(scope="module")
def embedded() -> Briefing:
    return briefed(app.check(DATA, None, rules.identifiers(), Conventions(TODAY)))


def styles(briefing: Briefing, lang: Lang) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph outside of tables."""
    paragraphs = opened(briefing, lang).paragraphs
    return [(str(each.style and each.style.name), plain(each.text)) for each in paragraphs]


def test_the_first_page_says_what_it_is_of_and_whether_it_can_be_signed(tmp_path: Path) -> None:
    found = styles(briefing_of(tmp_path, WRONG_TOTAL), Lang.FR)
    assert found[:3] == [
        ("Title", "Note de relecture"),
        ("Subtitle", "Plan d'essai"),
        ("Note Verdict Alarm", "À ne pas signer en l'état : 1 erreur à corriger"),
    ]
    found = styles(briefing_of(tmp_path, SOUND), Lang.EN)
    assert found[2] == ("Note Verdict Clear", "Can be signed: the figures checked agree")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            Lang.FR,
            ["Constats", "Tableau 1, imprimé et recalculé", "Budget par axe, objectif et action",
             "Indicateurs concernés", "Ce que le contrôle protège", "Décision et signatures"],
        ),
        (
            Lang.EN,
            ["Findings", "Tableau 1, printed and recomputed",
             "Budget by axis, objective and action", "Indicators concerned",
             "What the check protects", "Decision and signatures"],
        ),
    ],
)  # fmt: skip
def test_the_headings_are_those_of_word(
    lang: Lang, expected: list[str], embedded: Briefing
) -> None:
    found = headings(opened(embedded, lang))
    assert [text for level, text in found if level == 1] == expected
    assert [text.rpartition(" ")[2] for level, text in found if level == 2] == [
        "(8)", "(21)", "(13)",
    ]  # fmt: skip


def test_a_file_that_cannot_be_used_is_told_on_the_first_page(tmp_path: Path) -> None:
    document = opened(briefing_of(tmp_path, SOUND, "format: x"), Lang.FR)
    assert headings(document)[0] == (1, "Fichiers inutilisables")
    ((file, why),) = cells(captioned(document)["Fichiers inutilisables"])[1:]
    assert "indicators.yaml" in file
    assert "pan-tp/indicateurs-1" in why


@LANGS
def test_heads_are_repeated_and_rows_kept_whole(lang: Lang, embedded: Briefing) -> None:
    document = opened(embedded, lang)
    assert len(captioned(document)) == 7
    for table in captioned(document).values():
        assert table.style is not None
        assert table.style.name == "Note Table"
        heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
        assert [each is not None for each in heads] == [True, *[False] * (len(heads) - 1)]
    for table in document.tables:
        whole = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") for row in table.rows]
        assert None not in whole


@LANGS
def test_every_finding_has_a_row_and_room_for_what_is_decided(
    lang: Lang, embedded: Briefing
) -> None:
    tables = [each for name, each in captioned(opened(embedded, lang)).items() if "(" in name]
    rows = [row for table in tables for row in cells(table)[1:]]
    decision = {Lang.FR: "Décision", Lang.EN: "Decision"}[lang]
    assert {cells(table)[0][-1] for table in tables} == {decision}
    assert [row[-1] for row in rows] == [""] * len(embedded.report.findings)
    for number, (row, located) in enumerate(zip(rows, embedded.report.findings, strict=True), 1):
        assert row[0].splitlines()[0] == str(number)
        assert located.finding.rule in row[2]
        if not located.finding.node.startswith("recap:"):
            node = located.finding.node
            assert row[1].splitlines()[0].casefold().startswith(node) or node[0] in "PE"


def test_a_total_that_is_wrong_says_what_to_write_and_how_it_came(embedded: Briefing) -> None:
    tables = captioned(opened(embedded, Lang.FR))
    first = cells(tables["Erreurs (8)"])[1]
    assert first[0] == "1\nerreur"
    assert first[1].splitlines()[0] == "1.1.1-04, total"
    assert first[3] == "21 600 000 FCFA"
    assert first[4].splitlines()[:3] == [
        "108 000 000 FCFA",
        "Calcul : 21 600 000 × 5 années = 108 000 000 ; écart : −86 400 000 FCFA",
        "Sans doute, le total répète le montant de 2027",
    ]


def test_what_is_wrong_in_the_budget_is_struck_out_by_its_style(tmp_path: Path) -> None:
    tables = captioned(opened(briefing_of(tmp_path, WRONG_TOTAL), Lang.FR))
    table = tables["Budget par axe, objectif et action"]
    (row,) = (row for row in table.rows if row.cells[0].text.startswith("1-01"))
    runs = [each.runs[0] for each in row.cells[3].paragraphs]
    assert [(run.text, str(run.style and run.style.name)) for run in runs] == [
        ("9", "Note Wrong"), ("5", "Note Right"),
    ]  # fmt: skip


@LANGS
def test_links_lead_to_findings(lang: Lang, embedded: Briefing) -> None:
    body = opened(embedded, lang).element.body
    marks = [str(each.get(qn("w:name"))) for each in body.iter(qn("w:bookmarkStart"))]
    numbers = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))]
    ends = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkEnd"))]
    links = {str(each.get(qn("w:anchor"))) for each in body.iter(qn("w:hyperlink"))}
    assert len(set(marks)) == len(marks) == len(embedded.report.findings)
    assert numbers == ends
    assert links < set(marks)
    assert len(links) > 20


@LANGS
def test_the_block_to_sign_names_nobody(lang: Lang, embedded: Briefing) -> None:
    table = opened(embedded, lang).tables[-1]
    heads, *rows = cells(table)
    assert (
        heads
        == {
            Lang.FR: ["Nom", "Qualité", "Date", "Signature"],
            Lang.EN: ["Name", "Office", "Date", "Signature"],
        }[lang]
    )
    assert rows == [[""] * 4] * 4


@pytest.mark.parametrize(("lang", "tag"), [(Lang.FR, "fr-FR"), (Lang.EN, "en-GB")])
def test_the_document_says_its_language_and_its_day_and_no_person(
    lang: Lang, tag: str, embedded: Briefing
) -> None:
    document = opened(embedded, lang)
    said = document.core_properties
    noon = datetime.datetime.combine(TODAY, datetime.time(12), datetime.UTC)
    assert (said.language, said.created, said.modified) == (tag, noon, noon)
    assert (said.author, said.last_modified_by, said.comments) == ("pan-tp", "pan-tp", "")
    title = "Plan d'action national de lutte contre la traite des personnes au Mali"
    assert said.title.endswith(title)
    (default,) = document.styles.element.iter(qn("w:lang"))
    assert default.get(qn("w:val")) == tag


def test_a_title_may_be_as_long_as_it_likes(tmp_path: Path) -> None:
    long = SOUND.replace("Plan d'essai", "mot " * 120)
    document = opened(briefing_of(tmp_path, long), Lang.FR)
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[1].text == "mot " * 99 + "mot…"
    assert document.sections[0].footer.paragraphs[0].text.startswith("Note de relecture")


@LANGS
def test_every_page_has_its_number(lang: Lang, tmp_path: Path) -> None:
    for section in opened(briefing_of(tmp_path, WIDE), lang).sections:
        (foot,) = section.footer.paragraphs
        fields = [each.text.strip() for each in foot._p.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert plain(foot.text).endswith({Lang.FR: "page 1 sur 1", Lang.EN: "page 1 of 1"}[lang])


def test_pages_are_turned_for_tables_that_need_it_alone(tmp_path: Path, embedded: Briefing) -> None:
    turned = [each.orientation for each in opened(briefing_of(tmp_path, WIDE), Lang.FR).sections]
    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert [each.orientation for each in opened(embedded, Lang.FR).sections] == turned[:1]


@pytest.mark.parametrize("text", [SOUND, WIDE, WRONG_LEAF])
def test_tables_are_as_wide_as_their_page(tmp_path: Path, text: str) -> None:
    document = opened(briefing_of(tmp_path, text, INDICATORS), Lang.FR)
    rooms = {
        int(each.page_width or 0) - int(each.left_margin or 0) - int(each.right_margin or 0)
        for each in document.sections
    }
    for table in document.tables:
        wide = sum(int(column.width or 0) for column in table.columns)
        assert min(abs(room - wide) for room in rooms) < 36_000, "a millimetre"


def test_the_same_briefing_gives_the_same_bytes(embedded: Briefing) -> None:
    written = briefing_docx.render(embedded, Lang.FR)
    assert briefing_docx.render(embedded, Lang.FR) == written
    with zipfile.ZipFile(BytesIO(written)) as package:
        assert {each.date_time[:3] for each in package.infolist()} == {(2024, 6, 30)}
        assert package.testzip() is None
        for name in package.namelist():
            assert b"python-docx" not in package.read(name)
            assert b"{lang}" not in package.read(name)


@pytest.mark.parametrize("text", [*TEXTS, *FORMULAS])
def test_a_hostile_plan_is_shown_and_does_nothing(tmp_path: Path, text: str) -> None:
    checked = saying(tmp_path, text)
    fault = Fault(text, Message(AS_IT_IS, {"text": text}))
    written = briefing_docx.render(briefed(checked._replace(faults=(fault,))), Lang.FR)
    with zipfile.ZipFile(BytesIO(written)) as package:
        parts = [package.read(name) for name in package.namelist()]
    for part in parts:
        ElementTree.fromstring(part)
    assert sum(b"TargetMode" in part for part in parts) == 0, "nothing leads outside"
    document = docx.Document(BytesIO(written))
    said = list(texts(document))
    assert all(map(all_printable, (each.replace("\t", "") for each in said)))
    instructions = {each.text.strip() for each in document.element.iter(qn("w:instrText"))}
    assert instructions == set()
    start = line(text)[:3].rstrip()
    assert checked.report is not None
    assert sum(start in each for each in said) > len(checked.report.findings)


ODD = {
    "without tableau 1": (plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2}}]"), ""),
    "one year": (plan("axes: [{code: 1, intitule: A, budget: {2023: 1, total: 2}}]", "2023"), ""),
    "unreadable": (UNREADABLE, ""),
    "a framework alone": ("format: x", INDICATORS),
    "with indicators": (SOUND, INDICATORS),
    "levels skipped": (
        plan("""\
            axes:
            - {code: 1, intitule: A, actions: [{code: 1.1, intitule: B}]}
            - code: 2
              intitule: C
              objectifs:
              - code: 2.1
                intitule: D
                activites: [{id: 2.1-01, intitule: E, budget: {2023: 1, 2024: 1, total: 3}}]
            """),
        "",
    ),
}


@LANGS
@pytest.mark.parametrize("name", ODD)
def test_plans_of_any_shape_are_told_the_same_in_both_formats(
    tmp_path: Path, name: str, lang: Lang
) -> None:
    briefing = briefing_of(tmp_path, *ODD[name])
    document, markdown = opened(briefing, lang), briefing_markdown.render(briefing, lang)
    titles = [line.lstrip("# ") for line in markdown.splitlines() if line.startswith("##")]
    assert [text for _, text in headings(document)] == [plain(title) for title in titles]
    rows = sum(len(table.rows) for table in captioned(document).values())
    lines = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert len(lines) == rows + len(captioned(document)), "and a line of dashes under each head"
