"""What one value may be, for JSON Schemas: texts, codes, amounts, percentages, dates.

Readers of YAML guess types where ours keeps texts: ``1.10`` reaches a schema as a number, ``2023``
as a whole number, ``true`` as a boolean. A schema must take these where the model takes the text.
"""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli import money
from pan_tp_cli.model.faults import NOT_A_TEXT, SENTENCES
from pan_tp_cli.text import Lang, Text

Json = dict[str, object]

BAD_AMOUNT: Final = Text(
    "un montant s'écrit en chiffres, par groupes de trois : 5 000 000, avec FCFA ou XOF si le "
    "document l'imprime ; ~ pour une cellule vide",
    "an amount is written in digits, in groups of three: 5 000 000, with FCFA or XOF where the "
    "document prints it; ~ for a blank cell",
)
BAD_PERCENT: Final = Text(
    "un pourcentage s'écrit 79 % ou 52.5 % ; ~ pour une cellule vide",
    "a percentage is written 79 % or 52.5 %; ~ for a blank cell",
)
BAD_CODE: Final = Text(
    "un code a 1 à 64 caractères, sans espace",
    "a code has 1 to 64 characters, without a space",
)
CHOICES: Final = Text("valeurs admises : {names}", "values accepted: {names}")
BAD_COLUMN: Final = Text(
    "une colonne est une année, total, part, ou ~ s'il n'y en a pas",
    "a column is a year, total, part, or ~ where there is none",
)

SAYS: Final = "errorMessage"
"""What an editor says of a value that is refused; validators pass it over.

Not for blocks of keys, where editors would say it of an unknown key too.
"""

ANY_TEXT: Final = ("string", "number", "boolean")
NOT_APPLICABLE: Final = money.NOT_APPLICABLE.value
DAY: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
NO_MINUS: Final = r"(?![-\u2212])"
NOT_ZERO: Final = "(?!0)"


def whole(pattern: str) -> str:
    """Return an expression that a whole text must match, its invisible characters shown."""
    shown = (each if each.isascii() else f"\\u{ord(each):04x}" for each in pattern)
    return f"^(?:{''.join(shown)})$"


def text(lang: Lang, *types: str) -> Json:
    """Return what any text may be, whatever type a reader of YAML guesses."""
    return {"type": [*ANY_TEXT, *types], SAYS: NOT_A_TEXT.get(lang)}


def choice(names: Sequence[object], lang: Lang) -> Json:
    """Return one of several values, all of which an editor names."""
    shown = ", ".join(str(name) for name in names)
    return {"enum": list(names), SAYS: CHOICES.get(lang).format(names=shown)}


def matching(pattern: str, otherwise: Text, lang: Lang, *types: str) -> Json:
    """Return a text that matches, with what an editor says of one that does not.

    `types` are those that a reader of YAML may guess of such a text.
    """
    kinds: object = ["string", *types] if types else "string"
    return {
        "type": kinds,
        "pattern": whole(pattern),
        SAYS: otherwise.get(lang),
    }


def code(lang: Lang) -> Json:
    """Return a code; ``1.1`` reaches a schema as a number."""
    return matching(r"\S{1,64}", BAD_CODE, lang, "number", "boolean")


def amount(lang: Lang, *also: str) -> Json:
    """Return a cell of an amount, `also` holding other texts that it may be.

    A model keeps an amount that is not well grouped, and a rule tells of it; an editor underlines
    it at once.
    """
    return matching("|".join((*also, money.AMOUNT)), BAD_AMOUNT, lang, "integer", "null")


def percent(lang: Lang, *also: str) -> Json:
    """Return a cell of a percentage, `also` holding other texts that it may be."""
    return matching("|".join((*also, money.PERCENT)), BAD_PERCENT, lang, "null")


def number(lang: Lang, least: int) -> Json:
    """Return a whole number of at least 0 or 1."""
    pattern = NO_MINUS + (NOT_ZERO if least else "") + f"(?:{money.AMOUNT})"
    said = SENTENCES["tolerance_type" if least else "quantity_type"]
    return {**matching(pattern, said, lang, "integer"), "minimum": least}


def date(lang: Lang) -> Json:
    """Return a date; `format` refuses the 31st of a shorter month, where it is checked at all."""
    return {**matching(DAY, SENTENCES["date_type"], lang), "format": "date"}
