"""What an editor says of the keys of ``plan.yaml``."""

from collections.abc import Mapping
from typing import Final

from pan_tp_cli.model.plan import (
    Action,
    Activity,
    Axis,
    GrandTotal,
    Heading,
    Objective,
    Plan,
    Summary,
)
from pan_tp_cli.schema.words import Words
from pan_tp_cli.text import Text

FORMAT: Final = Words(
    Text("Format", "Format"),
    Text(
        "Le format du fichier et sa version. Toujours la même valeur.",
        "The format of the file and its version. Always the same value.",
    ),
)
YEARS: Final = Words(
    Text("Années", "Years"),
    Text(
        "Les années du document, en ordre croissant : [2023, 2024]. Chaque ligne porte chacune "
        "d'elles, et nulle autre.",
        "The years of the document, increasing: [2023, 2024]. Each row has every one of them, and "
        "no other.",
    ),
)
CODE: Final = Words(
    Text("Code", "Code"),
    Text(
        "Le code imprimé : 1 pour un axe, 1.1 pour un objectif, 1.1.1 pour une action.",
        "The printed code: 1 for an axis, 1.1 for an objective, 1.1.1 for an action.",
    ),
)
LABEL: Final = Words(
    Text("Intitulé", "Wording"),
    Text(
        "L'intitulé tel qu'il est imprimé, fautes comprises.",
        "The wording as it is printed, mistakes included.",
    ),
)
NOTE: Final = Words(
    Text("Note", "Note"),
    Text(
        "Ce qu'un réviseur doit savoir de cette ligne ; montré avec les constats sur elle.",
        "What a reviewer should know of this row; shown with the findings about it.",
    ),
)
EXTRA: Final = Words(
    Text("Cellules en trop", "Extra cells"),
    Text(
        "Les cellules d'une ligne imprimée qui en a plus que de colonnes, dans l'ordre : "
        "[32 000 000].",
        "The cells of a printed row that has more of them than columns, in order: [32 000 000].",
    ),
)
RESPONSIBLE: Final = Words(
    Text("Structure responsable", "Responsible structure"),
    Text(
        "La structure responsable telle qu'elle est imprimée ; ~ si la cellule est vide.",
        "The responsible structure as it is printed; ~ where the cell is blank.",
    ),
)
ACTIONS: Final = Words(
    Text("Actions", "Actions"),
    Text(
        "Les actions, dans l'ordre du document.",
        "The actions, in the order of the document.",
    ),
)
OBJECTIVES: Final = Words(
    Text("Objectifs spécifiques", "Specific objectives"),
    Text(
        "Les objectifs spécifiques de l'axe, dans l'ordre du document. Un niveau que le document "
        "n'a pas est laissé de côté.",
        "The specific objectives of the axis, in the order of the document. A level that the "
        "document does not have is left out.",
    ),
)
ACTIVITIES: Final = Words(
    Text("Activités", "Activities"),
    Text(
        "Les lignes du budget, dans l'ordre du document.",
        "The rows of the budget, in the order of the document.",
    ),
)

WORDS: Final[Mapping[type, Mapping[str, Words]]] = {
    Plan: {
        "format": FORMAT,
        "titre": Words(
            Text("Titre", "Title"), Text("Le titre du document.", "The title of the document.")
        ),
        "sigle": Words(
            Text("Sigle", "Acronym"),
            Text(
                "Le sigle du plan et ses années, par exemple PAN-TP 2023-2027.",
                "The acronym of the plan and its years, for example PAN-TP 2023-2027.",
            ),
        ),
        "revision": Words(
            Text("Date du texte", "Date of the text"),
            Text(
                "La date du texte validé, AAAA-MM-JJ.",
                "The date of the text that was validated, YYYY-MM-DD.",
            ),
        ),
        "monnaie": Words(
            Text("Monnaie", "Currency"),
            Text(
                "Le code ISO 4217 de la monnaie ; XOF (franc CFA) si rien n'est dit.",
                "The ISO 4217 code of the currency; XOF (franc CFA) where nothing is said.",
            ),
        ),
        "annees": YEARS,
        "structures": Words(
            Text("Structures", "Structures"),
            Text(
                "Les structures que le document connaît : le sigle, puis le nom. Une structure "
                "responsable qui n'y est pas fait un constat.",
                "The structures that the document knows: the acronym, then the name. A responsible "
                "structure that is not among them is a finding.",
            ),
        ),
        "total_general": Words(
            Text("Total annoncé", "Announced total"),
            Text(
                "Le total général annoncé dans le texte du document.",
                "The grand total announced in the text of the document.",
            ),
        ),
        "recapitulatif": Words(
            Text("Tableau récapitulatif", "Summary table"),
            Text(
                "Le tableau 1 : une ligne par axe, la ligne des totaux et celle des parts.",
                "Tableau 1: a row per axis, the row of totals and that of shares.",
            ),
        ),
        "axes": Words(
            Text("Axes", "Axes"),
            Text(
                "Le tableau du budget, axe par axe. Au moins un axe.",
                "The table of the budget, axis by axis. At least one axis.",
            ),
        ),
    },
    GrandTotal: {
        "chiffres": Words(
            Text("En chiffres", "In figures"),
            Text(
                "Le montant en chiffres, par exemple 2 983 250 000.",
                "The amount in figures, for example 2 983 250 000.",
            ),
        ),
        "lettres": Words(
            Text("En lettres", "In words"),
            Text(
                "Le montant en toutes lettres, tel qu'il est imprimé, sans la monnaie.",
                "The amount in French words, as it is printed, without the currency.",
            ),
        ),
    },
    Summary: {
        "axes": Words(
            Text("Lignes des axes", "Rows of the axes"),
            Text(
                "Une ligne par axe : {axe: 1, intitule: PREVENTION, 2023: 5 000 000, "
                "total: 5 000 000, part: 22 %}.",
                "A row per axis: {axe: 1, intitule: PREVENTION, 2023: 5 000 000, "
                "total: 5 000 000, part: 22 %}.",
            ),
        ),
        "total": Words(
            Text("Ligne des totaux", "Row of totals"),
            Text(
                "Les totaux imprimés sous les axes, par année et en tout.",
                "The totals printed below the axes, per year and in all.",
            ),
        ),
        "parts": Words(
            Text("Ligne des parts", "Row of shares"),
            Text(
                "La part imprimée de chaque année dans le total.",
                "The printed share of each year in the total.",
            ),
        ),
    },
    Heading: {
        "code": CODE,
        "intitule": LABEL,
        "budget": Words(
            Text("Sous-total", "Subtotal"),
            Text(
                "Les montants imprimés sur la ligne de ce titre : une cellule par année, et le "
                "total. Laissé de côté si la ligne n'en porte pas.",
                "The amounts printed in the row of this heading: a cell per year, and the total. "
                "Left out where the row has none.",
            ),
        ),
        "en_trop": EXTRA,
        "note": NOTE,
    },
    Axis: {"objectifs": OBJECTIVES, "actions": ACTIONS, "activites": ACTIVITIES},
    Objective: {"actions": ACTIONS, "activites": ACTIVITIES},
    Action: {"activites": ACTIVITIES},
    Activity: {
        "id": Words(
            Text("Identifiant", "Identifier"),
            Text(
                "Donné par le transcripteur : le code de l'action, un tiret, un rang (1.1.1-01). "
                "Il ne change plus d'une version à l'autre et n'est jamais repris.",
                "Given by the transcriber: the code of the action, a dash, a rank (1.1.1-01). It "
                "stays from one version to the next and is never used again.",
            ),
        ),
        "intitule": LABEL,
        "responsable": RESPONSIBLE,
        "budget": Words(
            Text("Montants", "Amounts"),
            Text(
                "Une cellule par année, et le total si la ligne en imprime un.",
                "A cell per year, and the total where the row prints one.",
            ),
        ),
        "en_trop": EXTRA,
        "quantite": Words(
            Text("Quantité", "Quantity"),
            Text(
                "Le nombre que l'intitulé annonce lui-même : 180 pour « Organiser 180 sessions », "
                "4 pour « (x4) ».",
                "The number that the wording itself announces: 180 for « Organiser 180 sessions », "
                "4 for « (x4) ».",
            ),
        ),
        "periodicite": Words(
            Text("Périodicité", "Period"),
            Text(
                "Ce que l'intitulé dit du rythme : annuelle, semestrielle, trimestrielle ou "
                "mensuelle.",
                "What the wording says of the pace: annuelle, semestrielle, trimestrielle or "
                "mensuelle.",
            ),
        ),
        "indicateurs": Words(
            Text("Indicateurs", "Indicators"),
            Text(
                "Les indicateurs du cadre qui comptent la même chose que l'activité, dans les "
                "mêmes mots : [P3.2.1-1].",
                "The indicators of the framework that count the same as the activity, in the same "
                "words: [P3.2.1-1].",
            ),
        ),
        "note": NOTE,
    },
}
"""What is said of each key, by the model that holds it."""
