"""A plan as `pan-tp show` writes it: whole texts that were read, and what JSON promises.

    pytest tests/report --regenerate

writes the texts anew; read them before committing.
"""

import json
from pathlib import Path

import jsonschema
import pytest
import referencing

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Checked, Conventions
from pan_tp_cli.cli.terminal import showable
from pan_tp_cli.money import Percent, Unreadable, Value
from pan_tp_cli.overview import Amount
from pan_tp_cli.report import show_json, show_text, show_words
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from pan_tp_cli.viewed import Breakdown, Choice, Viewed
from pan_tp_cli.viewing import view
from tests.projects import DATA, ROOT, TODAY, embedded
from tests.report.test_golden import LANGS, SAMPLE, compare

SCHEMAS = ROOT / "schemas"
TARGETS = Choice(depth=9, targets=True)
VIEWS: list[tuple[str, str | None, Choice]] = [
    ("tree", None, TARGETS),
    ("structure", None, Choice(by=Breakdown.STRUCTURE)),
    ("year", None, Choice(by=Breakdown.YEAR)),
    ("axe", None, Choice(by=Breakdown.AXIS)),
    ("heading", "1", Choice()),
    ("row", "1-01", Choice()),
    ("summary", "recap:1", Choice()),
    ("whole", "total_general", Choice(depth=1, years=("2024",))),
]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(ROOT)
    return app.check(SAMPLE, None, rules.identifiers())


@LANGS
@pytest.mark.parametrize("width", [100, 40])
def test_what_is_shown_is_as_it_was_read(
    lang: Lang, width: int, checked: Checked, request: pytest.FixtureRequest
) -> None:
    style = Style(lang, width)
    shown = [
        f"### {name}\n\n" + show_text.render(view(checked, code, choice), style)
        for name, code, choice in VIEWS
    ]
    compare(f"show-text-{width}.{lang.value}.txt", "\n".join(shown), request)


@pytest.fixture(scope="module")
def plan() -> Checked:
    return app.check(DATA, None, rules.identifiers())


@pytest.mark.parametrize("width", [40, 57, 80, 100, 140, 200])
@pytest.mark.parametrize("lang", list(Lang))
def test_no_table_is_wider_than_the_terminal(lang: Lang, width: int, plan: Checked) -> None:
    whole = [
        Choice(),
        TARGETS,
        Choice(years=("2024", "2025")),
        *(Choice(by=by) for by in Breakdown),
    ]
    for choice in whole:
        lines = show_text.render(view(plan, None, choice), Style(lang, width)).splitlines()
        assert max(map(len, lines[lines.index("") :])) <= width


def test_a_terminal_without_blocks_gets_as_wide_a_tree(plan: Checked) -> None:
    text = show_text.render(view(plan, None, Choice(depth=1)), Style(Lang.EN, 160))
    assert {"├", "└", "█"} <= set(text)
    plain = showable(text.replace("…", ".").replace("Œ", "O"), "ascii").splitlines()
    assert [len(line) for line in plain] == [len(line) for line in text.splitlines()]
    assert any(line.startswith("` 4 ") and "###" in line for line in plain)


def test_every_code_of_a_plan_can_be_shown(plan: Checked) -> None:
    """Each says at least its code, and its findings in full."""
    report = plan.report
    assert report is not None
    rows = (*plan.project.budget, *plan.project.summary_rows)
    codes = {row.entry.node for row in rows} | {row.entry.node for row in plan.project.indicators}
    for code in sorted(codes):
        text = show_text.render(view(plan, code, Choice()), Style(Lang.FR, 100))
        assert f" {code} " in text or f"{code}\n" in text
        for located in report.findings:
            if located.finding.node == code:
                assert f"--> {located.location.start}" in text


def test_a_finding_that_is_accepted_is_told_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    folder = ROOT / "tests" / "report" / "sample-pipeline" / "waived"
    checked = app.check(folder, None, rules.identifiers(), Conventions(TODAY))
    assert checked.report is not None
    (waived,) = checked.report.waived
    assert waived.waiver is not None
    text = show_text.render(view(checked, waived.finding.node, Choice()), Style(Lang.FR, 200))
    assert waived.waiver.reason in text


def test_nothing_is_shown_of_a_plan_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    folder = ROOT / "tests" / "report" / "sample-pipeline" / "unusable"
    checked = app.check(folder, None, rules.identifiers())
    text = show_text.render(view(checked, None, Choice()), Style(Lang.FR, 100))
    assert "FCFA" not in text
    document = json.loads(show_json.render(view(checked, None, Choice()), Style(Lang.FR)))
    assert (document["rows"], bool(document["faults"])) == ([], True)


HOSTILE = """\
format: pan-tp/plan-1
annees: [2023]
axes:
- code: 1
  intitule: |
    A
    C<script>
  budget:
    2023: 5
    total: |
      5
      00
  activites:
  - {id: 1-01, intitule: "=1+1", responsable: "O WORD", budget: {2023: 5}}
"""


@pytest.mark.parametrize(
    ("code", "by"), [(None, None), ("1", None), ("1-01", None), (None, Breakdown.STRUCTURE)]
)
def test_no_label_breaks_a_line(code: str | None, by: Breakdown | None, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(HOSTILE.replace("WORD", "X" * 500), encoding="utf-8")
    checked = app.check(file, None, rules.identifiers())
    text = show_text.render(view(checked, code, Choice(depth=3, by=by)), Style(Lang.FR, 100))
    head, *lines = text.partition("\nConstats\n")[0].split("\n\n", 1)[1].splitlines()
    assert not any(line.startswith(("C<script>", "00")) for line in (head, *lines))
    tables = (line for line in lines if "responsable" not in line and "X" * 100 not in line)
    assert max(map(len, tables)) <= 100


@pytest.mark.parametrize(
    ("amount", "printed", "computed"),
    [
        (Amount(5, 5), "5", None),
        (Amount(5, 6), "5", "=6"),
        (Amount(5, None), "5", None),
        (Amount(None, 6), "=6", None),
        (Amount(None, 0), "–", None),
        (Amount(None, None), "?", None),
        (Amount(0, 0), "0", None),
        (Amount(Unreadable("5 00"), 500), "5 00", "=500"),
        (Amount(Unreadable("5 00"), None), "5 00", None),
        (Amount(-5, -5), "−5", None),
    ],
)
def test_amounts_as_printed_and_as_computed(
    amount: Amount, printed: str, computed: str | None
) -> None:
    assert show_words.printed(amount, Lang.FR).text == printed
    mended = show_words.computed(amount, Lang.FR)
    assert (mended.text if mended else None) == computed


@pytest.mark.parametrize(
    ("cell", "right", "written", "mended"),
    [
        (Percent(79), Percent(790, 1), "79%", None),
        (Percent(79), Percent(80), "79%", "=80%"),
        (5, 6, "5", "=6"),
        (5, Unreadable(""), "5", None),
        (Unreadable("5 0"), 50, "5 0", None),
        (None, 5, "–", None),
        (0, None, "0", None),
    ],
)
def test_cells_as_printed_and_as_they_should_be(
    cell: Value, right: Value, written: str, mended: str | None
) -> None:
    figure, better = show_words.value(cell, right, Lang.EN)
    assert (figure.text, better.text if better else None) == (written, mended)


@pytest.mark.parametrize(
    ("part", "of", "share"),
    [(1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (0, 5, "0.0%"), (5, 5, "100.0%"),
     (-1, 2, "-50.0%"), (None, 5, ""), (5, None, ""), (5, 0, "")],
)  # fmt: skip
def test_shares_are_to_a_tenth_of_a_percent(part: int | None, of: int | None, share: str) -> None:
    assert show_words.share(part, of, Lang.EN).replace("−", "-") == share


def validator() -> jsonschema.Draft202012Validator:
    names = ("show-1.schema.json", "check-1.schema.json")
    whole, part = (json.loads((SCHEMAS / name).read_text(encoding="utf-8")) for name in names)
    jsonschema.Draft202012Validator.check_schema(whole)
    resource = referencing.Resource.from_contents(part)
    registry = referencing.Registry().with_resource(part["$id"], resource)
    return jsonschema.Draft202012Validator(whole, registry=registry)


def document(viewed: Viewed, lang: Lang = Lang.FR) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(show_json.render(viewed, Style(lang)))
    return found


@LANGS
@pytest.mark.parametrize("code", [None, "1", "1-01", "recap:1", "3.1", "total_general"])
def test_the_json_keeps_its_contract(lang: Lang, code: str | None, checked: Checked) -> None:
    validator().validate(document(view(checked, code, TARGETS), lang))


def test_the_contract_refuses_what_is_not_in_it(checked: Checked) -> None:
    told = document(view(checked, None, Choice()))
    told["rows"][0]["level"] = "axe"
    told["summary"][0]["node"] = "1"
    del told["rows"][1]["amounts"]
    assert len(list(validator().iter_errors(told))) == 3


def nodes(told: dict[str, list[dict[str, object]]], name: str) -> list[object]:
    return [row["node"] for row in told[name]]


def test_the_json_tells_every_row_and_every_indicator(plan: Checked) -> None:
    told = document(view(plan, None, Choice()))
    project = embedded().project
    assert nodes(told, "rows") == ["total_general", *(row.entry.node for row in project.budget)]
    assert nodes(told, "summary") == [row.entry.node for row in project.summary_rows]
    assert nodes(told, "indicators") == [row.entry.node for row in project.indicators]


@pytest.mark.parametrize(
    ("code", "depth", "rows", "indicators"),
    [
        ("1.2.2", 0, ["1.2.2"], ["P1.2.1-1", "P1.2.1-2"]),
        ("1.2", 1, ["1.2", "1.2.2"], ["E1.2-1", "P1.2.1-1", "P1.2.1-2"]),
        ("1.2.1", None, [], ["P1.2.1-1", "P1.2.1-2"]),
        ("P1.2.1-2", None, [], ["P1.2.1-2"]),
        ("recap:1", None, [], []),
    ],
)
def test_the_json_of_a_code_tells_that_alone(
    code: str, depth: int | None, rows: list[str], indicators: list[str], plan: Checked
) -> None:
    told = document(view(plan, code, Choice(depth=depth)))
    assert (nodes(told, "rows"), nodes(told, "indicators")) == (rows, indicators)


BARE = """\
format: pan-tp/plan-1
annees: [2030]
axes:
- code: 1
  intitule: A
  activites:
  - {id: 1-01, intitule: B, responsable: OSC, budget: {2030: 3}}
  - {id: 1-02, intitule: C, responsable: OSC, budget: {2030: 1}}
"""


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (
            Choice(depth=2),
            [
                "Montants, en FCFA",
                "            2030  total     part",
                "le plan       =4     =4",
                "└ 1 A         =4     =4  100,0 %  ████████████",
                "  ├ 1-01 B     3     =3   75,0 %  █████████",
                "  └ 1-02 C     1     =1   25,0 %  ███",
            ],
        ),
        (
            Choice(by=Breakdown.STRUCTURE),
            [
                "Structures responsables telles qu'imprimées, en FCFA",
                "         2030  total  activités     part",
                "OSC         4      4          2  100,0 %  ████████████",
                "le plan    =4     =4          2",
            ],
        ),
        (
            Choice(by=Breakdown.YEAR),
            [
                "Années, en FCFA",
                "         imprimé  activités financées     part",
                "2030          =4                    2  100,0 %  ████████████",
                "le plan       =4",
            ],
        ),
        (
            Choice(by=Breakdown.AXIS),
            [
                "Axes, en FCFA (ce plan n'a pas de tableau 1)",
                "         2030  total     part",
                "1 A        =4     =4  100,0 %  ████████████",
                "le plan    =4     =4",
            ],
        ),
    ],
)
def test_a_plan_that_prints_little_is_shown_by_what_its_rows_make(
    choice: Choice, told: list[str], tmp_path: Path
) -> None:
    """Skipped levels, one year, no title, no subtotals, no tableau 1, no framework."""
    file = tmp_path / "plan.yaml"
    file.write_text(BARE, encoding="utf-8")
    checked = app.check(file, None, rules.identifiers())
    text = show_text.render(view(checked, None, choice), Style(Lang.FR, 100)).replace("\u00a0", " ")
    assert text.split("\n\n")[1].splitlines() == told
