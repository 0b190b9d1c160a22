"""Missing, duplicated and misplaced rows, from the sums of two small headings."""

import pytest

from pan_tp_cli.diagnosis.blocks import blocks
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.diagnosis.rows import duplicated_rows, misplaced_rows, missing_rows
from tests.diagnosis.tables import judged, system_of
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
    system, plausibility = judged(system_of(read(text(first, second))))
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
    assert holed.weight > numbered.weight


def test_what_falls_short_in_one_year_and_is_too_much_in_the_other_is_no_row() -> None:
    # 14 - 5 - 8 - 2 = -1 in 2023 and 17 - 6 - 8 - 2 = 1 in 2024: the second year alone may lack
    (missing,) = explained([RIGHT[0], ("1-02", "Loger", 8, 8), RIGHT[2]])["missing"]
    assert missing.missing is not None
    assert dict(missing.missing.amounts) == {"2024": 1}


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
