"""What `pan-tp show` says: its help, and what it refuses."""

from typing import Final

from pan_tp_cli.text import Text

ABOUT: Final = Text(
    "Montre le plan en arbre, ou ce qui est à un code.\n\nMontants imprimés et, où ils diffèrent, "
    "recalculés ; parts ; constats. CODE est un code (1.2.1), un id (1.1.1-02, P1.1.1-1), recap:1, "
    "recap:total, recap:parts ou total_general. Sans --plan, prend ./data, sinon le PAN-TP "
    "2023-2027 livré avec l'outil.\n\nCode de sortie : 0 le plan est montré, 2 mauvais usage, "
    "3 fichier illisible ou invalide, 70 défaut de l'outil.",
    "Show the plan as a tree, or what stands at a code.\n\nAmounts as printed and, where these "
    "differ, as recomputed; shares; findings. CODE is a code (1.2.1), an id (1.1.1-02, P1.1.1-1), "
    "recap:1, recap:total, recap:parts or total_general. Without --plan, takes ./data, else the "
    "PAN-TP 2023-2027 that comes with the tool.\n\nExit code: 0 the plan is shown, 2 wrong usage, "
    "3 a file that cannot be read or is not valid, 70 a fault of the tool.",
)
CODE: Final = Text("Ce qui est montré ; sans lui, tout le plan.", "What is shown; else the plan.")
CODE_NAME: Final = Text("[CODE]", "[CODE]")
PLAN: Final = Text("Le plan, comme pour check.", "The plan, as for check.")
PLAN_NAME: Final = Text("PLAN", "PLAN")
DEPTH: Final = Text(
    "Nombre de niveaux montrés au-dessous ; sinon, tous les intitulés.",
    "How many levels below are shown; else all headings.",
)
NUMBER: Final = Text("N", "N")
YEAR: Final = Text("Cette année seulement. Répétable.", "This year alone. Repeatable.")
YEAR_NAME: Final = Text("ANNÉE", "YEAR")
BY: Final = Text(
    "Par structure responsable (structure), par année (year) ou par axe comme le tableau 1 (axe).",
    "By responsible structure (structure), by year (year), or by axis as tableau 1 (axe).",
)
ORDER: Final = Text("VUE", "VIEW")
TARGETS: Final = Text(
    "Montre aussi les indicateurs et leurs cibles.", "Show indicators and their targets too."
)
FORMAT: Final = Text(
    "text (par défaut) ou json ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default) or json; FORMAT=FILE writes to a file. Repeatable.",
)
UNKNOWN_CODE: Final = Text(
    "code inconnu « {code} » ; « pan-tp show » les montre",
    "unknown code '{code}'; 'pan-tp show' shows them",
)
UNKNOWN_CODE_NEAR: Final = Text(
    "code inconnu « {code} » : vouliez-vous {near} ?",
    "unknown code '{code}': did you mean {near}?",
)
IS_FILE: Final = Text(
    "« {code} » n'est pas un code mais un fichier ou un dossier : donnez-le par --plan",
    "'{code}' is no code but a file or a folder: give it by --plan",
)
UNKNOWN_YEAR: Final = Text(
    "« {year} » n'est pas une année du plan : {years}", "'{year}' is no year of the plan: {years}"
)
UNKNOWN_VIEW: Final = Text("vue inconnue « {name} » : {names}", "unknown view '{name}': {names}")
ONLY_TREE: Final = Text(
    "--by ne va ni avec --depth ni avec --targets, qui sont pour l'arbre",
    "--by goes neither with --depth nor with --targets, which are for the tree",
)
ONLY_TEXT: Final = Text(
    "--by ne va pas avec le format json, qui donne toutes les lignes",
    "--by does not go with the format json, which gives all rows",
)
ONLY_WHOLE: Final = Text(
    "--by axe montre tout le tableau 1 : ne donnez pas de CODE",
    "--by axe shows all of tableau 1: give no CODE",
)
BAD_DEPTH: Final = Text(
    "« {depth} » n'est pas un nombre de niveaux : donnez 0 ou plus",
    "'{depth}' is no number of levels: give 0 or more",
)
NO_BREAKDOWN: Final = Text(
    "« {code} » n'est pas une ligne du budget : --by ne peut pas la ventiler",
    "'{code}' is no row of the budget: --by cannot break it down",
)
