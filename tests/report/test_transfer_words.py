"""Money that many rows lost and many others gained, in one sentence."""

import pytest

from pan_tp_cli.report.transfer_words import MOST_NAMED, transferred
from pan_tp_cli.text import Lang
from tests.diff.comparing import compared
from tests.projects import plan, read


def rows(count: int, first: str, second: str) -> str:
    """Return a plan of rows that print some amounts, and as many that print others."""
    row = "      - {{id: {stem}{n}, intitule: {stem} {n}, budget: {{{amounts}}}}}\n"
    activities = "".join(
        row.format(stem=stem, n=n, amounts=amounts)
        for stem, amounts in (("a", first), ("b", second))
        for n in range(1, count + 1)
    )
    return plan("axes:\n  - code: 1\n    intitule: A\n    activites:\n" + activities)


def sentence(count: int) -> str:
    some, none = "2023: 5, 2024: 15", "2023: ~, 2024: ~"
    before, after = read(rows(count, some, none)), read(rows(count, none, some))
    (transfer,) = compared(before, after).transfers
    assert len(transfer.sources) == len(transfer.sinks) == count
    return transferred(transfer, "XOF").render(Lang.EN)


@pytest.mark.parametrize("count", [2, MOST_NAMED, MOST_NAMED + 1])
def test_rows_are_named_one_by_one(count: int) -> None:
    said = sentence(count)
    assert said.count("(reduced)") == said.count("(raised)") == count
    assert "others" not in said


def test_of_many_rows_a_dozen_are_named_and_the_others_counted() -> None:
    said = sentence(1500)
    assert said.count("(reduced)") == said.count("(raised)") == MOST_NAMED
    assert said.count("or 1,488 others") == 2
