"""The table of money: the columns of the plan and its headings in which something moved."""

import pytest
from hypothesis import given

from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.course import Course
from pan_tp_cli.diff.money import amounts_of
from pan_tp_cli.diff.node import NodeKind, nodes
from pan_tp_cli.place import Role
from tests.diff.comparing import compared, replaced
from tests.diff.versions import Version, faulty, twos
from tests.projects import plan, read

PLAN = plan("""\
    total_general: {chiffres: 60}
    recapitulatif:
      total: {2023: 25, 2024: 35, total: 60}
    axes:
      - code: 1
        intitule: Prévention
        budget: {2023: 15, 2024: 35, total: 50}
        actions:
          - code: 1.1
            intitule: Informer
            activites:
              - {id: 1.1-01, intitule: Former, budget: {2023: 10, 2024: ~, total: 10}}
              - {id: 1.1-02, intitule: Équiper, budget: {2023: 5, 2024: 5}}
          - code: 1.2
            intitule: Protéger
            budget: {2023: 0, 2024: 30, total: 30}
      - code: 2
        intitule: Protection
        activites:
          - {id: 2-01, intitule: Soigner, budget: {2023: 10, 2024: 0, total: 10}}
    """)
Lines = dict[str, tuple[int | None, ...]]
ROW = ("2023: 5, 2024: 5}", "2023: 5, 2024: 9}")
AXIS = ("2023: 15, 2024: 35, total: 50", "2023: 15, 2024: 39, total: 54")
WHOLE = ("2023: 25, 2024: 35, total: 60", "2023: 25, 2024: 39, total: 64")
ANNOUNCED = ("chiffres: 60", "chiffres: 64")


def table(found: Diff) -> dict[str, Lines]:
    """Return before and after by heading and column, and what is owed where it is not all."""
    rows: dict[str, Lines] = {}
    for row in found.money:
        assert row.pair
        rows[row.pair.node.code] = {
            line.column: (line.before, line.after, *(() if line.owed is None else (line.owed,)))
            for line in row.lines
        }
    return rows


def moved(*edits: tuple[str, str]) -> dict[str, Lines]:
    return table(compared(read(PLAN), read(replaced(PLAN, *edits))))


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([("Former", "Former tous")], {}, id="words alone"),
        pytest.param(
            [ROW, AXIS, WHOLE, ANNOUNCED],
            {
                "plan": {"2024": (35, 39), "total": (60, 64)},
                "1": {"2024": (35, 39), "total": (50, 54)},
                # action 1.1 prints no amounts: 0 + 5, and 10 + 10 in all
                "1.1": {"2024": (5, 9), "total": (20, 24)},
            },
            id="a row, and all totals",
        ),
        pytest.param(
            [ROW, WHOLE],
            {
                "plan": {"2024": (35, 39), "total": (60, 60, 64)},
                "1": {"2024": (35, 35, 39), "total": (50, 50, 54)},
                "1.1": {"2024": (5, 9), "total": (20, 24)},
            },
            id="a row, and some totals",
        ),
        pytest.param(
            [("2023: 5, 2024: 5}", "2023: 4, 2024: 6}")],
            {
                "plan": {"2023": (25, 25, 24), "2024": (35, 35, 36)},
                "1": {"2023": (15, 15, 14), "2024": (35, 35, 36)},
                "1.1": {"2023": (15, 14), "2024": (5, 6)},
            },
            id="from year to year",
        ),
        pytest.param(
            [("chiffres: 60", "chiffres: 61")], {"plan": {"total": (60, 61, 60)}},
            id="a total alone",
        ),
        pytest.param(
            [("total: 30}", "total: 31}")], {"1.2": {"total": (30, 31, 30)}},
            id="a heading without rows: its years are its rows",
        ),
        pytest.param([("2024: ~, total: 10", "2024: 0, total: 10")], {}, id="blank or 0"),
        pytest.param([("2024: ~, total: 10", "2024: ~")], {}, id="a total no longer printed"),
        pytest.param(
            [("2024: ~, total: 10", "2024: 1 0, total: 10")], {}, id="a cell nobody can read"
        ),
    ],
)  # fmt: skip
def test_the_columns_that_moved(edits: list[tuple[str, str]], expected: dict[str, Lines]) -> None:
    assert moved(*edits) == expected


def test_a_heading_that_is_not_there_has_no_amount_and_not_0() -> None:
    action = "      - code: 1.2\n        intitule: Protéger\n        budget: {2023: 0, 2024: 30, total: 30}\n"  # noqa: E501
    assert moved((action, ""))["1.2"] == {"2024": (30, None), "total": (30, None)}
    back = compared(read(replaced(PLAN, (action, ""))), read(PLAN))
    assert table(back)["1.2"] == {"2024": (None, 30), "total": (None, 30)}


def test_a_row_that_moved_counts_where_it_was_and_where_it_is() -> None:
    row = "          - {id: 1.1-02, intitule: Équiper, budget: {2023: 5, 2024: 5}}\n"
    goal = "      - {id: 2-01"
    found = moved((row, ""), (goal, row[4:] + goal))
    assert found["1.1"] == {"2023": (15, 10), "2024": (5, 0), "total": (20, 10)}
    assert found["2"] == {"2023": (10, 15), "2024": (0, 5), "total": (10, 20)}
    assert found["1"] == {"2023": (15, 15, 10), "2024": (35, 35, 30), "total": (50, 50, 40)}
    assert "plan" not in found


@pytest.mark.parametrize(
    ("budget", "amounts"),
    [
        ("2023: 1, 2024: 2, total: 3", {"2023": 1, "2024": 2, "total": 3}),
        ("2023: 1, 2024: 2, total: 9", {"2023": 1, "2024": 2, "total": 3}),
        ("2023: 1, 2024: ~", {"2023": 1, "total": 1}),
        ("2023: 1, 2024: 2 0", {"2023": 1, "total": 1}),
        ("2023: ~, 2024: ~, total: 9", {"total": 0}),
    ],
)
def test_the_money_of_a_row_is_that_of_its_years(budget: str, amounts: dict[str, int]) -> None:
    row = f"{{id: 1-1, intitule: B, budget: {{{budget}}}}}"
    text = plan(f"axes: [{{code: 1, intitule: A, activites: [{row}]}}]")
    (node,) = (each for each in nodes(read(text).project) if each.kind is NodeKind.ACTIVITY)
    assert amounts_of(node) == amounts


@given(faulty())
def test_money_moves_nowhere_if_nothing_changed(version: Version) -> None:
    assert compared(version.read(), version.read()).money == ()


@given(twos())
def test_every_line_says_that_money_moved_or_should_have(two: tuple[Version, Version]) -> None:
    found = compared(*(version.read() for version in two))
    for row in found.money:
        assert row.lines
        for line in row.lines:
            caught_up = line.course is Course.CAUGHT_UP
            assert line.difference or line.owed is not None or caught_up
            assert line.owed is None or line.owed != (line.after or 0)
    budget_changed = {
        change.pair.node.entry.role for change in found.changes if change.cells
    }  # fmt: skip
    assert Role.PLAN in budget_changed or not found.money or moved_rows(found)


def moved_rows(found: Diff) -> bool:
    """Tell whether rows moved from heading to heading, which is a change without cells."""
    return any(change.aspect.value == "moved" for change in found.changes)
