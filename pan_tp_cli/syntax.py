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
TAG_DIRECTIVE = Text("ligne « %TAG » refusée : supprimez-la", "line '%TAG' refused: delete it")
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
GAVE_UP = Text(
    "la lecture s'est arrêtée après {limit} fautes : corrigez d'abord celles-ci",
    "reading stopped after {limit} faults: mend these first",
)
MALFORMED = Text(
    "le YAML est mal formé ici : vérifiez guillemets, deux-points, accolades et retrait",
    "the YAML is malformed here: check quotes, colons, braces and indentation",
)

UNEXPECTED_COLON = Text(
    "deux-points inattendu : mettez entre guillemets droits un texte qui contient « : », ou "
    "corrigez le retrait de la ligne",
    "unexpected colon: put a text that holds ': ' in straight quotes, or mend the indentation of "
    "the line",
)
BAD_START = Text(
    "une valeur ne peut pas commencer par ce caractère : mettez-la entre guillemets droits",
    "a value cannot begin with this character: put it in straight quotes",
)
AFTER_QUOTE = Text(
    "texte après un guillemet fermant : doublez l'apostrophe ('l''agent'), ou mettez tout le "
    "texte entre guillemets droits",
    "text after a closing quote: double the apostrophe ('l''agent'), or put the whole text in "
    "straight quotes",
)
AFTER_BRACKET = Text(
    "texte après un crochet ou une accolade : mettez toute la valeur entre guillemets droits",
    "text after a bracket or brace: put the whole value in straight quotes",
)
HASH = Text(
    "« # » commence un commentaire : mettez la valeur entre guillemets droits, ou ~ si la "
    "cellule est vide",
    "'#' begins a comment: put the value in straight quotes, or ~ where the cell is blank",
)
LOST_COMMENT = Text(
    "la suite, « {lost} », est lue comme un commentaire et serait perdue : mettez la valeur "
    "entre guillemets droits, ou une espace après # si c'est un commentaire",
    "the rest, '{lost}', reads as a comment and would be lost: put the value in straight quotes, "
    "or a space after # if it is a comment",
)
INDENTED_BY_OTHER_SPACE = Text(
    "espace insécable ou invisible en début de ligne ({code}) : remplacez-la par une espace "
    "ordinaire",
    "non-breaking or invisible space at the beginning of a line ({code}): replace it by an "
    "ordinary space",
)
OFFICE_FILE = Text(
    "c'est un fichier Word, Excel ou compressé, et non un fichier YAML",
    "this is a Word, Excel or compressed file, not a YAML file",
)
MISSING_COLON = Text(
    "cette ligne n'est pas de la forme « clé: valeur » : mettez deux-points et une espace après la "
    "clé, ou du retrait si elle continue la ligne précédente",
    "this line is not of the form 'key: value': put a colon and a space after the key, or indent "
    "it if it continues the line before",
)
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
    ("sequence entries are not allowed", BAD_START),
    ("while scanning an alias", BAD_START),
    ("while scanning an anchor", BAD_START),
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


OPENED_BEFORE = (UNCLOSED_QUOTE, UNCLOSED_BRACE, UNCLOSED_BRACKET, ESCAPE, MISSING_COLON)
"""Sentences about something that began earlier; they are told of the place where it began."""


AFTER: dict[str, Text] = {
    "'": AFTER_QUOTE,
    '"': AFTER_QUOTE,
    "]": AFTER_BRACKET,
    "}": AFTER_BRACKET,
}
"""What text behind a closing mark means, where a parser only says what it expected."""


def explain(words: str, before: str = "") -> Text:
    """Return the sentence for what a YAML parser said; a general one where it is not known.

    `before` is the line up to the place that the parser named.
    """
    if before.rstrip()[-1:] in AFTER and ("expected key" in words or "<block end>" in words):
        return AFTER[before.rstrip()[-1]]
    for fragment, text in PARSER_SENTENCES:
        if fragment in words:
            return text
    return MALFORMED
