import pytest

from pan_tp_cli.money import Percent
from pan_tp_cli.rules.budget.somme_pourcentages import largest_remainders
from pan_tp_cli.text import Lang
from tests.projects import cells, plan, read

RULE = "budget.somme-pourcentages"


def text(*shares: str) -> str:
    rows = "".join(
        f"    - {{axe: {number}, intitule: A{number}, 2023: 1, total: 1, part: {share}}}\n"
        for number, share in enumerate(shares, 1)
    )
    total = f"  total: {{2023: {len(shares)}, total: {len(shares)}, part: 100 %}}\n"
    head = f"recapitulatif:\n  axes:\n{rows}{total}"
    return plan(head + "axes: [{code: 1, intitule: A}]", years="2023")


@pytest.mark.parametrize(
    ("shares", "wrong"), [(("33 %", "33 %", "33 %"), True), (("33 %", "33 %", "34 %"), False)]
)
def test_shares_that_do_not_add_up_are_remarked(shares: tuple[str, ...], wrong: bool) -> None:
    found = read(text(*shares)).said_by(RULE)
    assert cells(found) == ([(RULE, "recap:total", "part")] if wrong else [])


def test_it_names_the_rounding_that_adds_up() -> None:
    (finding,) = read(text("33 %", "33 %", "33 %")).said_by(RULE)
    assert "A1 34%, A2 33%, A3 33%" in finding.help[-1].render(Lang.EN)


def test_the_rounding_that_adds_up_has_the_precision_of_the_finest_share() -> None:
    (finding,) = read(text("33 %", "33.3 %", "33 %")).said_by(RULE)
    said = finding.help[-1].render(Lang.EN)
    assert "they would make 100.0%: A1 33.4%, A2 33.3%, A3 33.3%" in said


def years(totals: str) -> str:
    body = f"recapitulatif: {{{totals}parts: {{2023: 66 %, 2024: 33 %, total: 100 %}}}}\n"
    return plan(body + "axes: [{code: 1, intitule: A}]")


def test_it_names_the_rounding_of_the_shares_of_years() -> None:
    (finding,) = read(years("total: {2023: 2, 2024: 1, total: 3}, ")).said_by(RULE)
    assert cells([finding]) == [(RULE, "recap:parts", "total")]
    assert "2023 67%, 2024 33%" in finding.help[-1].render(Lang.EN)


@pytest.mark.parametrize(
    "totals",
    ["", "total: {2023: 0, 2024: 0, total: 0}, ", "total: {2023: 2, 2024: ~, total: 2}, "],
)
def test_it_names_none_where_the_shares_are_of_nothing_that_is_known(totals: str) -> None:
    (finding,) = read(years(totals)).said_by(RULE)
    assert [advice.render(Lang.EN) for advice in finding.help] == [
        "no fault if each share is rounded well: a note below the table is enough"
    ]


@pytest.mark.parametrize(
    ("amounts", "whole", "shares"),
    [
        # worked out by hand: 21.89, 22.70, 19.63 and 35.78 % lose .89, .70, .63 and .78
        ([653_000, 677_250, 585_500, 1_067_500], Percent(100), [22, 23, 19, 36]),
        ([1, 1, 1], Percent(100), [34, 33, 33]),
        ([1, 1, 1], Percent(1000, 1), [334, 333, 333]),
        ([0, 5], Percent(100), [0, 100]),
        ([0, 1], Percent(100), [0, 100]),
        ([0, 0], Percent(100), []),
        ([-1, 2], Percent(100), []),
    ],
)
def test_largest_remainders(amounts: list[int], whole: Percent, shares: list[int]) -> None:
    assert largest_remainders(amounts, whole) == [Percent(n, whole.decimals) for n in shares]
