"""What an editor says of the keys of ``indicators.yaml``."""

from collections.abc import Mapping
from typing import Final

from pan_tp_cli.model.indicators import (
    Framework,
    FrameworkAction,
    FrameworkAxis,
    FrameworkObjective,
    Indicator,
    Result,
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

OUTCOMES: Final = Words(
    Text("Effets", "Outcomes"),
    Text(
        "Les effets attendus, chacun avec ses indicateurs.",
        "The expected outcomes, each with its indicators.",
    ),
)
OUTPUTS: Final = Words(
    Text("Produits", "Outputs"),
    Text(
        "Les produits attendus, chacun avec ses indicateurs.",
        "The expected outputs, each with its indicators.",
    ),
)

WORDS: Final[Mapping[type, Mapping[str, Words]]] = {
    Framework: {
        "format": FORMAT,
        "annees": YEARS,
        "axes": Words(
            Text("Axes", "Axes"),
            Text(
                "Le cadre de mesure, axe par axe. Au moins un axe.",
                "The framework for measuring, axis by axis. At least one axis.",
            ),
        ),
    },
    FrameworkAxis: {
        "code": CODE,
        "intitule": LABEL,
        "effets": OUTCOMES,
        "objectifs": OBJECTIVES,
        "actions": ACTIONS,
        "produits": OUTPUTS,
    },
    FrameworkObjective: {
        "code": CODE,
        "intitule": LABEL,
        "effets": OUTCOMES,
        "actions": ACTIONS,
        "produits": OUTPUTS,
    },
    FrameworkAction: {"code": CODE, "intitule": LABEL, "produits": OUTPUTS},
    Result: {
        "code": Words(
            Text("Code", "Code"),
            Text(
                "Le code imprimé : celui de l'objectif pour un effet (1.1), celui de l'action pour "
                "un produit (1.1.1).",
                "The printed code: that of the objective for an outcome (1.1), that of the action "
                "for an output (1.1.1).",
            ),
        ),
        "intitule": LABEL,
        "indicateurs": Words(
            Text("Indicateurs", "Indicators"),
            Text(
                "Les indicateurs qui mesurent ce résultat, dans l'ordre du document.",
                "The indicators that measure this result, in the order of the document.",
            ),
        ),
        "note": NOTE,
    },
    Indicator: {
        "id": Words(
            Text("Identifiant", "Identifier"),
            Text(
                "Donné par le transcripteur : E pour un effet, P pour un produit, le code, un "
                "tiret, un rang (E1.1-1, P1.1.1-2). Il ne change plus d'une version à l'autre.",
                "Given by the transcriber: E for an outcome (effet), P for an output (produit), "
                "the code, a dash, a rank (E1.1-1, P1.1.1-2). It stays from one version to the "
                "next.",
            ),
        ),
        "intitule": LABEL,
        "unite": Words(
            Text("Unité", "Unit"),
            Text(
                "Ce que compte l'indicateur : nombre, ou pourcentage. Toutes ses cellules sont "
                "écrites dans cette unité.",
                "What the indicator counts: nombre (a number), or pourcentage (a percentage). All "
                "its cells are written in this unit.",
            ),
        ),
        "reference": Words(
            Text("Référence de base", "Baseline"),
            Text(
                "La valeur de départ imprimée ; ~ si la cellule est vide.",
                "The printed value to start from; ~ where the cell is blank.",
            ),
        ),
        "cibles": Words(
            Text("Cibles", "Targets"),
            Text(
                "Une cible par année : N/A s'il n'y en a pas cette année-là, ~ si la cellule est "
                "vide.",
                "A target per year: N/A where there is none that year, ~ where the cell is blank.",
            ),
        ),
        "total": Words(
            Text("Total", "Total"),
            Text(
                "Le total imprimé des cibles. Laissé de côté si le tableau le laisse vide.",
                "The printed total of the targets. Left out where the table leaves it blank.",
            ),
        ),
        "en_trop": EXTRA,
        "agregation": Words(
            Text("Agrégation", "Aggregation"),
            Text(
                "Ce qu'est le total : somme, moyenne, derniere (cible) ou maximum. Si rien n'est "
                "dit, la somme pour un nombre, la moyenne pour un pourcentage.",
                "What the total is: somme (sum), moyenne (mean), derniere (last target) or "
                "maximum. Where nothing is said, the sum of a number, the mean of a percentage.",
            ),
        ),
        "cumulatif": Words(
            Text("Cumulatif", "Cumulative"),
            Text(
                "oui si les cibles s'accumulent d'année en année ; leur total est alors la "
                "dernière.",
                "oui (yes) where targets add up from year to year; their total is then the last.",
            ),
        ),
        "sources": Words(
            Text("Sources de vérification", "Means of verification"),
            Text(
                "Les sources de vérification, une liste ; ~ si la cellule est vide ou fusionnée "
                "avec celle du dessus.",
                "The means of verification, a list; ~ where the cell is blank or merged with the "
                "one above.",
            ),
        ),
        "responsable": RESPONSIBLE,
        "partenaires": Words(
            Text("Partenaires", "Partners"),
            Text(
                "Les partenaires, une liste ; ~ si la cellule est vide ou fusionnée avec celle du "
                "dessus.",
                "The partners, a list; ~ where the cell is blank or merged with the one above.",
            ),
        ),
        "note": NOTE,
    },
}
"""What is said of each key, by the model that holds it."""
