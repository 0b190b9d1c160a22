import pytest

from tests.projects import cells, plan, read
from tests.rules.croisement.plans import YEARS, action, activity, indicator, output, row

RULE = "croisement.cible-sans-budget"
FOUND = [(RULE, "P1.1-1", "2023")]


@pytest.mark.parametrize(
    ("amounts", "targets", "found"),
    [
        (("0", "5", "5"), ("1", "2", "0"), FOUND),
        (("~", "5", "5"), ("1", "2", "0"), FOUND),
        (("0", "0", "5"), ("1", "2", "0"), FOUND),  # one finding, two years
        (("0", "5", "5"), ("0", "2", "0"), []),
        (("0", "5", "5"), ("~", "2", "0"), []),
        (("0", "5", "5"), ("N/A", "2", "0"), []),
        (("0", "5", "5"), ("1 0", "2", "0"), []),
        (("1", "5", "5"), ("1", "2", "0"), []),
        (("5 00", "5", "5"), ("1", "2", "0"), []),
        (("5", "5", "0"), ("1", "2", "7"), [(RULE, "P1.1-1", "2025")]),
    ],
)
def test_a_target_has_money_in_its_year(
    amounts: tuple[str, ...], targets: tuple[str, ...], found: object
) -> None:
    text = output(indicator(*targets))
    assert cells(read(action(*amounts), text).said_by(RULE)) == found


@pytest.mark.parametrize(
    ("said", "targets", "found"),
    [
        ("unite: pourcentage, reference: 50 %", ("50 %", "60 %", "60 %"), []),
        ("unite: pourcentage, reference: 50 %", ("50.5 %", "60 %", "60 %"), FOUND),
        ("unite: pourcentage", ("0 %", "60 %", "60 %"), []),
        ("unite: nombre, reference: 7, cumulatif: oui", ("7", "9", "9"), []),
        ("unite: nombre, reference: 7, cumulatif: oui", ("8", "9", "9"), FOUND),
        ("unite: nombre, reference: 7", ("7", "9", "9"), FOUND),
        ("unite: nombre, en_trop: [7]", ("7", "9", "9"), []),
    ],
)
def test_a_level_that_is_kept_asks_for_nothing(
    said: str, targets: tuple[str, ...], found: object
) -> None:
    text = output(indicator(*targets, said=said))
    assert cells(read(action("0", "5", "5"), text).said_by(RULE)) == found


def test_a_cumulative_target_that_stands_still_asks_for_nothing() -> None:
    text = output(indicator("5", "9", "9", said="unite: nombre, cumulatif: oui"))
    assert read(action("5", "5", "0"), text).said_by(RULE) == []


def test_a_subtotal_of_0_over_rows_with_money_is_no_year_without_money() -> None:
    budget = action("0", "5", "5", activities=activity("a", "5", "0", "0", said="note: x"))
    assert read(budget, output(indicator("1", "2", "2"))).said_by(RULE) == []


def test_an_early_deliverable_is_told_by_its_own_rule() -> None:
    budget = action("0", "5", "0", activities=activity("a", "0", "5", "0"))
    text = output(indicator("1", "0", "3"))
    assert cells(read(budget, text).said_by(RULE)) == [(RULE, "P1.1-1", "2025")]


@pytest.mark.parametrize(
    ("code", "under", "found"),
    [("1.2", "1.1", FOUND), ("1.1.a", "1.1", FOUND), ("1.1", "1.7", FOUND), ("1.3", "1.7", [])],
)
def test_an_output_belongs_to_the_action_that_it_is_printed_below(
    code: str, under: str, found: object
) -> None:
    text = output(indicator("1", "2", "2"), code=code, under=under)
    assert cells(read(action("0", "5", "5"), text).said_by(RULE)) == found


@pytest.mark.parametrize("level", ["objectifs", "axes"])
def test_where_actions_are_skipped_the_heading_pays(level: str) -> None:
    heading = f"code: 1.1, intitule: O, budget: {{{row('0', '5', '5')}}}"
    produced = f"produits: [{{code: 9, intitule: P, indicateurs: [{indicator('1', '2', '2')}]}}]"
    head = f"format: pan-tp/indicateurs-1\nannees: [{YEARS}]\n"
    if level == "axes":
        budget = plan(f"axes: [{{{heading}}}]", YEARS)
        text = f"{head}axes: [{{code: 1.1, intitule: A, {produced}}}]"
    else:
        budget = plan(f"axes: [{{code: 1, intitule: A, objectifs: [{{{heading}}}]}}]", YEARS)
        objective = f"{{code: 1.1, intitule: O, {produced}}}"
        text = f"{head}axes: [{{code: 1, intitule: A, objectifs: [{objective}]}}]"
    assert cells(read(budget, text).said_by(RULE)) == FOUND


def test_a_code_that_stands_twice_belongs_to_nothing() -> None:
    second = f"\n  - {{code: 1.1, intitule: B, budget: {{{row('0', '5', '5')}}}}}\n"
    text = action("0", "5", "5").rstrip() + second
    assert read(text, output(indicator("1", "2", "2"))).said_by(RULE) == []


def test_with_one_file_nothing_is_said() -> None:
    assert read(action("0", "5", "5")).said_by(RULE) == []
    assert read(indicators=output(indicator("1", "2", "2"))).said_by(RULE) == []


def test_it_says_which_heading_has_no_money_in_which_years() -> None:
    (found,) = read(action("0", "5", "~"), output(indicator("1", "2", "7"))).said_by(RULE)
    assert found.message.values["heading"] == "1.1"
    assert found.message.values["years"] == ("2023", "2025")
