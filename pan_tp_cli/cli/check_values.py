"""What the values of the options of `check` mean, in either language."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.cli import check_texts as texts
from pan_tp_cli.cli.options import refusal
from pan_tp_cli.finding import Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.report.style import MOST_SHOWN
from pan_tp_cli.text import Lang

SEPARATOR: Final = ","
THRESHOLDS: Final = {
    "erreur": Severity.ERROR,
    "avertissement": Severity.WARNING,
    "info": Severity.INFO,
    "jamais": None,
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "never": None,
}
"""The least grave severity that makes a check fail, by its names; None where none does."""

BY_SEVERITY: Final = "gravite"
ORDERS: Final = {BY_SEVERITY: False, "position": True, "severity": False}
"""Whether findings are put in the order of the files, by the names of the orders."""


def refuse_blank(since: str | None, lang: Lang) -> None:
    """Raise BadParameter, a wrong usage, for a blank revision: git takes the index then."""
    if since is not None and not since.strip():
        raise refusal(Message(texts.NO_REVISION), lang)


def read_order(name: str, lang: Lang) -> bool:
    """Tell whether findings are asked for by position. Raises BadParameter, a wrong usage."""
    if name not in ORDERS:
        names = ", ".join(ORDERS)
        raise refusal(Message(texts.UNKNOWN_ORDER, {"name": name, "names": names}), lang)
    return ORDERS[name]


def read_most(number: int | None, lang: Lang) -> int | None:
    """Return how many findings are shown at most; None for all, which 0 asks for.

    Raises BadParameter, a wrong usage, for a number below.
    """
    if number is None:
        return MOST_SHOWN
    if number < 0:
        raise refusal(Message(texts.BAD_MOST, {"number": str(number)}), lang)
    return number or None


def read_threshold(name: str, lang: Lang) -> Severity | None:
    """Read the name of a severity in either language. Raises BadParameter, a wrong usage."""
    if name not in THRESHOLDS:
        names = ", ".join(THRESHOLDS)
        raise refusal(Message(texts.UNKNOWN_THRESHOLD, {"name": name, "names": names}), lang)
    return THRESHOLDS[name]


def read_revision(name: str | None, lang: Lang) -> str | None:
    """Return the revision asked for. Raises BadParameter for an empty one.

    To git an empty name is the index, where nothing is new: a variable that a pipeline has left
    empty would make all fine.
    """
    if name is not None and not name.strip():
        raise refusal(Message(texts.EMPTY_REVISION), lang)
    return name


def read_rules(select: Sequence[str], ignore: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Return the identifiers of the rules to apply. Raises BadParameter, a wrong usage."""
    from pan_tp_cli.rules import UnknownRuleError, choose

    try:
        chosen = choose(_split(select), _split(ignore))
    except UnknownRuleError as error:
        text = texts.UNKNOWN_RULE_NEAR if error.near else texts.UNKNOWN_RULE
        families = ", ".join(error.families)
        values: dict[str, Shown] = {"name": error.name, "near": error.near, "families": families}
        raise refusal(Message(text, values), lang) from None
    if not chosen or (select and not _split(select)):
        raise refusal(Message(texts.NO_RULE), lang)
    return chosen


def _split(names: Sequence[str]) -> list[str]:
    return [name.strip() for text in names for name in text.split(SEPARATOR) if name.strip()]
