"""Which findings bar recomputing, and which repairs a patch takes: on findings made by hand."""

import pytest

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.mending import leaf_at_fault, mend, suspected
from pan_tp_cli.message import Message
from pan_tp_cli.place import Place, Role
from pan_tp_cli.repair import Change, MissingRow, Pattern, Repair
from pan_tp_cli.text import Text

NOTHING = Message(Text("", ""))


def place(name: str) -> Place:
    return Place(Role.PLAN, (name,))


def change(name: str, proposed: int = 1) -> Change:
    return Change("1", name, place(name), 0, proposed)


def repair(*changes: Change, pattern: Pattern = Pattern.OTHER_VALUE) -> Repair:
    return Repair(pattern, NOTHING, changes, 1.0)


def finding(*repairs: Repair, sure: bool = True, row: MissingRow | None = None) -> Finding:
    return Finding(
        "budget.sous-total",
        Severity.ERROR,
        "1",
        None,
        place("total"),
        NOTHING,
        repairs=repairs,
        missing_row=row,
        sure=sure,
    )


TARGETS = {place("total"), place("sous-total")}


@pytest.mark.parametrize(
    ("given", "barred"),
    [
        (finding(), False),
        (finding(repair(change("total"))), False),
        (finding(repair(change("total"), change("sous-total"))), False),
        (finding(repair(change("2023"))), True),
        (finding(repair(change("total"), change("2023"))), True),
        (finding(repair(change("total")), repair(change("2023"))), False),
        (finding(repair(change("2023")), repair(change("total"))), True),
        (finding(repair(pattern=Pattern.MISSING_ROW)), True),
        (finding(repair(pattern=Pattern.DUPLICATED_ROW)), True),
        (finding(repair(pattern=Pattern.MISPLACED_ROW)), True),
        (finding(repair(change("total"), pattern=Pattern.STALE_TOTALS)), False),
        (finding(repair(change("total"), pattern=Pattern.STALE_TOTALS), sure=False), False),
        (
            finding(
                repair(change("total"), pattern=Pattern.STALE_TOTALS)._replace(share=0.5),
                repair(pattern=Pattern.MISSING_ROW)._replace(share=0.5),
                sure=False,
            ),
            True,
        ),
        (finding(row=MissingRow("1", {"2023": 5})), True),
        (finding(sure=False), True),
        (finding(repair(change("total")), sure=False), True),
    ],
)
def test_a_leaf_at_fault(given: Finding, barred: bool) -> None:
    assert leaf_at_fault(given, TARGETS) is barred


def test_the_cells_suspected_are_those_of_the_best_repair_or_of_all_when_unsure() -> None:
    first, second = change("2023"), change("total")
    both = (repair(first), repair(second), repair(first))
    assert suspected(finding(*both)) == (first,)
    assert suspected(finding(*both, sure=False)) == (first, second)
    assert suspected(finding()) == ()


def test_a_patch_takes_the_best_repair_of_each_finding_that_is_sure() -> None:
    first, second, third = change("2023"), change("total"), change("2024")
    sure = finding(repair(first, second), repair(third))
    unsure, helpless = finding(repair(third), sure=False), finding()
    nothing = finding(repair(pattern=Pattern.MISSING_ROW))
    assert mend([sure, unsure, helpless, nothing]) == (
        (first, second),
        (unsure, helpless, nothing),
    )


def test_where_two_findings_disagree_the_first_wins() -> None:
    first, other = finding(repair(change("2023", 1))), finding(repair(change("2023", 2)))
    partly = finding(repair(change("2024"), change("2023", 2)))
    assert mend([first, other, partly]) == ((change("2023", 1),), (other, partly))
    assert mend([other, first]) == ((change("2023", 2),), (first,))


def test_where_two_findings_agree_both_are_mended() -> None:
    one, other = finding(repair(change("2023"))), finding(repair(change("2023"), change("2024")))
    assert mend([one, other]) == ((change("2023"), change("2024")), ())
