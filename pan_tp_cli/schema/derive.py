"""Makes the JSON Schema of a file out of its model, so that the two cannot part.

pydantic walks the models; what it cannot see (what functions read) comes from `forms`, and what an
editor says of each key from `plan_words` and its neighbours. Draft 7, see docs/decisions/0015.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from pan_tp_cli.model.base import READ, Read, not_empty
from pan_tp_cli.model.indicators import Framework, Unit
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.settings import Settings
from pan_tp_cli.model.waivers import Waivers
from pan_tp_cli.schema import forms, framework_words, plan_words, review_words
from pan_tp_cli.schema.catalogue import Schema
from pan_tp_cli.schema.forms import many
from pan_tp_cli.schema.scalars import Json, choice, text
from pan_tp_cli.schema.words import Words
from pan_tp_cli.text import Lang

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
ADDRESS: Final = "https://pan-tp.example/schemas/"
MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "plan-1": Plan,
    "indicateurs-1": Framework,
    "derogations-1": Waivers,
    "reglages-1": Settings,
}
WORDS: Final[Mapping[type[BaseModel], Mapping[str, Words]]] = {
    **plan_words.WORDS,
    **framework_words.WORDS,
    **review_words.WORDS,
}
"""What is said of each key, by the model that it is a field of or that its model extends."""


def schema_of(schema: Schema, lang: Lang) -> Json:
    """Return the schema of a file that people edit, with its words in `lang`."""
    made = Generator(lang).generate(MODELS[schema.name].__pydantic_core_schema__)
    definitions = made.pop("$defs", {})
    head = {
        "$schema": DRAFT,
        "$id": ADDRESS + schema.file,
        "title": f"pan-tp/{schema.name}",
        "description": schema.about.get(lang),
    }
    return {**head, **made, **({"definitions": definitions} if definitions else {})}


def words_of(model: type[BaseModel], key: str) -> Words:
    """Return what is said of a key of a model. Raises LookupError where nothing is."""
    for each in model.__mro__:
        if key in WORDS.get(each, {}):
            return WORDS[each][key]
    raise LookupError(f"{model.__name__}: {key}")


class Generator(GenerateJsonSchema):
    """Makes one schema; pydantic calls a method per kind of core schema."""

    def __init__(self, lang: Lang) -> None:
        super().__init__(ref_template="#/definitions/{model}")
        self.lang = lang

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """Return a block of keys, each with its words, instead of the model's docstring."""
        made, model = super().model_schema(schema), schema["cls"]
        properties = {
            key: words_of(model, key).on(shape, self.lang)
            for key, shape in made["properties"].items()
        }
        required = {"required": made["required"]} if "required" in made else {}
        return {
            "type": "object",
            "properties": properties,
            **required,
            "additionalProperties": False,
            **self._by_unit(model),
        }

    def _by_unit(self, model: type[BaseModel]) -> Json:
        """Return what the cells of an indicator must be, which depends on its unit."""
        percents = dict(_cells(model, Unit.PERCENT, self.lang))
        counts = dict(_cells(model, Unit.COUNT, self.lang))
        if not percents:
            return {}
        condition = {"properties": {forms.UNIT: {"const": Unit.PERCENT.value}}}
        return {
            "if": {**condition, "required": [forms.UNIT]},
            "then": {"properties": percents},
            "else": {"properties": counts},
        }

    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> dict[str, Any]:
        """Return what a reading function takes."""
        return forms.of(schema["metadata"][READ], self.lang)

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> dict[str, Any]:
        """Return a list that must not be empty, the only such function that the models have."""
        if schema["function"]["function"] is not not_empty:
            raise NotImplementedError(schema["function"])
        return {**self.generate_inner(schema["schema"]), "minItems": 1}

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        """Return a text; a number is one too, unless the text must match something."""
        made = super().str_schema(schema)
        return made if "pattern" in made else {**made, **text(self.lang)}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> dict[str, Any]:
        """Return one of several texts."""
        return {"type": "string", **choice(schema["expected"], self.lang)}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> dict[str, Any]:
        """Return a list, the only kind of tuple that the models have."""
        (item,) = schema["items_schema"]
        return many(self.generate_inner(item), self.lang)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """Return what may be blank: ``null`` among its types rather than a schema of its own."""
        made = self.generate_inner(schema["schema"])
        if "type" not in made:
            return {"anyOf": [made, {"type": "null"}]}
        types = made["type"] if isinstance(made["type"], list) else [made["type"]]
        choices = {"enum": [*made["enum"], None]} if "enum" in made else {}
        return {**made, "type": [*types, "null"], **choices}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """Return a key without its default, which editors would write for whoever leaves it out."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:
        """Return False: titles are ours."""
        return False

    def sort(self, value: dict[str, Any], parent_key: str | None = None) -> dict[str, Any]:
        """Return keys in the order of the fields, as editors then propose them."""
        return value


def _cells(model: type[BaseModel], unit: Unit, lang: Lang) -> Iterator[tuple[str, Json]]:
    """Yield the keys of a model whose cells depend on a unit, with what they must be in `unit`."""
    for name, field in model.model_fields.items():
        for read in field.metadata:
            if isinstance(read, Read) and (asked := forms.by_unit(read.form, unit, lang)):
                yield field.alias or name, asked
