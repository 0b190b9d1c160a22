"""The report of several plans: read goldens, and what a table of them says."""

import json
from importlib import import_module

import jsonschema
import pytest
import referencing

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.message import Message
from pan_tp_cli.placing import placed
from pan_tp_cli.report import check_json
from pan_tp_cli.report.portfolio_text import table
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text
from tests.projects import ROOT
from tests.report.test_golden import ENDINGS, LANGS, SAMPLE, compare

SCHEMAS = ROOT / "schemas"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Checked]:
    """Return the sample, a file that is no plan, and the sample's plan with a few rules alone."""
    monkeypatch.chdir(ROOT)
    sample = app.check(SAMPLE, None, rules.identifiers())
    few = app.check(SAMPLE / "plan.yaml", None, ["structure.numero-manquant"])
    gone = Fault("plans/gone.yaml", Message(Text("ce fichier n'existe pas", "no such file")))
    return [each.told() for each in (sample, app.unusable(InputError(gone)), few)]


@LANGS
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_report_of_several_is_as_it_was_read(
    form: str, lang: Lang, checks: list[Checked], request: pytest.FixtureRequest
) -> None:
    text = import_module(f"pan_tp_cli.report.check_{form}").render_all(checks, Style(lang))
    compare(f"portfolio-{form}.{lang.value}.{ENDINGS[form]}", text, request)


@pytest.mark.parametrize("form", ENDINGS)
def test_of_a_check_as_it_is_kept_the_same_is_told(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    checked = placed(app.check(SAMPLE, None, rules.identifiers()))
    render = import_module(f"pan_tp_cli.report.check_{form}").render
    assert render(checked.told(), Style(Lang.FR)) == render(checked, Style(Lang.FR)) != ""


def validator() -> jsonschema.Draft202012Validator:
    names = ("portfolio-1.schema.json", "check-1.schema.json")
    whole, part = (json.loads((SCHEMAS / name).read_text(encoding="utf-8")) for name in names)
    jsonschema.Draft202012Validator.check_schema(whole)
    resource = referencing.Resource.from_contents(part)
    registry = referencing.Registry().with_resource(part["$id"], resource)
    return jsonschema.Draft202012Validator(whole, registry=registry)


@LANGS
def test_the_json_report_of_several_keeps_its_contract(lang: Lang, checks: list[Checked]) -> None:
    document = json.loads(check_json.render_all(checks, Style(lang)))
    validator().validate(document)
    del document["summary"]["plans"]
    document["plans"][0]["findings"][0]["severity"] = "erreur"
    assert len(list(validator().iter_errors(document))) == 2


def test_the_counts_of_all_are_the_sums_of_the_plans(checks: list[Checked]) -> None:
    document = json.loads(check_json.render_all(checks, Style(Lang.EN)))
    for key in ("error", "warning", "info", "waived", "equations", "violated"):
        counts = [plan["summary"][key] for plan in document["plans"]]
        assert document["summary"][key] == sum(counts)
    assert document["summary"]["error"] > 0


def test_plans_without_faults_have_no_state(checks: list[Checked]) -> None:
    heading = list(table(checks[:1], Style(Lang.EN)))[1]
    assert heading.split() == ["errors", "warnings", "infos"]
