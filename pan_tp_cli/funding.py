"""In which years a row of the budget has money, and how much."""

from collections.abc import Mapping, Sequence

from pan_tp_cli.table import Row


def yearly(row: Row, years: Sequence[str]) -> Mapping[str, int] | None:
    """Return the amounts of a row by year, a blank cell as 0.

    Where the row prints none they are those of the level below. None where one of them is not
    printed, cannot be read or is below zero: nothing can be told then.
    """
    amounts = {}
    for year in years:
        amount = _amount(row, year)
        if amount is None:
            return None
        amounts[year] = amount
    return amounts


def _amount(row: Row, year: str) -> int | None:
    if not row.prints(year):
        return None
    total = 0
    for cell in row.printed(year):
        value = 0 if cell.value is None else cell.value
        if not isinstance(value, int) or value < 0:
            return None
        total += value
    return total


def funded(amounts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the years that have money."""
    return tuple(year for year, amount in amounts.items() if amount)


def unfunded(row: Row, years: Sequence[str]) -> frozenset[str]:
    """Return the years without any money in a row and in all rows below it.

    A subtotal of 0 over rows with money is a wrong sum and no year without money.
    """
    rows = tuple(row.walk())
    return frozenset(
        year
        for year in years
        if row.prints(year)
        and all(line.cells[year].value in (0, None) for line in rows if year in line.cells)
    )
