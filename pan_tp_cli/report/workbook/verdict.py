"""Whether a plan can be signed, in one sentence."""

from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.words import in_number
from pan_tp_cli.report.workbook.looks import Kind
from pan_tp_cli.text import Lang, Text

UNUSABLE: Final = (
    Text(
        "À ne pas signer en l'état : {count} fichier n'a pas pu être contrôlé",
        "Not to be signed as it is: {count} file could not be checked",
    ),
    Text(
        "À ne pas signer en l'état : {count} fichiers n'ont pas pu être contrôlés",
        "Not to be signed as it is: {count} files could not be checked",
    ),
)
WRONG: Final = (
    Text(
        "À ne pas signer en l'état : {count} erreur à corriger",
        "Not to be signed as it is: {count} error to correct",
    ),
    Text(
        "À ne pas signer en l'état : {count} erreurs à corriger",
        "Not to be signed as it is: {count} errors to correct",
    ),
)
TO_SETTLE: Final = (
    Text(
        "Peut être signé une fois {count} point tranché : aucun chiffre ne se contredit",
        "Can be signed once {count} point is settled: no figures contradict one another",
    ),
    Text(
        "Peut être signé une fois {count} points tranchés : aucun chiffre ne se contredit",
        "Can be signed once {count} points are settled: no figures contradict one another",
    ),
)
CLEAR: Final = Text(
    "Peut être signé : les chiffres contrôlés concordent",
    "Can be signed: the figures checked agree",
)
NOTHING_CHECKED: Final = Text(
    "À ne pas signer sur la foi de ce contrôle : aucun chiffre n'a pu y être vérifié",
    "Not to be signed on the strength of this check: no figure could be verified",
)


def verdict(briefing: Briefing, lang: Lang) -> tuple[Kind, str]:
    """Return what a reviewer must know before anything else, and how it is to be shown."""
    checked, arithmetic = briefing.checked, briefing.report.arithmetic
    unusable = len({fault.file for fault in checked.faults})
    if unusable:
        return Kind.ALARM, in_number(UNUSABLE, unusable, lang)
    errors, warnings = checked.count(Severity.ERROR), checked.count(Severity.WARNING)
    if errors:
        return Kind.ALARM, in_number(WRONG, errors, lang)
    if arithmetic.equations == arithmetic.unknown:
        return Kind.ALARM, NOTHING_CHECKED.get(lang)
    if warnings:
        return Kind.CAUTION, in_number(TO_SETTLE, warnings, lang)
    return Kind.CLEAR, CLEAR.get(lang)
