"""What `source` says of a YAML text that it refuses, in the words of a reviewer."""

from pan_tp_cli.text import Text

EMPTY_FILE = Text(
    "le fichier est vide : il ne contient aucune donnée", "the file is empty: it holds no data"
)
NOT_UTF8 = Text(
    "le fichier n'est pas en UTF-8 (octet {byte}) : enregistrez-le en UTF-8",
    "the file is not UTF-8 (byte {byte}): save it as UTF-8",
)
UTF16 = Text(
    "le fichier est en UTF-16 : enregistrez-le en UTF-8", "the file is UTF-16: save it as UTF-8"
)
CONTROL_CHARACTER = Text(
    "caractère invisible {code} : supprimez-le", "invisible character {code}: delete it"
)
TAB = Text(
    "tabulation : remplacez-la par des espaces, le retrait s'écrit avec des espaces",
    "tab character: replace it by spaces, indentation is written with spaces",
)
DUPLICATE_KEY = Text(
    "la clé « {key} » est écrite deux fois : la première est à la ligne {line}",
    "the key '{key}' is written twice: the first one is on line {line}",
)
EMPTY_VALUE = Text(
    "valeur absente : écrivez ~ pour une cellule vide",
    "missing value: write ~ for a blank cell",
)
COMMA_IN_BRACES = Text(
    "entre accolades, une virgule sépare deux cellules : écrivez « 52.5 % » ou « '52,5 %' », et "
    "les milliers avec des espaces",
    "between braces, a comma parts two cells: write '52.5 %' or \"'52,5 %'\", and thousands with "
    "spaces",
)
COLON_IN_BRACES = Text(
    "deux-points dans une liste entre accolades ou crochets : écrivez « 2025: ~ » pour une "
    "cellule vide, et entre guillemets un texte qui contient « : »",
    "colon inside braces or brackets: write '2025: ~' for a blank cell, and quote a text that "
    "holds ':'",
)
TAG = Text(
    "étiquette YAML « {tag} » refusée : écrivez la valeur seule",
    "YAML tag '{tag}' refused: write the value alone",
)
ANCHOR = Text(
    "ancre ou alias YAML « {name} » refusé : recopiez la valeur en toutes lettres",
    "YAML anchor or alias '{name}' refused: write the value out",
)
MERGE_KEY = Text(
    "clé de fusion « << » refusée : recopiez les clés", "merge key '<<' refused: copy the keys"
)
COMPLEX_KEY = Text(
    "une clé doit être un texte simple sur une ligne", "a key must be a plain text on one line"
)
SEVERAL_DOCUMENTS = Text(
    "le fichier contient un deuxième document YAML (« --- » ou « ... ») : un seul est admis",
    "the file holds a second YAML document ('---' or '...'): only one is accepted",
)
TOO_DEEP = Text(
    "plus de {limit} niveaux imbriqués : un plan n'en a pas tant",
    "more than {limit} nested levels: no plan has that many",
)
MALFORMED = Text(
    "le YAML est mal formé ici : vérifiez guillemets, deux-points, accolades et retrait",
    "the YAML is malformed here: check quotes, colons, braces and indentation",
)

UNEXPECTED_COLON = Text(
    "deux-points inattendu : mettez entre guillemets un texte qui contient « : », ou corrigez "
    "le retrait de la ligne",
    "unexpected colon: quote a text that holds ': ', or mend the indentation of the line",
)
BAD_START = Text(
    "une valeur ne peut pas commencer par ce caractère : mettez-la entre guillemets",
    "a value cannot begin with this character: quote it",
)
MISSING_COLON = Text("il manque « : » après cette clé", "':' is missing after this key")
UNCLOSED_QUOTE = Text("guillemet ouvert et jamais fermé", "quote opened and never closed")
UNCLOSED_BRACE = Text(
    "accolade ouverte et mal fermée : il manque « , » ou « }} »",
    "brace opened and not closed well: ',' or '}}' is missing",
)
UNCLOSED_BRACKET = Text(
    "crochet ouvert et mal fermé : il manque « , » ou « ] »",
    "bracket opened and not closed well: ',' or ']' is missing",
)
INDENTATION = Text(
    "le retrait de cette ligne ne correspond pas à celui des lignes voisines",
    "the indentation of this line does not match its neighbours'",
)
ESCAPE = Text(
    "suite d'échappement inconnue dans un texte entre guillemets doubles : employez des "
    "guillemets simples",
    "unknown escape in a double-quoted text: use single quotes",
)

PARSER_SENTENCES: tuple[tuple[str, Text], ...] = (
    ("found unexpected ':'", COLON_IN_BRACES),
    ("mapping values are not allowed", UNEXPECTED_COLON),
    ("cannot start any token", BAD_START),
    ("could not find expected ':'", MISSING_COLON),
    ("while scanning a quoted scalar", UNCLOSED_QUOTE),
    ("while scanning a double-quoted scalar", ESCAPE),
    ("while parsing a flow mapping", UNCLOSED_BRACE),
    ("while parsing a flow sequence", UNCLOSED_BRACKET),
    ("did not find expected key", INDENTATION),
    ("expected <block end>", INDENTATION),
    ("did not find expected '-' indicator", INDENTATION),
    ("document start", INDENTATION),
    ("unknown escape character", ESCAPE),
)
"""Words of libyaml or of ruamel.yaml's own parser, and what they mean to a reviewer."""


OPENED_BEFORE = (UNCLOSED_QUOTE, UNCLOSED_BRACE, UNCLOSED_BRACKET, ESCAPE)
"""Sentences about something that began earlier; they are told of the place where it began."""


def explain(words: str) -> Text:
    """Return the sentence for what a YAML parser said; a general one where it is not known."""
    for fragment, text in PARSER_SENTENCES:
        if fragment in words:
            return text
    return MALFORMED
