"""The indicator framework: outcomes and outputs with their indicators, baselines and targets.

Fields are named in English; their aliases are the French keys of the file.
"""

from enum import Enum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo

from pan_tp_cli.document import Node
from pan_tp_cli.model.base import (
    MAX_LABEL,
    Cells,
    Code,
    Label,
    Many,
    Model,
    Read,
    YearList,
    Years,
    fault,
    not_empty,
    read_cells,
    read_extra,
    read_member,
)
from pan_tp_cli.money import NOT_APPLICABLE, Reader, Value, read_amount, read_percent


class Unit(Enum):
    """What an indicator counts in."""

    COUNT = "nombre"
    PERCENT = "pourcentage"


class Aggregation(Enum):
    """What the total of the targets of an indicator is."""

    SUM = "somme"
    MEAN = "moyenne"
    LAST = "derniere"
    MAXIMUM = "maximum"


BOOLEANS: Final = {"oui": True, "non": False, "true": True, "false": False}
"""What is true and what is not, by the words of the file."""


def _reader(info: ValidationInfo) -> Reader:
    return read_percent if info.data.get("unit") is Unit.PERCENT else read_amount


def _read_target(read: Reader) -> Reader:
    return lambda raw: NOT_APPLICABLE if raw == NOT_APPLICABLE.value else read(raw)


def _read_cell(raw: Node, info: ValidationInfo) -> Value:
    if not isinstance(raw, str | None):
        raise fault("cell_type")
    return None if raw is None else _read_target(_reader(info))(raw)


def _read_targets(raw: Node, info: ValidationInfo) -> Cells:
    years = Years.known(info.context)
    return read_cells(raw, dict.fromkeys(years.found_in(raw), _read_target(_reader(info))))


def _read_boolean(raw: Node, _info: ValidationInfo) -> bool:
    if not isinstance(raw, str) or raw not in BOOLEANS:
        raise fault("boolean_type")
    return BOOLEANS[raw]


Cell = Annotated[Value, Read(_read_cell, "measure")]
Targets = Annotated[Cells, Read(_read_targets, "targets")]
Extra = Annotated[
    tuple[Value, ...], Read(lambda raw, info: read_extra(raw, _reader(info)), "measures")
]
Words = Annotated[str, Field(min_length=1, max_length=MAX_LABEL)]


class Indicator(Model):
    """One indicator: a baseline, a target per year and their printed total, all in `unit`."""

    id: Code
    label: Label = Field(alias="intitule")
    unit: Annotated[Unit, read_member(Unit)] = Field(alias="unite")
    baseline: Cell = Field(None, alias="reference")
    targets: Targets = Field(alias="cibles")
    total: Cell = None
    extra: Extra = Field((), alias="en_trop")
    aggregation: Annotated[Aggregation, read_member(Aggregation)] | None = Field(
        None, alias="agregation"
    )
    cumulative: Annotated[bool, Read(_read_boolean, "boolean")] = Field(False, alias="cumulatif")
    sources: Many[Words] | None = None
    responsible: str | None = Field(None, alias="responsable", max_length=MAX_LABEL)
    partners: Many[Words] | None = Field(None, alias="partenaires")
    note: str | None = Field(None, max_length=MAX_LABEL)

    @property
    def aggregated(self) -> Aggregation:
        """What its total is: as declared, else by its kind and unit."""
        if self.aggregation is not None:
            return self.aggregation
        if self.cumulative:
            return Aggregation.LAST
        return Aggregation.MEAN if self.unit is Unit.PERCENT else Aggregation.SUM


class Result(Model):
    """An outcome (effet) or an output (produit) with the indicators that measure it."""

    code: Code
    label: Label = Field(alias="intitule")
    indicators: Many[Indicator] = Field((), alias="indicateurs")
    note: str | None = Field(None, max_length=MAX_LABEL)


class FrameworkAction(Model):
    """An action of the framework, with its outputs."""

    code: Code
    label: Label = Field(alias="intitule")
    outputs: Many[Result] = Field((), alias="produits")


class FrameworkObjective(Model):
    """An objective of the framework, with its outcomes and actions."""

    code: Code
    label: Label = Field(alias="intitule")
    outcomes: Many[Result] = Field((), alias="effets")
    actions: Many[FrameworkAction] = ()
    outputs: Many[Result] = Field((), alias="produits")


class FrameworkAxis(Model):
    """An axis of the framework, with its objectives or, where that level is skipped, the rest."""

    code: Code
    label: Label = Field(alias="intitule")
    outcomes: Many[Result] = Field((), alias="effets")
    objectives: Many[FrameworkObjective] = Field((), alias="objectifs")
    actions: Many[FrameworkAction] = ()
    outputs: Many[Result] = Field((), alias="produits")


class Framework(Model):
    """The framework for measuring a plan, as printed."""

    model_config = ConfigDict(defer_build=False)
    format: Literal["pan-tp/indicateurs-1"]
    years: YearList = Field(alias="annees")
    axes: Annotated[Many[FrameworkAxis], AfterValidator(not_empty)]
