"""The plan that other tools are measured on says what ours says: sums are done here once more."""

import csv
import re
from collections import Counter

import pytest

from benchmarks import ledgers, peers
from benchmarks.generate import YEARS, Node, plan_lines, plan_tree

AXES = plan_tree(30)
POSTING = re.compile(r" +Expenses:Y(\d{4}):(\S+)  (\d+) XOF$")
ASSERTION = re.compile(r".*Expenses:Y(\d{4}):(\S+) .*?=?\*? ?(\d+) XOF$")


def below(node: Node) -> list[Node]:
    """Return all activities below a node."""
    return [node] if not node.children else [row for child in node.children for row in below(child)]


@pytest.mark.parametrize("lines", [ledgers.journal_lines(AXES), ledgers.beancount_lines(AXES)])
def test_postings_add_up_to_the_axes(lines: list[str]) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for posting in filter(None, map(POSTING.match, lines)):
        found[posting[1], posting[2].split(":")[0]] += int(posting[3])
    wanted = {
        (str(year), f"A{axis.code}"): sum(row.amounts[rank] for row in below(axis))
        for axis in AXES
        for rank, year in enumerate(YEARS)
    }
    assert found == wanted


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (ledgers.journal_lines(AXES), {3}),
        (ledgers.journal_lines(AXES, all_levels=True), {1, 2, 3}),
        (ledgers.beancount_lines(AXES), {1, 2, 3}),
    ],
)
def test_assertions_are_the_subtotals(lines: list[str], levels: set[int]) -> None:
    asserted = [line for line in lines if "balance" in line or " 0 XOF =" in line]
    found = {(m[1], m[2]): int(m[3]) for m in filter(None, map(ASSERTION.match, asserted))}
    wanted = {
        (str(year), ":".join(f"A{each.code.replace('.', '-')}" for each in way)): sum(
            row.amounts[rank] for row in below(way[-1])
        )
        for way in ledgers.headings(AXES)
        for rank, year in enumerate(YEARS)
        if len(way) in levels
    }
    assert found == wanted


def test_the_table_has_every_activity() -> None:
    rows = list(csv.DictReader(ledgers.table_lines(AXES)))
    assert [row["id"] for row in rows] == [row.code for axis in AXES for row in below(axis)]
    assert all(int(row["total"]) == sum(int(row[str(year)]) for year in YEARS) for row in rows)


def test_each_way_to_be_wrong_changes_the_file() -> None:
    plan, journal = "\n".join(plan_lines(AXES)), "\n".join(ledgers.journal_lines(AXES))
    table = "\n".join(ledgers.table_lines(AXES))
    for text, spoil in (
        (plan, peers.wrong_amount), (plan, peers.wrong_key), (plan, peers.key_twice),
        (journal, peers.wrong_posting), (table, peers.wrong_cell),
    ):  # fmt: skip
        changed = zip(text.splitlines(), spoil(text).splitlines(), strict=False)
        assert any(before != after for before, after in changed)
