import pytest

from pan_tp_cli.money import Percent
from pan_tp_cli.rules.budget import pourcentage
from tests.projects import cells, plan, read

RULE = "budget.pourcentage"


def text(share: str, amount: str = "653", total: str = "1 000") -> str:
    body = f"""\
        recapitulatif:
          axes: [{{axe: 1, 2023: {amount}, total: {amount}, part: '{share}'}}]
          total: {{2023: {total}, total: {total}, part: 100%}}
          parts: {{2023: 100%, total: 100%}}
        axes: [{{code: 1, intitule: A}}]
        """
    return plan(body, years="2023")


@pytest.mark.parametrize(
    ("share", "amount", "right"),
    [
        ("65 %", "653", True),
        ("65,3 %", "653", True),
        ("65.30%", "653", True),
        ("66 %", "653", False),
        ("66 %", "655", True),
        ("65 %", "655", False),
        ("65,5 %", "655", True),
        ("0 %", "4", True),
        ("1 %", "5", True),
    ],
)
def test_a_share_is_rounded_half_up_to_its_own_precision(
    share: str, amount: str, right: bool
) -> None:
    found = read(text(share, amount)).said_by(RULE)
    assert cells(found) == ([] if right else [(RULE, "recap:1", "part")])


def test_it_says_the_share_that_should_be_printed() -> None:
    (finding,) = read(text("60,0 %")).said_by(RULE)
    assert finding.expected == Percent(653, 1)
    assert finding.difference == Percent(-53, 1)


def test_the_shares_of_the_years_are_shares_too() -> None:
    body = """\
        recapitulatif:
          total: {2023: 1, 2024: 3, total: 4}
          parts: {2023: 25%, 2024: 74%, total: 99%}
        axes: [{code: 1, intitule: A}]
        """
    assert cells(read(plan(body)).said_by(RULE)) == [
        (RULE, "recap:parts", "2024"),
        (RULE, "recap:parts", "total"),
    ]


def test_no_share_of_nothing() -> None:
    assert read(text("22 %", "0", "0")).said_by(RULE) == []


def test_a_share_that_is_not_printed_is_none() -> None:
    body = """\
        recapitulatif:
          total: {2023: 1, 2024: 3, total: 4}
          parts: {2023: 25%, 2024: ~, total: 100%}
        axes: [{code: 1, intitule: A}]
        """
    stated = pourcentage.equations(read(plan(body)).project)
    assert [each.target.column for each in stated] == ["2023", "total"]


@pytest.mark.parametrize("total", ["{2023: 1, 2024: 3}", "~"])
def test_without_a_total_there_is_no_whole(total: str) -> None:
    body = f"""\
        recapitulatif:
          total: {total}
          parts: {{2023: 25%, 2024: 75%, total: 100%}}
        axes: [{{code: 1, intitule: A}}]
        """
    assert list(pourcentage.equations(read(plan(body)).project)) == []
