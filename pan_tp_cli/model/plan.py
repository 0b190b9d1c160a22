"""The plan: axes, objectives, actions and activities with their printed budgets, and tableau 1.

Fields are named in English; their aliases are the French keys of the file.
"""

import datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo

from pan_tp_cli.document import Node
from pan_tp_cli.model.base import (
    MAX_LABEL,
    PART,
    TOTAL,
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
    read_code,
    read_date,
    read_extra,
)
from pan_tp_cli.money import Reader, Unreadable, Value, read_amount, read_percent


class SummaryRow(NamedTuple):
    """A row of tableau 1: the code of its axis, its wording, its years, total and share."""

    axis: str
    label: str
    cells: Cells


def _columns(raw: Node, info: ValidationInfo, read: Reader) -> dict[str, Reader]:
    years = Years.known(info.context)
    return dict.fromkeys((*years.found_in(raw), TOTAL), read)


def _read_budget(raw: Node, info: ValidationInfo) -> Cells:
    return read_cells(raw, _columns(raw, info, read_amount))


def _read_shares(raw: Node, info: ValidationInfo) -> Cells:
    return read_cells(raw, _columns(raw, info, read_percent))


def _read_summary_total(raw: Node, info: ValidationInfo) -> Cells:
    columns = _columns(raw, info, read_amount) | {PART: read_percent}
    return read_cells(raw, columns, (TOTAL, PART))


def _read_summary_row(raw: Node, info: ValidationInfo) -> SummaryRow:
    columns = _columns(raw, info, read_amount) | {PART: read_percent, "axe": str, "intitule": str}
    cells = read_cells(raw, columns, (TOTAL, PART, "intitule"))
    axis, label = read_code(cells.pop("axe"), info), cells.pop("intitule", None)
    return SummaryRow(axis, label if isinstance(label, str) else "", cells)


def _read_amount_cell(raw: Node, _info: ValidationInfo) -> Value:
    if not isinstance(raw, str | None):
        raise fault("cell_type")
    return None if raw is None else read_amount(raw)


def _read_quantity(raw: Node, _info: ValidationInfo) -> int:
    quantity = read_amount(raw) if isinstance(raw, str) else Unreadable("")
    if not isinstance(quantity, int) or quantity < 0:
        raise fault("quantity_type")
    return quantity


Budget = Annotated[Cells, Read(_read_budget, "budget")]
Shares = Annotated[Cells, Read(_read_shares, "shares")]
SummaryTotal = Annotated[Cells, Read(_read_summary_total, "summary_total")]
Amount = Annotated[Value, Read(_read_amount_cell, "amount")]
Extra = Annotated[
    tuple[Value, ...], Read(lambda raw, _info: read_extra(raw, read_amount), "amounts")
]
Quantity = Annotated[int, Read(_read_quantity, "quantity")]
Date = Annotated[datetime.date, Read(read_date, "date")]


class Activity(Model):
    """An activity: a leaf of the budget, in amounts per year; its total may be left blank."""

    id: Code
    label: Label = Field(alias="intitule")
    responsible: str | None = Field(None, alias="responsable", max_length=MAX_LABEL)
    budget: Budget
    extra: Extra = Field((), alias="en_trop")
    quantity: Quantity | None = Field(None, alias="quantite")
    periodicity: str | None = Field(None, alias="periodicite", max_length=MAX_LABEL)
    indicators: Many[Code] = Field((), alias="indicateurs")
    note: str | None = Field(None, max_length=MAX_LABEL)


class Heading(Model):
    """An axis, objective or action: a code, a wording and, where printed, a subtotal."""

    code: Code
    label: Label = Field(alias="intitule")
    budget: Budget | None = None
    extra: Extra = Field((), alias="en_trop")
    note: str | None = Field(None, max_length=MAX_LABEL)


class Action(Heading):
    """An action: a heading of activities."""

    activities: Many[Activity] = Field((), alias="activites")


class Objective(Heading):
    """A specific objective: a heading of actions, or of activities where that level is skipped."""

    actions: Many[Action] = ()
    activities: Many[Activity] = Field((), alias="activites")


class Axis(Heading):
    """A strategic axis: a heading of objectives, or of lower levels where some are skipped."""

    objectives: Many[Objective] = Field((), alias="objectifs")
    actions: Many[Action] = ()
    activities: Many[Activity] = Field((), alias="activites")


class GrandTotal(Model):
    """The announced total of the plan, in figures and in words; either may be left out."""

    figures: Amount = Field(None, alias="chiffres")
    words: str | None = Field(None, alias="lettres", max_length=MAX_LABEL)


class Summary(Model):
    """Tableau 1: a row per axis, the row of totals, and the row of shares per year."""

    axes: Many[Annotated[SummaryRow, Read(_read_summary_row, "summary_row")]] = ()
    total: SummaryTotal | None = None
    shares: Shares | None = Field(None, alias="parts")


class Plan(Model):
    """A budgeted action plan as printed; amounts in whole units of `currency` (ISO 4217)."""

    model_config = ConfigDict(defer_build=False)
    format: Literal["pan-tp/plan-1"]
    title: str = Field("", alias="titre", max_length=MAX_LABEL)
    acronym: str = Field("", alias="sigle", max_length=MAX_LABEL)
    revision: Date | None = None
    currency: str = Field("XOF", alias="monnaie", pattern="^[A-Z]{3}$")
    years: YearList = Field(alias="annees")
    structures: dict[str, str] = Field(default_factory=dict)
    grand_total: GrandTotal | None = Field(None, alias="total_general")
    summary: Summary | None = Field(None, alias="recapitulatif")
    axes: Annotated[Many[Axis], AfterValidator(not_empty)]
