"""Titles, heads of columns and captions of a report for a meeting."""

from typing import Final

from pan_tp_cli.finding import Severity
from pan_tp_cli.report.words import SEVERITIES
from pan_tp_cli.text import Lang, Text

SKIP: Final = Text("Aller au contenu", "Skip to the content")
CONTENTS: Final = Text("Sommaire", "Contents")
IN_SHORT: Final = Text("En bref", "In short")
REVISION: Final = Text("révision du", "revision of")
CHECKED_ON: Final = Text("contrôlé le", "checked on")
TOOL: Final = Text("Rapport écrit par", "Report written by")
COLON: Final = Text(" :", ":")
UNUSABLE: Final = Text("Fichiers inutilisables", "Files that cannot be used")
UNUSABLE_MEANS: Final = Text(
    "Ces fichiers n'ont pas pu être lus, et rien n'y a été contrôlé.",
    "These files could not be read, and nothing in them was checked.",
)

FINDINGS: Final = Text("Constats", "Findings")
GRAND_TOTAL: Final = Text("Total général", "Grand total")
FIGURES_AGREE: Final = Text("Sommes et totaux", "Sums and totals")
HOLD: Final = Text("égalités justes", "equations hold")
TO_CORRECT: Final = Text("À corriger", "To be corrected")
CORRECTIONS_MEAN: Final = Text(
    "Les cellules que les erreurs demandent de corriger, à vérifier d'abord sur le document signé.",
    "The cells that the errors ask to correct, to be verified against the signed document first.",
)
CELL: Final = Text("Cellule", "Cell")
PRINTED: Final = Text("Imprimé", "Printed")
TO_WRITE: Final = Text("À écrire", "To write")
NOT_SURE: Final = Text("à trancher", "to be decided")
PROTECTED: Final = Text("Ce que le contrôle protège", "What the check protects")

SUMMARY: Final = Text("Tableau 1", "Tableau 1")
SUMMARY_MEANS: Final = Text(
    "Tel que le plan l'imprime, puis tel que ses activités le donnent. Les cellules qui ne "
    "concordent pas sont marquées ▲ dans les deux.",
    "As the plan prints it, then as its activities make it. Cells that do not agree are marked ▲ "
    "in both.",
)
NO_SUMMARY: Final = Text(
    "Le plan n'imprime pas de tableau 1 ; voici celui que ses activités donnent.",
    "The plan prints no tableau 1; this is the one that its activities make.",
)
AS_PRINTED: Final = Text("Tel qu'imprimé", "As printed")
RECOMPUTED: Final = Text("Tel que recalculé", "As recomputed")
AXIS: Final = Text("Axe", "Axis")
ROW: Final = Text("Ligne", "Row")
AMOUNTS_IN: Final = Text("Montants en", "Amounts in")

CHARTS: Final = Text("Le plan en images", "The plan in pictures")
DATA: Final = Text("Les chiffres de l'image", "The figures of the picture")

BUDGET: Final = Text("Le budget, ligne par ligne", "The budget, row by row")
BUDGET_MEANS: Final = Text(
    "Sous un montant imprimé qui ne concorde pas avec ses activités, ce qu'elles donnent, précédé "
    "de ≠. Entre parenthèses, un montant que le plan n'imprime pas et que ses lignes donnent. Une "
    "cellule soulignée mène à son constat.",
    "Below a printed amount that does not agree with its activities, what they make, after ≠. In "
    "parentheses, an amount that the plan does not print and that its rows make. A cell that is "
    "underlined leads to its finding.",
)
MADE: Final = Text("recalculé", "recomputed")
UNKNOWN: Final = Text("illisible", "unreadable")

FINDINGS_MEAN: Final = Text(
    "Chaque faute a un seul constat, à la cellule la plus probablement fausse. Même une réparation "
    "sûre reste à vérifier sur le document signé.",
    "Each mistake has one finding, at the cell that is most likely wrong. Even a sure repair is to "
    "be verified against the signed document.",
)
NO_FINDINGS: Final = Text("Aucun constat.", "No findings.")
SEARCH: Final = Text("Chercher", "Search")
SEVERITY: Final = Text("Gravité", "Severity")
RULE: Final = Text("Règle", "Rule")
ALL_AXES: Final = Text("tout le plan", "the whole plan")
ALL_RULES: Final = Text("toutes les règles", "all rules")
RESET: Final = Text("Tout montrer", "Show all")
SHOWN: Final = Text("{shown} constats sur {all}", "{shown} findings of {all}")
IN_BUDGET: Final = Text("voir la ligne", "see the row")
IN_SUMMARY: Final = Text("voir le tableau 1", "see tableau 1")
FINGERPRINT: Final = Text("empreinte", "fingerprint")

WAIVED: Final = Text("Acceptés par dérogation", "Waived")
WAIVED_MEANS: Final = Text(
    "Ces constats tiennent, et les réviseurs ont écrit pourquoi ils les acceptent.",
    "These findings hold, and the reviewers have written why they accept them.",
)

COVERAGE: Final = Text("Ce que le contrôle protège", "What the check protects")
TABLE: Final = Text("Tableau", "Table")

RULES: Final = Text("Les règles citées", "The rules that are named")
WHY: Final = Text("Pourquoi", "Why")
WHAT_TO_DO: Final = Text("Que faire", "What to do")

FILES: Final = Text("Fichiers lus", "Files read")
ROLE: Final = Text("Rôle", "Role")
FILE: Final = Text("Fichier", "File")
SHA: Final = Text("SHA-256", "SHA-256")


def labels(lang: Lang) -> dict[str, object]:
    """Return all of them by their names in small letters, for a template."""
    single = {name.lower(): each for name, each in globals().items() if isinstance(each, Text)}
    severities = {severity: SEVERITIES[severity].get(lang) for severity in Severity}
    return {**{name: text.get(lang) for name, text in single.items()}, "severities": severities}
