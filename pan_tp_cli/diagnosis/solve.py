"""Small systems of linear equations, solved exactly in integers."""

from collections.abc import Sequence

Line = list[int]


def solve(rows: Sequence[Sequence[int]]) -> list[int] | None:
    """Return the one integer solution of linear equations, each its coefficients then its value.

    None where there is no solution, more than one, or one that is not whole. Every number
    stays an integer: lines are multiplied, never divided.
    """
    if not rows:
        return None
    unknowns = len(rows[0]) - 1
    lines = [list(row) for row in rows]
    for column in range(unknowns):
        pivot = next((row for row in range(column, len(lines)) if lines[row][column]), None)
        if pivot is None:
            return None
        lines[column], lines[pivot] = lines[pivot], lines[column]
        for row, line in enumerate(lines):
            if row != column and line[column]:
                lines[row] = _eliminated(line, lines[column], column)
    if any(line[-1] for line in lines[unknowns:]):
        return None
    divided = [divmod(line[-1], line[place]) for place, line in enumerate(lines[:unknowns])]
    return None if any(rest for _, rest in divided) else [quotient for quotient, _ in divided]


def _eliminated(line: Line, pivot: Line, column: int) -> Line:
    factor, leading = line[column], pivot[column]
    return [leading * value - factor * other for value, other in zip(line, pivot, strict=True)]
