"""SARIF: valid by the official schema, true to the files, and read back as it was meant."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.finding import Severity
from pan_tp_cli.placing import placed
from pan_tp_cli.report.check_sarif import render, render_all
from pan_tp_cli.report.sarif_location import ROOT, artifact
from pan_tp_cli.report.sarif_result import LEVEL, message
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT as CHECKOUT
from tests.projects import plan, waivers
from tests.report.hostile import (
    STYLE,
    TEXTS,
    accepting,
    all_printable,
    checked_plan,
    saying,
    unusable,
)

SAMPLE = CHECKOUT / "tests" / "report" / "sample"
SCHEMA = CHECKOUT / "tests" / "report" / "schemas" / "sarif-schema-2.1.0.json"
WRONG = plan("axes: [{code: 1, intitule: Axe, budget: {2023: 1 000, 2024: 2 000, total: 9 000}}]")
Json = dict[str, Any]


@cache
def validator() -> jsonschema.Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema)


def run(text: str) -> Json:
    """Return the run of a log, which is valid."""
    log = json.loads(text)
    validator().validate(log)
    (only,) = log["runs"]
    return dict(only)


def texts(node: object) -> list[str]:
    """Return all texts of messages below a node."""
    if isinstance(node, dict):
        own = [node["text"]] if isinstance(node.get("text"), str) else []
        return own + [text for value in node.values() for text in texts(value)]
    return [text for item in node for text in texts(item)] if isinstance(node, list) else []


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(CHECKOUT)
    return placed(app.check(SAMPLE, None, rules.identifiers()))


def test_the_schema_refuses_what_is_not_in_it(sample: Checked) -> None:
    log = json.loads(render(sample, STYLE))
    log["runs"][0]["results"][0]["level"] = "info"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["line"] = 1
    del log["runs"][0]["tool"]["driver"]["name"]
    assert len(list(validator().iter_errors(log))) == 3


def test_a_result_names_its_rule_and_each_rule_is_there_once(sample: Checked) -> None:
    read = run(render_all([sample, sample], STYLE))
    named = [rule["id"] for rule in read["tool"]["driver"]["rules"]]
    assert len(set(named)) == len(named)
    assert {result["ruleId"] for result in read["results"]} == set(named)
    assert all(named[each["ruleIndex"]] == each["ruleId"] for each in read["results"])
    assert all(rule["name"].isalpha() for rule in read["tool"]["driver"]["rules"])


def test_every_severity_has_a_level() -> None:
    assert [LEVEL[severity] for severity in Severity] == ["error", "warning", "note"]


def test_a_region_holds_what_is_printed(sample: Checked) -> None:
    """Columns count characters from 1, and the end is exclusive."""
    assert sample.report is not None
    read = run(render(sample, STYLE))
    assert read["columnKind"] == "unicodeCodePoints"
    shown = set()
    for result, located in zip(read["results"], sample.report.all_findings, strict=True):
        physical = result["locations"][0]["physicalLocation"]
        path = unquote(physical["artifactLocation"]["uri"])
        region = physical["region"]
        line = Path(path).read_text(encoding="utf-8").split("\n")[region["startLine"] - 1]
        assert line == located.lines[0]
        shown.add(line[region["startColumn"] - 1 : region["endColumn"] - 1])
    assert {"4 000 000", "6 000 00", "~", "43%", "150 %", "soixante-trois million"} <= shown


def test_other_violated_equations_are_told_where_they_are(tmp_path: Path) -> None:
    lines = (
        "axes:",
        "- code: 1",
        "  intitule: é😀",
        "  budget: {2023: 1 000, 2024: 2 000, total: 3 000}",
        "  activites:",
        "  - {id: 1-01, intitule: 😀, budget: {2023: 1 000, 2024: 4 000}}",
    )
    checked = checked_plan(tmp_path, plan("\n".join(lines)))
    results = run(render(checked, STYLE))["results"]
    related = [each for result in results for each in result.get("relatedLocations", [])]
    assert related
    for each in related:
        region = each["physicalLocation"]["region"]
        text = (tmp_path / "plan.yaml").read_text(encoding="utf-8").split("\n")
        line = text[region["startLine"] - 1]
        printed = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert printed.replace(" ", "\u202f") in each["message"]["text"]
        assert each["logicalLocations"][0]["fullyQualifiedName"].split()[0] in {"1", "1-01"}


def test_fixes_put_into_the_file_mend_it(tmp_path: Path) -> None:
    checked = checked_plan(tmp_path, WRONG.replace("9 000", "'9 000'"))
    (fix,) = (
        fix for each in run(render(checked, STYLE))["results"] for fix in each.get("fixes", ())
    )
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    lines = (tmp_path / "plan.yaml").read_text(encoding="utf-8").split("\n")
    line = lines[region["startLine"] - 1]
    lines[region["startLine"] - 1] = (
        line[: region["startColumn"] - 1]
        + replacement["insertedContent"]["text"]
        + line[region["endColumn"] - 1 :]
    )
    mended = "\n".join(lines)
    assert "total: '3 000'" in mended
    after = checked_plan(tmp_path / "after", mended)
    assert after.count(Severity.ERROR) == 0


def test_a_finding_that_is_not_sure_has_no_fix(sample: Checked) -> None:
    assert sample.report is not None
    results = run(render(sample, STYLE))["results"]
    found = [each.finding for each in sample.report.all_findings]
    mended = [f.sure and bool(f.repairs and f.repairs[0].changes) for f in found]
    assert {True, False} == set(mended)
    assert ["fixes" in result for result in results] == mended


def test_an_accepted_finding_is_suppressed_and_all_others_are_not(tmp_path: Path) -> None:
    pin = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9 000, attendu: 3 000"
    accepted = waivers(f"{pin}, motif: ainsi signé, par: le comité, expire: 2027-12-31")
    row = "{code: 2, intitule: B, budget: {2023: 1, 2024: 2, total: 9}}]"
    checked = checked_plan(tmp_path, WRONG.replace("}}]", "}}, " + row), accepted)
    results = run(render(checked, Style(Lang.EN)))["results"]
    suppressed = {
        each["logicalLocations"][0]["fullyQualifiedName"]: result["suppressions"]
        for result in results
        for each in result["locations"]
    }
    assert suppressed["2 total"] == []
    (one,) = suppressed["1 total"]
    assert one == {
        "kind": "external",
        "status": "accepted",
        "justification": "waived (until 2027-12-31, by le comité): ainsi signé",
    }


def test_a_file_that_cannot_be_used_is_no_success(tmp_path: Path) -> None:
    good = checked_plan(tmp_path / "good", WRONG)
    assert run(render(good, STYLE))["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]
    checks = [good, checked_plan(tmp_path / "bad", WRONG.replace("axes", "axxes"))]
    (invocation,) = run(render_all(checks, STYLE))["invocations"]
    assert not invocation["executionSuccessful"]
    assert len(invocation["toolExecutionNotifications"]) == 2
    absent = placed(app.check(tmp_path / "absent.yaml", None, rules.identifiers()))
    read = run(render(absent, STYLE))
    assert read["results"] == []
    (note,) = read["invocations"][0]["toolExecutionNotifications"]
    uri = note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "absent.yaml").as_uri()


@pytest.mark.parametrize("text", TEXTS)
def test_a_plan_shows_its_texts_and_nothing_is_made_of_them(tmp_path: Path, text: str) -> None:
    checks = [saying(tmp_path / "a", text), accepting(tmp_path / "b", text)]
    log = render_all([*checks, unusable(tmp_path / "c", text)], STYLE)
    assert log.isascii()
    read = run(log)
    said = texts(read["results"]) + texts(read["invocations"])
    assert said
    for each in said:
        assert all_printable(each.replace("\u200b", ""))
        assert "](" not in each
        assert "{0}" not in each
    reasons = [
        each["justification"] for result in read["results"] for each in result["suppressions"]
    ]
    assert reasons
    assert all(map(all_printable, reasons))


def test_braces_and_brackets_of_a_message_are_kept() -> None:
    assert message(["a[0] {b} {1} [c](d)"]) == {"text": "a[0] {b} {\u200b1} [c]\u200b(d)"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("data/plan.yaml", "data/plan.yaml"),
        ("v1:data/été 1#2%?.yaml", "v1%3Adata/%C3%A9t%C3%A9%201%232%25%3F.yaml"),
        ("caf\udce9.yaml", "caf%E9.yaml"),
    ],
)
def test_a_file_inside_of_the_folder_is_relative_to_it(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri, "uriBaseId": ROOT}
    assert urlsplit(uri).scheme == ""


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/srv/un plan.yaml", "file:///srv/un%20plan.yaml"),
        ("C:/plans/été.yaml", "file:///C:/plans/%C3%A9t%C3%A9.yaml"),
        ("//serveur/plans/a.yaml", "file://serveur/plans/a.yaml"),
    ],
)
def test_a_file_outside_of_it_has_a_full_uri(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri}


def test_fingerprints_depend_neither_on_the_language_nor_on_lines(tmp_path: Path) -> None:
    def fingerprints(text: str, lang: Lang) -> list[str]:
        checked = checked_plan(tmp_path, text)
        results = run(render(checked, Style(lang)))["results"]
        return [result["partialFingerprints"]["panTp/v1"] for result in results]

    moved = WRONG.replace("axes", "# une remarque\n\naxes")
    assert fingerprints(WRONG, Lang.FR) == fingerprints(moved, Lang.EN)
    assert len(set(fingerprints(WRONG, Lang.FR))) == len(fingerprints(WRONG, Lang.FR))
