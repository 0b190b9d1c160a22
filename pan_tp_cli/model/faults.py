"""What a model refuses, in the words of a reviewer, each fault with its place in the file."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from heapq import nsmallest
from typing import Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pan_tp_cli.document import Document, Node
from pan_tp_cli.fault import Fault
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.model.base import FIRST_YEAR, KEY_SEPARATOR, LAST_YEAR, Years
from pan_tp_cli.place import Part, Route
from pan_tp_cli.text import Text
from pan_tp_cli.tree import MAX_FAULTS

UNKNOWN_KEY = Text(
    "clé inconnue « {key} » ; clés admises ici : {keys}",
    "unknown key '{key}'; keys accepted here: {keys}",
)
UNKNOWN_KEY_NEAR = Text(
    "clé inconnue « {key} » : vouliez-vous écrire « {near} » ?",
    "unknown key '{key}': did you mean '{near}'?",
)
MISSING_KEY = Text("il manque la clé « {key} »", "the key '{key}' is missing")
MISSING_COLUMN = Text(
    "il manque la colonne « {key} » : écrivez ~ pour une cellule vide",
    "the column '{key}' is missing: write ~ for a blank cell",
)
NOT_A_TEXT = Text("un texte est attendu ici", "a text is expected here")
NOT_A_LIST = Text(
    "une liste est attendue ici (« - » ou crochets)", "a list is expected here ('-' or brackets)"
)
NOT_A_BLOCK = Text(
    "un bloc de clés est attendu ici (« clé: valeur »)",
    "a block of keys is expected here ('key: value')",
)
FORMAT = ("format",)
MORE = Text(
    "seules {limit} fautes de ce fichier sont dites, sur {count} : corrigez d'abord celles-ci",
    "only {limit} faults of this file are told, of {count}: mend these first",
)
OTHER = Text("valeur refusée ici", "value refused here")

SENTENCES: Mapping[str, Text] = {
    "missing": MISSING_KEY,
    "column_missing": MISSING_COLUMN,
    "columns_missing": Text(
        "il manque {count} colonnes, de {first} à {last} : écrivez ~ pour une cellule vide",
        "{count} columns are missing, from {first} to {last}: write ~ for a blank cell",
    ),
    "string_type": NOT_A_TEXT,
    "tuple_type": NOT_A_LIST,
    "list_type": NOT_A_LIST,
    "dict_type": NOT_A_BLOCK,
    "model_type": NOT_A_BLOCK,
    "row_type": NOT_A_BLOCK,
    "cell_type": Text(
        "une cellule porte une seule valeur : un nombre, ou ~ si elle est vide",
        "a cell holds one value: a number, or ~ where it is blank",
    ),
    "years_type": Text(
        "une liste d'années croissantes est attendue, de {first} à {last}, par exemple "
        "[2023, 2024]",
        "a list of increasing years is expected, from {first} to {last}, for example [2023, 2024]",
    ),
    "code_type": Text(
        "« {value} » n'est pas un code : 1 à 64 caractères sans espace",
        "'{value}' is not a code: 1 to 64 characters without a space",
    ),
    "quantity_type": Text(
        "une quantité est un nombre entier, par exemple 180",
        "a quantity is a whole number, for example 180",
    ),
    "year_unknown": Text(
        "l'année {key} n'est pas dans la liste « annees » du fichier",
        "the year {key} is not in the list 'annees' of the file",
    ),
    "date_type": Text(
        "une date s'écrit AAAA-MM-JJ, par exemple 2023-08-31",
        "a date is written YYYY-MM-DD, for example 2023-08-31",
    ),
    "expiry_type": Text(
        "une date (AAAA-MM-JJ) ou « jamais » est attendue ici",
        "a date (YYYY-MM-DD) or 'jamais' is expected here",
    ),
    "table_column_type": Text(
        "« {value} » n'est pas une colonne : une année, total, part, ou ~ s'il n'y en a pas",
        "'{value}' is not a column: a year, total, part, or ~ where there is none",
    ),
    "tolerance_type": Text(
        "un montant d'au moins 1 est attendu, par exemple 1 000",
        "an amount of at least 1 is expected, for example 1 000",
    ),
    "blank": Text("dites pourquoi : ce texte est vide", "say why: this text is empty"),
    "boolean_type": Text("répondez par oui ou non", "answer oui or non"),
    "literal_error": Text(
        "valeur inconnue « {value} » ; valeurs admises : {expected}",
        "unknown value '{value}'; values accepted: {expected}",
    ),
    "enum": Text(
        "valeur inconnue « {value} » ; valeurs admises : {expected}",
        "unknown value '{value}'; values accepted: {expected}",
    ),
    "string_pattern_mismatch": Text(
        "« {value} » n'est pas un code de monnaie ISO 4217, par exemple XOF",
        "'{value}' is not an ISO 4217 currency code, for example XOF",
    ),
    "string_too_short": Text(
        "un texte est attendu, celui-ci est vide", "a text is expected, this one is empty"
    ),
    "string_too_long": Text(
        "ce texte est trop long : {max_length} caractères au plus",
        "this text is too long: {max_length} characters at most",
    ),
    "too_short": Text("cette liste est vide", "this list is empty"),
}
"""Sentences by the type of pydantic's error, or by the kind given to `base.fault`."""

MOST_READ: Final = 10_000
"""Errors that are looked at to find the first ones: pydantic takes 1 kB for each."""


def faults_of(
    error: ValidationError, years: Years, model: type[BaseModel], document: Document
) -> Iterator[Fault]:
    """Yield the first faults of a file in their order, then how many there are if that is more."""
    count = error.error_count()
    if count > MOST_READ:
        error = _fewer(years, model, document)
    told = _telling(error.errors(include_url=False))
    placed = [(document.span(*_place(details)), rank) for rank, details in enumerate(told)]
    for span, rank in nsmallest(MAX_FAULTS, placed):
        message = _message(told[rank], model)
        yield Fault(document.name, message, document.location_of(*span))
    if len(told) > MAX_FAULTS:
        values = {"limit": str(MAX_FAULTS), "count": str(count)}
        yield Fault(document.name, Message(MORE, values))


def _fewer(years: Years, model: type[BaseModel], document: Document) -> ValidationError:
    """Return enough errors of a file that has very many: those of the beginnings of its lists."""
    longest = MAX_FAULTS
    while True:
        try:
            model.model_validate(_beginning(document.tree, longest), context=years)
        except ValidationError as error:
            if error.error_count() > MAX_FAULTS:
                return error
        longest *= 4


def _beginning(node: Node, longest: int) -> Node:
    """Return a tree with no more than the first items of each of its lists."""
    if isinstance(node, dict):
        return {key: _beginning(value, longest) for key, value in node.items()}
    if isinstance(node, list):
        return [_beginning(item, longest) for item in node[:longest]]
    return node


def _telling(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the errors worth telling: a file of another format is refused for that alone."""
    return [details for details in errors if details["loc"] == FORMAT] or errors


def _place(details: ErrorDetails) -> tuple[Route, Part]:
    """Return where a fault shows: at an unknown key, else at the value, else at what holds it."""
    route: Route = details["loc"]
    if details["type"] in ("extra_forbidden", "column_unknown", "year_unknown"):
        return route, Part.KEY
    if details["type"] == "missing":
        route = route[:-1]
    whole = details["type"] in ("missing", "column_missing", "columns_missing")
    named = bool(route) and isinstance(route[-1], str)
    return route, Part.KEY if whole and named else Part.VALUE


def _message(details: ErrorDetails, model: type[BaseModel]) -> Message:
    kind, loc = details["type"], details["loc"]
    values: dict[str, Shown] = {
        "value": _short(details["input"]),
        "first": str(FIRST_YEAR),
        "last": str(LAST_YEAR),
        **{name: str(value) for name, value in details.get("ctx", {}).items()},
    }
    if loc:
        values.setdefault("key", str(loc[-1]))
    if kind == "extra_forbidden":
        values["keys"] = KEY_SEPARATOR.join(_keys_at(model, loc[:-1]))
    if kind in ("extra_forbidden", "column_unknown"):
        near = get_close_matches(str(loc[-1]), str(values["keys"]).split(KEY_SEPARATOR), 1)
        values["near"] = near[0] if near else ""
        return Message(UNKNOWN_KEY_NEAR if values["near"] else UNKNOWN_KEY, values)
    if kind in ("literal_error", "enum"):
        values["expected"] = str(values["expected"]).replace("'", "").replace(" or ", ", ")
    return Message(SENTENCES.get(kind, OTHER), values)


def _short(raw: object) -> str:
    text = raw if isinstance(raw, str) else "~" if raw is None else "…"
    return text if len(text) <= 40 else text[:39] + "…"


def _keys_at(model: type[BaseModel], loc: Route) -> list[str]:
    """Return the keys that the model at `loc` knows."""
    for step in loc:
        if isinstance(step, str):
            model = _inner(model, step)
    return [field.alias or name for name, field in model.model_fields.items()]


def _inner(model: type[BaseModel], key: str) -> type[BaseModel]:
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return next(_models(field.annotation), model)
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that a type annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
