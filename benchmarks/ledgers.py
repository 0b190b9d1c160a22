"""A plan as other tools read it: journals of hledger, a ledger of beancount, a table.

    python -m benchmarks.ledgers ACTIVITIES FOLDER

writes ``plan.journal``, ``all-levels.journal``, ``plan.beancount``, ``plan.csv`` and
``plan.schema.json``. In the ledgers an activity is a transaction of one posting for each year and
one for its total, so that it balances where its total is the sum of its years; a heading is an
assertion for each year that the accounts below it hold its amount. Only the printed totals of
headings across the years have no counterpart: an account stands below one year.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.generate import YEARS, Node, plan_tree, put

OPENING, PLANNED, CLOSING = "2020-01-01", "2026-01-01", "2026-12-31"
COLUMNS: Final = ("axe", "objectif", "action", "id", "intitule", *map(str, YEARS), "total")


def account(year: int, above: Sequence[Node]) -> str:
    """Return the account of a heading in a year, below those of the headings above it."""
    parts = [f"A{node.code.replace('.', '-')}" for node in above]
    return ":".join(["Expenses", f"Y{year}", *parts])


def rows(axes: Sequence[Node]) -> Iterator[tuple[tuple[Node, ...], Node]]:
    """Yield every activity with the headings above it, in the order of the plan."""
    yield from _rows((), axes)


def _rows(
    above: tuple[Node, ...], nodes: Sequence[Node]
) -> Iterator[tuple[tuple[Node, ...], Node]]:
    for node in nodes:
        if node.children:
            yield from _rows((*above, node), node.children)
        else:
            yield above, node


def headings(axes: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Yield every heading, with those above it before it."""
    yield from _headings((), axes)


def _headings(above: tuple[Node, ...], nodes: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    for node in nodes:
        if node.children:
            yield (*above, node)
            yield from _headings((*above, node), node.children)


def journal_lines(axes: Sequence[Node], all_levels: bool = False) -> Iterator[str]:
    """Yield the lines of a journal of hledger.

    It asserts the amounts of actions or, at `all_levels`, of objectives and axes too: by ``=*``,
    of an account with all below it, for which hledger looks through all accounts each time.
    """
    for above, row in rows(axes):
        yield f"{PLANNED} * {row.code} | {row.label}"
        for year, amount in zip(YEARS, row.amounts, strict=True):
            yield f"    {account(year, above)}  {amount} XOF"
        yield f"    Equity:Budget  -{sum(row.amounts)} XOF"
        yield ""
    sign = "=*" if all_levels else "="
    for way in headings(axes):
        if all_levels or not way[-1].children[0].children:
            yield f"{CLOSING} * {way[-1].code} | {way[-1].label}"
            for year, amount in zip(YEARS, way[-1].amounts, strict=True):
                yield f"    {account(year, way)}  0 XOF {sign} {amount} XOF"
            yield ""


def beancount_lines(axes: Sequence[Node]) -> Iterator[str]:
    """Yield the lines of a ledger of beancount; an assertion is of an account with all below it."""
    yield 'option "operating_currency" "XOF"'
    yield f"{OPENING} open Equity:Budget"
    for way in headings(axes):
        for year in YEARS:
            yield f"{OPENING} open {account(year, way)}"
    for above, row in rows(axes):
        yield f'{PLANNED} * "{row.code}" "{row.label}"'
        for year, amount in zip(YEARS, row.amounts, strict=True):
            yield f"  {account(year, above)}  {amount} XOF"
        yield f"  Equity:Budget  -{sum(row.amounts)} XOF"
        yield ""
    for way in headings(axes):
        for year, amount in zip(YEARS, way[-1].amounts, strict=True):
            yield f"{CLOSING} balance {account(year, way)} {amount} XOF"


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
    put(journal_lines(axes), folder / "plan.journal")
    put(journal_lines(axes, all_levels=True), folder / "all-levels.journal")
    put(beancount_lines(axes), folder / "plan.beancount")
    put(table_lines(axes), folder / "plan.csv")
    (folder / "plan.schema.json").write_text(table_schema(), encoding="utf-8")


if __name__ == "__main__":
    write(plan_tree(int(sys.argv[1])), Path(sys.argv[2]))
