"""A plan as other tools read it: a journal of hledger, a ledger of beancount, a table.

    python -m benchmarks.ledgers ACTIVITIES FOLDER

writes ``plan.yaml``, ``plan.journal``, ``plan.beancount``, ``plan.csv`` and ``plan.schema.json``.
In the ledgers an activity is a transaction of one posting for each year and one for its total, so
that it balances where its total is the sum of its years. The amounts of a heading are asserted for
each year, and a transaction balances where its total is the sum of them.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.generate import YEARS, Node, plan_lines, plan_tree, put

OPENING, PLANNED, CLOSING = "2020-01-01", "2026-01-01", "2026-12-31"
COLUMNS: Final = ("axe", "objectif", "action", "id", "intitule", *(f"y{n}" for n in YEARS), "total")
YEARS_ADD_UP: Final = f"not(total-{'-'.join(f'y{year}' for year in YEARS)})"
"""True of a row of the table whose total is right; frictionless takes none with ``=`` or spaces."""
Way = tuple[Node, ...]
"""A node, with the headings above it before it."""


def account(year: int, above: Sequence[Node]) -> str:
    """Return the account of a heading in a year, below those of the headings above it."""
    parts = [f"A{node.code.replace('.', '-')}" for node in above]
    return ":".join(["Expenses", f"Y{year}", *parts])


def rows(nodes: Sequence[Node], above: Way = ()) -> Iterator[tuple[Way, Node]]:
    """Yield every activity with the headings above it, in the order of the plan."""
    for node in nodes:
        if node.children:
            yield from rows(node.children, (*above, node))
        else:
            yield above, node


def headings(nodes: Sequence[Node], above: Way = ()) -> Iterator[Way]:
    """Yield every heading with those above it, those below it first."""
    for node in nodes:
        if node.children:
            yield from headings(node.children, (*above, node))
            yield *above, node


def row_lines(above: Way, row: Node, indent: str) -> Iterator[str]:
    """Yield the postings of an activity: its amounts, and its total against them."""
    for year, amount in zip(YEARS, row.amounts, strict=True):
        yield f"{indent}{account(year, above)}  {amount} XOF"
    yield f"{indent}Equity:Budget  -{sum(row.amounts)} XOF"
    yield ""


def journal_lines(axes: Sequence[Node]) -> Iterator[str]:
    """Yield the lines of a journal of hledger.

    Headings are closed from the bottom up: one gives its amounts away, which must leave nothing in
    its accounts, and adds them to those of the heading above. An assertion of an account with all
    below it (``=*``) would be shorter, but hledger looks through all accounts for each.
    """
    for above, row in rows(axes):
        yield f"{PLANNED} * {row.code} | {row.label}"
        yield from row_lines(above, row, "    ")
    for way in headings(axes):
        *above_it, heading = way
        total = sum(heading.amounts)
        yield f"{CLOSING} * {heading.code} | {heading.label}"
        for year, amount in zip(YEARS, heading.amounts, strict=True):
            yield f"    {account(year, way)}  -{amount} XOF = 0 XOF"
        yield f"    Equity:Totals  {total} XOF"
        yield ""
        yield f"{CLOSING} * {heading.code}"
        for year, amount in zip(YEARS, heading.amounts, strict=True):
            yield f"    {account(year, above_it)}  {amount} XOF"
        yield f"    Equity:Totals  -{total} XOF"
        yield ""


def beancount_lines(axes: Sequence[Node]) -> Iterator[str]:
    """Yield the lines of a ledger of beancount; an assertion is of an account with all below it."""
    yield 'option "operating_currency" "XOF"'
    yield f"{OPENING} open Equity:Budget"
    yield f"{OPENING} open Equity:Totals"
    for way in headings(axes):
        for year in YEARS:
            yield f"{OPENING} open {account(year, way)}"
    for above, row in rows(axes):
        yield f'{PLANNED} * "{row.code}" "{row.label}"'
        yield from row_lines(above, row, "  ")
    for way in headings(axes):
        heading = way[-1]
        for year, amount in zip(YEARS, heading.amounts, strict=True):
            yield f"{CLOSING} balance {account(year, way)} {amount} XOF"
        yield f'{CLOSING} * "{heading.code}" "{heading.label}"'
        yield from (f"  Equity:Totals  {amount} XOF" for amount in heading.amounts)
        yield f"  Equity:Totals  -{sum(heading.amounts)} XOF"
        yield ""


def table_lines(axes: Sequence[Node]) -> Iterator[str]:
    """Yield the lines of a table of the activities, as CSV."""
    yield ",".join(COLUMNS)
    for above, row in rows(axes):
        codes = [node.code for node in above]
        yield ",".join(map(str, [*codes, row.code, row.label, *row.amounts, sum(row.amounts)]))


def table_schema() -> str:
    """Return the types of the table's columns, as a Table Schema: words and whole numbers."""
    words = [{"name": name, "type": "string"} for name in COLUMNS[:5]]
    figures = [
        {"name": name, "type": "integer", "constraints": {"minimum": 0}} for name in COLUMNS[5:]
    ]
    return json.dumps({"fields": [*words, *figures]})


def write(axes: Sequence[Node], folder: Path) -> None:
    """Write a plan in all these forms into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    put(plan_lines(axes), folder / "plan.yaml")
    put(journal_lines(axes), folder / "plan.journal")
    put(beancount_lines(axes), folder / "plan.beancount")
    put(table_lines(axes), folder / "plan.csv")
    (folder / "plan.schema.json").write_text(table_schema(), encoding="utf-8")


if __name__ == "__main__":
    write(plan_tree(int(sys.argv[1])), Path(sys.argv[2]))
