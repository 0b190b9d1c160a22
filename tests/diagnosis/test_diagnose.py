"""Causes: how many explanations they keep, what is folded into them, and what is right then."""

from collections.abc import Sequence
from math import log

import pytest

from pan_tp_cli.diagnosis.diagnose import Cause, Diagnosis, diagnose
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.equation import Footing
from pan_tp_cli.money import Percent
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell
from tests.diagnosis.tables import across, block, cell, equation, row, share

Change = tuple[Cell, int]


def proposed(cause: Cause) -> list[dict[str, int]]:
    return [{each.entry.node: units for each, units in e.changes} for e in cause.explanations]


def told(cause: Cause) -> list[str]:
    """Return what the violated equations of a cause compute."""
    return [each.equation.target.entry.node for each in cause.violations]


def test_the_twenty_likeliest_explanations_are_kept() -> None:
    terms = [cell(f"x{place}", 10 + place) for place in range(30)]
    total = sum(range(10, 40)) + 1
    (cause,) = diagnose([across("sum", cell("t", total), *terms)]).causes
    assert len(cause.explanations) == len(cause.shares) == 20
    weights = [each.weight for each in cause.explanations]
    assert weights == sorted(weights, reverse=True)
    # the shares are of all 31
    assert 0.5 < sum(cause.shares) < 1


def test_that_the_totals_should_follow_is_kept_however_unlikely() -> None:
    """Any of 30 terms may be wrong as well, and a sum that holds is above the total."""
    terms = [cell(f"x{place}", 10 + place) for place in range(30)]
    total = cell("t", sum(range(10, 40)) + 1)
    repeated = equation(total, *terms)._replace(footing=Footing.NONE)
    (cause,) = diagnose([repeated, across("sum", cell("top", total.value), total)]).causes
    patterns = [each.pattern for each in cause.explanations]
    assert len(patterns) == 21
    assert patterns.index(Pattern.STALE_TOTALS) == 20


def test_the_quantity_of_a_row_is_weighed() -> None:
    """7 200 with 3 600 is 60 for each of 180; 7 300 would be no whole number for each."""
    cells = row("A", {"2023": 3600, "2024": 7300, "total": 10_800})
    total, entry = cells.pop("total"), cells["2023"].entry
    sums = [across("sum", total, *cells.values())]

    def weight(quantities: dict[int, int]) -> float:
        (cause,) = diagnose(sums, quantities).causes
        (found,) = (each for each in cause.explanations if each.changes == ((cells["2024"], 7200),))
        return found.weight

    assert weight({id(entry): 180}) - weight({}) == pytest.approx(log(20))


def test_a_wrong_share_is_told_after_one_that_holds() -> None:
    """40 % of 25 are 10; 15 are 60 %, and not 61 %."""
    whole, first, second = cell("whole", 25), cell("first", 10), cell("second", 15)
    shares = [share(40, first, whole), share(61, second, whole)]
    sums = [across("sum", whole, first, second)]
    (cause,) = diagnose([*sums, *shares]).causes
    assert told(cause) == ["share of second"]
    assert proposed(cause) == [{"share of second": 60}]
    # 61 - 60
    assert cause.violations[0].difference == Percent(1)


def test_what_is_left_of_a_wrong_share_is_by_how_much_it_differs_from_that_of_the_right_part() -> (
    None
):
    """The sums say 20 instead of 10, of 50; 45 % is 5 beyond 40 %, not 25 beyond 20 %."""
    whole, first, second = cell("whole", 50), cell("first", 10), cell("second", 30)
    sums = [across("whole", whole, first, second), across("again", cell("more", 20), first)]
    causes = diagnose([*sums, share(45, first, whole)]).causes
    assert [told(cause) for cause in causes] == [["whole", "more"], ["share of first"]]
    left = causes[1].violations[0]
    assert (left.expected, left.difference) == (Percent(40), Percent(5))


def test_a_share_in_a_block_without_explanation_is_part_of_it() -> None:
    corner, whole = cell("corner", 7), cell("whole", 100)
    around = block("a", corner)
    (cause,) = diagnose([*around, share(50, corner, whole)]).causes
    assert cause.explanations == ()
    assert told(cause)[-1] == "share of corner"
    assert len(cause.violations) == len(around) + 1


def test_a_share_beside_such_a_block_is_a_cause_of_its_own() -> None:
    part, whole = cell("part", 7), cell("whole", 100)
    block_cause, other = diagnose([*block("a", cell("corner", 7)), share(50, part, whole)]).causes
    assert told(other) == ["share of part"]
    assert "share of part" not in told(block_cause)


def cause(*explanations: Sequence[Change], pattern: Pattern = Pattern.OTHER_VALUE) -> Cause:
    made = tuple(Explanation(pattern, frozenset(), tuple(each), 0.0) for each in explanations)
    return Cause((), made, (1.0,) * len(made))


def right(system: System, *causes: Cause) -> dict[str, object]:
    values = Diagnosis(causes, system).right()
    return {system.cells[identity].entry.node: value for identity, value in values.items()}


def test_what_is_right_is_what_the_likeliest_explanations_say() -> None:
    a, b = cell("a", 1), cell("b", 2)
    system = System([equation(cell("t", 9), a, b)])
    assert right(system, cause([(a, 5)], [(b, 6)]), cause()) == {"a": 5}


def test_what_two_explanations_add_to_one_total_comes_together() -> None:
    """The one adds 4 to 9, the other 3, and a third takes 1 away."""
    a, b, total = cell("a", 1), cell("b", 2), cell("t", 9)
    system = System([equation(total, a, b)])
    causes = [cause([(a, 5), (total, 13)]), cause([(b, 5), (total, 12)]), cause([(total, 8)])]
    assert right(system, *causes) == {"a": 5, "b": 5, "t": 15}


def test_a_share_is_what_the_first_explanation_says() -> None:
    part, whole = cell("part", 10), cell("whole", 25)
    equation_of_share = share(40, part, whole)
    system, target = System([equation_of_share]), equation_of_share.target
    causes = [cause([(target, 44)]), cause([(target, 48)])]
    assert right(system, *causes) == {"share of part": Percent(44)}


def test_a_share_that_holds_again_belongs_to_the_cause_that_makes_it_hold() -> None:
    """111 of 222 is half; 333 is wrong. 111 might be 110, if less likely than that its sum is."""
    part, whole, none = cell("part", 111), cell("whole", 333), cell("none", 0)
    sums = [
        across("one", cell("t", 110), part, none),
        across("other", whole, cell("m", 200), cell("n", 22)),
    ]
    one, other = diagnose([*sums, share(50, part, whole)]).causes
    assert proposed(one) == [{"t": 111}, {"part": 110}]
    assert proposed(other)[0] == {"whole": 222}
    assert (told(one), told(other)) == (["t"], ["whole", "share of part"])


def test_a_cell_that_mends_a_share_is_right_though_the_totals_might_follow_instead() -> None:
    """10 of 25 is 40 %, and not 13; or what repeats the 13, and the sum above, did not follow."""
    part, whole, repeated = cell("part", 13), cell("whole", 25), cell("repeated", 10)
    sums = [
        equation(repeated, part)._replace(footing=Footing.NONE),
        across("sum", cell("top", 17), repeated, cell("other", 7)),
    ]
    (only,) = diagnose([*sums, share(40, part, whole)]).causes
    assert [each.pattern for each in only.explanations][1] is Pattern.STALE_TOTALS
    assert proposed(only)[0] == {"part": 10}
    assert told(only) == ["repeated", "share of part"]
