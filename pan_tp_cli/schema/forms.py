"""What each form of a field may be, for JSON Schemas."""

from collections.abc import Callable, Mapping
from typing import Final

from pan_tp_cli.model.base import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_LABEL,
    PART,
    TOTAL,
    Form,
    Read,
)
from pan_tp_cli.model.faults import NOT_A_LIST, SENTENCES
from pan_tp_cli.model.indicators import BOOLEANS, Unit
from pan_tp_cli.model.waivers import NEVER
from pan_tp_cli.schema import rows, scalars
from pan_tp_cli.schema.scalars import Json, matching
from pan_tp_cli.text import Lang, Text

BAD_YEAR: Final = Text(
    "une année est attendue ici, de 1900 à 2200", "a year is expected here, from 1900 to 2200"
)
YEARS_IN_BOUNDS: Final = "19[0-9]{2}|2[01][0-9]{2}|2200"
UNIT: Final = "unite"
PLAIN_CELL: Final = ("string", "number", "null")


def of(read: Read, lang: Lang) -> Json:
    """Return what a field may be that is read by a function."""
    if read.form == "choice":
        return {"type": "string", **scalars.choice(read.choices, lang)}
    return FORMS[read.form](lang)


def by_unit(form: Form, unit: Unit, lang: Lang) -> Json:
    """Return what else a form asks for where the indicator counts in `unit`; else an empty dict."""
    cell = scalars.percent if unit is Unit.PERCENT else scalars.amount
    if form == "measure":
        return cell(lang, scalars.NOT_APPLICABLE)
    if form == "measures":
        return {"items": cell(lang)}
    if form == "targets":
        return {"patternProperties": {rows.YEAR: cell(lang, scalars.NOT_APPLICABLE)}}
    return {}


def many(cell: Json, lang: Lang) -> Json:
    """Return a list."""
    return {"type": "array", scalars.SAYS: NOT_A_LIST.get(lang), "items": cell}


def _cell(_lang: Lang) -> Json:
    """Return a cell in either unit; what it must be in its unit is said once, by `by_unit`."""
    return {"type": list(PLAIN_CELL)}


def _years(lang: Lang) -> Json:
    year = matching(YEARS_IN_BOUNDS, BAD_YEAR, lang, "integer")
    bounds = {"minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    return {**many({**year, **bounds}, lang), "minItems": 1, "uniqueItems": True}


def _boolean(lang: Lang) -> Json:
    """Return yes or no; ``true`` reaches a schema as a boolean, and in quotes as a text."""
    return {"enum": [*BOOLEANS, True, False], scalars.SAYS: SENTENCES["boolean_type"].get(lang)}


def _column(lang: Lang) -> Json:
    shape = matching(f"[0-9]{{4}}|{TOTAL}|{PART}", scalars.BAD_COLUMN, lang, "integer", "null")
    return {**shape, "minimum": 1000, "maximum": 9999}


def _expiry(lang: Lang) -> Json:
    said = {scalars.SAYS: SENTENCES["expiry_type"].get(lang)}
    return {"anyOf": [{**scalars.date(lang), **said}, {"type": "string", "const": NEVER, **said}]}


def _reason(lang: Lang) -> Json:
    """Return a text that says something; any number or boolean does, as a text."""
    said = matching("", SENTENCES["blank"], lang, "number", "boolean")
    return {**said, "pattern": r"\S", "maxLength": MAX_LABEL}


FORMS: Final[Mapping[Form, Callable[[Lang], Json]]] = {
    "amount": scalars.amount,
    "amounts": lambda lang: many(scalars.amount(lang), lang),
    "boolean": _boolean,
    "budget": rows.budget,
    "code": scalars.code,
    "column": _column,
    "date": scalars.date,
    "expiry": _expiry,
    "measure": _cell,
    "measures": lambda lang: many(_cell(lang), lang),
    "quantity": lambda lang: scalars.number(lang, 0),
    "reason": _reason,
    "shares": rows.shares,
    "summary_row": rows.summary_row,
    "summary_total": rows.summary_total,
    "targets": lambda lang: rows.targets(lang, _cell(lang)),
    "tolerated": lambda lang: scalars.number(lang, 1),
    "years": _years,
}
