"""Settings of a project: what is checked, how grave it is, and which differences are let pass.

Fields are named in English; their aliases are the keys of the file.
"""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, ValidationInfo

from pan_tp_cli.document import Node
from pan_tp_cli.finding import Severity
from pan_tp_cli.model.base import MAX_LABEL, Code, Label, Many, Model, Read, fault
from pan_tp_cli.money import read_amount

SEVERITIES: Final = {
    "erreur": Severity.ERROR,
    "avertissement": Severity.WARNING,
    "info": Severity.INFO,
}
"""Severities by their names in the file."""


def _read_amount(raw: Node, _info: ValidationInfo) -> int:
    amount = read_amount(raw) if isinstance(raw, str) else None
    if not isinstance(amount, int) or amount < 1:
        raise fault("tolerance_type")
    return amount


def _read_reason(raw: Node, _info: ValidationInfo) -> str:
    if not isinstance(raw, str | None):
        raise fault("string_type")
    if raw is None or not raw.strip():
        raise fault("blank")
    if len(raw) > MAX_LABEL:
        raise fault("string_too_long", max_length=str(MAX_LABEL))
    return raw


def _read_severity(raw: Node, _info: ValidationInfo) -> Severity:
    if not isinstance(raw, str) or raw not in SEVERITIES:
        raise fault("enum", expected=", ".join(SEVERITIES))
    return SEVERITIES[raw]


Level = Annotated[Severity, Read(_read_severity, "choice", tuple(SEVERITIES))]


class Tolerance(Model):
    """An amount, in whole units of the currency, up to which a difference of a rule is let pass.

    `node` is None where every node is meant.
    """

    rule: Label = Field(alias="regle")
    node: Code | None = Field(None, alias="noeud")
    amount: Annotated[int, Read(_read_amount, "tolerated")] = Field(alias="montant")
    why: Annotated[str, Read(_read_reason, "reason")] = Field(alias="pourquoi")


class Settings(Model):
    """What holds for every check of a project; None or empty where the file does not say."""

    model_config = ConfigDict(defer_build=False)
    select: Many[Label] = ()
    ignore: Many[Label] = ()
    severities: Mapping[str, Level] = Field(default_factory=dict, alias="severites")
    fail_on: Literal["erreur", "avertissement", "info", "jamais"] | None = Field(
        None, alias="fail-on"
    )
    lang: Literal["fr", "en"] | None = None
    tolerances: Many[Tolerance] = ()
