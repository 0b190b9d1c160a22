"""What all models share: their configuration, the years of the file, and how cells are read."""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from typing import Annotated, Final, Literal, NamedTuple, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from pan_tp_cli.document import Node
from pan_tp_cli.money import Reader, Value

TOTAL: Final = "total"
PART: Final = "part"
MAX_LABEL: Final = 4000
READ: Final = "read"
"""Under which key a core schema holds the `Read` that it comes of."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
KEY_SEPARATOR: Final = ", "
MOST_COLUMNS: Final = 12
"""Missing columns of one row that are told one by one."""

_YEAR = re.compile(r"[0-9]{4}").fullmatch
_CODE = re.compile(r"\S{1,64}").fullmatch

Cells = Mapping[str, Value]
"""The printed cells of one row, by column: a year, ``total`` or ``part``."""


T = TypeVar("T")


class Model(BaseModel):
    """A frozen model that takes raw strings and refuses unknown keys."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class Years(NamedTuple):
    """The years that a file declares, as printed; None where its ``annees`` cannot be read."""

    years: tuple[str, ...] | None

    @classmethod
    def of(cls, tree: Node) -> "Years":
        """Read the years of a tree before the models do, so that rows can be read against them."""
        listed = tree.get("annees") if isinstance(tree, dict) else None
        if not isinstance(listed, list):
            return cls(None)
        years = tuple(year for year in listed if isinstance(year, str) and _YEAR(year))
        return cls(years if years and len(years) == len(listed) else None)

    @staticmethod
    def known(context: object) -> "Years":
        """Return the years given as the context of a validation."""
        return context if isinstance(context, Years) else Years(None)

    def found_in(self, row: Node) -> tuple[str, ...]:
        """Return the years that a row must have: those declared, else those that it has."""
        if self.years is not None:
            return self.years
        return tuple(key for key in row if _YEAR(key)) if isinstance(row, dict) else ()


Form = Literal[
    "amount",
    "amounts",
    "boolean",
    "budget",
    "choice",
    "code",
    "column",
    "date",
    "expiry",
    "measure",
    "measures",
    "quantity",
    "reason",
    "shares",
    "summary_row",
    "summary_total",
    "targets",
    "tolerated",
    "years",
]
"""What a function reads; `schema/forms.py` says what each may be. Enum members would cost
each start."""


class Read:
    """A field that one function reads: it takes the raw node and pydantic's info of the field.

    It says so to pydantic directly, which then neither inspects the function nor builds a schema
    for the type of the field: half the cost of building the models. `form` and, for a choice,
    `choices` are for JSON Schemas, which cannot be made of a function.
    """

    def __init__(
        self,
        read: Callable[[Node, ValidationInfo], object],
        form: Form,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.read = read
        self.form: Form = form
        self.choices = choices

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Return the schema of a plain validator function, with this field for JSON Schemas."""
        return core_schema.with_info_plain_validator_function(self.read, metadata={READ: self})


def fault(kind: str, **values: str) -> PydanticCustomError:
    """Return an error that `faults` will put into words; `kind` names its sentence there."""
    return PydanticCustomError(kind, kind, dict(values))


def read_cells(
    raw: Node, columns: Mapping[str, Reader], optional: Collection[str] = (TOTAL,)
) -> dict[str, Value]:
    """Read one row: a mapping of exactly `columns`, of which `optional` ones may be left out.

    Raises ValidationError with every fault of the row.
    """
    if not isinstance(raw, dict):
        raise fault("row_type")
    cells: dict[str, Value] = {}
    errors: list[InitErrorDetails] = []
    for column, text in raw.items():
        read = columns.get(column)
        if read is None:
            error = _unknown_column(column, columns)
            errors.append(InitErrorDetails(type=error, loc=(column,), input=text))
        elif text is None:
            cells[column] = None
        elif isinstance(text, str):
            cells[column] = read(text)
        else:
            error = fault("cell_type")
            errors.append(InitErrorDetails(type=error, loc=(column,), input=text))
    if len(cells) < len(columns):
        errors += _missing_columns(raw, columns, optional)
    if errors:
        raise ValidationError.from_exception_data("row", errors)
    return cells


def _unknown_column(column: str, columns: Collection[str]) -> PydanticCustomError:
    if _YEAR(column):
        return fault("year_unknown", key=column)
    return fault("column_unknown", key=column, keys=KEY_SEPARATOR.join(columns))


def _missing_columns(
    raw: Mapping[str, Node], columns: Collection[str], optional: Collection[str]
) -> list[InitErrorDetails]:
    missing = [column for column in columns if column not in raw and column not in optional]
    faults = [fault("column_missing", key=column) for column in missing[:MOST_COLUMNS]]
    if len(missing) > MOST_COLUMNS:
        count = str(len(missing))
        faults = [fault("columns_missing", count=count, first=missing[0], last=missing[-1])]
    return [InitErrorDetails(type=each, loc=(), input=None) for each in faults]


def read_extra(raw: Node, read: Reader) -> tuple[Value, ...]:
    """Read the cells of a row that has more of them than its table has columns."""
    if not isinstance(raw, list) or not all(isinstance(text, str | None) for text in raw):
        raise fault("list_type")
    return tuple(read(text) if isinstance(text, str) else None for text in raw)


def _read_years(raw: Node, _info: ValidationInfo) -> tuple[int, ...]:
    if not isinstance(raw, list) or not raw:
        raise fault("years_type")
    years = [int(year) for year in raw if isinstance(year, str) and _YEAR(year)]
    in_bounds = all(FIRST_YEAR <= year <= LAST_YEAR for year in years)
    if len(years) < len(raw) or not in_bounds or sorted(set(years)) != years:
        raise fault("years_type")
    return tuple(years)


def read_member(kind: type[Enum]) -> Read:
    """Return how a field is read that names a member of an enumeration by its value."""
    named = {str(member.value): member for member in kind}

    def read(raw: Node, _info: ValidationInfo) -> Enum:
        if not isinstance(raw, str) or raw not in named:
            raise fault("enum", expected=", ".join(named))
        return named[raw]

    return Read(read, "choice", tuple(named))


def not_empty(items: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse a list without items, which would pass every check."""
    if not items:
        raise fault("too_short")
    return items


def read_code(raw: object, _info: ValidationInfo) -> str:
    """Read a code: 1 to 64 characters without a space."""
    if not isinstance(raw, str):
        raise fault("string_type")
    if not _CODE(raw):
        raise fault("code_type", value=raw)
    return raw


def read_date(raw: Node, _info: ValidationInfo) -> datetime.date:
    """Read a date written as ``YYYY-MM-DD``."""
    text = raw if isinstance(raw, str) else ""
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        raise fault("date_type") from None
    if date.isoformat() != text:  # a day of a week or without dashes, which Python takes too
        raise fault("date_type")
    return date


YearList = Annotated[tuple[int, ...], Read(_read_years, "years")]
Code = Annotated[str, Read(read_code, "code")]
Label = Annotated[str, Field(min_length=1, max_length=MAX_LABEL)]
Many = Annotated[tuple[T, ...], Field(strict=False)]
"""A list of the file, kept as a tuple."""
