"""The plan seen whole: what rows print, what their leaves make, and where findings stand."""

import pytest
from hypothesis import given

from pan_tp_cli import engine
from pan_tp_cli.finding import Severity
from pan_tp_cli.overview import WHOLE, Amount, Overview, overview
from pan_tp_cli.recompute import recompute
from tests.projects import Read, embedded, plan, read
from tests.small_plans import CATALOGUE, Tree, opened, plans

SMALL = plan(
    """
total_general: {chiffres: 22, lettres: vingt}
recapitulatif:
  axes: [{axe: 1, intitule: A, 2023: 5, 2024: 15, total: 20}]
  total: {2023: 5, 2024: 15, total: 20}
axes:
- code: 1
  intitule: A
  budget: {2023: 5, 2024: 16, total: 20}
  actions:
  - code: 1.1
    intitule: B
    activites:
    - {id: 1.1-01, intitule: C, budget: {2023: 5, 2024: 10, total: 14}}
    - {id: 1.1-02, intitule: D, budget: {2023: ~, 2024: 5}}
""".lstrip()
)


def seen(given: Read) -> Overview:
    report = engine.run(given.project, given.documents, CATALOGUE)
    return overview(given.project, report.findings)


def test_each_row_says_what_it_prints_and_what_its_leaves_make() -> None:
    whole = seen(read(SMALL)).whole
    amounts = {branch.node: dict(branch.amounts) for branch in whole.walk()}
    made = {"2023": 5, "2024": 15, "total": 20}
    assert amounts == {
        WHOLE: {"2023": Amount(5, 5), "2024": Amount(15, 15), "total": Amount(22, 20)},
        "1": {"2023": Amount(5, 5), "2024": Amount(16, 15), "total": Amount(20, 20)},
        "1.1": {column: Amount(None, amount) for column, amount in made.items()},
        "1.1-01": {"2023": Amount(5, 5), "2024": Amount(10, 10), "total": Amount(14, 15)},
        "1.1-02": {"2023": Amount(None, 0), "2024": Amount(5, 5), "total": Amount(None, 5)},
    }
    differing = {
        (branch.node, column)
        for branch in whole.walk()
        for column, amount in branch.amounts.items()
        if amount.differs
    }
    assert differing == {(WHOLE, "total"), ("1", "2024"), ("1.1-01", "total")}


def test_a_cell_that_cannot_be_read_makes_its_sums_unknown() -> None:
    whole = seen(read(SMALL.replace("2023: 5, 2024: 10", "2023: 5, 2024: 50 00"))).whole
    (axis,) = whole.children
    assert [axis.amounts[column].made for column in ("2023", "2024", "total")] == [5, None, None]
    assert axis.share(whole) is None
    assert not whole.amounts["total"].differs


def test_shares_are_of_what_the_leaves_make() -> None:
    whole = seen(read(SMALL)).whole
    first, second = whole.children[0].children[0].children
    assert (first.share(whole), second.share(whole)) == (0.75, 0.25)


def test_findings_stand_at_their_row_or_below_it() -> None:
    found = seen(read(SMALL))
    axis = found.find("1")
    assert axis is not None
    assert axis.gravest() is Severity.ERROR
    assert {each.finding.node for each in axis.below} <= {"1.1", "1.1-01", "1.1-02"}
    assert found.find("1.9") is None


def told(found: Overview) -> int:
    whole = found.whole
    apart = sum(map(len, found.indicators.values())) + len(found.summary) + len(found.others)
    return len(whole.findings) + len(whole.below) + apart


@pytest.mark.parametrize("given_text", [SMALL, SMALL.replace("total: 14", "total: -14")])
def test_no_finding_is_lost(given_text: str) -> None:
    given = read(given_text)
    report = engine.run(given.project, given.documents, CATALOGUE)
    assert told(overview(given.project, report.findings)) == len(report.findings) > 0


def test_no_finding_of_the_embedded_plan_is_lost() -> None:
    given = embedded()
    report = engine.run(given.project, given.documents, CATALOGUE)
    found = overview(given.project, report.findings)
    assert told(found) == len(report.findings)
    assert found.whole.amounts["total"] == Amount(2_983_250_000, 2_983_250_000)


@given(plans())
def test_what_leaves_make_is_what_recomputing_says(tree: Tree) -> None:
    """Two ways of adding up, which share no code."""
    given = opened(tree)
    right = recompute(given.project, CATALOGUE).values
    for branch in overview(given.project, ()).whole.walk():
        for column, cell in (branch.row.cells if branch.row else {}).items():
            if cell.place in right:
                assert branch.amounts[column].made == right[cell.place]
