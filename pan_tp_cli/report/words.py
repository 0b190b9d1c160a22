"""The words that all formats share: severities, columns, and what was printed or expected."""

from typing import Final

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.money import MINUS, Percent, Value, write_amount, write_value
from pan_tp_cli.text import Lang, Text

SEVERITY: Final = {
    Severity.ERROR: Text("erreur", "error"),
    Severity.WARNING: Text("avertissement", "warning"),
    Severity.INFO: Text("info", "info"),
}
SEVERITIES: Final = {
    Severity.ERROR: Text("erreurs", "errors"),
    Severity.WARNING: Text("avertissements", "warnings"),
    Severity.INFO: Text("infos", "infos"),
}
PRINTED_EXPECTED: Final = Text(
    "{title} : {printed} imprimé, {expected} calculé",
    "{title}: {printed} printed, {expected} computed",
)
POINT: Final = Text("point", "point")
POINTS: Final = Text("points", "points")


def counted(number: int, severity: Severity, lang: Lang) -> str:
    """Return « 8 erreurs », « 1 error »; French takes the singular for 0 too."""
    few = number < 2 if lang is Lang.FR else number == 1
    words = SEVERITY if few else SEVERITIES
    return f"{write_amount(number, lang)} {words[severity].get(lang)}"


def sentence(finding: Finding) -> Message:
    """Return the headline of a finding with what is printed and what is computed."""
    if finding.expected is None:
        return finding.message
    values: dict[str, Shown] = {
        "title": finding.message,
        "printed": finding.printed,
        "expected": finding.expected,
    }
    return Message(PRINTED_EXPECTED, values)


def signed(value: Value, currency: str | None, lang: Lang) -> str:
    """Write a difference with its sign: −40 000 000 FCFA, +1 point."""
    if isinstance(value, Percent):
        number = write_value(value, lang).rstrip("%\u00a0")
        many = abs(value.units) >= 2 * 10**value.decimals
        text = f"{number} {(POINTS if many else POINT).get(lang)}"
    elif currency is not None and isinstance(value, int):
        text = Message(Text("{money}", "{money}"), {"money": Money(value, currency)}).render(lang)
    else:
        text = write_value(value, lang)
    return text if text.startswith(MINUS) else f"+{text}"
