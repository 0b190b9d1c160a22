"""What a repair proposes for a cell, as the cell is to be written."""

from pan_tp_cli.money import Value
from pan_tp_cli.repair import Change


def in_words(change: Change) -> bool:
    """Tell whether a cell prints its amount in words."""
    return isinstance(change.printed, str)


def proposed(change: Change) -> Value:
    """Return what a cell should say: an amount in words in words, in the manner of those there."""
    if in_words(change) and isinstance(change.proposed, int):
        from pan_tp_cli import writing  # it loads num2words, which few reports need

        return writing.words_like(change.proposed, str(change.printed))
    return change.proposed
