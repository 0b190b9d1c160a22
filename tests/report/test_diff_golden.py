"""Whole reports of a comparison, as a person has read them; see test_golden.py."""

import json
import re

import jsonschema
import pytest

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.report import diff_json, diff_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang
from tests.projects import ROOT
from tests.report.test_golden import LANGS, compare
from tests.report.versions import SAMPLE, compared

SCHEMAS = ROOT / "schemas"
PLACE = re.compile(r"tests/report/sample-diff/\S+")


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Compared:
    monkeypatch.chdir(ROOT)
    return compared(SAMPLE / "before", SAMPLE / "after")


def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((SCHEMAS / "diff-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@LANGS
@pytest.mark.parametrize("width", [40, 140])
def test_a_comparison_is_as_it_was_read(
    width: int, lang: Lang, sample: Compared, request: pytest.FixtureRequest
) -> None:
    text = diff_text.render(sample, Style(lang, width))
    compare(f"diff-text-{width}.{lang.value}.txt", text, request)


@LANGS
@pytest.mark.parametrize("width", [60, 80, 99, 100, 140])
def test_no_line_is_too_long(width: int, lang: Lang, sample: Compared) -> None:
    """A file's name is not broken, so it stands for itself; so does a rule at 40 columns."""
    text = diff_text.render(sample, Style(lang, width))
    lines = [PLACE.sub("plan.yaml:1:1", line) for line in text.splitlines()]
    assert max(map(len, lines)) <= width


def test_a_coloured_comparison_is_the_plain_one_with_colours(sample: Compared) -> None:
    for width in (40, 140):
        coloured = diff_text.render(sample, Style(Lang.FR, width, colour=True))
        plain = diff_text.render(sample, Style(Lang.FR, width))
        assert plain != coloured
        bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@LANGS
def test_the_json_comparison_keeps_its_contract(
    lang: Lang, sample: Compared, request: pytest.FixtureRequest
) -> None:
    text = diff_json.render(sample, Style(lang))
    compare(f"diff-json.{lang.value}.json", text, request)
    assert text.isascii()
    validator().validate(json.loads(text))


def test_the_sample_shows_a_change_of_each_kind(sample: Compared) -> None:
    document = json.loads(diff_json.render(sample, Style(Lang.FR)))
    shown = {change["aspect"] for change in document["changes"]}
    others = {Aspect.CURRENCY, Aspect.YEARS, Aspect.UNIT, Aspect.INDICATORS}
    assert shown == {aspect.value for aspect in Aspect} - {aspect.value for aspect in others}
    assert all(document[key] for key in ("reordered", "money", "transfers", "stale"))
    # what is not seen, or not checked, any more needs another sample: a file would have to go
    shown = {key for key, found in document["findings"].items() if found}
    assert shown == document["findings"].keys() - {"unseen", "unchecked"}


def test_the_contract_of_a_comparison_refuses_what_is_not_in_it(sample: Compared) -> None:
    document = json.loads(diff_json.render(sample, Style(Lang.EN)))
    change = document["changes"][0]
    change["weight"] = "rupture"
    change["before"] = change["after"] = None
    document["changes"][1]["aspect"] = "libellé"
    document["money"][0]["lines"][0]["percent"] = "5 %"
    document["transfers"][0]["amounts"]["2023"] = None
    document["stale"][0]["leaves"][0]["column"] = "année"
    del document["findings"]["persisting"][0]["before"]
    assert len(list(validator().iter_errors(document))) == 7


def test_a_finding_has_the_same_shape_in_both_contracts() -> None:
    check, diff = (
        json.loads((SCHEMAS / f"{name}-1.schema.json").read_text(encoding="utf-8"))
        for name in ("check", "diff")
    )
    for name, shape in check["$defs"].items():
        assert diff["$defs"][name] == shape, name
    assert diff["properties"]["tool"] == check["properties"]["tool"]
