"""Titles, heads of columns and captions: what all formats of a page call its parts."""

from typing import Final

from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.text import Lang, Text

CHANGES: Final = Text("Changements", "Changes")
GRAND_TOTAL: Final = Text("Total général", "Grand total")
TOTALS: Final = Text("Totaux", "Totals")
FINDINGS: Final = Text("Constats", "Findings")
ERRORS: Final = Text("Erreurs", "Errors")
FIGURES: Final = Text("Chiffres, ligne par ligne", "Figures, row by row")
MONEY: Final = Text("Argent", "Money")
TRANSFERS: Final = Text("Où est passé l'argent", "Where money went")
LEFT_BEHIND: Final = Text("Totaux qui n'ont pas suivi", "Totals that did not follow")
VERSIONS: Final = Text("Versions comparées", "Versions compared")

WEIGHT: Final = Text("Poids", "Weight")
NODE: Final = Text("Où", "Where")
WHAT: Final = Text("Quoi", "What")
COLUMN: Final = Text("Colonne", "Column")
BEFORE: Final = Text("Avant", "Before")
AFTER: Final = Text("Après", "After")
DIFFERENCE: Final = Text("Écart", "Difference")
GROWTH: Final = Text("%", "%")
ROWS_MAKE: Final = Text("Selon les lignes", "By the rows")
PRINTED: Final = Text("Imprimé", "Printed")
PROPOSED: Final = Text("À écrire", "To write")
ALONE: Final = Text("À écrire si lui seul est réglé ainsi", "To write if it alone is settled so")
TOGETHER: Final = Text("À écrire si tous le sont", "To write if all are")
LINE: Final = Text("Ligne", "Line")
LEVEL: Final = Text("Gravité", "Severity")
MESSAGE: Final = Text("Constat", "Finding")
PLACE: Final = Text("Fichier", "File")

INTRODUCTION: Final = Text(
    "Ce rapport compare deux versions d'un plan d'action budgété : ce qui a changé, de combien, "
    "et si les totaux imprimés ont suivi.",
    "This report compares two versions of a budgeted action plan: what changed, by how much, and "
    "whether the printed totals followed.",
)
IN_SHORT: Final = Text("En bref", "In short")
SKIP: Final = Text("Aller au contenu", "Skip to the content")
CONTENTS: Final = Text("Sommaire", "Contents")
REVISION: Final = Text("révision du", "revision of")
ROLE: Final = Text("Rôle", "Role")
FILE: Final = Text("Fichier", "File")
SHA: Final = Text("SHA-256", "SHA-256")
TOOL: Final = Text("Rapport écrit par", "Report written by")
AMOUNTS_IN: Final = Text("Montants en", "Amounts in")
COLON: Final = Text(" :", ":")
CELLS: Final = Text("Cellules à écrire", "Cells to write")

NOTHING_CHANGED: Final = Text(
    "Les deux versions disent la même chose.", "Both versions say the same."
)
EITHER: Final = Text("Deux issues", "Two ways out")
KINDS: Final = Text("Ce qui a changé", "What changed")
ALONG: Final = Text("Les lignes en dessous", "The rows below")
CHANGED_BELOW: Final = Text("Ce qui a changé en dessous", "What changed below")
FROM: Final = Text("départ", "from")
TO: Final = Text("arrivée", "to")
ONE_OF: Final = Text("l'une de ces lignes", "one of these rows")
ALL_OF: Final = Text("ces lignes ensemble", "these rows together")
NEW: Final = Text("Nouveaux", "New")
REPAIRED: Final = Text("Réparés", "Repaired")
CHANGED: Final = Text("Toujours là, avec d'autres valeurs", "Still there, with other values")
STAYING: Final = Text("Toujours là, sans changement", "Still there, unchanged")
UNSEEN: Final = Text(
    "Plus vus, sans que rien y ait été réparé", "No longer seen, though nothing was repaired there"
)
UNCHECKED: Final = Text(
    "Ne peuvent plus être contrôlés : leur fichier n'y est plus",
    "Can no longer be checked: their file is not there any more",
)
GONE: Final = Text("Partis avec leur ligne", "Gone with their row")
NEWLY_WAIVED: Final = Text("Acceptés depuis", "Waived since")
BORN_WAIVED: Final = Text("Acceptés dès leur apparition", "Waived as they appeared")
BY_CHECK: Final = Text(
    "Dépliés à l'écran ; « pan-tp check --show-waived » les montre tous.",
    "Unfolded on a screen; 'pan-tp check --show-waived' shows them all.",
)
WAIVED: Final = Text("Acceptés par dérogation", "Waived")

WEIGHTS: Final = {
    Weight.BREAKING: Text("Ruptures", "Breaking"),
    Weight.ATTENTION: Text("Points d'attention", "For attention"),
    Weight.INFO: Text("Infos", "For information"),
}
MEANING: Final = {
    Weight.BREAKING: Text(
        "touche à l'argent ou aux cibles, ou retire une ligne",
        "touches money or targets, or takes a row away",
    ),
    Weight.ATTENTION: Text(
        "déplace, renumérote ou précise : à relire",
        "moves, renumbers or specifies: to be read again",
    ),
    Weight.INFO: Text(
        "sans effet sur les chiffres : libellés, notes, dates",
        "without effect on figures: wordings, notes, dates",
    ),
}


def labels(lang: Lang) -> dict[str, object]:
    """Return all of them by their names in small letters, for a template."""
    single = {name.lower(): each for name, each in globals().items() if isinstance(each, Text)}
    return {
        **{name: text.get(lang) for name, text in single.items()},
        "weights": {weight: text.get(lang) for weight, text in WEIGHTS.items()},
        "meanings": {weight: text.get(lang) for weight, text in MEANING.items()},
    }
