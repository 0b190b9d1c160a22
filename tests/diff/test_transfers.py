"""Where money went: what rows lost, and rows that gained just as much."""

import pytest

from tests.diff.comparing import compared
from tests.projects import plan, read

HEAD = "axes:\n  - code: 1\n    intitule: Prévention\n    activites:\n"
ROW = "      - {{id: {code}, intitule: {label}, budget: {{2023: {first}, 2024: {second}}}}}\n"
Row = tuple[str, str, int, int]

FORMER: Row = ("1-01", "Former les juges", 5, 15)
RADIO: Row = ("1-02", "Acheter une station de radio", 30, 0)
SOIGNER: Row = ("1-03", "Soigner et héberger", 7, 1)


def axis(*rows: Row) -> str:
    """Return a plan of one axis without subtotals."""
    written = (ROW.format(code=c, label=said, first=a, second=b) for c, said, a, b in rows)
    return plan(HEAD + "".join(written))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            [FORMER, SOIGNER],
            [SOIGNER, ("1-09", "Équiper un centre d'accueil", 5, 15)],
            [(["1-01"], ["1-09"], {"2023": 5, "2024": 15}, 20, True)],
            id="a row in the place of another",
        ),
        pytest.param(
            [FORMER, SOIGNER],
            [("1-03", "Soigner et héberger", 12, 16)],
            [(["1-01"], ["1-03"], {"2023": 5, "2024": 15}, 20, True)],
            id="into a row that stays",
        ),
        pytest.param(
            [FORMER, SOIGNER],
            [SOIGNER, ("1-09", "Équiper un centre d'accueil", 15, 5)],
            [(["1-01"], ["1-09"], {}, 20, False)],
            id="in total only",
        ),
        pytest.param(
            [FORMER, SOIGNER],
            [("1-01", "Former les juges", 3, 15), ("1-03", "Soigner et héberger", 9, 1)],
            [(["1-01"], ["1-03"], {"2023": 2}, 2, True)],
            id="from row to row",
        ),
        pytest.param(
            [FORMER, SOIGNER],
            [("1-01", "Former les juges", 3, 15), ("1-03", "Soigner et héberger", 7, 3)],
            [(["1-01"], ["1-03"], {}, 2, False)],
            id="in other years, where one row alone lost it and one gained it",
        ),
        pytest.param(
            [FORMER, SOIGNER],
            [("1-01", "Former les juges", 15, 5), SOIGNER],
            [],
            id="years shifted within a row",
        ),
        pytest.param(
            [FORMER, RADIO],
            [RADIO, ("1-08", "Loger", 5, 15), ("1-09", "Équiper un centre d'accueil", 5, 15)],
            [(["1-01"], ["1-08", "1-09"], {"2023": 5, "2024": 15}, 20, True)],
            id="two rows that it may have gone to",
        ),
        pytest.param([FORMER, SOIGNER], [SOIGNER], [], id="gone for good"),
        pytest.param(
            [FORMER, RADIO, SOIGNER],
            [
                ("1-01", "Former les juges", 3, 15),
                ("1-02", "Acheter une station de radio", 30, 2),
                ("1-03", "Soigner et héberger", 7, 3),
            ],
            [],
            id="in other years, into either of two rows that stay: it may be chance",
        ),
        pytest.param(
            [FORMER, RADIO, SOIGNER],
            [("1-03", "Soigner et héberger", 42, 16)],
            [(["1-01", "1-02"], ["1-03"], {"2023": 35, "2024": 15}, 50, True)],
            id="two rows gone into one",
        ),
        pytest.param(
            [("1-03", "Soigner et héberger", 42, 16)],
            [FORMER, RADIO, SOIGNER],
            [(["1-03"], ["1-01", "1-02"], {"2023": 35, "2024": 15}, 50, True)],
            id="one row parted into itself and two others",
        ),
        pytest.param(
            [FORMER, RADIO, ("1-04", "Loger", 30, 1), ("1-05", "Nourrir", 5, 14), SOIGNER],
            [("1-03", "Soigner et héberger", 42, 16)],
            [],
            id="two pairs of rows that may have gone into one",
        ),
    ],
)
def test_money_is_followed(before: list[Row], after: list[Row], expected: list[object]) -> None:
    found = compared(read(axis(*before)), read(axis(*after))).transfers
    assert [
        (
            [pair.node.code for pair in each.sources],
            [pair.node.code for pair in each.sinks],
            dict(each.amounts),
            each.total,
            each.same_years,
        )
        for each in found
    ] == expected


def test_a_row_that_moves_takes_its_money_along() -> None:
    other = "  - code: 2\n    intitule: Protection\n    activites:\n"
    former = ROW.format(code="1-01", label="Former les juges", first=5, second=15)
    soigner = ROW.format(code="1-03", label="Soigner et héberger", first=7, second=1)
    loger = ROW.format(code="2-01", label="Loger les victimes", first=2, second=2)
    moved = former.replace("1-01", "2-02")
    before = read(plan(HEAD + former + soigner + other + loger))
    after = read(plan(HEAD + soigner + other + loger + moved))
    assert compared(before, after).transfers == ()


def test_rows_that_make_up_an_amount_together_are_no_alternatives() -> None:
    after = read(axis(("1-03", "Soigner et héberger", 42, 16)))
    (joint,) = compared(read(axis(FORMER, RADIO, SOIGNER)), after).transfers
    assert joint.joint
    twice = (("1-08", "Loger", 5, 15), ("1-09", "Équiper un centre d'accueil", 5, 15))
    (either,) = compared(read(axis(FORMER, RADIO)), read(axis(RADIO, *twice))).transfers
    assert not either.joint
