"""How a fault may have arisen, in words."""

from collections.abc import Mapping
from typing import Final

from pan_tp_cli.layout import WORDS as IN_WORDS
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.place import Role
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

WORDS: Final = {
    Pattern.DIGITS_INTERCHANGED: Text("deux chiffres intervertis", "two digits interchanged"),
    Pattern.DIGIT_OMITTED: Text("un chiffre oublié", "a digit left out"),
    Pattern.DIGIT_ADDED: Text("un chiffre de trop", "a digit too many"),
    Pattern.DIGIT_REPLACED: Text("un chiffre pour un autre", "one digit for another"),
    Pattern.GROUP_OMITTED: Text(
        "un groupe de trois chiffres oublié", "a group of three digits left out"
    ),
    Pattern.GROUP_ADDED: Text(
        "un groupe de trois chiffres de trop", "a group of three digits too many"
    ),
    Pattern.SCALED_CELL: Text("deux zéros oubliés ou de trop", "two zeros left out or too many"),
    Pattern.SIGN: Text("un signe moins de trop ou oublié", "a minus sign too many or left out"),
    Pattern.BLANK: Text(
        "une cellule vide qui ne devrait pas l'être", "a blank cell that should not be blank"
    ),
    Pattern.OTHER_VALUE: Text("une valeur pour une autre", "one value for another"),
    Pattern.SWAPPED_CELLS: Text(
        "deux cellules l'une à la place de l'autre", "two cells in each other's place"
    ),
    Pattern.SHIFTED_COLUMNS: Text(
        "les montants de la ligne décalés d'une année", "the amounts of the row one year off"
    ),
    Pattern.SCALED_ROW: Text(
        "toute la ligne {scaled}",
        "the whole row {scaled}",
    ),
    Pattern.MISSING_ROW: Text(
        "une ligne manque sous {parent} : {amounts}", "a row is missing below {parent}: {amounts}"
    ),
    Pattern.DUPLICATED_ROW: Text(
        "la ligne {row} répète la ligne {twin} : retirez l'une des deux",
        "row {row} repeats row {twin}: remove one of the two",
    ),
    Pattern.MISPLACED_ROW: Text(
        "la ligne {row} a sa place sous {home}", "row {row} belongs below {home}"
    ),
    Pattern.STALE_TOTALS: Text(
        "si le montant a été changé exprès : reporter dans les totaux ({changes})",
        "if the amount was changed on purpose: carry it into the totals ({changes})",
    ),
    Pattern.PUT_BACK: Text(
        "un montant a changé sans que tous les totaux suivent : remettre l'ancien",
        "an amount was changed and not all totals followed: put the old one back",
    ),
}
TOTAL_REPEATS_YEAR: Final = Text(
    "le total répète le montant de {column}", "the total repeats the amount of {column}"
)
TOTAL_REPEATS_TARGET: Final = Text(
    "le total répète la cible de {column}", "the total repeats the target of {column}"
)
WORDS_BEHIND: Final = Text(
    "les lettres ne disent pas ce que disent les chiffres",
    "the words do not say what the figures say",
)
REPEATS_YEAR: Final = Text(
    "le montant répète celui de {column}", "the amount repeats that of {column}"
)
REPEATS_TOTAL: Final = Text("le montant répète le total", "the amount repeats the total")
REPEATS_ROW: Final = Text(
    "le montant répète celui de la ligne {node}", "the amount repeats that of row {node}"
)
MULTIPLIED: Final = Text("multipliée par {factor}", "multiplied by {factor}")
DIVIDED: Final = Text("divisée par {factor}", "divided by {factor}")
NOT_SURE: Final = Text(
    "plusieurs cellules peuvent être en cause, et l'arithmétique ne les départage pas : "
    "comparez-les avec le document signé",
    "several cells may be at fault, and arithmetic cannot tell them apart: compare them with the "
    "signed document",
)
MORE: Final = Text("{column} : +{amount}", "{column}: +{amount}")
AMOUNT: Final = Text("{column} : {amount}", "{column}: {amount}")


def in_words(pattern: Pattern, cell: Cell | None, detail: Mapping[str, Shown]) -> Message:
    """Return how a fault of the pattern arose, at its main cell where it has one."""
    if pattern is Pattern.SCALED_ROW:
        text = MULTIPLIED if detail["larger"] else DIVIDED
        return Message(WORDS[pattern], {"scaled": Message(text, detail)})
    if cell is not None and cell.steps[-1:] == (IN_WORDS,):
        return Message(WORDS_BEHIND)
    if pattern is not Pattern.COPIED_NEIGHBOUR or cell is None:
        return Message(WORDS[pattern], detail)
    return Message(_repeats(cell, detail), detail)


def _repeats(cell: Cell, detail: Mapping[str, Shown]) -> Text:
    """Return the words for a cell that repeats a neighbour: a row, a total or a year."""
    if detail["node"] != cell.entry.node:
        return REPEATS_ROW
    if detail["column"] == TOTAL:
        return REPEATS_TOTAL
    if cell.column != TOTAL:
        return REPEATS_YEAR
    return TOTAL_REPEATS_YEAR if cell.entry.role is Role.PLAN else TOTAL_REPEATS_TARGET


def changes_in_words(columns: Shown, changes: Shown) -> tuple[Message, ...]:
    """Return by how much each column changed, with its sign; both are tuples of as many."""
    if not isinstance(columns, tuple) or not isinstance(changes, tuple):
        return ()
    pairs = zip(columns, changes, strict=True)
    return tuple(_changed(str(column), change) for column, change in pairs)


def _changed(column: str, change: object) -> Message:
    if not isinstance(change, int):
        return Message(AMOUNT, {"column": column, "amount": str(change)})
    return Message(MORE if change > 0 else AMOUNT, {"column": column, "amount": change})


def amounts_in_words(amounts: Mapping[str, int]) -> tuple[Message, ...]:
    """Return the amounts of a row, each with its column."""
    return tuple(
        Message(AMOUNT, {"column": column, "amount": amount}) for column, amount in amounts.items()
    )
