"""Missing, duplicated and misplaced rows, from the sums of two small headings."""

from math import exp

import pytest

from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.rows import duplicated_rows, misplaced_rows, missing_rows
from tests.diagnosis.tables import heading, judged, leaf, system_of
from tests.projects import plan, read

Rows = list[tuple[str, str, int, int]]

RIGHT: Rows = [("1-01", "Former", 5, 6), ("1-02", "Loger", 7, 9), ("1-03", "Suivre", 2, 2)]
OTHER: Rows = [("2-01", "Juger", 4, 4), ("2-02", "Informer", 3, 8)]


def text(first: Rows, second: Rows = OTHER) -> str:
    """Return a plan whose headings print 14 and 17, and 7 and 12, above the rows given."""
    return plan(
        f"""\
        axes:
          - {{code: 1, intitule: A, budget: {{2023: 14, 2024: 17, total: 31}},
             activites: [{listed(first)}]}}
          - {{code: 2, intitule: B, budget: {{2023: 7, 2024: 12, total: 19}},
             activites: [{listed(second)}]}}
        """
    )


def listed(rows: Rows) -> str:
    return ", ".join(
        f"{{id: {node}, intitule: {label}, budget: {{2023: {one}, 2024: {other}}}}}"
        for node, label, one, other in rows
    )


def explained(first: Rows, second: Rows = OTHER) -> dict[str, list[Explanation]]:
    return explained_in(text(first, second))


def explained_in(tree: str) -> dict[str, list[Explanation]]:
    system, plausibility = judged(system_of(read(tree)))
    found = list(blocks(system))
    return {
        "missing": list(missing_rows(system, plausibility, found)),
        "twice": list(duplicated_rows(system, plausibility, found)),
        "misplaced": list(misplaced_rows(system, found)),
    }


def test_right_sums_have_no_blocks() -> None:
    assert explained(RIGHT) == {"missing": [], "twice": [], "misplaced": []}


def test_a_missing_row_holds_what_is_short() -> None:
    found = explained(RIGHT[:1] + RIGHT[2:])
    (missing,) = found["missing"]
    assert missing.missing is not None
    assert missing.missing.parent.node == "1"
    # 14 - 5 - 2 and 17 - 6 - 2
    assert dict(missing.missing.amounts) == {"2023": 7, "2024": 9}
    assert len(missing.equations) == 2
    assert missing.changes == ()
    assert (found["twice"], found["misplaced"]) == ([], [])


def test_a_hole_in_the_numbers_makes_a_missing_row_likelier() -> None:
    (holed,) = explained(RIGHT[:1] + RIGHT[2:])["missing"]
    (numbered,) = explained([RIGHT[0], ("1-02", "Suivre", 2, 2)])["missing"]
    assert exp(holed.weight - numbered.weight) == pytest.approx(100)


@pytest.mark.parametrize(
    ("first", "second", "hole"),
    [
        # 1 is not there, and more numbers than not are; of five, three would not be
        ("1-02", "1-04", True),
        ("1-01", "1-04", True),
        ("1-01", "1-05", False),
        ("1-01", "1-02", False),
        ("a", "b", False),
    ],
)
def test_a_hole_is_a_number_between_or_before_others(first: str, second: str, hole: bool) -> None:
    (numbered,) = explained([RIGHT[0], ("1-02", "Suivre", 2, 2)])["missing"]
    (missing,) = explained([(first, "Former", 5, 6), (second, "Suivre", 2, 2)])["missing"]
    assert exp(missing.weight - numbered.weight) == pytest.approx(100 if hole else 1)


def test_what_falls_short_in_one_year_and_is_too_much_in_the_other_is_no_row() -> None:
    # 14 - 5 - 8 - 2 = -1 in 2023 and 17 - 6 - 8 - 2 = 1 in 2024: the second year alone may lack
    (missing,) = explained([RIGHT[0], ("1-02", "Loger", 8, 8), RIGHT[2]])["missing"]
    assert missing.missing is not None
    assert dict(missing.missing.amounts) == {"2024": 1}


def test_what_a_wrong_subtotal_asks_for_is_not_what_a_row_lacks() -> None:
    """12 and 18 lack a row of 5 and 0. The 9 is 3 too high, below its rows and in its row."""
    body = """\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 12, 2024: 9, total: 18}
            activites: [{id: 1-01, intitule: B, budget: {2023: 7, 2024: 6, total: 13}}]
        """
    (missing,) = explained_in(plan(body))["missing"]
    assert missing.missing is not None
    assert dict(missing.missing.amounts) == {"2023": 5, "total": 5}


def test_a_row_twice_is_the_later_one_and_names_the_one_before() -> None:
    found = explained([*RIGHT, ("1-04", "Loger", 7, 9)])
    (twice,) = found["twice"]
    assert twice.row is not None
    assert (twice.row.node, twice.detail["twin"]) == ("1-04", "1-02")
    assert (found["missing"], found["misplaced"]) == ([], [])


def test_the_same_amounts_in_other_words_are_much_less_likely_twice() -> None:
    (same,) = explained([*RIGHT, ("1-04", "Loger", 7, 9)])["twice"]
    (other,) = explained([*RIGHT, ("1-04", "Autre", 7, 9)])["twice"]
    assert same.weight > other.weight + 10


def test_the_same_words_with_other_amounts_are_no_row_twice() -> None:
    assert explained([*RIGHT, ("1-04", "Loger", 7, 8)])["twice"] == []


@pytest.mark.parametrize("node", ["1-04", "2-02"])
def test_a_row_below_another_heading_is_too_much_there_and_lacks_here(node: str) -> None:
    found = explained([*RIGHT, (node, "Informer", 3, 8)], OTHER[:1])
    (misplaced,) = found["misplaced"]
    assert misplaced.row is not None
    assert (misplaced.row.node, misplaced.detail["home"]) == (node, "2")
    # both years of both headings
    assert len(misplaced.equations) == 4


def test_a_row_whose_code_is_that_of_the_other_heading_is_likelier_misplaced() -> None:
    (own,) = explained([*RIGHT, ("2-02", "Informer", 3, 8)], OTHER[:1])["misplaced"]
    (renumbered,) = explained([*RIGHT, ("1-04", "Informer", 3, 8)], OTHER[:1])["misplaced"]
    assert own.weight > renumbered.weight


def test_a_row_that_no_heading_lacks_is_not_misplaced() -> None:
    assert explained([*RIGHT, ("1-04", "Informer", 3, 8)])["misplaced"] == []


def test_a_missing_heading_is_less_likely_than_a_missing_row() -> None:
    """The same amounts below axis 1, printed for activities, and for actions that have some."""
    budget = "budget: {2023: 5, 2024: 6}"
    below = "activites: [{id: 1.1-01, intitule: D, budget: {2023: 5, 2024: 6}}]"
    weights = []
    for first in (
        f"activites: [{{id: 1.1, intitule: C, {budget}}}]",
        f"actions: [{{code: 1.1, intitule: C, {budget}, {below}}}]",
    ):
        axis = f"{{code: 1, intitule: A, budget: {{2023: 12, 2024: 15}}, {first}}}"
        (missing,) = explained_in(plan(f"axes: [{axis}]"))["missing"]
        weights.append(missing.weight)
    row, heading = weights
    assert exp(row - heading) == pytest.approx(300)


def test_a_missing_row_has_nothing_where_nothing_lacks() -> None:
    """Years without an amount are common below this heading; 1 FCFA would be unheard of."""
    rows = [("1-01", "Former", 5, 0), ("1-02", "Loger", 7, 0), ("1-03", "Suivre", 14, 0)]
    nothing, odd = (
        explained_in(
            text(rows[:2]).replace("{2023: 14, 2024: 17, total: 31}", f"{{2023: 26, 2024: {year}}}")
        )["missing"][-1]
        for year in (0, 1)
    )
    assert nothing.weight > odd.weight


def test_unusual_amounts_are_likelier_to_be_there_twice_than_usual_ones() -> None:
    usual = [*RIGHT[:1], *[(f"1-0{n}", f"Suivre {n}", 2, 2) for n in range(2, 6)]]
    printed = "{2023: 14, 2024: 17, total: 31}"
    (common,) = explained_in(
        text([*usual, ("1-06", "Suivre 5", 2, 2)]).replace(printed, "{2023: 13, 2024: 14}")
    )["twice"][-1:]
    (rare,) = explained_in(
        text([*usual, ("1-06", "Former", 5, 6)]).replace(printed, "{2023: 13, 2024: 14}")
    )["twice"]
    assert rare.weight > common.weight


TEN = "un deux trois quatre cinq six sept huit neuf dix"


@pytest.mark.parametrize(
    ("label", "alike"),
    [
        (TEN, True),
        # nine words of ten
        (TEN.replace("dix", "onze"), True),
        (TEN.replace("un", "une"), True),
        # eight of ten
        (TEN.replace("un deux", "une deuxième"), False),
    ],
)
def test_wordings_are_alike_where_nine_words_of_ten_are(label: str, alike: bool) -> None:
    rows = [*RIGHT[:1], ("1-02", TEN, 7, 9), RIGHT[2]]
    (same,) = explained([*rows, ("1-04", TEN, 7, 9)])["twice"]
    (other,) = explained([*rows, ("1-04", label, 7, 9)])["twice"]
    assert (other.weight == same.weight) is alike


@pytest.mark.parametrize(
    ("node", "factor"), [("2-02", 100), ("2.02", 100), ("22-02", 1), ("1-04", 1)]
)
def test_a_row_whose_code_is_below_the_other_is_a_hundred_times_as_likely(
    node: str, factor: int
) -> None:
    (found,) = explained([*RIGHT, (node, "Informer", 3, 8)], OTHER[:1])["misplaced"]
    assert exp(found.weight) == pytest.approx(factor)


def twin(*labels: str) -> object:
    """Return which row the last one has the amounts of, all rows having the same."""
    rows = [(f"1-{place:02}", label, 7, 9) for place, label in enumerate(labels, 1)]
    years = {"2023": 7 * (len(rows) - 1), "2024": 9 * (len(rows) - 1)}
    printed = text(rows).replace(
        "{2023: 14, 2024: 17, total: 31}", f"{{2023: {years['2023']}, 2024: {years['2024']}}}"
    )
    return explained_in(printed)["twice"][-1].detail["twin"]


def test_of_rows_with_the_same_amounts_the_twin_is_the_one_with_the_same_words() -> None:
    others = [f"Autre {place}" for place in range(20)]
    assert twin(*others, "Former") == "1-01"
    assert twin(*others[:2], "Former", *others[2:], "Former") == "1-03"
    assert twin(*others[:2], "Former", "Former") == "1-03"


def test_of_rows_with_the_same_amounts_the_twin_is_else_the_one_with_words_alike() -> None:
    assert twin("Former", TEN, "Loger", TEN.replace("dix", "onze")) == "1-02"
    assert twin("Former", "Loger", TEN, TEN.replace("dix", "onze")) == "1-03"


def test_the_first_hundred_words_of_a_wording_are_compared() -> None:
    """Of 120 words, the last 15 differ; then the fifteen before these."""
    words = [f"mot{place}" for place in range(120)]
    late, early = ([*words[:n], *(["autre"] * 15), *words[n + 15 :]] for n in (105, 85))
    weights = [
        explained(
            [RIGHT[0], ("1-02", " ".join(words), 7, 9), RIGHT[2], ("1-04", " ".join(other), 7, 9)]
        )["twice"][0].weight
        for other in (words, late, early)
    ]
    assert weights[0] == weights[1]
    assert weights[2] < weights[0]


def test_a_row_of_the_least_amounts_may_be_misplaced_too() -> None:
    second = [*OTHER[:1], ("2-03", "Juger encore", 2, 7)]
    (misplaced,) = explained([*RIGHT, ("2-02", "Informer", 1, 1)], second)["misplaced"]
    assert misplaced.row is not None
    assert misplaced.row.node == "2-02"


only = "2023: {}".format
"""Writes the cells of a row that has one year."""


def homes(tree: str) -> dict[str, object]:
    """Return which rows may belong below which other heading."""
    misplaced = explained_in(plan(tree, years="2023"))["misplaced"]
    return {each.row.node: each.detail["home"] for each in misplaced if each.row is not None}


def two_objectives(first: str, second: str) -> str:
    return f"axes: [{heading('1', 'objectifs', only(30), f'{first}, {second}')}]"


def test_a_heading_is_not_put_below_one_of_its_own_level() -> None:
    """1.1 has 5 too much, the amount of 1.1.2 and 1.1.1; 1.2.1 lacks 5, and could hold neither."""
    actions = f"{heading('1.1.1', 'activites', only(5), leaf('1.1.1-1', only(5)))}, "
    actions += heading("1.1.2", "activites", only(5), leaf("1.1.2-1", only(5)))
    lacks = heading("1.2.1", "activites", only(12), leaf("1.2.1-1", only(7)))
    first, second = (
        heading("1.1", "actions", only(5), actions),
        heading("1.2", "actions", only(12), lacks),
    )
    assert homes(two_objectives(first, second)) == {}


def test_a_heading_is_put_below_one_of_the_level_above() -> None:
    actions = f"{heading('1.1.1', 'activites', only(9), leaf('1.1.1-1', only(9)))}, "
    actions += heading("1.1.2", "activites", only(5), leaf("1.1.2-1", only(5)))
    whole = heading("1.2.1", "activites", only(7), leaf("1.2.1-1", only(7)))
    first, second = (
        heading("1.1", "actions", only(9), actions),
        heading("1.2", "actions", only(12), whole),
    )
    assert homes(two_objectives(first, second)) == {"1.1.2": "1.2"}


def test_an_activity_goes_below_a_heading_as_deep_as_itself() -> None:
    """Objective 1.1 has its activities without actions between them; 1.2.1 is an action."""
    first = heading(
        "1.1",
        "activites",
        only(9),
        f"{leaf('1.1-1', only(9))}, {leaf('1.1-2', only(5))}",
    )
    lacks = heading("1.2.1", "activites", only(12), leaf("1.2.1-1", only(7)))
    assert homes(two_objectives(first, heading("1.2", "actions", only(12), lacks))) == {
        "1.1-2": "1.2.1"
    }


def test_a_heading_is_not_put_below_one_further_down_than_itself() -> None:
    """Axis 1 has the 5 of its second objective too much; what lacks 5 is an action of axis 2."""
    objectives = ", ".join(
        heading(code, "activites", only(amount), leaf(f"{code}-1", only(amount)))
        for code, amount in (("1.1", 9), ("1.2", 5))
    )
    lacks = heading("2.1.1", "activites", only(12), leaf("2.1.1-1", only(7)))
    other = heading("2.1", "actions", only(12), lacks)
    axes = (
        heading("1", "objectifs", only(9), objectives),
        heading("2", "objectifs", only(12), other),
    )
    assert homes(f"axes: [{', '.join(axes)}]") == {}
