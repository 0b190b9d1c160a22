"""What an editor says of the keys that both tables of a plan have."""

from typing import Final

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
