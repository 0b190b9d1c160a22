import pytest

from tests.projects import cells, plan, read

RULE = "structure.sans-responsable"


def rows(*responsible: str) -> str:
    listed = "".join(
        f"      - {{id: 1-{rank:02d}, intitule: A{rank}, {given}budget: {{2023: 1, 2024: 1}}}}\n"
        for rank, given in enumerate(responsible, 1)
    )
    return plan(f"axes:\n  - code: 1\n    intitule: A\n    activites:\n{listed}")


@pytest.mark.parametrize(
    ("responsible", "found"),
    [
        (["responsable: OIM, ", "responsable: OIM, "], []),
        (["responsable: ~, ", "responsable: OIM, "], ["1-01"]),
        (["", "responsable: OIM, "], ["1-01"]),
        (["responsable: ' ', ", "responsable: OIM, "], ["1-01"]),
        (["responsable: OIM, ", "responsable: ~, "], []),  # merged
        (["responsable: OIM, "] * 3 + ["responsable: ~, "], ["1-04"]),  # not in this table
        (["responsable: OIM, "] * 2 + ["responsable: ~, "] * 2, []),
    ],
)
def test_a_blank_cell_that_is_not_merged_is_found(responsible: list[str], found: list[str]) -> None:
    said = cells(read(rows(*responsible)).said_by(RULE))
    assert said == [(RULE, node, None) for node in found]


def test_a_plan_that_names_nobody_is_told_once() -> None:
    (finding,) = read(rows("", "", "")).said_by(RULE)
    assert cells([finding]) == [(RULE, "budget", None)]


def test_a_plan_without_activities_says_nothing() -> None:
    assert read(plan("axes: [{code: 1, intitule: A}]")).said_by(RULE) == []
