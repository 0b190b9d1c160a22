"""The words that all formats share: severities, columns, and what was printed or expected."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pan_tp_cli.coverage import Counts, Protection
from pan_tp_cli.finding import Finding, Severity, Waived
from pan_tp_cli.message import Message, Money, Shown
from pan_tp_cli.money import MINUS, Percent, Value, write_amount, write_value
from pan_tp_cli.text import Lang, Text, one_line

if TYPE_CHECKING:
    from pan_tp_cli.advice import Advice

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
PROTECTION: Final = {
    Protection.LOCATABLE: (
        Text("{count} localisable", "{count} locatable"),
        Text("{count} localisables", "{count} locatable"),
    ),
    Protection.DETECTABLE: (
        Text("{count} détectable seulement", "{count} detectable only"),
        Text("{count} détectables seulement", "{count} detectable only"),
    ),
    Protection.UNPROTECTED: (
        Text("{count} sans protection", "{count} unprotected"),
        Text("{count} sans protection", "{count} unprotected"),
    ),
}
GAINED: Final = {
    Protection.LOCATABLE: (
        Text("{count} cellule localisable", "{count} cell locatable"),
        Text("{count} cellules localisables", "{count} cells locatable"),
    ),
    Protection.DETECTABLE: (
        Text("{count} cellule détectable", "{count} cell detectable"),
        Text("{count} cellules détectables", "{count} cells detectable"),
    ),
}
RECOMMENDED: Final = Text(
    "{advice} (lignes : {rows}) rendrait {gains}", "{advice} (rows: {rows}) would make {gains}"
)
AND: Final = Text(" et ", " and ")
ACCEPTED: Final = Text("dérogation ({until}{by}) : {reason}", "waived ({until}{by}): {reason}")
UNTIL: Final = Text("jusqu'au {date}", "until {date}")
FOR_GOOD: Final = Text("sans terme", "for good")
BY: Final = Text(", par {by}", ", by {by}")
PRINTED_EXPECTED: Final = Text(
    "{title} : {printed} imprimé, {expected} calculé",
    "{title}: {printed} printed, {expected} computed",
)
POINT: Final = Text("point", "point")
POINTS: Final = Text("points", "points")


def counted(number: int, severity: Severity, lang: Lang) -> str:
    """Return « 8 erreurs », « 1 error »."""
    words = SEVERITY if few(number, lang) else SEVERITIES
    return f"{write_amount(number, lang)} {words[severity].get(lang)}"


def protected(counts: Counts, lang: Lang) -> Iterator[str]:
    """Yield « 412 localisables », then what is less protected."""
    for forms, count in zip(PROTECTION.values(), counts, strict=True):
        yield in_number(forms, count, lang)


def recommended(advice: "Advice", lang: Lang) -> str:
    """Return what to print and how many cells would gain by it, as a sentence."""
    gains = zip(GAINED.values(), (advice.locatable, advice.detectable), strict=True)
    gained = AND.get(lang).join(in_number(forms, n, lang) for forms, n in gains if n)
    values: dict[str, Shown] = {"advice": advice.text, "rows": advice.rows, "gains": gained}
    return Message(RECOMMENDED, values).render(lang)


def in_number(forms: tuple[Text, Text], count: int, lang: Lang) -> str:
    """Return a text with a number in it, in the singular or the plural."""
    one, many = forms
    text = one if few(count, lang) else many
    return text.get(lang).format(count=write_amount(count, lang))


def few(number: int, lang: Lang) -> bool:
    """Tell whether a number takes the singular: French takes it for 0 too."""
    return number < 2 if lang is Lang.FR else number == 1


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


def accepted(waiver: Waived) -> Message:
    """Return why a finding is accepted, until when and by whom."""
    until = Message(UNTIL, {"date": waiver.expires}) if waiver.expires else Message(FOR_GOOD)
    by = Message(BY, {"by": waiver.by}) if waiver.by else ""
    return Message(ACCEPTED, {"reason": one_line(waiver.reason), "until": until, "by": by})


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
