"""Whether a plan can be signed, in one sentence that all reports for a meeting share."""

from enum import Enum
from typing import Final

from pan_tp_cli.checked import Checked
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text


class Standing(Enum):
    """What may be said of signing a plan, gravest first."""

    UNUSABLE = "unusable"
    WRONG = "wrong"
    UNCHECKED = "unchecked"
    ACCEPTED = "accepted"
    TO_SETTLE = "to-settle"
    IN_PART = "in-part"
    RIGHT = "right"

    @property
    def bars(self) -> bool:
        """Tell whether the plan is not to be signed as it is."""
        return self in (Standing.UNUSABLE, Standing.WRONG, Standing.UNCHECKED)


COUNTED: Final = {
    Standing.UNUSABLE: (
        Text(
            "À ne pas signer en l'état : {count} fichier n'a pas pu être contrôlé",
            "Not to be signed as it is: {count} file could not be checked",
        ),
        Text(
            "À ne pas signer en l'état : {count} fichiers n'ont pas pu être contrôlés",
            "Not to be signed as it is: {count} files could not be checked",
        ),
    ),
    Standing.WRONG: (
        Text(
            "À ne pas signer en l'état : {count} erreur à corriger",
            "Not to be signed as it is: {count} error to correct",
        ),
        Text(
            "À ne pas signer en l'état : {count} erreurs à corriger",
            "Not to be signed as it is: {count} errors to correct",
        ),
    ),
    Standing.ACCEPTED: (
        Text(
            "Peut être signé si {count} égalité fausse, admise par dérogation ou réglage, peut "
            "rester",
            "Can be signed if {count} wrong equation, accepted by waiver or settings, may stay",
        ),
        Text(
            "Peut être signé si {count} égalités fausses, admises par dérogation ou réglage, "
            "peuvent rester",
            "Can be signed if {count} wrong equations, accepted by waiver or settings, may stay",
        ),
    ),
    Standing.TO_SETTLE: (
        Text(
            "Peut être signé une fois {count} point tranché : aucun chiffre ne se contredit",
            "Can be signed once {count} point is settled: no figures contradict one another",
        ),
        Text(
            "Peut être signé une fois {count} points tranchés : aucun chiffre ne se contredit",
            "Can be signed once {count} points are settled: no figures contradict one another",
        ),
    ),
}
PLAIN: Final = {
    Standing.UNCHECKED: Text(
        "À ne pas signer sur la foi de ce contrôle : aucun chiffre n'a pu y être vérifié",
        "Not to be signed on the strength of this check: no figure could be verified",
    ),
    Standing.IN_PART: Text(
        "Aucune erreur dans ce qui a été demandé", "No error in what was asked for"
    ),
    Standing.RIGHT: Text(
        "Peut être signé : les chiffres contrôlés concordent",
        "Can be signed: the figures checked agree",
    ),
}


def standing(checked: Checked) -> Standing:
    """Return what may be said of signing a plan that was checked."""
    if checked.faults or checked.report is None:
        return Standing.UNUSABLE
    if checked.count(Severity.ERROR):
        return Standing.WRONG
    if checked.report.arithmetic.equations == checked.report.arithmetic.unknown:
        return Standing.UNCHECKED
    if checked.report.arithmetic.violated and not checked.since:
        return Standing.ACCEPTED
    if checked.since or checked.applied < checked.known:
        return Standing.IN_PART
    return Standing.TO_SETTLE if checked.count(Severity.WARNING) else Standing.RIGHT


def sentence(checked: Checked, lang: Lang) -> str:
    """Return what a reviewer must know before anything else."""
    stands = standing(checked)
    if stands in PLAIN:
        return PLAIN[stands].get(lang)
    counts = {
        Standing.UNUSABLE: len({fault.file for fault in checked.faults}),
        Standing.WRONG: checked.count(Severity.ERROR),
        Standing.ACCEPTED: checked.report.arithmetic.violated if checked.report else 0,
        Standing.TO_SETTLE: checked.count(Severity.WARNING),
    }
    return in_number(COUNTED[stands], counts[stands], lang)
