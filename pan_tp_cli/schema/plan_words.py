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
from pan_tp_cli.schema.table_words import (
    ACTIONS,
    CODE,
    EXTRA,
    FORMAT,
    LABEL,
    NOTE,
    OBJECTIVES,
    RESPONSIBLE,
    YEARS,
)
from pan_tp_cli.schema.words import Words
from pan_tp_cli.text import Text

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
