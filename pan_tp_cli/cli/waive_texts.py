"""What `pan-tp waive` says: its help, what it refuses, what it has done."""

from typing import Final

from pan_tp_cli.text import Text

ABOUT: Final = Text(
    "Accepte des constats, avec motif et date.",
    "Accept findings, with a reason and a date.",
)
ABOUT_ADD: Final = Text(
    "Accepte un constat : écrit une dérogation dans derogations.yaml.\n\nCONSTAT est son empreinte "
    "(six chiffres suffisent ; « pan-tp check --show-fingerprints » la montre) ou "
    "RÈGLE@NŒUD[,COLONNE], tels que le rapport les écrit. La dérogation vaut pour les chiffres "
    "d'aujourd'hui : s'ils bougent, le constat revient.",
    "Accept a finding: write a waiver to derogations.yaml.\n\nFINDING is its fingerprint (six "
    "digits will do; 'pan-tp check --show-fingerprints' shows it) or RULE@NODE[,COLUMN], as the "
    "report writes them. The waiver holds for the figures of today: where they move, the finding "
    "comes back.",
)
ABOUT_LIST: Final = Text(
    "Liste les dérogations et dit ce que vaut chacune.",
    "List the waivers and say what each is worth.",
)
ABOUT_PRUNE: Final = Text(
    "Retire les dérogations qui ne servent plus.\n\nCe sont celles qui sont expirées, inutiles, "
    "périmées ou en double. Montre un diff ; n'écrit qu'avec --write.",
    "Remove the waivers that no longer serve.\n\nThese are the expired, unused, void and doubled "
    "ones. Shows a diff; writes only with --write.",
)
FINDING: Final = Text(
    "L'empreinte du constat, ou RÈGLE@NŒUD[,COLONNE].",
    "The fingerprint of the finding, or RULE@NODE[,COLUMN].",
)
FINDING_NAME: Final = Text("CONSTAT", "FINDING")
PLAN: Final = Text("Le plan, comme pour check.", "The plan, as for check.")
REASON: Final = Text(
    "Pourquoi le constat est accepté. Obligatoire.", "Why the finding is accepted. Required."
)
BY: Final = Text("Qui l'accepte.", "Who accepts it.")
EXPIRE: Final = Text(
    "Dernier jour où la dérogation vaut : AAAA-MM-JJ, ou jamais. Obligatoire.",
    "Last day that the waiver holds: YYYY-MM-DD, or jamais (never). Required.",
)
PRINTED: Final = Text(
    "La valeur imprimée, quand deux constats portent le même nom.",
    "The printed value, where two findings have the same name.",
)
WRITE: Final = Text("Écrit le fichier des dérogations.", "Write the file of waivers.")
FORMAT: Final = Text(
    "text (par défaut) ou json ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default) or json; FORMAT=FILE writes to a file. Repeatable.",
)
TEXT: Final = Text("TEXTE", "TEXT")
DATE: Final = Text("DATE", "DATE")
VALUE: Final = Text("VALEUR", "VALUE")
PLAN_NAME: Final = Text("PLAN", "PLAN")

INVISIBLE: Final = Text(
    "{option} contient le caractère invisible {code}, qu'aucun fichier ne doit contenir : "
    "retapez ce texte",
    "{option} holds the invisible character {code}, which no file may hold: type that text anew",
)
NO_REASON: Final = Text(
    "dites pourquoi le constat est accepté : --motif « … », en dix lettres au moins",
    "say why the finding is accepted: --motif '…', in ten letters at least",
)
NO_EXPIRY: Final = Text(
    "dites jusqu'à quand : --expire AAAA-MM-JJ, ou --expire jamais",
    "say until when: --expire YYYY-MM-DD, or --expire jamais (never)",
)
PAST: Final = Text(
    "le {date} est passé : la dérogation ne vaudrait pas un jour",
    "{date} is past: the waiver would not hold for a day",
)
EMBEDDED: Final = Text(
    "le plan livré avec pan-tp n'a pas de dérogations : donnez votre plan (--plan), ou un fichier "
    "(--waivers)",
    "the plan that comes with pan-tp has no waivers: give your own plan (--plan), or a file "
    "(--waivers)",
)
NOT_FOUND: Final = Text(
    "le plan n'a pas de constat « {name} » : donnez une empreinte (six chiffres au moins) ou "
    "RÈGLE@NŒUD,COLONNE",
    "the plan has no finding '{name}': give a fingerprint (six digits at least) or "
    "RULE@NODE,COLUMN",
)
ALREADY: Final = Text(
    "le constat « {name} » est déjà couvert par une dérogation",
    "the finding '{name}' is already covered by a waiver",
)
RESERVED: Final = Text(
    "« {name} » juge une dérogation, et ne se déroge pas",
    "'{name}' judges a waiver, and cannot be waived",
)
SEVERAL: Final = Text(
    "« {name} » désigne plusieurs constats : {found}", "'{name}' names several findings: {found}"
)
SAME_CELL: Final = Text(
    "« {name} » désigne plusieurs constats à la même cellule : choisissez par --printed ({found})",
    "'{name}' names several findings at one cell: choose by --printed ({found})",
)
ADDED: Final = Text(
    "{file} : dérogation ajoutée pour {name}, {until}", "{file}: waiver added for {name}, {until}"
)
UNTIL: Final = Text("jusqu'au {date}", "until {date}")
FOR_GOOD: Final = Text(
    "sans terme : rien ne demandera de la revoir", "for good: nothing will ask to look at it again"
)
NOTHING: Final = Text("aucune dérogation à retirer", "no waiver to remove")
REMOVED: Final = Text("{file} : dérogations retirées : {count}", "{file}: waivers removed: {count}")
WAITING: Final = Text(
    "dérogations à retirer : {count} ; rien n'est écrit sans --write",
    "waivers to remove: {count}; nothing is written without --write",
)
