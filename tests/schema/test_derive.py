"""The schemas that are made of models: fresh, complete, and the same in both languages."""

import json
import re
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import BaseModel

from pan_tp_cli import describing
from pan_tp_cli.model.base import FIRST_YEAR, LAST_YEAR, Form
from pan_tp_cli.money import Unreadable, read_amount, read_percent
from pan_tp_cli.schema import forms, scalars
from pan_tp_cli.schema.catalogue import SCHEMAS, Schema
from pan_tp_cli.schema.derive import MODELS, WORDS, words_of
from pan_tp_cli.schema.scalars import Json
from pan_tp_cli.text import Lang
from tests.projects import DATA
from tests.schema.validating import SCHEMAS as FOLDER
from tests.schema.validating import check_jsonschema

EDITED = [each for each in SCHEMAS if each.edited]
SAID = {"title", "description", scalars.SAYS}
of_edited = pytest.mark.parametrize("schema", EDITED, ids=[each.name for each in EDITED])
of_all = pytest.mark.parametrize("schema", SCHEMAS, ids=[each.name for each in SCHEMAS])


@of_edited
def test_the_file_is_fresh(schema: Schema) -> None:
    """Written anew by `pan-tp schema NAME > schemas/NAME-1.schema.json`."""
    written = (FOLDER / schema.file).read_text(encoding="utf-8")
    assert written == describing.described(schema, Lang.FR)


def test_every_schema_has_its_file_and_every_file_its_schema() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {each.file for each in SCHEMAS}


@of_all
def test_a_schema_names_itself_and_is_one(schema: Schema) -> None:
    written = json.loads((FOLDER / schema.file).read_text(encoding="utf-8"))
    assert written["title"] == f"pan-tp/{schema.name}"
    assert written["$id"].endswith(f"/{schema.file}")
    draft = Draft7Validator if schema.edited else Draft202012Validator
    assert written["$schema"] == draft.META_SCHEMA["$schema"]
    draft.check_schema(written)


@pytest.mark.parametrize(
    ("schema", "file"),
    [("plan-1", DATA / "plan.yaml"), ("indicateurs-1", DATA / "indicators.yaml")],
)
def test_the_embedded_files_are_valid(schema: str, file: object) -> None:
    done = check_jsonschema("--schemafile", str(FOLDER / f"{schema}.schema.json"), str(file))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["plan", "indicators"])
def test_the_embedded_files_say_where_their_schema_is(name: str) -> None:
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    (path,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
    schema = json.loads((DATA / path).read_text(encoding="utf-8"))
    assert re.search(r"^format: (\S+)$", text, re.MULTILINE) is not None
    assert f"format: {schema['title']}\n" in text


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those that its fields hold."""
    yield model
    for field in model.model_fields.values():
        for inner in held(field.annotation):
            yield from models(inner)


def held(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from held(argument)


ALL_MODELS = {each for root in MODELS.values() for each in models(root)}
KEYS = {
    (model, field.alias or name)
    for model in ALL_MODELS
    for name, field in model.model_fields.items()
}


def test_every_field_of_every_model_is_explained() -> None:
    assert len(KEYS) > 80
    for model, key in KEYS:
        words = words_of(model, key)
        assert words.title.fr != words.about.fr


def test_no_explanation_is_left_over() -> None:
    explained = {(model, key) for model, words in WORDS.items() for key in words}
    used = {
        next((each, key) for each in model.__mro__ if key in WORDS.get(each, {}))
        for model, key in KEYS
    }
    assert explained == used


def test_every_form_says_what_it_may_be() -> None:
    assert set(forms.FORMS) == {*get_args(Form)} - {"choice"}


def properties(node: object) -> Iterator[Json]:
    """Yield what a schema says of each key, or of each year, but for what hangs on a condition."""
    if isinstance(node, dict):
        for name in ("properties", "patternProperties"):
            yield from node.get(name, {}).values()
        for name, inner in node.items():
            if name not in ("if", "then", "else"):
                yield from properties(inner)
    if isinstance(node, list):
        for inner in node:
            yield from properties(inner)


@of_edited
@pytest.mark.parametrize("lang", list(Lang))
def test_every_key_has_a_title_and_a_description(schema: Schema, lang: Lang) -> None:
    found = list(properties(json.loads(describing.described(schema, lang))))
    assert len(found) >= 10
    assert [each for each in found if not (each.get("title") and each.get("description"))] == []


def without_words(node: object) -> object:
    """Return a schema without what it says to people; a key may bear such a name too."""
    if isinstance(node, list):
        return [without_words(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        name: without_words(inner)
        for name, inner in node.items()
        if name not in SAID or isinstance(inner, dict)
    }


@of_edited
def test_both_languages_ask_for_the_same(schema: Schema) -> None:
    french, english = (json.loads(describing.described(schema, lang)) for lang in Lang)
    assert french != english
    assert without_words(french) == without_words(english)
    assert french["$id"] == english["$id"]


def matches(shape: Json, text: str) -> bool:
    return bool(Draft7Validator(shape).is_valid(text))


PRINTED = st.text(alphabet="0123456789 \u00a0\u202f\u2009_-\u2212.,%NAFCOX\u0660", max_size=12)
GROUPED = st.from_regex(r"[-\u2212]?[0-9]{1,3}([ _][0-9]{3}){0,3}( FCFA|XOF)?", fullmatch=True)
PERCENTS = st.from_regex(r"[-\u2212]?[0-9]{1,3}([.,][0-9]{1,2})?[ \u00a0]?%?", fullmatch=True)


@given(PRINTED | GROUPED | PERCENTS)
def test_a_schema_takes_the_amounts_and_percentages_that_are_read(text: str) -> None:
    """Texts shorter than the longest number read, which no schema counts."""
    amount, percent = read_amount(text), read_percent(text)
    assert matches(scalars.amount(Lang.FR), text) is not isinstance(amount, Unreadable)
    assert matches(scalars.percent(Lang.FR), text) is not isinstance(percent, Unreadable)
    assert matches(scalars.percent(Lang.FR, "N/A"), "N/A")


def test_the_years_of_a_schema_are_those_of_the_model() -> None:
    bounds = {f"{year:04}" for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    expression = re.compile(scalars.whole(forms.YEARS_IN_BOUNDS))
    assert {f"{year:04}" for year in range(10000) if expression.search(f"{year:04}")} == bounds
