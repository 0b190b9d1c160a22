import pytest

from tests.projects import cells, plan, read

RULE = "budget.sous-total"


def axis(budget: str, *below: str) -> str:
    rows = "".join(
        f"      - {{id: 1-0{number}, intitule: a, budget: {{{row}}}}}\n"
        for number, row in enumerate(below, 1)
    )
    head = "axes:\n  - code: 1\n    intitule: A\n"
    return plan(f"{head}    budget: {{{budget}}}\n    activites:\n{rows}")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (axis("2023: 3, 2024: 7", "2023: 1, 2024: 3", "2023: 2, 2024: 4"), []),
        (axis("2023: 4, 2024: 7", "2023: 1, 2024: 3", "2023: 2, 2024: 4"), ["2023"]),
        (axis("2023: 4, 2024: 6", "2023: 1, 2024: 3", "2023: 2, 2024: 4"), ["2023", "2024"]),
        (axis("2023: ~, 2024: 7", "2023: 1, 2024: 3", "2023: 2, 2024: 4"), ["2023"]),
        (axis("2023: 3, 2024: 7", "2023: 1, 2024: 3", "2023: 2 0, 2024: 4"), []),
        (axis("2023: 1, 2024: 3, total: 5", "2023: 1, 2024: 3, total: 4"), ["total"]),
        (axis("2023: 1, 2024: 3, total: 5", "2023: 1, 2024: 3"), []),
    ],
)
def test_an_amount_is_the_sum_of_the_level_below(text: str, wrong: list[str]) -> None:
    assert cells(read(text).said_by(RULE)) == [(RULE, "1", column) for column in wrong]


def test_a_level_that_prints_no_amounts_stands_for_what_it_holds() -> None:
    text = plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 9, 2024: 0}
            objectifs:
              - code: 1.1
                intitule: O
                actions:
                  - code: 1.1.1
                    intitule: T
                    activites:
                      - {id: 1.1.1-01, intitule: a, budget: {2023: 4, 2024: 0}}
                      - {id: 1.1.1-02, intitule: b, budget: {2023: 4, 2024: 0}}
        """)
    (finding,) = read(text).said_by(RULE)
    assert (finding.node, finding.column, finding.expected) == ("1", "2023", 8)


def test_rows_of_several_levels_below_one_heading_add_up() -> None:
    text = plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 3, 2024: 0}
            actions:
              - {code: 1.1, intitule: T, budget: {2023: 1, 2024: 0}}
            activites:
              - {id: 1-01, intitule: a, budget: {2023: 2, 2024: 0}}
        """)
    assert read(text).said_by(RULE) == []
