"""How many printed figures of a sheet are not what its formulas make: now, and live."""

from typing import NamedTuple


class Footing(NamedTuple):
    """A formula that counts them on the sheet, and what it makes; "" where nothing is compared."""

    formula: str = ""
    wrong: int = 0


def apart(block: str) -> str:
    """Return the formula that counts the differences of a block that are not zero."""
    return f'COUNTIF({block},">0")+COUNTIF({block},"<0")'
