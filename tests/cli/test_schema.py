"""`pan-tp schema`, as its users run it."""

import json
from pathlib import Path

import jsonschema
import pytest

from pan_tp_cli.report import schemas_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.schema.catalogue import SCHEMAS, Schema
from pan_tp_cli.text import Lang
from tests.cli.test_process import pan_tp
from tests.projects import ROOT


@pytest.mark.parametrize("schema", SCHEMAS, ids=[each.name for each in SCHEMAS])
def test_a_schema_is_written_as_it_stands_in_its_file(schema: Schema, tmp_path: Path) -> None:
    done = pan_tp("schema", schema.name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "schemas" / schema.file).read_text(encoding="utf-8")


def test_it_explains_in_english_too() -> None:
    written = json.loads(pan_tp("schema", "plan", "--lang", "en", cwd=ROOT).stdout)
    assert written["properties"]["annees"]["title"] == "Years"
    again = pan_tp("schema", "plan", cwd=ROOT, env={"PAN_TP_LANG": "en"})
    assert json.loads(again.stdout) == written


def test_a_terminal_without_accents_gets_the_same(tmp_path: Path) -> None:
    done = pan_tp("schema", "plan", cwd=tmp_path, encoding="ascii")
    assert json.loads(done.stdout)["properties"]["annees"]["title"] == "Années"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("plan", "pan-tp/plan-1"),
        ("plan.yaml", "pan-tp/plan-1"),
        ("pan-tp/plan-1", "pan-tp/plan-1"),
        ("indicators", "pan-tp/indicateurs-1"),
        ("indicateurs", "pan-tp/indicateurs-1"),
        ("derogations.yaml", "pan-tp/derogations-1"),
        ("pan-tp", "pan-tp/reglages-1"),
        ("settings", "pan-tp/reglages-1"),
        ("waivers", "pan-tp/waivers-1"),
    ],
)
def test_it_is_known_by_the_names_that_people_give_it(name: str, title: str) -> None:
    assert json.loads(pan_tp("schema", name, cwd=ROOT).stdout)["title"] == title


def test_no_name_means_two_schemas() -> None:
    names = [name for each in SCHEMAS for name in each.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("lang", list(Lang))
def test_all_are_listed_without_a_name(lang: Lang) -> None:
    done = pan_tp("schema", "--lang", lang.value, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    listed = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in listed] == [each.name for each in SCHEMAS]
    for schema, line in zip(SCHEMAS, listed, strict=True):
        assert line.endswith(schema.about.get(lang))


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    lines = schemas_text.render(SCHEMAS, Style(Lang.FR, 40)).splitlines()
    assert max(len(line) for line in lines) <= 40


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plann", "unknown schema 'plann': did you mean 'plan-1'?"),
        ("indicators-1", "unknown schema 'indicators-1': did you mean 'indicateurs-1'?"),
        ("reglage", "unknown schema 'reglage': did you mean 'reglages-1'?"),
        ("zzz", "unknown schema 'zzz'; 'pan-tp schema' lists them"),
    ],
)
def test_an_unknown_schema_is_refused_with_the_nearest(name: str, said: str) -> None:
    done = pan_tp("schema", name, "--lang", "en", cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("name", ["portfolio-1", "show-1"])
def test_a_schema_that_builds_on_another_holds_it(name: str) -> None:
    """So that it serves alone, without a network."""
    whole, part = (
        json.loads((ROOT / "schemas" / f"{each}.schema.json").read_text(encoding="utf-8"))
        for each in (name, "check-1")
    )
    assert whole["$defs"]["check-1"] == part
    assert f'"{part["$id"].rpartition("/")[2]}' in json.dumps(whole)
    schema = jsonschema.Draft202012Validator(whole)
    assert not schema.is_valid({})
    assert schema.is_valid(json.loads(written(name)))


def written(name: str) -> str:
    """Return what a report of a schema is made of: several plans, or the plan as a tree."""
    command = {"portfolio-1": ["check", "data", "data/plan.yaml"], "show-1": ["show"]}[name]
    return pan_tp(*command, "--format", "json", cwd=ROOT).stdout
