import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.calculation import Calculation, Relation, Term
from pan_tp_cli.equation import Equation, Outcome, Violation, evaluate, expected, round_half_up
from pan_tp_cli.money import NOT_APPLICABLE, Percent, Unreadable, Value
from pan_tp_cli.place import Role
from pan_tp_cli.table import Cell, Entry

ENTRY = Entry(Role.PLAN, "1", "", "", ())


def cell(value: Value) -> Cell:
    return Cell(ENTRY, "total", value, ())


def equation(relation: Relation, target: Value, *terms: Value) -> Equation:
    return Equation("r", relation, cell(target), tuple(map(cell, terms)))


@pytest.mark.parametrize(
    ("relation", "target", "terms", "wanted"),
    [
        (Relation.SUM, 0, (1, 2), 3),
        (Relation.SUM, 0, (1, None, 2), 3),
        (Relation.SUM, 0, (None, None), 0),
        (Relation.SUM, 0, (1, NOT_APPLICABLE), 1),
        (Relation.SUM, 0, (1, Unreadable("x")), None),
        (Relation.SUM, Percent(0), (Percent(5), Percent(25, 1)), Percent(75, 1)),
        (Relation.SUM, 0, (1, Percent(5)), None),
        (Relation.MEAN, 0, (1, 2), 2),
        (Relation.MEAN, 0, (1, 2, NOT_APPLICABLE, None), 2),
        (Relation.MEAN, Percent(0), (Percent(52), Percent(53)), Percent(53)),
        (Relation.MEAN, Percent(0, 1), (Percent(52), Percent(53)), Percent(525, 1)),
        (Relation.MEAN, Percent(0), (Percent(0), Percent(0), Percent(1)), Percent(0)),
        (Relation.MEAN, Percent(0), (NOT_APPLICABLE,), None),
        (Relation.LAST, 0, (1, 2, NOT_APPLICABLE), 2),
        (Relation.MAXIMUM, 0, (1, 9, 2), 9),
        (Relation.MAXIMUM, Percent(0), (Percent(9), Percent(95, 1)), Percent(95, 1)),
        (Relation.SHARE, Percent(0), (653, 1000), Percent(65)),
        (Relation.SHARE, Percent(0, 1), (653, 1000), Percent(653, 1)),
        (Relation.SHARE, Percent(0), (1, 1), Percent(100)),
        (Relation.SHARE, Percent(0), (1, 0), None),
        (Relation.SHARE, Percent(0), (1, None), None),
        (Relation.SHARE, 5, (1, 2), None),
    ],
)
def test_what_each_relation_asks_for(
    relation: Relation, target: Value, terms: tuple[Value, ...], wanted: Value
) -> None:
    assert expected(equation(relation, target, *terms)) == wanted


@pytest.mark.parametrize(
    ("target", "outcome"),
    [
        (3, Outcome.HOLDS),
        (Unreadable("3"), Outcome.UNKNOWN),
        (Percent(3), Outcome.UNKNOWN),
        ("trois", Outcome.UNKNOWN),
    ],
)
def test_an_equation_holds_or_cannot_be_told(target: Value, outcome: Outcome) -> None:
    assert evaluate(equation(Relation.SUM, target, 1, 2)) is outcome


@pytest.mark.parametrize(("target", "difference"), [(5, 2), (1, -2), (None, -3)])
def test_a_violation_says_by_how_much(target: Value, difference: int) -> None:
    outcome = evaluate(equation(Relation.SUM, target, 1, 2))
    assert isinstance(outcome, Violation)
    assert (outcome.expected, outcome.difference) == (3, difference)


def test_a_violation_shows_its_calculation_term_by_term() -> None:
    row = Entry(Role.PLAN, "1.1", "", "", ())
    terms = (Cell(row, "2023", 1, ()), Cell(row, "2024", None, ()))
    outcome = evaluate(Equation("r", Relation.SUM, cell(5), terms))
    assert isinstance(outcome, Violation)
    shown = (Term("1.1", "2023", 1), Term("1.1", "2024", None))
    assert outcome.calculation("XOF") == Calculation(Relation.SUM, shown, 1, "XOF")


def test_an_equation_takes_other_values_in_its_target_and_its_terms() -> None:
    printed = equation(Relation.SUM, 1, 2, 3)
    last = printed.terms[1]
    other = printed.with_values({id(printed.target): 9, id(last): 7})
    assert [cell.value for cell in (other.target, *other.terms)] == [9, 2, 7]
    assert evaluate(other) is Outcome.HOLDS


def test_a_difference_between_percentages_is_exact() -> None:
    outcome = evaluate(equation(Relation.SUM, Percent(525, 1), Percent(50), Percent(3)))
    assert isinstance(outcome, Violation)
    assert outcome.difference == Percent(-5, 1)


def test_equal_percentages_of_different_precision_agree() -> None:
    assert evaluate(equation(Relation.SUM, Percent(530, 1), Percent(53))) is Outcome.HOLDS


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**18))
def test_halves_are_rounded_upwards(numerator: int, denominator: int) -> None:
    rounded = round_half_up(numerator, denominator)
    assert Fraction(-1, 2) <= rounded - Fraction(numerator, denominator) <= Fraction(1, 2)
    assert rounded - Fraction(numerator, denominator) != Fraction(-1, 2)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8), st.randoms(), st.integers(1, 9))
def test_the_order_of_terms_does_not_count_and_any_change_of_one_shows(
    terms: list[int], chance: random.Random, change: int
) -> None:
    shuffled = chance.sample(terms, len(terms))
    assert evaluate(equation(Relation.SUM, sum(terms), *shuffled)) is Outcome.HOLDS
    shuffled[0] += change
    outcome = evaluate(equation(Relation.SUM, sum(terms), *shuffled))
    assert isinstance(outcome, Violation)
    assert outcome.difference == -change
