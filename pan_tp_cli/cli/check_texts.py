"""What `pan-tp check` says of itself and of wrong usage."""

from typing import Final

from pan_tp_cli.text import Text

ABOUT: Final = Text(
    "Contrôle un plan et son cadre d'indicateurs.\n\nSans PLAN, contrôle ./data, sinon le PAN-TP "
    "2023-2027 livré avec l'outil.\n\nCode de sortie : 0 rien à signaler au niveau de --fail-on, "
    "1 des constats, 2 mauvais usage, 3 fichier illisible ou invalide, 70 défaut de l'outil.",
    "Check a plan and its indicator framework.\n\nWithout PLAN, checks ./data, else the PAN-TP "
    "2023-2027 that comes with the tool.\n\nExit code: 0 nothing at the level of --fail-on, 1 "
    "findings, 2 wrong usage, 3 a file that cannot be read or is not valid, 70 a fault of the "
    "tool.",
)
FORMAT: Final = Text(
    "text (par défaut), concise, json, sarif, github, gitlab, junit, markdown ou html ; "
    "FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default), concise, json, sarif, github, gitlab, junit, markdown or html; FORMAT=FILE "
    "writes to a file. Repeatable.",
)
FAIL_ON: Final = Text(
    "Gravité à partir de laquelle le code de sortie est 1 : erreur (par défaut), avertissement, "
    "info ou jamais.",
    "Severity from which the exit code is 1: error (default), warning, info or never.",
)
SELECT: Final = Text(
    "N'applique que ces règles ou familles, séparées par des virgules. Répétable.",
    "Apply only these rules or families, separated by commas. Repeatable.",
)
IGNORE: Final = Text(
    "N'applique pas ces règles ou familles, séparées par des virgules. Répétable.",
    "Do not apply these rules or families, separated by commas. Repeatable.",
)
PATCH: Final = Text(
    "Écrit les corrections les plus sûres comme un diff pour « git apply », au lieu du rapport.",
    "Write the surest repairs as a diff for 'git apply', in the place of the report.",
)
NO_WAIVERS: Final = Text(
    "N'applique pas les dérogations : tous les constats reviennent.",
    "Do not apply the waivers: all findings come back.",
)
SHOW_WAIVED: Final = Text(
    "Montre aussi les constats couverts par une dérogation, avec son motif.",
    "Show the findings that a waiver covers too, with its reason.",
)
SHOW_FINGERPRINTS: Final = Text(
    "Écrit sous chaque constat son empreinte, que « pan-tp waive add » comprend.",
    "Write below each finding its fingerprint, which 'pan-tp waive add' takes.",
)
SHOW_SETTINGS: Final = Text(
    "Montre les réglages qui valent et d'où vient chacun, sans rien contrôler.",
    "Show the settings that hold and where each comes from, without any check.",
)
SINCE: Final = Text(
    "Ne rapporte que les constats nouveaux par rapport à cette révision git (REF ou REF:chemin).",
    "Report only findings that are new against this git revision (REF or REF:path).",
)
REVISION: Final = Text("REF", "REF")
NO_REVISION: Final = Text(
    "il manque la révision après --since, par exemple main ; une variable est peut-être vide",
    "the revision after --since is missing, for example main; a variable may be empty",
)
NOT_SINCE: Final = Text(
    "le plan livré avec pan-tp n'a pas de révisions : donnez votre plan (PLAN)",
    "the plan that comes with pan-tp has no revisions: give your own plan (PLAN)",
)
EMPTY_REVISION: Final = Text(
    "la révision donnée à --since est vide : donnez une branche, une étiquette ou un identifiant",
    "the revision given to --since is empty: give a branch, a tag or an identifier",
)
FOR_ONE_ALONE: Final = Text(
    "{option} vaut pour un seul plan : donnez-en un",
    "{option} is for one plan alone: give one",
)
MOST: Final = Text(
    "Constats montrés au plus par le format text : 200 par défaut, 0 pour tous.",
    "Findings that the format text shows at most: 200 by default, 0 for all.",
)
BAD_MOST: Final = Text(
    "--max attend un nombre de constats, 0 pour tous, et non {number}",
    "--max takes a number of findings, 0 for all, not {number}",
)
JOBS: Final = Text(
    "Nombre de processus qui contrôlent plusieurs plans à la fois ; par défaut, celui des cœurs.",
    "How many processes check several plans at once; by default as many as there are cores.",
)
NUMBER: Final = Text("N", "N")
NO_JOBS: Final = Text("il faut au moins un processus", "there must be at least one process")
CHECKING: Final = Text("Contrôle des plans", "Checking plans")
SEVERITY: Final = Text("GRAVITÉ", "SEVERITY")
RULES: Final = Text("RÈGLES", "RULES")
PATCH_AND_REPORT: Final = Text(
    "--patch va à la sortie standard : donnez un fichier au rapport (--format FORMAT=FICHIER)",
    "--patch goes to standard output: give the report a file (--format FORMAT=FILE)",
)
SORT: Final = Text(
    "Ordre des constats : gravite (par défaut : la gravité, puis les francs en jeu) ou position "
    "(l'ordre des fichiers).",
    "Order of the findings: severity (default: severity, then the money at stake) or position "
    "(the order of the files).",
)
STATS: Final = Text("Compte les constats par règle.", "Count the findings per rule.")
ORDER: Final = Text("ORDRE", "ORDER")
UNKNOWN_ORDER: Final = Text("ordre inconnu « {name} » : {names}", "unknown order '{name}': {names}")
NO_RULE: Final = Text("il ne reste aucune règle à appliquer", "no rule is left to apply")
UNKNOWN_THRESHOLD: Final = Text(
    "« {name} » n'est pas une gravité : {names}", "'{name}' is not a severity: {names}"
)
UNKNOWN_RULE: Final = Text(
    "règle ou famille inconnue « {name} » ; familles : {families}",
    "unknown rule or family '{name}'; families: {families}",
)
UNKNOWN_RULE_NEAR: Final = Text(
    "règle ou famille inconnue « {name} » : vouliez-vous écrire « {near} » ?",
    "unknown rule or family '{name}': did you mean '{near}'?",
)
