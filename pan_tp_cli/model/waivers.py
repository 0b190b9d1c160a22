"""Waivers: findings that the reviewers have accepted, each with its reason and its last day.

Fields are named in English; their aliases are the French keys of the file.
"""

import datetime
import re
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, ValidationInfo

from pan_tp_cli.document import Node
from pan_tp_cli.model.base import (
    MAX_LABEL,
    PART,
    TOTAL,
    Code,
    Label,
    Many,
    Model,
    Read,
    fault,
    read_date,
)

NEVER: Final = "jamais"
_column = re.compile(rf"[0-9]{{4}}|{TOTAL}|{PART}").fullmatch


def _read_expiry(raw: Node, info: ValidationInfo) -> datetime.date | None:
    if raw == NEVER:
        return None
    if not isinstance(raw, str) or not raw[:1].isdigit():
        raise fault("expiry_type")
    return read_date(raw, info)


def _read_column(raw: Node, _info: ValidationInfo) -> str | None:
    if not isinstance(raw, str | None):
        raise fault("string_type")
    if raw is not None and not _column(raw):
        raise fault("table_column_type", value=raw)
    return raw


Expiry = Annotated[datetime.date | None, Read(_read_expiry, "expiry")]
Pinned = Annotated[str | None, Field(max_length=MAX_LABEL)]
"""A value as printed; None where the finding has none."""


class Waiver(Model):
    """A finding that is accepted: which one, with the values it was accepted with, and why.

    `expires` is the last day that it holds, None where it holds for good. A reason that says
    nothing is a finding, and no fault of the file.
    """

    rule: Label = Field(alias="regle")
    node: Code = Field(alias="noeud")
    column: Annotated[str | None, Read(_read_column, "column")] = Field(None, alias="colonne")
    printed: Pinned = Field(None, alias="imprime")
    expected: Pinned = Field(None, alias="attendu")
    reason: str | None = Field(None, alias="motif", max_length=MAX_LABEL)
    by: str | None = Field(None, alias="par", max_length=MAX_LABEL)
    expires: Expiry = Field(alias="expire")


class Waivers(Model):
    """The waivers beside a plan."""

    model_config = ConfigDict(defer_build=False)
    format: Literal["pan-tp/derogations-1"]
    waivers: Many[Waiver] = Field(alias="derogations")
