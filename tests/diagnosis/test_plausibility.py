"""How likely rows and slips are: worked out from the habits of small tables."""

from math import log

import pytest

from pan_tp_cli.diagnosis.habits import Habits
from pan_tp_cli.diagnosis.plausibility import ANY_AMOUNT, Plausibility, shares
from pan_tp_cli.diagnosis.system import System
from pan_tp_cli.diagnosis.typing_errors import BLANKED, COPIED, OTHER, slips
from pan_tp_cli.money import Percent
from pan_tp_cli.repair import Pattern
from pan_tp_cli.table import Cell
from tests.diagnosis.tables import cell, equation, row

YEARS = ("2023", "2024", "2025")
Rows = list[dict[str, Cell]]


def table(*amounts: tuple[int, ...]) -> tuple[System, Rows]:
    """Return a system of rows of three years and their sums, all of which hold."""
    rows = [
        row(f"row {place}", {**dict(zip(YEARS, each, strict=True)), "total": sum(each)})
        for place, each in enumerate(amounts)
    ]
    return System([equation(each["total"], *(each[y] for y in YEARS)) for each in rows]), rows


AMOUNTS = (500, 500, 500), (200, 300, 700), (500, 500, 0)


def test_a_row_is_its_years_in_their_order_without_what_is_computed() -> None:
    cells = row("A", {"total": 9, "2025": 4, "2023": 2, "2024": 3})
    others = cells["2024"], cells["2025"], cells["2023"]
    plausibility = Plausibility(System([equation(cells["total"], *others)]))
    assert plausibility.row(cells["total"].entry) == [cells[year] for year in YEARS]


def test_rows_gain_what_their_amounts_are_likelier_with_changes_than_as_printed() -> None:
    system, rows = table(*AMOUNTS)
    habits = Habits(AMOUNTS)
    # the row of 700 is given 200 there, the one of 0 is given 500; what is changed is one
    # of the amounts printed, and does not speak for itself
    first = habits.row([200, 300, 200]) - habits.row([200, 300, 700], [False, False, True])
    second = habits.row([500, 500, 500]) - habits.row([500, 500, 0], [False, False, True])
    changes = [(rows[1]["2025"], 200), (rows[2]["2025"], 500)]
    gain = Plausibility(system).gain
    assert gain(changes[:1]) == pytest.approx(first)
    assert gain(changes) == pytest.approx(first + second)
    # a total is what its row makes it
    assert gain([(rows[1]["total"], 17), *changes]) == pytest.approx(first + second)
    assert gain([(rows[1]["total"], 17)]) == 0


@pytest.mark.parametrize(
    ("quantity", "right", "factor"),
    [
        # 1 200 for 180 sessions is no whole number for each, 1 260 is 7
        (180, 360, 20),
        (180, 300, 1),
        # and 1 200 is for 120, but not 1 201
        (120, 301, 1 / 20),
        (1, 301, 1),
    ],
)
def test_a_quantity_that_divides_the_amounts_speaks_for_a_row(
    quantity: int, right: int, factor: float
) -> None:
    system, rows = table(*AMOUNTS)
    entry, changes = rows[1]["2024"].entry, [(rows[1]["2024"], right)]
    without = Plausibility(system).gain(changes)
    with_quantity = Plausibility(system, {id(entry): quantity}).gain(changes)
    assert with_quantity - without == pytest.approx(log(factor))
    # the quantity of another row is nothing to this one
    assert Plausibility(system, {id(rows[0]["2023"].entry): 7}).gain(changes) == without


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_shares_beyond_the_whole_speak_against_a_row(decimals: int) -> None:
    """101 % and 105 % are beyond, of which one or both are mended to 100 %."""
    step = 10**decimals
    printed = [Percent(105 * step, decimals), Percent(101 * step, decimals), Percent(50)]
    cells = row("A", dict(zip(YEARS, printed, strict=True)))
    total = row("A", {"total": Percent(1)})["total"]
    plausibility = Plausibility(System([equation(total, *cells.values())]))
    before = [105 * step, 101 * step, 50 * step]
    habits = Habits([before])
    for count in (1, 2):
        own = [place < count for place in range(3)]
        after = [100 * step if mended else units for mended, units in zip(own, before, strict=True)]
        changes = [(cells[year], 100 * step) for year in YEARS[:count]]
        usual = habits.row(after) - habits.row(before, own)
        assert plausibility.gain(changes) - usual == pytest.approx(count * log(10_000))


def slipped(printed: int, right: int) -> float:
    """Return how probable it is that the hand slips from one figure to another."""
    return sum(slip.probability for slip in slips(printed, right))


def test_the_slips_of_a_figure_add_up_with_any_other_way_to_it() -> None:
    system, rows = table(*AMOUNTS)
    habits = Habits(AMOUNTS)
    leaf, total = rows[1]["2025"], rows[1]["total"]
    origin = Plausibility(system).origin(leaf, 760, [])
    free = OTHER * habits.amount(700, own=1)
    assert origin.weight == pytest.approx(log(slipped(700, 760) + free))
    assert origin.pattern is Pattern.DIGIT_REPLACED
    # a sum is twenty times as often wrong, and any other amount is as good
    origin = Plausibility(system).origin(total, 1210, [])
    assert origin.weight == pytest.approx(log(20 * (slipped(1200, 1210) + OTHER * ANY_AMOUNT)))
    # a figure seen once is hardly typed by heart, one seen often is
    rare, usual = (Plausibility(system).origin(each, 1, []) for each in (leaf, rows[0]["2023"]))
    assert rare.weight < usual.weight


def test_a_figure_that_stands_beside_may_have_been_copied() -> None:
    """Two of three neighbours hold the same 500 as is printed."""
    system, rows = table(*AMOUNTS)
    printed = rows[0]["2024"]
    neighbours = [rows[1]["2023"], rows[0]["2023"], rows[2]["2024"]]
    origin = Plausibility(system).origin(printed, 777, neighbours)
    free = OTHER * Habits(AMOUNTS).amount(500, own=1)
    assert origin.weight == pytest.approx(log(COPIED * 2 / 3 + free))
    assert origin.pattern is Pattern.COPIED_NEIGHBOUR
    assert origin.detail == {"node": "row 0", "column": "2023"}


def test_what_is_a_likelier_slip_than_a_copy_is_told_as_that() -> None:
    system, rows = table((12, 21, 5), (7, 7, 7), (9, 8, 8), (4, 4, 4))
    printed, others = rows[0]["2024"], [rows[1]["2023"]] * 99
    origin = Plausibility(system).origin(printed, 12, [printed, *others])
    assert origin.pattern is Pattern.DIGITS_INTERCHANGED
    assert origin.detail == {}


def test_a_blank_cell_was_left_out() -> None:
    blank = cell("A", None)
    system = System([equation(cell("T", 5), blank)])
    assert Plausibility(system).origin(blank, 5, [blank]) == (Pattern.BLANK, log(BLANKED), {})


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([], []),
        ([-3.0], [1]),
        ([log(1), log(3)], [0.25, 0.75]),
        ([log(3) - 900, log(1) - 900], [0.75, 0.25]),
        ([900, 900 + log(3)], [0.25, 0.75]),
    ],
)
def test_shares_are_parts_of_what_all_are_likely_together(
    weights: list[float], expected: list[float]
) -> None:
    assert shares(weights) == pytest.approx(expected)
