"""The plan that other tools are measured on says what ours says: sums are done here once more."""

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from benchmarks import ledgers, mistakes, peers
from benchmarks.generate import YEARS, Node, plan_lines, plan_tree
from benchmarks.mistakes import Mistake

AXES = plan_tree(30)
POSTING = re.compile(r" +(\S+)  (-?\d+) XOF( = 0 XOF)?$")
ASSERTION = re.compile(r"\S+ balance (\S+) (\d+) XOF$")


def below(node: Node) -> list[Node]:
    """Return all activities below a node."""
    return [node] if not node.children else [row for child in node.children for row in below(child)]


def wanted() -> dict[str, int]:
    """Return what each heading's account has to hold in each year, from the activities alone."""
    ways: list[tuple[Node, ...]] = [(axis,) for axis in AXES]
    ways += [(axis, each) for axis in AXES for each in axis.children]
    ways += [(*way, each) for way in ways if len(way) == 2 for each in way[1].children]
    return {
        f"Expenses:Y{year}:" + ":".join(f"A{each.code.replace('.', '-')}" for each in way): sum(
            row.amounts[rank] for row in below(way[-1])
        )
        for way in ways
        for rank, year in enumerate(YEARS)
    }


def transactions(lines: list[str]) -> list[list[tuple[str, int, bool]]]:
    """Return the postings of each transaction: account, amount, and whether 0 is asserted."""
    found: list[list[tuple[str, int, bool]]] = [[]]
    for line in lines:
        posting = POSTING.match(line)
        if posting:
            found[-1].append((posting[1], int(posting[2]), bool(posting[3])))
        elif found[-1]:
            found.append([])
    return [each for each in found if each]


JOURNAL, BEANCOUNT = list(ledgers.journal_lines(AXES)), list(ledgers.beancount_lines(AXES))


@pytest.mark.parametrize("lines", [JOURNAL, BEANCOUNT])
def test_every_transaction_balances(lines: list[str]) -> None:
    found = transactions(lines)
    assert len(found) > len([row for axis in AXES for row in below(axis)])
    assert [sum(amount for _, amount, _ in each) for each in found] == [0] * len(found)


def test_a_journal_gives_the_sums_of_activities_away_at_every_heading() -> None:
    held: Counter[str] = Counter()
    given = {}
    for name, amount, closes in (each for part in transactions(JOURNAL) for each in part):
        held[name] += amount
        if closes:
            given[name] = -amount
            assert held[name] == 0
    assert given == wanted()


def test_a_ledger_asserts_the_sums_of_activities_at_every_heading() -> None:
    asserted = {m[1]: int(m[2]) for m in filter(None, map(ASSERTION.match, BEANCOUNT))}
    assert asserted == wanted()


@pytest.mark.parametrize("lines", [JOURNAL, BEANCOUNT])
def test_totals_across_the_years_are_printed_for_every_row_and_heading(lines: list[str]) -> None:
    totals = defaultdict(list)
    for name, amount, _ in (each for part in transactions(lines) for each in part):
        totals[name].append(-amount)
    rows = [row for axis in AXES for row in below(axis)]
    assert totals["Equity:Budget"] == [sum(row.amounts) for row in rows]
    headings: Counter[str] = Counter()
    for name, amount in wanted().items():
        headings[name.split(":", 2)[2]] += amount
    assert set(headings.values()) <= set(totals["Equity:Totals"])


def test_the_table_has_every_activity() -> None:
    rows = list(csv.DictReader(ledgers.table_lines(AXES)))
    assert [row["id"] for row in rows] == [row.code for axis in AXES for row in below(axis)]
    assert all(int(row["total"]) == sum(int(row[f"y{year}"]) for year in YEARS) for row in rows)


FORMS = {
    ".yaml": plan_lines,
    ".journal": ledgers.journal_lines,
    ".beancount": ledgers.beancount_lines,
    ".csv": ledgers.table_lines,
}


@pytest.mark.parametrize(
    ("form", "mistake"), [(form, each) for form, texts in mistakes.TEXTS.items() for each in texts]
)
def test_a_mistake_in_a_text_is_in_one_line(form: str, mistake: Mistake) -> None:
    text = "".join(f"{line}\n" for line in FORMS[form](AXES))
    before, after = text.splitlines(), mistakes.spoil(text, form, mistake).splitlines()
    changed = [old for old, new in zip(before, after, strict=False) if old != new]
    assert len(changed) + len(after) - len(before) == 1


@pytest.mark.parametrize(("mistake", "depth"), mistakes.DEPTHS.items())
def test_a_mistake_in_the_plan_is_in_one_amount(mistake: Mistake, depth: int) -> None:
    before, after = AXES[0], mistakes.misprinted(AXES, depth)[0]
    for _ in range(depth):
        assert before.amounts == after.amounts
        before, after = before.children[0], after.children[0]
    assert after.amounts == (before.amounts[0] + 1_000, *before.amounts[1:]), mistake
    assert after.children == before.children


def test_the_formula_holds_for_right_rows_and_for_no_other() -> None:
    row = next(csv.DictReader(ledgers.table_lines(AXES)))
    figures = {name: int(row[name]) for name in ledgers.COLUMNS[5:]}
    formula = compile(ledgers.YEARS_ADD_UP, "formula", "eval")
    assert eval(formula, {}, figures) is True
    for name, figure in figures.items():
        assert eval(formula, {}, {**figures, name: figure + 1}) is False


@pytest.mark.parametrize("peer", peers.peers(Path("nowhere")), ids=lambda peer: peer.name)
def test_a_tool_that_is_missing_is_named_with_what_installs_it(
    peer: peers.Peer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = peer._replace(command=lambda folder: [str(folder / "missing")])
    assert not peers.proven(missing, tmp_path)
    said = capsys.readouterr().out
    assert peer.name in said
    assert peer.install in said


@pytest.mark.parametrize("command", ["true", "false"])
def test_a_tool_that_passes_or_refuses_everything_is_left_out(command: str, tmp_path: Path) -> None:
    tool = peers.Peer(command, "", peers.ALL, "plan.yaml", lambda _: [command])
    assert not peers.proven(tool, tmp_path)
