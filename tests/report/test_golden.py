"""Whole reports compared with files that were read by a person before they were committed.

    pytest tests/report --regenerate

writes them anew; read them before committing.
"""

import json
import re
from importlib import import_module
from pathlib import Path

import jsonschema
import pytest

from pan_tp_cli import __version__, app, rules
from pan_tp_cli.checked import Checked, Conventions, Covered
from pan_tp_cli.cli.terminal import showable
from pan_tp_cli.money import NOT_APPLICABLE, Percent, Unreadable, Value
from pan_tp_cli.placing import placed
from pan_tp_cli.report import coverage_json, coverage_text, json_finding
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT, TODAY

SAMPLE = Path("tests/report/sample")
GOLDEN = ROOT / "tests" / "report" / "golden"
PIPELINE = Path("tests/report/sample-pipeline")
ENDINGS = {
    "text": "txt",
    "concise": "txt",
    "json": "json",
    "sarif": "json",
    "github": "txt",
    "gitlab": "json",
    "junit": "xml",
    "markdown": "md",
}
OF_SEVERAL = ("sarif", "github", "gitlab", "junit", "markdown")
VERSION = re.compile(
    rf'(?<=pan-tp ){re.escape(__version__)}|(?<=ersion": "){re.escape(__version__)}'
)
LANGS = pytest.mark.parametrize("lang", list(Lang))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(ROOT)
    return placed(app.check(SAMPLE, None, rules.identifiers()))


def render(form: str, checked: Checked, style: Style) -> str:
    text: str = import_module(f"pan_tp_cli.report.check_{form}").render(checked, style)
    return text


def compare(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare a report with its file, which says {version} where the report says which."""
    path = GOLDEN / name
    if request.config.getoption("--regenerate"):
        path.write_text(VERSION.sub("{version}", text), encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8").replace("{version}", __version__)


@LANGS
@pytest.mark.parametrize("form", ENDINGS)
def test_a_report_is_as_it_was_read(
    form: str, lang: Lang, checked: Checked, request: pytest.FixtureRequest
) -> None:
    text = render(form, checked, Style(lang))
    compare(f"check-{form}.{lang.value}.{ENDINGS[form]}", text, request)


@LANGS
@pytest.mark.parametrize("form", OF_SEVERAL)
def test_a_report_of_several_plans_is_as_it_was_read(
    form: str, lang: Lang, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The first has a waiver, the second cannot be used."""
    monkeypatch.chdir(ROOT)
    checks = [
        placed(app.check(PIPELINE / name, None, rules.identifiers(), Conventions(TODAY)))
        for name in ("waived", "unusable")
    ]
    text = import_module(f"pan_tp_cli.report.check_{form}").render_all(checks, Style(lang))
    compare(f"check-{form}-several.{lang.value}.{ENDINGS[form]}", text, request)


@LANGS
def test_a_narrow_report_is_as_it_was_read(
    lang: Lang, checked: Checked, request: pytest.FixtureRequest
) -> None:
    text = render("text", checked, Style(lang, width=40))
    compare(f"check-text-40.{lang.value}.txt", text, request)


def test_a_coloured_report_is_the_plain_one_with_colours(
    checked: Checked, request: pytest.FixtureRequest
) -> None:
    coloured = render("text", checked, Style(Lang.FR, colour=True))
    compare("check-text-colour.fr.txt", coloured, request)


@pytest.fixture
def covered(monkeypatch: pytest.MonkeyPatch) -> Covered:
    monkeypatch.chdir(ROOT)
    return app.coverage(SAMPLE, None)


@LANGS
@pytest.mark.parametrize("width", [100, 40])
def test_a_table_of_coverage_is_as_it_was_read(
    width: int, lang: Lang, covered: Covered, request: pytest.FixtureRequest
) -> None:
    text = coverage_text.render(covered, Style(lang, width))
    compare(f"coverage-text-{width}.{lang.value}.txt", text, request)
    assert max(map(len, text.splitlines()[3:])) <= width


@LANGS
def test_the_json_coverage_keeps_its_contract(
    lang: Lang, covered: Covered, request: pytest.FixtureRequest
) -> None:
    text = coverage_json.render(covered, Style(lang))
    compare(f"coverage-json.{lang.value}.json", text, request)
    schema = json.loads((ROOT / "schemas" / "coverage-1.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    document = json.loads(text)
    validator.validate(document)
    assert document["advice"]
    del document["nodes"][0]["locatable"]
    document["nodes"][1]["cells"][0]["protection"] = "localisable"
    document["advice"][0]["print"] = "plus"
    assert len(list(validator.iter_errors(document))) == 3


def test_the_rows_of_a_json_coverage_add_up_to_its_summary(covered: Covered) -> None:
    document = json.loads(coverage_json.render(covered, Style(Lang.FR)))
    summed = {key: sum(node[key] for node in document["nodes"]) for key in document["summary"]}
    assert summed == document["summary"]
    listed = [cell["protection"] for node in document["nodes"] for cell in node["cells"]]
    assert {key: listed.count(key) for key in summed} == summed


@LANGS
def test_the_json_report_keeps_its_contract(lang: Lang, checked: Checked) -> None:
    schema = json.loads((ROOT / "schemas" / "check-1.schema.json").read_text(encoding="utf-8"))
    document = json.loads(render("json", checked, Style(lang)))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["findings"]


def test_the_contract_refuses_what_is_not_in_it(checked: Checked) -> None:
    schema = json.loads((ROOT / "schemas" / "check-1.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    document = json.loads(render("json", checked, Style(Lang.FR)))
    document["findings"][0]["severity"] = "erreur"
    document["findings"][1]["fingerprint"] = "court"
    del document["summary"]["equations"]
    assert len(list(validator.iter_errors(document))) == 3


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (5_000_000, 5_000_000),
        (Percent(79), 79),
        (Percent(525, 1), 52.5),
        (Percent(-25, 1), -2.5),
        (Unreadable("50 000 00"), "50 000 00"),
        (NOT_APPLICABLE, "N/A"),
        ("deux millions", "deux millions"),
        (None, None),
    ],
)
def test_values_of_the_json_report(value: Value, written: object) -> None:
    assert json_finding.json_value(value) == written


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_json_report_survives_any_terminal(encoding: str, checked: Checked) -> None:
    text = render("json", checked, Style(Lang.FR))
    assert showable(text, encoding) == text
    assert json.loads(text.encode(encoding))["findings"]


def test_a_concise_report_has_a_line_per_finding_whatever_the_plan_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(
        "format: pan-tp/plan-1\nannees: [2023]\nsigle: |\n  X\n  Bilan\n"
        "axes:\n- code: 1\n  intitule: A\n"
        "  en_trop:\n  - |\n    5\n    f:1:1: erreur[x.y] 1: faux\n"
        "  budget:\n    2023: |\n      5\n      plan.yaml:1:1: erreur[x.y] 1: faux\n",
        encoding="utf-8",
    )
    checked = app.check(Path("plan.yaml"), None, rules.identifiers())
    assert checked.report is not None
    lines = render("concise", checked, Style(Lang.FR)).splitlines()
    assert len(lines) == len(checked.report.findings)
    assert render("text", checked, Style(Lang.FR)).splitlines()[0].endswith(", X Bilan")


def test_fingerprints_do_not_depend_on_the_language(checked: Checked) -> None:
    fr, en = (
        [finding["fingerprint"] for finding in json.loads(text)["findings"]]
        for text in (render("json", checked, Style(lang)) for lang in Lang)
    )
    assert fr == en
