import pytest

from pan_tp_cli.calculation import Calculation, Relation, Term
from pan_tp_cli.money import NOT_APPLICABLE, Percent, Value
from pan_tp_cli.report.computation import write_calculation
from pan_tp_cli.text import Lang


def years(*values: Value) -> tuple[Term, ...]:
    return tuple(Term("1", str(2023 + index), value) for index, value in enumerate(values))


def rows(*values: Value) -> tuple[Term, ...]:
    return tuple(Term(f"1-0{index}", "2023", value) for index, value in enumerate(values))


@pytest.mark.parametrize(
    ("relation", "terms", "result", "steps"),
    [
        (Relation.SUM, years(10, 10, 10), 30, "10 × 3 years = 30"),
        (Relation.SUM, rows(10, 10, 10), 30, "10 × 3 rows = 30"),
        (Relation.SUM, years(0, 20, None), 20, "0 + 20 + 0 = 20"),
        (Relation.SUM, years(1, NOT_APPLICABLE, 2), 3, "1 + 2 = 3"),
        (Relation.SUM, years(-1, -2), -3, "−1 + (−2) = −3"),
        (Relation.SUM, rows(*range(1, 8)), 28, "7 rows: 1 + 2 + 3 + … + 6 + 7 = 28"),
        (Relation.SUM, years(*range(1, 8)), 28, "1 + 2 + 3 + … + 6 + 7 = 28"),
        (Relation.SUM, (Term("recap:1", "total", 5),), 5, "recap:1, total: 5"),
        (Relation.SUM, (Term("total_general", None, 5),), 5, "total_general: 5"),
        (Relation.SUM, (), 0, "no amount"),
        (
            Relation.MEAN,
            years(Percent(50), NOT_APPLICABLE, Percent(55)),
            Percent(53),
            "(50% + 55%) ÷ 2 = 52.50% ≈ 53%",
        ),
        (Relation.MEAN, years(Percent(75), Percent(79)), Percent(77), "(75% + 79%) ÷ 2 = 77%"),
        (Relation.MEAN, years(1, 2), 2, "(1 + 2) ÷ 2 = 1.50 ≈ 2"),
        (
            Relation.SHARE,
            (Term("recap:1", "total", 3), Term("recap:total", "total", 4)),
            Percent(75),
            "3 ÷ 4 = 75%",
        ),
        (Relation.SUM, years(None, None), 0, "0 × 2 years = 0"),
        (Relation.SUM, (Term("1", "2023", 5), Term("1", "2023", 5)), 10, "5 × 2 rows = 10"),
        (
            Relation.SUM,
            (Term("1", "2023", 5), Term("1", "2024", 5), Term("2", "2023", 5)),
            15,
            "5 + 5 + 5 = 15",
        ),
        (Relation.LAST, years(1, 3, NOT_APPLICABLE), 3, "last target, 2024: 3"),
        (Relation.MAXIMUM, years(1, 9, 3), 9, "highest target: 9"),
        (
            Relation.SHARE,
            (Term("recap:1", "total", 653), Term("recap:total", "total", 2983)),
            Percent(22),
            "653 ÷ 2,983 = 21.89% ≈ 22%",
        ),
    ],
)
def test_a_calculation_can_be_redone_by_hand(
    relation: Relation, terms: tuple[Term, ...], result: Value, steps: str
) -> None:
    assert write_calculation(Calculation(relation, terms, result, None), Lang.EN) == steps
