"""Large files are read row by row, and their trees are not kept: nothing of a check may tell."""

from pathlib import Path

import pytest

from pan_tp_cli import app, reading, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.document import Document
from pan_tp_cli.encoding import BOM
from pan_tp_cli.place import Role
from pan_tp_cli.source import by_libyaml, read_document
from pan_tp_cli.tree import Builder
from tests.projects import DATA

RULES = rules.identifiers()
PLAN = (DATA / "plan.yaml").read_text(encoding="utf-8")
FRAMEWORK = (DATA / "indicators.yaml").read_text(encoding="utf-8")
FAULTY = [
    PLAN.replace("      - id: 1.1.1-02\n", "      - id: 1.1.1-02\n                coment: x\n"),
    PLAN.replace("2025: 5 000 000", "2030: 5 000 000"),
    PLAN.replace("id: 1.1.1-03", "id: 1 1 3").replace("id: 2.1.1-01", "id: [a]"),
    PLAN.replace("annees: [2023", "annees: [2024"),
    PLAN + "axes: []\n",
]
YEARS = "annees: [2023, 2024, 2025, 2026, 2027]\n"


def check(folder: Path, plan: str, framework: str = FRAMEWORK) -> Checked:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_bytes(plan.encode())
    (folder / "indicators.yaml").write_bytes(framework.encode())
    return app.check(folder, None, RULES)


@pytest.fixture(params=["all at once", "row by row"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read all files as small ones, then as large ones."""
    if request.param == "row by row":
        monkeypatch.setattr(reading, "LARGE", 0)
    return str(request.param)


@pytest.mark.parametrize("text", [PLAN, PLAN.replace("\n", "\r\n"), BOM.decode() + PLAN, *FAULTY])
def test_large_files_give_the_findings_and_faults_of_small_ones(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = check(tmp_path / "p", text)
    monkeypatch.setattr(reading, "LARGE", 0)
    by_rows = check(tmp_path / "p", text)
    assert by_rows.faults == whole.faults
    assert bool(whole.faults) == (text in FAULTY)
    assert by_rows.report is not None
    assert whole.report is not None
    assert by_rows.report.findings == whole.report.findings
    assert by_rows.report.coverage.counts == whole.report.coverage.counts
    for one, other in zip(by_rows.inputs, whole.inputs, strict=True):
        assert (one.data, one.sha256) == (other.data, other.sha256)


def test_years_behind_the_rows_that_need_them_are_known_all_the_same(
    tmp_path: Path, how: str
) -> None:
    late = PLAN.replace(YEARS, "") + YEARS
    assert late.count(YEARS) == 1
    moved, report = check(tmp_path, late), check(tmp_path, PLAN).report
    assert moved.faults == ()
    assert moved.report is not None
    assert report is not None
    assert [each.finding for each in moved.report.findings] == [
        each.finding for each in report.findings
    ]


def test_a_tree_that_was_let_go_is_read_again(tmp_path: Path, how: str) -> None:
    checked = check(tmp_path, PLAN)
    document = checked.documents[Role.PLAN]
    assert document.tree == read_document(PLAN.encode(), "plan.yaml").tree
    assert document.encoded() == PLAN.encode()


def test_rows_are_read_where_they_end_and_lists_of_other_keys_are_not() -> None:
    seen: list[object] = []

    def count(item: dict[str, object], _root: object) -> int:
        seen.append(item)
        return len(seen)

    text = "a: [{b: 1}]\nrows: [{a: {rows: x}}, y, [{c: 3}]]\nbelow:\n- rows:\n  - {d: 4}\n"
    readers = {"rows": count}
    tree = read_document(text.encode(), "f", readers=readers).tree
    assert seen == [{"a": {"rows": "x"}}, {"d": "4"}]
    assert tree == {
        "a": [{"b": "1"}],
        "rows": [1, "y", [{"c": "3"}]],
        "below": [{"rows": [2]}],
    }


def test_places_need_no_tree() -> None:
    text = "'l''axe': [a, {\"b\\u0020c\": [], d: [[e]]}]\n? f\n  g\n: h\n"
    document = read_document(text.encode(), "f")
    document.let_go(lambda: pytest.fail("asked for the tree"))
    spans = {
        ("l'axe",): text[10:41],
        ("l'axe", 0): "a",
        ("l'axe", 1, "b c"): "[]",
        ("l'axe", 1, "d", 0, 0): "e",
        ("f g",): "h",
    }
    for route, written in spans.items():
        start, end = document.span(route)
        assert text[start:end] == written
    for route in (("x",), ("l'axe", 2), ("l'axe", 0, "a")):
        with pytest.raises(KeyError):
            document.span(route)


def test_a_builder_hands_no_row_of_a_faulty_file_to_a_reader() -> None:
    def refuse(_item: object, _root: object) -> object:
        return pytest.fail("a row was read")

    builder = Builder(Document("f", "a: 1\na: 2\nrows: [{b: c}]"), {"rows": refuse})
    by_libyaml(builder.document.text, builder)
    assert len(builder.faults) == 1
